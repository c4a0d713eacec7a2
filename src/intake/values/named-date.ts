import { localTime } from "../../calendar/civil.js";
import { type Cursor, readDigits } from "./cell.js";
import type { DateTime, DateTimeReader } from "./date-time.js";
import { readTime, readZone } from "./time-of-day.js";

/**
 * Reads dates whose month is an English word, so that no order has to be known: `Fri, 21 Aug 2026 09:00:06` (Five9),
 * `Mon Sep 02 09:00:00 2019` (C's ctime), `Tue Oct 31 22:10:47 +0000 2017` (Twitter), `1-Jan-21`, `02-SEP-2019 9:00 PM`,
 * `Aug 21, 2026`. Zone names that stand for several zones (`CST`) are passed over: the file's zone counts. The result
 * object is reused.
 */
export function namedDateReader(): DateTimeReader {
  const cursor: Cursor = { at: 0 };
  const result: DateTime = { local: Number.NaN, offset: Number.NaN, hasTime: false };
  return (bytes, from, to) => {
    cursor.at = from;
    result.offset = Number.NaN;
    result.hasTime = false;
    result.local = read(bytes, to);
    return result;
  };

  function read(bytes: Uint8Array, to: number): number {
    let month = 0;
    let day = -1;
    let year = -1;
    let time = Number.NaN;
    while (cursor.at < to) {
      skipFillers(bytes, to, cursor, Number.isNaN(time));
      if (cursor.at >= to) break;
      const start = cursor.at;
      const byte = bytes[start]!;
      if (isLetter(byte)) {
        const word = readMonth(bytes, to, cursor);
        if (word > 0 && month === 0) month = word;
        else if (!isPassedOver(bytes, start, cursor.at)) {
          cursor.at = start;
          const zone = readZone(bytes, to, cursor);
          if (Number.isNaN(zone)) return Number.NaN;
          result.offset = zone;
        }
      } else if (isTime(bytes, start, to)) {
        time = readTime(bytes, to, cursor);
      } else if ((byte === PLUS || byte === MINUS) && !Number.isNaN(time)) {
        result.offset = readZone(bytes, to, cursor);
        if (Number.isNaN(result.offset)) return Number.NaN;
      } else {
        const value = readDigits(bytes, to, cursor, 4);
        const digits = cursor.at - start;
        if (value < 0 || digits === 3) return Number.NaN;
        if (digits === 4 && year < 0) year = value;
        else if (day < 0 && digits <= 2) day = value;
        else if (year < 0 && digits === 2) year = value < 69 ? 2000 + value : 1900 + value;
        else return Number.NaN;
      }
    }
    result.hasTime = !Number.isNaN(time);
    if (month === 0 || day < 0 || year < 0) return Number.NaN;
    return localTime(year, month, day) + (result.hasTime ? time : 0);
  }
}

const PLUS = 0x2b;
const MINUS = 0x2d;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** The months as numbers made of their first three letters. */
const MONTH_KEYS = MONTHS.map((name) => keyOf(Buffer.from(name), 0));
const WEEKDAY_KEYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) =>
  keyOf(Buffer.from(name), 0),
);

function keyOf(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) | 0x20) << 16) | (((bytes[at + 1] ?? 0) | 0x20) << 8) | ((bytes[at + 2] ?? 0) | 0x20)
  );
}

/** Moves past a word; its month, 1–12, or 0. */
function readMonth(bytes: Uint8Array, to: number, cursor: Cursor): number {
  const start = cursor.at;
  while (cursor.at < to && isLetter(bytes[cursor.at]!)) cursor.at += 1;
  return cursor.at - start < 3 ? 0 : MONTH_KEYS.indexOf(keyOf(bytes, start)) + 1;
}

/** Weekdays, the T before a time, st/nd/rd/th behind a day, `at`, and zones of four letters or fewer that are not UTC. */
function isPassedOver(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length === 1) return bytes[from] === 0x54 || bytes[from] === 0x74;
  if (length === 2) return true;
  if (WEEKDAY_KEYS.includes(keyOf(bytes, from))) return true;
  if (length > 4 || bytes[from]! > 0x5a) return false;
  return keyOf(bytes, from) !== UTC && keyOf(bytes, from) !== GMT;
}

const UTC = keyOf(Buffer.from("utc"), 0);
const GMT = keyOf(Buffer.from("gmt"), 0);

/** Spaces, commas, and the separators of `1-Jan-21`, `1/Jan/2021`, `1.Jan.2021`. A minus behind the time is a zone's. */
function skipFillers(bytes: Uint8Array, to: number, cursor: Cursor, inDate: boolean): void {
  while (cursor.at < to) {
    const byte = bytes[cursor.at]!;
    const joins = inDate && byte === MINUS;
    if (byte !== 0x20 && byte !== 0x2c && byte !== 0x2f && byte !== 0x2e && !joins) return;
    cursor.at += 1;
  }
}

/** One or two digits and a colon. */
function isTime(bytes: Uint8Array, at: number, to: number): boolean {
  const colon = (bytes[at + 1] ?? 0) === 0x3a ? at + 1 : at + 2;
  return (
    colon < to &&
    bytes[colon] === 0x3a &&
    isDigit(bytes[at]!) &&
    (colon === at + 1 || isDigit(bytes[at + 1]!))
  );
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
