import { localTime } from "../../calendar/civil.js";
import { type Cursor, readDigits } from "./cell.js";

/** In which order a numeric date gives year, month and day. */
export type DateOrder = "YMD" | "DMY" | "MDY";

/**
 * What a date-time cell says. `offset` is the zone written in the cell in milliseconds, NaN where there is none; `hasTime`
 * is false for a bare date.
 */
export interface DateTime {
  local: number;
  offset: number;
  hasTime: boolean;
}

/**
 * Reads numeric dates with an optional time and zone: `2021-01-31 09:12:58`, `2021/1/31`, `31.01.2021`,
 * `2020-06-02T00:12:55.485Z`, `2021年1月31日 9:12`, `20210131 091258`, `1/31/21 07:00 AM`, `990201`. Local milliseconds; NaN
 * where the cell is not such a date. Years of two digits are 1969–2068 (POSIX). The result object is reused.
 */
export function dateTimeReader(order: DateOrder): (bytes: Uint8Array, from: number, to: number) => DateTime {
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
    result.offset = readZone(bytes, to, cursor);
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
    if (order === "YMD")
      return digits === 4 || digits === 2 ? sameDate(fullYear(first), second, third) : Number.NaN;
    const year = cursor.at - thirdStart === 3 ? -1 : fullYear(third);
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

/** Time of day in milliseconds at the cursor: `9:12`, `09:12:58.5`, `091258`, with AM/PM or 上午/下午; NaN otherwise. */
export function readTime(bytes: Uint8Array, to: number, cursor: Cursor): number {
  const before = skipWord(bytes, to, cursor);
  const start = cursor.at;
  let hour = readDigits(bytes, to, cursor, 6);
  let minute = 0;
  let second = 0;
  if (cursor.at - start === 6) {
    second = hour % 100;
    minute = Math.floor(hour / 100) % 100;
    hour = Math.floor(hour / 10_000);
  } else {
    if (hour < 0 || bytes[cursor.at] !== 0x3a || cursor.at >= to) return Number.NaN;
    cursor.at += 1;
    minute = readDigits(bytes, to, cursor, 2);
    if (minute < 0) return Number.NaN;
    if (cursor.at < to && bytes[cursor.at] === 0x3a) {
      cursor.at += 1;
      second = readDigits(bytes, to, cursor, 2);
    }
  }
  const fraction = readFraction(bytes, to, cursor);
  while (cursor.at < to && bytes[cursor.at] === 0x20 && isLetter(bytes[cursor.at + 1])) cursor.at += 1;
  const word = before === NO_WORD ? skipWord(bytes, to, cursor) : before;
  if (word === PM && hour < 12) hour += 12;
  if (word === AM && hour === 12) hour = 0;
  if (hour > 23 || minute > 59 || second < 0 || second > 59) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

const NO_WORD = 0;
const AM = 1;
const PM = 2;
const UTF8_WORDS: readonly (readonly [number, Buffer])[] = [
  [AM, Buffer.from("上午")],
  [PM, Buffer.from("下午")],
  [PM, Buffer.from("晚上")],
  [AM, Buffer.from("凌晨")],
  [AM, Buffer.from("AM")],
  [PM, Buffer.from("PM")],
  [AM, Buffer.from("am")],
  [PM, Buffer.from("pm")],
];

function skipWord(bytes: Uint8Array, to: number, cursor: Cursor): number {
  const byte = bytes[cursor.at];
  if (cursor.at >= to || byte === undefined || (byte >= 0x30 && byte <= 0x39)) return NO_WORD;
  for (const [half, word] of UTF8_WORDS) {
    if (cursor.at + word.length <= to && word.every((expected, i) => bytes[cursor.at + i] === expected)) {
      cursor.at += word.length;
      return half;
    }
  }
  return NO_WORD;
}

function readFraction(bytes: Uint8Array, to: number, cursor: Cursor): number {
  if (cursor.at >= to || (bytes[cursor.at] !== 0x2e && bytes[cursor.at] !== 0x2c)) return 0;
  cursor.at += 1;
  const start = cursor.at;
  const value = readDigits(bytes, to, cursor, 12);
  return value < 0 ? Number.NaN : Math.floor((value / 10 ** (cursor.at - start)) * 1000);
}

/** `Z`, `+08:00`, `+0800`, `+08`, ` UTC`, ` +0000`. NaN where none follows. */
function readZone(bytes: Uint8Array, to: number, cursor: Cursor): number {
  let at = cursor.at;
  while (at < to && bytes[at] === 0x20) at += 1;
  if (at < to && bytes[at] === 0x5a) {
    cursor.at = at + 1;
    return 0;
  }
  if (to - at === 3 && bytes[at] === 0x55 && bytes[at + 1] === 0x54 && bytes[at + 2] === 0x43) {
    cursor.at = to;
    return 0;
  }
  const sign = bytes[at] === 0x2b ? 1 : bytes[at] === 0x2d ? -1 : 0;
  if (sign === 0 || at >= to) return Number.NaN;
  cursor.at = at + 1;
  const hours = readDigits(bytes, to, cursor, 2);
  if (bytes[cursor.at] === 0x3a && cursor.at < to) cursor.at += 1;
  const minutes = cursor.at < to ? readDigits(bytes, to, cursor, 2) : 0;
  if (hours < 0 || minutes < 0) return Number.NaN;
  return sign * (hours * 60 + minutes) * 60_000;
}

/** Between date and time: spaces, `T`, `日`, a comma. */
function skipBetween(bytes: Uint8Array, to: number, cursor: Cursor): void {
  if (isHan(bytes, cursor.at, to)) cursor.at += 3;
  while (cursor.at < to && (bytes[cursor.at] === 0x20 || bytes[cursor.at] === 0x2c)) cursor.at += 1;
  if (cursor.at < to && (bytes[cursor.at] === 0x54 || bytes[cursor.at] === 0x74)) cursor.at += 1;
}

function skipDateSeparator(bytes: Uint8Array, to: number, cursor: Cursor): boolean {
  if (cursor.at >= to) return false;
  const byte = bytes[cursor.at]!;
  if (byte === 0x2d || byte === 0x2f || byte === 0x2e) {
    cursor.at += 1;
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

function isLetter(byte: number | undefined): boolean {
  return (
    byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xe4)
  );
}

function fullYear(year: number): number {
  if (year > 99) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}
