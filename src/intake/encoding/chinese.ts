import { COMMON_CHARACTERS } from "./common.js";
import { decodeChunk } from "./decode.js";
import type { Encoding } from "./names.js";

/** Chinese text in one of its own encodings, and in how many characters it shows. */
export interface ChineseText {
  readonly encoding: Encoding;
  readonly characters: number;
  /** How common its characters are, on the average: 1 and more where all of them are. */
  readonly value: number;
}

/** Below this score the bytes are taken for no Chinese text at all. Real text scores 1 and more, noise below 0. */
const PLAUSIBLE = 0.35;
/** A score is judged on so much text. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Whether bytes that are not UTF-8 are Chinese in GB18030 or Big5, by what they would say: common characters count for
 * it, rare ones for little, private-use and undefined ones against it. null: neither makes sense.
 */
export function chineseEncoding(bytes: Uint8Array): ChineseText | null {
  const sample = nonAscii(bytes);
  const scores = (["GB18030", "Big5"] as const).map((encoding) => ({
    encoding,
    ...score(decodeChunk(sample, encoding), firstLevel(sample, encoding)),
  }));
  const best = scores[0]!.value >= scores[1]!.value ? scores[0]! : scores[1]!;
  return best.value >= PLAUSIBLE ? best : null;
}

function score(text: string, firstLevel: number): { readonly value: number; readonly characters: number } {
  let points = firstLevel / 2;
  let characters = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    characters += 1;
    if (code === 0xfffd) points -= 4;
    else if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) points -= 2;
    else if (COMMON_CHARACTERS.has(character)) points += 1;
    else if (code < 0x2000) points -= 1; // Latin, Greek, Cyrillic: not what such files are full of
  }
  return { value: characters === 0 ? 0 : points / characters, characters };
}

/**
 * How many pairs lie in the part of the encoding that holds the commonest characters and the punctuation: rows 1–3 and
 * 16–55 of GB 2312, level 1 of Big5.
 */
function firstLevel(bytes: Uint8Array, encoding: "GB18030" | "Big5"): number {
  let count = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1]!;
    if (encoding === "GB18030") {
      if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) count += 1;
    } else if (trail >= 0x40 && lead >= 0xa1 && lead <= 0xc6) count += 1;
    at += 1;
  }
  return count;
}

/** The stretches with bytes beyond ASCII, each with the ASCII byte behind it (which may be half of a character). */
function nonAscii(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES) + 2);
  let length = 0;
  for (let at = 0; at < bytes.length && length < SAMPLE_BYTES; at++) {
    const beyond = bytes[at]! >= 0x80 || (at > 0 && bytes[at - 1]! >= 0x80);
    if (beyond) kept[length++] = bytes[at]!;
    else if (length > 0 && kept[length - 1] !== 0x20) kept[length++] = 0x20;
  }
  return kept.subarray(0, length);
}
