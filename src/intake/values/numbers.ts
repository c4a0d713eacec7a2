import { BAD, cellText, isMissing, type ValueReader } from "./cell.js";

/**
 * Plain numbers: `12`, `-3.5`, `1.2E-05`, and thousands grouped by commas, apostrophes or spaces: `1,234`, `1'234.5`,
 * `1 234`. The fast path reads digits with at most one point without making a string.
 */
export const readNumber: ValueReader = (bytes, from, to) => {
  let value = 0;
  let point = to;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (bytes[at] === POINT && point === to) point = at;
    else return readOther(bytes, from, to);
  }
  if (to - from > MOST_DIGITS || (point < to && to - from < 2)) return readOther(bytes, from, to);
  if (from === to) return Number.NaN;
  // both are whole numbers below 2^53 and 10^22, so the quotient is the nearest double, as `Number` gives it
  return point === to ? value : value / POWERS[to - point - 1]!;
};

const POINT = 0x2e;
const MOST_DIGITS = 15;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

function readOther(bytes: Uint8Array, from: number, to: number): number {
  if (isMissing(bytes, from, to)) return Number.NaN;
  const text = cellText(bytes, from, to);
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replace(/[,'’\u00a0\u202f ]/g, ""));
  return BAD;
}

/** One kind of separator throughout; spaces may be those of French and Swiss spreadsheets (U+00A0, U+202F). */
const GROUPED = /^[+-]?\d{1,3}([,'’\u00a0\u202f ])\d{3}(\1\d{3})*(\.\d+)?$/;
