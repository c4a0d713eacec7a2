import { chineseEncoding } from "./chinese.js";
import { byteOrderMark, type Encoding } from "./names.js";
import { countUtf8 } from "./utf8.js";
import { utf16Order } from "./utf16.js";
import { isWestern } from "./western.js";

/** The encoding of a file, and how it is known. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly mark: number;
  /** `guess`: the bytes fit, and the text looks right, but nothing proves it. */
  readonly by: "told" | "mark" | "bytes" | "guess";
}

/**
 * Finds out how a text is encoded, from its first bytes (`whole`: they are all of it) and, where they are plain ASCII or
 * leave it open, from more of the file: byte order mark, then the NUL bytes of UTF-16 (before UTF-8, which NUL-padded ASCII
 * is too), then UTF-8, then GB18030 against Big5 by what the characters look like. A file that is UTF-8 but for a few bad
 * bytes is UTF-8; so is one with nothing but ASCII and bytes that make no sense, as a guess.
 */
export function detectEncoding(head: Uint8Array, whole: boolean, more: Iterable<Uint8Array>): FoundEncoding {
  const mark = byteOrderMark(head);
  if (mark !== null) return { encoding: mark.encoding, mark: mark.length, by: "mark" };
  const utf16 = utf16Order(head);
  if (utf16 !== null) return { encoding: utf16, mark: 0, by: "bytes" };
  let sample: Uint8Array = whole ? head : head.subarray(0, lastSeparator(head));
  let found = judge(sample);
  for (const piece of more) {
    if (found?.sure === true || sample.length >= EVIDENCE_BYTES) break;
    const bytes = piece.subarray(firstAscii(piece), lastSeparator(piece));
    if (!bytes.some((byte) => byte >= 0x80)) continue;
    // what is plain ASCII so far has nothing to say
    sample = found === null ? bytes : Buffer.concat([sample, bytes]);
    found = judge(sample);
  }
  if (found === null) return { encoding: "UTF-8", mark: 0, by: "bytes" };
  return { encoding: found.encoding, mark: 0, by: found.guessed ? "guess" : "bytes" };
}

/** Enough is enough: a longer text says nothing new. */
const EVIDENCE_BYTES = 1024 * 1024;

interface Judged {
  readonly encoding: Encoding;
  readonly sure: boolean;
  readonly guessed: boolean;
}

/** So many characters settle it. */
const ENOUGH = 8;
/** So many times as many characters as bad bytes: bytes of other encodings come out valid once in some five times. */
const MOSTLY = 4;
/** All of the characters are common ones; most of them are. */
const PERFECT = 1;
const GOOD = 0.8;

/** null: nothing but ASCII. Not `sure`: more of the file should be looked at. */
function judge(sample: Uint8Array): Judged | null {
  const { short, latin, long, bad } = countUtf8(sample);
  if (short + long + bad === 0) return null;
  const utf8: Judged = { encoding: "UTF-8", sure: true, guessed: false };
  if (bad === 0 && (long > 0 || short >= ENOUGH)) return utf8;
  // three bytes in a row that fit come about by chance once in some forty bytes of other encodings
  if (long > 1 && long >= bad) return utf8;
  const chinese = chineseEncoding(sample);
  const fluent = chinese !== null && chinese.value >= PERFECT && chinese.characters >= ENOUGH;
  if (!fluent && short + long >= ENOUGH && short + long >= bad * MOSTLY) return utf8;
  if (bad === 0) {
    // a handful of accents, or two or three Chinese characters that happen to be valid: `José` and `一直`
    const accents = latin === short || chinese === null || chinese.value < PERFECT;
    return accents ? { ...utf8, sure: false } : { encoding: chinese.encoding, sure: false, guessed: true };
  }
  if ((chinese === null || chinese.value < GOOD) && isWestern(sample))
    return { encoding: "Windows-1252", sure: true, guessed: true };
  if (chinese === null) return { encoding: "UTF-8", sure: false, guessed: true };
  return { encoding: chinese.encoding, sure: chinese.characters >= ENOUGH, guessed: true };
}

/** Where the first byte is that begins a character in every encoding but UTF-16, or is the harmless half of one. */
function firstAscii(bytes: Uint8Array): number {
  return Math.max(
    bytes.findIndex((byte) => byte < 0x80),
    0,
  );
}

/** Behind the last byte below 0x30, which is a character of its own in every encoding but UTF-16; the end where none is. */
function lastSeparator(bytes: Uint8Array): number {
  return bytes.findLastIndex((byte) => byte < 0x30) + 1 || bytes.length;
}
