import { chineseEncoding } from "./chinese.js";
import { byteOrderMark, type Encoding } from "./names.js";
import { countUtf8 } from "./utf8.js";

/** The encoding of a file, and how it is known. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly mark: number;
  /** `guess`: the bytes fit, and the text looks right, but nothing proves it. */
  readonly by: "told" | "mark" | "bytes" | "guess";
}

/**
 * Finds out how a text is encoded, from its first bytes and, where they are plain ASCII or leave it open, from more of the
 * file: byte order mark, then the NUL bytes of UTF-16 (before UTF-8, which NUL-padded ASCII is too), then UTF-8, then
 * GB18030 against Big5 by what the characters look like. A file that is UTF-8 but for a few bad bytes is UTF-8; so is one
 * with nothing but ASCII and bytes that make no sense, as a guess.
 */
export function detectEncoding(head: Uint8Array, more: Iterable<Uint8Array>): FoundEncoding {
  const mark = byteOrderMark(head);
  if (mark !== null) return { encoding: mark.encoding, mark: mark.length, by: "mark" };
  const utf16 = utf16ByNuls(head);
  if (utf16 !== null) return { encoding: utf16, mark: 0, by: "bytes" };
  let sample = Buffer.from(wholeCharacters(head));
  let found = judge(sample);
  if (found !== null && found.sure) return foundAs(found);
  for (const piece of more) {
    const bytes = wholeCharacters(piece);
    if (!bytes.some((byte) => byte >= 0x80)) continue;
    // enough is enough: a longer text says nothing new
    if (sample.length < EVIDENCE_BYTES || found === null)
      sample = Buffer.concat([nonAsciiLines(sample), bytes]);
    found = judge(sample);
    if (found?.sure === true || sample.length >= EVIDENCE_BYTES) break;
  }
  return foundAs(found);
}

const EVIDENCE_BYTES = 1024 * 1024;

interface Judged {
  readonly encoding: Encoding;
  readonly sure: boolean;
  readonly guessed: boolean;
}

function foundAs(found: Judged | null): FoundEncoding {
  if (found === null) return { encoding: "UTF-8", mark: 0, by: "bytes" };
  return { encoding: found.encoding, mark: 0, by: found.guessed ? "guess" : "bytes" };
}

/** So many characters settle it. */
const ENOUGH = 8;

/** null: nothing but ASCII. Not `sure`: more of the file should be looked at. */
function judge(sample: Uint8Array): Judged | null {
  const { short, long, bad } = countUtf8(sample);
  if (short + long + bad === 0) return null;
  if (bad === 0 && (long > 0 || short >= ENOUGH)) return { encoding: "UTF-8", sure: true, guessed: false };
  // three bytes in a row that fit come about by chance once in some forty bytes of other encodings
  if (long > 1 && long >= bad) return { encoding: "UTF-8", sure: true, guessed: false };
  const chinese = chineseEncoding(sample);
  if (chinese !== null)
    return { encoding: chinese.encoding, sure: chinese.characters >= ENOUGH, guessed: true };
  return { encoding: "UTF-8", sure: false, guessed: bad > 0 };
}

/**
 * UTF-16 without a mark: ASCII characters (delimiters, digits, line ends) have a NUL as their high byte, so NULs are many
 * and stand all on one side.
 */
function utf16ByNuls(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  const length = Math.min(head.length, 64 * 1024) & ~1;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const many = Math.max(4, length / 2 / 20);
  if (odd >= many && odd > even * 10) return "UTF-16LE";
  if (even >= many && even > odd * 10) return "UTF-16BE";
  return null;
}

/**
 * The part of a stretch between its first and last byte that is a character of its own in every encoding but UTF-16: below
 * 0x30, so a separator and never half of something.
 */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let from = 0;
  let to = bytes.length;
  while (from < to && bytes[from]! >= 0x80) from += 1;
  while (to > from && bytes[to - 1]! >= 0x30) to -= 1;
  return to > from ? bytes.subarray(from, to) : bytes;
}

function nonAsciiLines(bytes: Uint8Array): Uint8Array {
  return bytes.some((byte) => byte >= 0x80) ? bytes : bytes.subarray(0, 0);
}
