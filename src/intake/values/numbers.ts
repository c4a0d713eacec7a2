import { BAD, cellText, isMissing, type ValueReader } from "./cell.js";

/** Plain numbers: `12`, `-3.5`, `1,234`. The fast path reads whole numbers without making a string. */
export const readNumber: ValueReader = (bytes, from, to) => {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9 || at - from > 14) return readOther(bytes, from, to);
    value = value * 10 + digit;
  }
  return from === to ? Number.NaN : value;
};

function readOther(bytes: Uint8Array, from: number, to: number): number {
  if (isMissing(bytes, from, to)) return Number.NaN;
  const text = cellText(bytes, from, to);
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  return BAD;
}
