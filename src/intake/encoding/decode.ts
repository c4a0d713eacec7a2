import iconv from "iconv-lite";
import type { Encoding } from "./names.js";

/**
 * Decodes a stretch that neither begins nor ends inside a character. What is not valid becomes U+FFFD; an ASCII byte behind
 * half a character is kept, so that no delimiter, quote or line end is lost.
 *
 * GB18030 by TextDecoder, whose table is the newer one; not in its streaming mode, which throws on some invalid bytes
 * (Node 20.20.2). Big5 by iconv-lite: TextDecoder sends all of Hong Kong's characters to the private use area.
 */
export function decodeChunk(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case "UTF-8":
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
    case "GB18030":
      return GB18030.decode(bytes);
    case "Big5":
      return iconv.decode(bytes, "big5hkscs", { stripBOM: false });
    case "UTF-16LE":
      return UTF16LE.decode(bytes);
    case "UTF-16BE":
      return UTF16BE.decode(bytes);
    case "Windows-1252":
      return WINDOWS.decode(bytes);
  }
}

const GB18030 = new TextDecoder("gb18030", { ignoreBOM: true });
const UTF16LE = new TextDecoder("utf-16le", { ignoreBOM: true });
const UTF16BE = new TextDecoder("utf-16be", { ignoreBOM: true });
const WINDOWS = new TextDecoder("windows-1252");

/**
 * How many of the bytes end with a whole character: the rest waits for what follows. In UTF-16 whole units, and no half of
 * a surrogate pair; in the others everything up to the last byte below 0x30, which is never part of a longer character,
 * or else up to the last character counted from the front.
 */
export function wholeLength(bytes: Uint8Array, encoding: Encoding): number {
  const { length } = bytes;
  if (encoding === "Windows-1252") return length;
  if (encoding === "UTF-16LE" || encoding === "UTF-16BE") {
    const even = length & ~1;
    const high = bytes[even - (encoding === "UTF-16LE" ? 1 : 2)];
    return high !== undefined && (high & 0xfc) === 0xd8 ? even - 2 : even;
  }
  for (let at = length - 1; at >= 0 && at >= length - NEAR; at--) if (bytes[at]! < 0x30) return at + 1;
  return lastCharacter(bytes, encoding);
}

const NEAR = 4096;

/** Walks the characters from the front: no separator is near. */
function lastCharacter(bytes: Uint8Array, encoding: Encoding): number {
  let at = 0;
  while (at < bytes.length) {
    const size = characterSize(bytes, at, encoding);
    if (at + size > bytes.length) return at;
    at += size;
  }
  return at;
}

function characterSize(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const lead = bytes[at]!;
  if (lead < 0x81 || lead === 0xff) return 1;
  const trail = bytes[at + 1];
  if (trail === undefined) return 2;
  if (encoding === "GB18030" && trail >= 0x30 && trail <= 0x39) return 4;
  return trail >= 0x40 ? 2 : 1;
}
