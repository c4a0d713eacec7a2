/** So many accented letters and typographic signs are evidence. */
const LEAST = 3;
/** Of the bytes beyond ASCII, the share that has to make sense. */
const SENSE = 0.95;
/** The euro, curly quotes, dashes, the ellipsis, and signs that stand for themselves: § © « ® ° ± µ · » ¿ ¡ £. */
const SIGNS: ReadonlySet<number> = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb5,
  0xb7, 0xbb, 0xbf,
]);

/**
 * Whether bytes that are not UTF-8 are Western European text in Windows-1252, as Excel saves it there: single letters with
 * accents, inside or at the end of words of ASCII. In Chinese encodings two such bytes stand together.
 */
export function isWestern(bytes: Uint8Array): boolean {
  let beyond = 0;
  let sense = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    beyond += 1;
    if (SIGNS.has(byte) || (isAccented(byte) && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]))))
      sense += 1;
  }
  return beyond >= LEAST && sense >= beyond * SENSE;
}

function isAccented(byte: number): boolean {
  return byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
}

/** An ASCII letter. */
function isLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
