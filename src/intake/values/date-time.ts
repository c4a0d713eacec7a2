import { localTime } from "../../calendar/civil.js";
import { type Cursor, readDigits } from "./cell.js";
import { namedDateReader } from "./named-date.js";
import { readTime, readZone } from "./time-of-day.js";

/** In which order a numeric date gives year, month and day; `named`: the month is a word, which tells them apart. */
export type DateOrder = "YMD" | "DMY" | "MDY" | "named";

/**
 * What a date-time cell says. `offset` is the zone written in the cell in milliseconds, NaN where there is none; `hasTime`
 * is false for a bare date.
 */
export interface DateTime {
  local: number;
  offset: number;
  hasTime: boolean;
}

export type DateTimeReader = (bytes: Uint8Array, from: number, to: number) => DateTime;

/**
 * Reads dates with an optional time and zone: `2021-01-31 09:12:58`, `2021/1/31`, `31.01.2021`,
 * `2020-06-02T00:12:55.485Z`, `2021年1月31日 9:12`, `20210131 091258`, `1/31/21 07:00 AM`, `990201`; with `named` those of
 * named-date.ts. Local milliseconds; NaN where the cell is not such a date. Years of two digits are 1969–2068 (POSIX).
 * The result object is reused.
 */
export function dateTimeReader(order: DateOrder): DateTimeReader {
  return order === "named" ? namedDateReader() : numericReader(order);
}

function numericReader(order: Exclude<DateOrder, "named">): DateTimeReader {
  const cursor: Cursor = { at: 0 };
  const result: DateTime = { local: Number.NaN, offset: Number.NaN, hasTime: false };
  let knownDate = -1;
  let knownDay = Number.NaN;
  return (bytes, from, to) => {
    cursor.at = from;
    result.local = Number.NaN;
    result.offset = Number.NaN;
    result.hasTime = false;
    const day = readDate(bytes, to);
    if (Number.isNaN(day)) return result;
    skipBetween(bytes, to, cursor);
    if (cursor.at >= to) {
      result.local = day;
      return result;
    }
    const time = readTime(bytes, to, cursor);
    if (cursor.at < to) result.offset = readZone(bytes, to, cursor);
    result.hasTime = true;
    result.local = cursor.at === to ? day + time : Number.NaN;
    return result;
  };

  function readDate(bytes: Uint8Array, to: number): number {
    const start = cursor.at;
    const first = readDigits(bytes, to, cursor, 14);
    const digits = cursor.at - start;
    if (digits === 8 || digits === 14) {
      if (digits === 14) cursor.at = start + 8;
      const date = digits === 14 ? Math.floor(first / 1e6) : first;
      return sameDate(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
    }
    if (digits === 6)
      return sameDate(fullYear(Math.floor(first / 10_000)), Math.floor(first / 100) % 100, first % 100);
    if (first < 0 || digits > 4 || !skipDateSeparator(bytes, to, cursor)) return Number.NaN;
    const second = readDigits(bytes, to, cursor, 2);
    if (second < 0 || !skipDateSeparator(bytes, to, cursor)) return Number.NaN;
    const thirdStart = cursor.at;
    const third = readDigits(bytes, to, cursor, 4);
    if (third < 0) return Number.NaN;
    if (order === "YMD") return sameDate(yearOf(first, digits), second, third);
    const year = yearOf(third, cursor.at - thirdStart);
    return order === "DMY" ? sameDate(year, second, first) : sameDate(year, first, second);
  }

  /** Rows of one day follow each other: the last date is remembered. */
  function sameDate(year: number, month: number, day: number): number {
    const key = (year * 16 + month) * 64 + day;
    if (key !== knownDate) {
      knownDate = key;
      knownDay = year < 0 || month > 12 || day > 31 ? Number.NaN : localTime(year, month, day);
    }
    return knownDay;
  }
}

/** Between date and time: spaces, `T`, `日`, a comma. */
function skipBetween(bytes: Uint8Array, to: number, cursor: Cursor): void {
  if (cursor.at < to && bytes[cursor.at]! >= 0xe0 && isHan(bytes, cursor.at, to)) cursor.at += 3;
  while (cursor.at < to && (bytes[cursor.at] === 0x20 || bytes[cursor.at] === 0x2c)) cursor.at += 1;
  if (cursor.at < to && (bytes[cursor.at] === 0x54 || bytes[cursor.at] === 0x74)) cursor.at += 1;
}

function skipDateSeparator(bytes: Uint8Array, to: number, cursor: Cursor): boolean {
  if (cursor.at >= to) return false;
  const byte = bytes[cursor.at]!;
  if (byte === 0x2d || byte === 0x2f || byte === 0x2e) {
    cursor.at += 1;
    // 31. 1. 2021
    if (byte === 0x2e && bytes[cursor.at] === 0x20 && cursor.at < to) cursor.at += 1;
    return true;
  }
  if (!isHan(bytes, cursor.at, to)) return false;
  cursor.at += 3; // 年, 月
  return true;
}

const DATE_WORDS = ["年", "月", "日", "号"].map((word) => Buffer.from(word));

function isHan(bytes: Uint8Array, at: number, to: number): boolean {
  return (
    at + 3 <= to &&
    DATE_WORDS.some((word) => bytes[at] === word[0] && bytes[at + 1] === word[1] && bytes[at + 2] === word[2])
  );
}

/** A year as it is written: of four digits, or of two; 0001, the zero of .NET's dates, is not 2001. */
function yearOf(year: number, digits: number): number {
  if (digits === 4) return year;
  return digits === 2 ? fullYear(year) : -1;
}

/** A year of two digits in the century that POSIX gives it. */
export function fullYear(year: number): number {
  if (year > 99) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}
