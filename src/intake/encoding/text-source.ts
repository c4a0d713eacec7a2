import type { ByteSource } from "../source.js";
import { decodeChunk, wholeLength } from "./decode.js";
import type { Encoding } from "./names.js";
import { incompleteTail, isText, mended } from "./utf8.js";

/** A file as UTF-8 text, without its byte order mark. */
export interface TextSource extends ByteSource {
  /**
   * Where in the text U+FFFD stands for bytes of the file that are no text, in order. Grows while the text is read; whoever
   * has reported a place takes it out.
   */
  readonly replaced: number[];
}

/** Bytes of the file that are decoded in one go. */
const CHUNK = 256 * 1024;

/** The bytes of a source as text; `mark` is the length of the byte order mark to leave out. */
export function openText(source: ByteSource, encoding: Encoding, mark: number): TextSource {
  skip(source, mark);
  return encoding === "UTF-8" ? checkedText(source) : decodedText(source, encoding);
}

function skip(source: ByteSource, length: number): void {
  const into = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const count = source.read(into, at);
    if (count === 0) return;
    at += count;
  }
}

/** UTF-8 is read straight into the caller's buffer and only looked over; what is no text is mended on the side. */
function checkedText(source: ByteSource): TextSource {
  const replaced: number[] = [];
  const out = outlet();
  let carry = new Uint8Array(0);
  let scratch: Uint8Array | null = null;
  let ended = false;
  return { ...source, read, replaced };

  function read(into: Uint8Array, at: number): number {
    for (;;) {
      if (out.waiting > 0) return out.give(into, at);
      if (ended) return 0;
      // a small rest of the caller's buffer could not hold a character and what is carried over
      const direct = into.length - at >= CHUNK;
      if (!direct) scratch ??= new Uint8Array(CHUNK);
      const buffer = direct ? into : scratch!;
      const from = direct ? at : 0;
      buffer.set(carry, from);
      const count = source.read(buffer, from + carry.length);
      ended = count === 0;
      const end = from + carry.length + count;
      const whole = ended ? end : end - incompleteTail(buffer, from, end);
      carry = buffer.slice(whole, end);
      const text = buffer.subarray(from, whole);
      if (!isText(text)) out.put(mended(text, out.given, replaced));
      else if (!direct) out.put(text);
      else if (text.length > 0) return out.pass(text.length);
    }
  }
}

function decodedText(source: ByteSource, encoding: Encoding): TextSource {
  const replaced: number[] = [];
  const out = outlet();
  let raw = Buffer.alloc(CHUNK);
  let held = 0;
  let ended = false;
  return { ...source, read, replaced };

  function read(into: Uint8Array, at: number): number {
    while (out.waiting === 0 && !ended) {
      const count = source.read(raw, held);
      ended = count === 0;
      held += count;
      const whole = ended ? held : wholeLength(raw.subarray(0, held), encoding);
      const text = Buffer.from(plain(decodeChunk(raw.subarray(0, whole), encoding)), "utf8");
      notePlaces(text, out.given, replaced);
      out.put(text);
      raw.copyWithin(0, whole, held);
      held -= whole;
      if (held === raw.length) raw = Buffer.concat([raw, Buffer.alloc(raw.length)]);
    }
    return out.give(into, at);
  }
}

/** NUL is valid in every encoding and no text. */
function plain(text: string): string {
  return text.includes("\0") ? text.replace(/\0+/g, "\ufffd") : text;
}

/** Runs of U+FFFD in decoded text. An export that holds U+FFFD itself was damaged before: it is no text either. */
function notePlaces(text: Buffer, base: number, replaced: number[]): void {
  let before = -1;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 3)) {
    if (at !== before + 3 || before < 0) replaced.push(base + at);
    before = at;
  }
}

/** Text that waits to be fetched, and how much went out before. */
function outlet() {
  let pending: Uint8Array = new Uint8Array(0);
  let at = 0;
  let given = 0;
  return {
    get waiting() {
      return pending.length - at;
    },
    get given() {
      return given;
    },
    put(text: Uint8Array): void {
      pending = text;
      at = 0;
    },
    give(into: Uint8Array, to: number): number {
      const count = Math.min(pending.length - at, into.length - to);
      into.set(pending.subarray(at, at + count), to);
      at += count;
      given += count;
      return count;
    },
    /** Text that went into the caller's buffer directly. */
    pass(count: number): number {
      given += count;
      return count;
    },
  };
}
