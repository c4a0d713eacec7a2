import { BAD, type Cursor, cellText, isMissing, readDigits, type ValueReader } from "./cell.js";
import { readSpelledDuration } from "./duration-words.js";
import { readNumber } from "./numbers.js";

export const DURATION_UNITS = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
export type DurationUnit = keyof typeof DURATION_UNITS;

/**
 * Durations in milliseconds. A bare number counts in `unit`; a value with colons is `H:MM:SS`, `MM:SS` (`HH:MM` where the
 * unit is hours) or Excel's time of day (`12:02:23 AM` is 2 min 23 s), whatever the unit: exports mix both in one
 * column. Durations in words (`1小时2分3秒`, `2 min 5 s`) and moments of Excel's day 0 are read as well: duration-words.ts.
 */
export function durationReader(unit: DurationUnit): ValueReader {
  const factor = DURATION_UNITS[unit];
  const cursor: Cursor = { at: 0 };
  return (bytes, from, to) => {
    for (let at = from; at < to; at++) {
      if (bytes[at] !== COLON) continue;
      const clock = readClock(bytes, from, to, cursor, unit === "h");
      return clock === BAD ? readSpelledDuration(cellText(bytes, from, to)) : clock;
    }
    const value = readNumber(bytes, from, to);
    if (value === BAD) return readSpelledDuration(cellText(bytes, from, to));
    // a tenth of a millisecond is noise of the export's arithmetic, and whole numbers sum exactly in any order
    return Number.isNaN(value) ? value : Math.round(value * factor);
  };
}

const COLON = 0x3a;
const DOT = 0x2e;
const MINUS = 0x2d;

function readClock(bytes: Uint8Array, from: number, to: number, cursor: Cursor, hoursFirst: boolean): number {
  const negative = bytes[from] === MINUS;
  cursor.at = negative ? from + 1 : from;
  const parts = [0, 0, 0];
  let count = 0;
  for (; count < 3; count++) {
    const value = readDigits(bytes, to, cursor, 9);
    if (value < 0) return isMissing(bytes, from, to) ? Number.NaN : BAD;
    parts[count] = value;
    if (bytes[cursor.at] !== COLON || cursor.at >= to) {
      count += 1;
      break;
    }
    cursor.at += 1;
  }
  if (count < 2) return BAD;
  const fraction = readFraction(bytes, to, cursor);
  const half = dayHalf(bytes, cursor.at, to);
  if (half === BAD) return BAD;
  const [first = 0, second = 0, third = 0] = parts;
  const whole = count === 3 || hoursFirst;
  const seconds = whole ? first * 3600 + second * 60 + third : first * 60 + second;
  if ((whole ? second : 0) > 59 || (whole ? third : second) > 59) return BAD;
  const twelve = half >= 0 && count === 3 && first === 12 ? -12 * 3600 : 0;
  const total = Math.round((seconds + twelve + (half === 1 ? 12 * 3600 : 0) + fraction) * 1000);
  return negative ? -total : total;
}

function readFraction(bytes: Uint8Array, to: number, cursor: Cursor): number {
  if (cursor.at >= to || bytes[cursor.at] !== DOT) return 0;
  cursor.at += 1;
  const start = cursor.at;
  const value = readDigits(bytes, to, cursor, 9);
  return value < 0 ? 0 : value / 10 ** (cursor.at - start);
}

/** -1 nothing follows, 0 AM, 1 PM, BAD anything else. */
function dayHalf(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to) return -1;
  const rest = cellText(bytes, at, to).trim().toUpperCase();
  return rest === "AM" ? 0 : rest === "PM" ? 1 : rest === "" ? -1 : BAD;
}
