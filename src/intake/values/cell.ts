import { type Batch, FIELD_ESCAPED } from "../scan/batch.js";

/** Reads the bytes of one cell as a number: NaN where it is empty, BAD where it cannot be read. */
export type ValueReader = (bytes: Uint8Array, from: number, to: number) => number;

/** A cell that holds something, but not what its column holds. No real value is infinite. */
export const BAD = Number.NEGATIVE_INFINITY;

/** Ways in which exports write "nothing here". Zero is not among them: whether 0 means missing is the column's matter. */
const MISSING = new Set([
  "",
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
  "[none]",
  "[no associated user]",
  "(null)",
  "无",
  "空",
  "暂无",
]);
const LONGEST_MISSING = 24;

export function isMissing(bytes: Uint8Array, from: number, to: number): boolean {
  if (from >= to) return true;
  if (to - from > LONGEST_MISSING) return false;
  const first = bytes[from]!;
  const digit = first >= 0x30 && first <= 0x39;
  if (digit || (first >= 0x41 && first <= 0x5a && first !== 0x4e)) return false; // "N…" may be NULL, other capitals not
  return MISSING.has(cellText(bytes, from, to).toLowerCase());
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
    if (content[at] === escapeByte && at + 1 < content.length) at += 1;
    plain[length++] = content[at]!;
  }
  return plain.subarray(0, length);
}
