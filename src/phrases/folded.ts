import { clearBits, setBit } from "./bits.js";
import {
  CLAUSE_EDGE,
  CLOSES_FILLER,
  FILLER,
  FILLER_WORDS,
  FOLDS,
  foldCodePoint,
  kindOf,
  NO_EDGE,
  NUMERAL,
  WORD,
} from "./fold.js";
import { joinsWord } from "./joining.js";
import { readCodePoint } from "./utf8.js";

// Flags of a character beside the kind bits of fold.ts.
/** It continues the word of the character before it. */
export const JOINED = 32;
/** It may be skipped by itself: a filler, or the first of a repeated character (我、我). */
export const ALONE = 64;
/** A filler of several characters begins here; `jump` tells where it ends. */
export const JUMPS = 128;
/** Above the flags: the edge before the character. */
const EDGE_SHIFT = 8;

/**
 * How much of the turn's outside a place touches, looking past what may be skipped: nothing, a clause edge,
 * the turn's own edge.
 */
export const INSIDE = 0;
export const BY_CLAUSE = 1;
export const BY_TURN = 2;

/**
 * A turn after folding, as columns over its kept characters (fillers included). Boundary `i` lies before
 * character `i`; there are `length + 1` of them. The arrays are reused and may be longer than the text.
 */
export interface Folded {
  /** The original: `bytes[base, …)`. It must stay in place as long as this is used. */
  bytes: Uint8Array;
  base: number;
  length: number;
  code: Int32Array;
  /** First byte of the character, relative to `base`. */
  from: Int32Array;
  /** Flags, with the edge of the boundary before the character above them: see `edgeAt`. */
  flags: Uint16Array;
  /** Only where JUMPS is set: the boundary after the filler. */
  jump: Int32Array;
  /** Bits (bits.ts) of the punctuation in the text. */
  readonly marks: Int32Array;
  /** By boundary: INSIDE, BY_CLAUSE or BY_TURN, looking back and ahead. Only after `findOutside`. */
  lead: Uint8Array;
  trail: Uint8Array;
  /** The last boundary from which the turn's start is near (BY_TURN in `lead`). */
  lastStart: number;
  hasOutside: boolean;
  /** Counts the texts folded so far, so that what is derived from one can tell it from the next. */
  turn: number;
}

export function createFolded(): Folded {
  return {
    bytes: new Uint8Array(0),
    base: 0,
    length: 0,
    ...createColumns(256),
    marks: new Int32Array(8),
    lastStart: 0,
    hasOutside: false,
    turn: 0,
  };
}

/** What ends at the boundary: NO_EDGE, CLAUSE_EDGE or SENTENCE_EDGE. */
export function edgeAt(text: Folded, boundary: number): number {
  return text.flags[boundary]! >> EDGE_SHIFT;
}

/** The byte after the character, relative to the start of the text. */
export function endOf(text: Folded, character: number): number {
  const from = text.from[character]!;
  const lead = text.bytes[text.base + from]!;
  return from + (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
}

/** Folds `bytes[from, to)` into `text`. Bytes that are not UTF-8 are skipped one by one. */
export function foldText(bytes: Uint8Array, from: number, to: number, text: Folded): void {
  begin(bytes, from, to, text);
  const { code: codes, from: starts, flags } = text;
  let length = 0;
  let edge = NO_EDGE;
  // A mark that may turn out to stand inside a word or number (can't, 3.5), and where it ends.
  let doubtful = NO_EDGE;
  let doubtfulEnd = -1;
  // The last character that is no filler, and the byte after the last character.
  let real = -1;
  let realCode = 0;
  let lastEnd = -1;
  for (let at = from, end = from; at < to; at = end) {
    const lead = bytes[at]!;
    let raw: number;
    if ((lead & 0xf0) === 0xe0 && at + 2 < to && ((bytes[at + 1]! ^ 0x80) | (bytes[at + 2]! ^ 0x80)) < 64) {
      raw = ((lead & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63);
      end = at + 3;
    } else {
      const read = readCodePoint(bytes, at, to);
      raw = read >> 3;
      end = at + (read & 7);
    }
    const fold = raw < 0x10000 ? FOLDS[raw]! : (kindOf(raw) << 16) | (foldCodePoint(raw) === 0 ? 0 : 0xd800);
    let code = fold & 0xffff;
    let kind = fold >> 16;
    if (code === 0) {
      if (kind !== NO_EDGE) setBit(text.marks, raw);
      else if (doubtful === NO_EDGE) continue;
      if (edge === NO_EDGE && doubtful === NO_EDGE && lastEnd === at) {
        doubtful = kind;
        doubtfulEnd = end;
      } else {
        edge = Math.max(edge, doubtful, kind);
        doubtful = NO_EDGE;
      }
      continue;
    }
    if (code >= 0xd800) code = foldCodePoint(raw);
    if ((kind & WORD) !== 0 && length > 0 && (flags[length - 1]! & WORD) !== 0) {
      if (lastEnd === at) kind |= JOINED;
      else if (doubtfulEnd === at && joinsWord(bytes, lastEnd, at, kind & flags[length - 1]! & NUMERAL))
        doubtful = NO_EDGE;
    }
    if (doubtful !== NO_EDGE) {
      edge = Math.max(edge, doubtful);
      doubtful = NO_EDGE;
    }
    codes[length] = code;
    starts[length] = at - from;
    flags[length] = (edge << EDGE_SHIFT) | kind;
    edge = NO_EDGE;
    lastEnd = end;
    if ((kind & FILLER) !== 0) {
      flags[length++]! |= ALONE;
      continue;
    }
    // Doubled digits and letters mean something: 11, 二二, look.
    if (code === realCode && (kind & (WORD | NUMERAL)) === 0) flags[real]! |= ALONE;
    real = length++;
    realCode = code;
    if ((kind & CLOSES_FILLER) !== 0) closeFiller(text, real);
  }
  text.length = length;
  flags[length] = Math.max(edge, doubtful) << EDGE_SHIFT;
}

function begin(bytes: Uint8Array, from: number, to: number, text: Folded): void {
  text.bytes = bytes;
  text.base = from;
  text.hasOutside = false;
  text.turn++;
  clearBits(text.marks);
  const room = text.code.length;
  if (to - from + 2 <= room) return;
  // As many places as there are characters: a turn of many megabytes is not given one a byte. Stray
  // continuation bytes are skipped, so they need no place.
  let needed = 2;
  for (let at = from; at < to; at++) if ((bytes[at]! & 0xc0) !== 0x80) needed++;
  if (needed > room) Object.assign(text, createColumns(Math.max(needed, Math.min(room * 2, 1 << 16))));
}

function createColumns(room: number): Pick<Folded, "code" | "from" | "flags" | "jump" | "lead" | "trail"> {
  return {
    code: new Int32Array(room),
    from: new Int32Array(room),
    flags: new Uint16Array(room),
    jump: new Int32Array(room),
    lead: new Uint8Array(room),
    trail: new Uint8Array(room),
  };
}

const FILLER_WORD_CODES = FILLER_WORDS.map((word) => [...word].map((char) => char.codePointAt(0)!));

/**
 * Marks the filler of several characters that ends with character `last`, where there is one: no punctuation
 * inside it.
 */
function closeFiller(text: Folded, last: number): void {
  const { code, flags, jump } = text;
  for (const word of FILLER_WORD_CODES) {
    let missing = word.length - 1;
    if (code[last] !== word[missing]) continue;
    let at = last;
    while (missing > 0 && at > 0 && edgeAt(text, at) === NO_EDGE) {
      at--;
      if (code[at] === word[missing - 1]) missing--;
      else if ((flags[at]! & FILLER) === 0) break;
    }
    if (missing > 0) continue;
    flags[at]! |= JUMPS;
    jump[at] = last + 1;
  }
}

/** Fills `lead` and `trail`. */
export function findOutside(text: Folded): void {
  if (text.hasOutside) return;
  text.hasOutside = true;
  const { length, flags, jump, lead, trail } = text;
  for (let i = 0; i <= length; i++) lead[i] = trail[i] = edgeAt(text, i) >= CLAUSE_EDGE ? BY_CLAUSE : INSIDE;
  lead[0] = BY_TURN;
  for (let i = 0; i < length; i++) {
    if ((flags[i]! & JUMPS) !== 0) lead[jump[i]!] = Math.max(lead[jump[i]!]!, lead[i]!);
    if ((flags[i]! & ALONE) !== 0) lead[i + 1] = Math.max(lead[i + 1]!, lead[i]!);
  }
  text.lastStart = lead.lastIndexOf(BY_TURN, length);
  trail[length] = BY_TURN;
  for (let i = length - 1; i >= 0; i--) {
    if ((flags[i]! & ALONE) !== 0) trail[i] = Math.max(trail[i]!, trail[i + 1]!);
    if ((flags[i]! & JUMPS) !== 0) trail[i] = Math.max(trail[i]!, trail[jump[i]!]!);
  }
}
