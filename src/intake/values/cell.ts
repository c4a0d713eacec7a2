import { type Batch, FIELD_ESCAPED } from "../scan/batch.js";

/** Reads the bytes of one cell as a number: NaN where it is empty, BAD where it cannot be read. */
export type ValueReader = (bytes: Uint8Array, from: number, to: number) => number;

/** A cell that holds something, but not what its column holds. No real value is infinite. */
export const BAD = Number.NEGATIVE_INFINITY;

/**
 * Ways in which exports write "nothing here", whatever the case of their letters. Zero is not among them: whether 0 means
 * missing is the column's matter. Sources: Five9 `[None]`, Aircall `[No associated user]`, MySQL `\N`, Excel's error cells.
 */
const MISSING_WORDS = [
  "-",
  "--",
  "—",
  "/",
  "\\n",
  "n/a",
  "na",
  "nan",
  "nil",
  "none",
  "null",
  "no_server",
  "undefined",
  "[none]",
  "(none)",
  "[no associated user]",
  "(null)",
  "<null>",
  "#n/a",
  "#null!",
  "#ref!",
  "#value!",
  "#div/0!",
  "无",
  "空",
  "暂无",
];

/** The words by their first byte, so that nearly every cell is told apart by one look-up. */
const MISSING_BY_BYTE: readonly (readonly Uint8Array[] | undefined)[] = byFirstByte(MISSING_WORDS);

export function isMissing(bytes: Uint8Array, from: number, to: number): boolean {
  if (from >= to) return true;
  const words = MISSING_BY_BYTE[lower(bytes[from]!)];
  return words?.some((word) => isWord(word, bytes, from, to)) ?? false;
}

function byFirstByte(words: readonly string[]): readonly (readonly Uint8Array[] | undefined)[] {
  const table: Uint8Array[][] = [];
  for (const word of words.map((text) => Buffer.from(text))) {
    table[word[0]!] ??= [];
    table[word[0]!]!.push(word);
  }
  return table;
}

function isWord(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (lower(bytes[from + i]!) !== word[i]) return false;
  return true;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

export function cellText(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("utf8");
}

/** Reads an unsigned whole number of at most `most` digits at `cursor.at`, and moves on. -1 where there is none. */
export function readDigits(bytes: Uint8Array, to: number, cursor: Cursor, most: number): number {
  let value = 0;
  const start = cursor.at;
  let at = start;
  while (at < to && at - start < most) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    at += 1;
  }
  cursor.at = at;
  return at === start ? -1 : value;
}

export interface Cursor {
  at: number;
}

/** The content of a field with its doubled quotes undone; a view where there is nothing to undo. */
export function unescaped(batch: Batch, field: number): Uint8Array {
  const content = batch.bytes.subarray(batch.fieldStart[field]!, batch.fieldEnd[field]!);
  return (batch.fieldFlags[field]! & FIELD_ESCAPED) === 0 ? content : unescapeText(content, batch.escape);
}

/** Undoes doubled quotes or backslashes: either stands for the character behind it. */
export function unescapeText(content: Uint8Array, escapeByte: number): Uint8Array {
  const plain = new Uint8Array(content.length);
  let length = 0;
  for (let at = 0; at < content.length; at++) {
    if (isEscape(content, at, escapeByte)) at += 1;
    plain[length++] = content[at]!;
  }
  return plain.subarray(0, length);
}

/**
 * Whether the byte at `at` only escapes the one behind it: a quote, a delimiter, a line end, another backslash. Before a
 * letter, a digit or a space a backslash is itself: `C:\new`, `\N`.
 */
export function isEscape(bytes: Uint8Array, at: number, escapeByte: number): boolean {
  if (bytes[at] !== escapeByte) return false;
  const next = bytes[at + 1];
  if (next === undefined || next >= 0x80 || next === 0x20) return false;
  const letter = next | 0x20;
  return !((letter >= 0x61 && letter <= 0x7a) || (next >= 0x30 && next <= 0x39));
}
