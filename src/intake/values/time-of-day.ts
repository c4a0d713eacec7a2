import { type Cursor, readDigits } from "./cell.js";

const COLON = 0x3a;

/**
 * Time of day in milliseconds at the cursor, and moves on: `9:12`, `09:12:58.5`, `091258`, `9:12:58 PM`, `下午3:05`,
 * `15时05分30秒`. 24:00:00 is the end of the day, second 60 a leap second. NaN where there is no such time.
 */
export function readTime(bytes: Uint8Array, to: number, cursor: Cursor): number {
  const before = skipHalf(bytes, to, cursor);
  const start = cursor.at;
  let hour = readDigits(bytes, to, cursor, 6);
  let minute = 0;
  let second = 0;
  if (cursor.at - start === 6) {
    second = hour % 100;
    minute = Math.floor(hour / 100) % 100;
    hour = Math.floor(hour / 10_000);
  } else {
    if (hour < 0 || cursor.at - start > 2 || !skipSeparator(bytes, to, cursor)) return Number.NaN;
    minute = readDigits(bytes, to, cursor, 2);
    if (minute < 0) return Number.NaN;
    if (skipSeparator(bytes, to, cursor) && cursor.at < to) second = readDigits(bytes, to, cursor, 2);
  }
  const fraction = readFraction(bytes, to, cursor);
  if (cursor.at < to) skipSeparator(bytes, to, cursor); // 秒
  const half = before === NO_HALF && cursor.at < to ? skipHalf(bytes, to, cursor) : before;
  if (half === PM && hour < 12) hour += 12;
  if (half === AM && hour === 12) hour = 0;
  const wholeDay = hour === 24 && minute === 0 && second === 0 && fraction === 0;
  if ((hour > 23 && !wholeDay) || minute > 59 || second < 0 || second > 60) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/**
 * A zone behind a time, in milliseconds ahead of UTC: `Z`, `+08:00`, `+0800`, `+08`, ` UTC`, ` GMT+8`. NaN where none
 * follows; names of zones such as CST are none, because they stand for several.
 */
export function readZone(bytes: Uint8Array, to: number, cursor: Cursor): number {
  let at = cursor.at;
  while (at < to && bytes[at] === 0x20) at += 1;
  if (at >= to) return Number.NaN;
  if (bytes[at] === 0x5a) {
    cursor.at = at + 1;
    return 0;
  }
  const named = isUtc(bytes, at, to);
  if (named) at += 3;
  const sign = at >= to ? 0 : bytes[at] === 0x2b ? 1 : bytes[at] === 0x2d ? -1 : 0;
  if (sign === 0) {
    if (named) cursor.at = at;
    return named ? 0 : Number.NaN;
  }
  cursor.at = at + 1;
  const hours = readDigits(bytes, to, cursor, 2);
  if (bytes[cursor.at] === COLON && cursor.at < to) cursor.at += 1;
  const minutes = cursor.at < to ? readDigits(bytes, to, cursor, 2) : 0;
  if (hours < 0 || hours > 15) return Number.NaN;
  return sign * (hours * 60 + Math.max(minutes, 0)) * 60_000;
}

/** UTC, GMT. */
function isUtc(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + 3 > to) return false;
  const utc = bytes[at] === 0x55 && bytes[at + 1] === 0x54 && bytes[at + 2] === 0x43;
  return utc || (bytes[at] === 0x47 && bytes[at + 1] === 0x4d && bytes[at + 2] === 0x54);
}

const NO_HALF = 0;
const AM = 1;
const PM = 2;
const HALVES: readonly (readonly [number, Buffer])[] = [
  ...["上午", "凌晨", "早上", "am", "a.m.", "a. m."].map((word) => [AM, Buffer.from(word)] as const),
  ...["下午", "晚上", "中午", "pm", "p.m.", "p. m."].map((word) => [PM, Buffer.from(word)] as const),
];

/** Which half of the day is named at the cursor, spaces before it included. Moves on only where one is. */
function skipHalf(bytes: Uint8Array, to: number, cursor: Cursor): number {
  const byte = bytes[cursor.at];
  if (cursor.at >= to || byte === undefined || (byte >= 0x30 && byte <= 0x39)) return NO_HALF;
  let at = cursor.at;
  // Excel and Intl write a narrow no-break space (U+202F) before AM and PM
  while (at < to && (bytes[at] === 0x20 || isNarrowSpace(bytes, at))) at += bytes[at] === 0x20 ? 1 : 3;
  for (const [half, word] of HALVES) {
    if (!isAt(word, bytes, at, to)) continue;
    cursor.at = at + word.length;
    while (cursor.at < to && bytes[cursor.at] === 0x20) cursor.at += 1;
    return half;
  }
  return NO_HALF;
}

function isNarrowSpace(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf;
}

/** Whether the word stands at `at`; its letters may be capitals. */
function isAt(word: Uint8Array, bytes: Uint8Array, at: number, to: number): boolean {
  if (at + word.length > to) return false;
  for (let i = 0; i < word.length; i++) {
    const byte = bytes[at + i]!;
    if (byte !== word[i] && !(byte >= 0x41 && byte <= 0x5a && byte + 0x20 === word[i])) return false;
  }
  return true;
}

const HAN_SEPARATORS = ["时", "点", "分", "秒", "：", "時"].map((word) => Buffer.from(word));

function skipSeparator(bytes: Uint8Array, to: number, cursor: Cursor): boolean {
  if (cursor.at >= to) return false;
  if (bytes[cursor.at] === COLON) {
    cursor.at += 1;
    return true;
  }
  if (bytes[cursor.at]! < 0xe0 || !HAN_SEPARATORS.some((word) => isAt(word, bytes, cursor.at, to)))
    return false;
  cursor.at += 3;
  return true;
}

/** A fraction of a second in whole milliseconds, rounded down. */
function readFraction(bytes: Uint8Array, to: number, cursor: Cursor): number {
  if (cursor.at >= to || (bytes[cursor.at] !== 0x2e && bytes[cursor.at] !== 0x2c)) return 0;
  cursor.at += 1;
  const start = cursor.at;
  const value = readDigits(bytes, to, cursor, 12);
  return value < 0 ? Number.NaN : Math.floor((value / 10 ** (cursor.at - start)) * 1000);
}
