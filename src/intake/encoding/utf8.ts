import { isUtf8 } from "node:buffer";

/** How a stretch of bytes reads as UTF-8. */
export interface Utf8Count {
  /** Valid sequences of two bytes: a pair of bytes of another encoding is one now and then by chance. */
  readonly short: number;
  /** Those of them that are letters with accents and the like: up to U+024F. */
  readonly latin: number;
  /** Valid sequences of three or four bytes, which hardly ever come about by chance. */
  readonly long: number;
  /** Bytes that belong to no sequence. */
  readonly bad: number;
}

export function countUtf8(bytes: Uint8Array): Utf8Count {
  let short = 0;
  let latin = 0;
  let long = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceAt(bytes, at, bytes.length);
    if (length === 0) bad += 1;
    else if (length > 2) long += 1;
    else {
      short += 1;
      if (bytes[at]! < LATIN_END) latin += 1;
    }
    at += length || 1;
  }
  return { short, latin, long, bad };
}

/** The lead byte of U+0240: a few letters of the African languages beyond it do not matter. */
const LATIN_END = 0xc9;

/** How many bytes at the end begin a character whose rest has not come yet. */
export function incompleteTail(bytes: Uint8Array, from: number, to: number): number {
  for (let back = 1; back <= 3 && to - back >= from; back++) {
    const byte = bytes[to - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** U+FFFD in UTF-8. */
const REPLACEMENT = [0xef, 0xbf, 0xbd];

/** Whether a stretch is text as it stands. NUL is valid UTF-8 and no text. */
export function isText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

/**
 * The stretch with every run of bytes that are no text replaced by one U+FFFD; `replaced` gets where these now stand,
 * counted from `base`.
 */
export function mended(bytes: Uint8Array, base: number, replaced: number[]): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let length = 0;
  let inRun = false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    const size = byte === 0 ? 0 : byte < 0x80 ? 1 : sequenceAt(bytes, at, bytes.length);
    if (size === 0) {
      if (!inRun) {
        replaced.push(base + length);
        out.set(REPLACEMENT, length);
        length += REPLACEMENT.length;
      }
      inRun = true;
      at += 1;
      continue;
    }
    inRun = false;
    for (let i = 0; i < size; i++) out[length++] = bytes[at++]!;
  }
  return out.subarray(0, length);
}

/** Bytes of the valid multi-byte sequence at `at`; 0 where there is none. Overlong forms and surrogates are not valid. */
function sequenceAt(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  const length = sequenceLength(lead);
  if (length === 0 || at + length > to) return 0;
  const second = bytes[at + 1]!;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
