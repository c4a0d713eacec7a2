/** How much is looked at. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of the units that carry a NUL: digits, delimiters and line ends are somewhere in every table. */
const LEAST_NULS = 0.02;
/** Of characters that no service record holds; text that is no UTF-16 has a tenth and more. */
const MOST_STRANGE = 0.03;

/**
 * Which UTF-16 a text without a byte order mark is in; null where it is in none. ASCII characters (delimiters, digits, line
 * ends) have a NUL as their high byte, so NULs stand nearly all on one side; and read that way the text has characters that
 * texts have. Text in another encoding that is sprinkled with NULs gives signs of all the world's scripts instead.
 */
export function utf16Order(head: Uint8Array): "UTF-16LE" | "UTF-16BE" | null {
  const length = Math.min(head.length, SAMPLE_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const many = Math.max(1, (length / 2) * LEAST_NULS);
  if (odd >= many && odd > even * 3 && isText(head, length, 1)) return "UTF-16LE";
  if (even >= many && even > odd * 3 && isText(head, length, 0)) return "UTF-16BE";
  return null;
}

function isText(bytes: Uint8Array, length: number, highByte: 0 | 1): boolean {
  let strange = 0;
  let ascii = 0;
  for (let at = 0; at < length; at += 2) {
    const unit = (bytes[at + highByte]! << 8) | bytes[at + 1 - highByte]!;
    if (unit < 0x80) ascii += 1;
    if (isStrange(unit)) strange += 1;
  }
  return ascii > 0 && strange <= Math.max(1, (length / 2) * MOST_STRANGE);
}

/** First and last unit of the scripts that are met: Latin to Arabic, Thai, signs, kana, Chinese, Hangul, full width. */
const USUAL: readonly (readonly [number, number])[] = [
  [0x20, 0x8ff],
  [0xe00, 0xe7f],
  [0x1e00, 0x1fff],
  [0x2010, 0x206f],
  [0x20a0, 0x27bf],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xdfff],
  [0xf900, 0xfaff],
  [0xfe0f, 0xfe6f],
  [0xff00, 0xffef],
];

function isStrange(unit: number): boolean {
  if (unit < 0x20) return unit !== 9 && unit !== 10 && unit !== 13;
  return !USUAL.some(([from, to]) => unit >= from && unit <= to);
}
