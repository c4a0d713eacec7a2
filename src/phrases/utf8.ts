/** Stands for a byte that begins no character. Beyond Unicode, so folding skips it. */
export const INVALID = 0x1fffff;

/**
 * The code point at `at` and its length in bytes, as `code << 3 | length`, so that nothing is allocated. A
 * byte that begins no whole character before `to` is one INVALID of length 1. The walk (walk.ts) decodes the
 * same way.
 */
export function readCodePoint(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return (lead << 3) | 1;
  if (lead < 0xe0) {
    if (lead < 0xc2 || at + 1 >= to) return BAD;
    const second = bytes[at + 1]! ^ 0x80;
    return second > 63 ? BAD : ((((lead & 31) << 6) | second) << 3) | 2;
  }
  if (lead < 0xf0) {
    if (at + 2 >= to) return BAD;
    const second = bytes[at + 1]! ^ 0x80;
    const third = bytes[at + 2]! ^ 0x80;
    if ((second | third) > 63) return BAD;
    return ((((lead & 15) << 12) | (second << 6) | third) << 3) | 3;
  }
  if (lead > 0xf4 || at + 3 >= to) return BAD;
  const second = bytes[at + 1]! ^ 0x80;
  const third = bytes[at + 2]! ^ 0x80;
  const fourth = bytes[at + 3]! ^ 0x80;
  if ((second | third | fourth) > 63) return BAD;
  const code = ((lead & 7) << 18) | (second << 12) | (third << 6) | fourth;
  return code < 0x10000 || code > 0x10ffff ? BAD : (code << 3) | 4;
}

/**
 * The same for the character that ends at `at`, not before `from`. Agrees with reading forward: a whole
 * character is always read whole, because no byte inside one can begin another.
 */
export function readCodePointBefore(bytes: Uint8Array, from: number, at: number): number {
  let start = at - 1;
  while (start > from && start > at - 4 && (bytes[start]! & 0xc0) === 0x80) start--;
  const read = readCodePoint(bytes, start, at);
  return start + (read & 7) === at ? read : BAD;
}

const BAD = (INVALID << 3) | 1;
