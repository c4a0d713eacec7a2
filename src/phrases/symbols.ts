import { ALONE, edgeAt, type Folded, findOutside, JOINED, JUMPS } from "./folded.js";
import { beginsNumber, continuesNumber } from "./match.js";

/**
 * A folded text as symbols: all that a phrase can ask of a character, its code point and what stands around it, in one small
 * number.
 */
export interface Symbols {
  /** By character: the number of its symbol, without and with what touches the turn's outside. */
  inner: Uint16Array;
  outer: Uint16Array;
  /** By number, counted from 0 in order of first appearance: the code point, and bits of what stands around it. */
  readonly codes: number[];
  readonly contexts: number[];
  /** Counts how often the numbers were given anew. */
  generation: number;
  /** Whether the text could be put in symbols: not where it alone has more than are told apart. */
  isWhole: boolean;
  /** Whether a filler of several characters stands in it. */
  hasJumps: boolean;
}

/** Bits of a context. Two bits each tell the edge behind the character, and the outside before and behind it. */
export const IS_JOINED = 1;
export const IS_ALONE = 2;
export const MAY_END = 4;
export const BEGINS_NUMBER = 8;
export const GOES_ON_AS_NUMBER = 16;
export const EDGE_BEHIND = 5;
export const LEAD = 7;
export const TRAIL = 9;
/** Above every context. */
export const CONTEXTS = 1 << 11;

/**
 * Symbols that are told apart; a desk's talk has some thousands. Every phrase's machine keeps a table of them, so memory
 * depends on this.
 */
const MOST_SYMBOLS = 1 << 14;
/** Places of the table that is asked for a symbol's number: a power of two that leaves most of them free. */
const PLACES = MOST_SYMBOLS * 4;

/** Puts texts in symbols. The numbers stay the same from text to text, until there are too many. Owns its buffers; one a thread. */
export function createSymbols(): {
  /** Always the same object: it shows the last text. */
  readonly shown: Symbols;
  of(text: Folded, withOutside: boolean): Symbols;
} {
  const symbols: Symbols = {
    inner: new Uint16Array(256),
    outer: new Uint16Array(256),
    codes: [],
    contexts: [],
    generation: 0,
    isWhole: true,
    hasJumps: false,
  };
  // code point and context in one number, plus one so that 0 is a free place; and the symbol's number
  const keys = new Uint32Array(PLACES);
  const numbers = new Uint16Array(PLACES);
  let turn = -1;
  let hasOuter = false;
  return { shown: symbols, of };

  function of(text: Folded, withOutside: boolean): Symbols {
    if (text.turn !== turn) {
      turn = text.turn;
      hasOuter = false;
      makeRoom(text.length);
      symbols.isWhole = readInner(text) || (forget() && readInner(text));
    }
    if (withOutside && !hasOuter && symbols.isWhole) {
      hasOuter = true;
      findOutside(text);
      symbols.isWhole = readOuter(text) || (forget() && readInner(text) && readOuter(text));
    }
    return symbols;
  }

  function readInner(text: Folded): boolean {
    const { inner } = symbols;
    const { length, code, flags } = text;
    symbols.hasJumps = false;
    for (let i = 0; i < length; i++) {
      const flag = flags[i]!;
      if ((flag & JUMPS) !== 0) symbols.hasJumps = true;
      let bits = edgeAt(text, i + 1) << EDGE_BEHIND;
      if ((flag & JOINED) !== 0) bits |= IS_JOINED;
      if ((flag & ALONE) !== 0) bits |= IS_ALONE;
      if (i + 1 === length || (flags[i + 1]! & JOINED) === 0) bits |= MAY_END;
      if (beginsNumber(text, i)) bits |= BEGINS_NUMBER;
      if (continuesNumber(text, i + 1)) bits |= GOES_ON_AS_NUMBER;
      const number = numberOf(code[i]!, bits);
      if (number < 0) return false;
      inner[i] = number;
    }
    return true;
  }

  function readOuter(text: Folded): boolean {
    const { inner, outer, contexts } = symbols;
    const { length, code, lead, trail } = text;
    for (let i = 0; i < length; i++) {
      const number = numberOf(code[i]!, contexts[inner[i]!]! | (lead[i]! << LEAD) | (trail[i + 1]! << TRAIL));
      if (number < 0) return false;
      outer[i] = number;
    }
    return true;
  }

  /** -1 where all numbers are given. */
  function numberOf(code: number, bits: number): number {
    const key = code * CONTEXTS + bits + 1;
    for (let place = Math.imul(key, 0x9e3779b1) >>> HASH_SHIFT; ; place = (place + 1) & (PLACES - 1)) {
      if (keys[place] === key) return numbers[place]!;
      if (keys[place] !== 0) continue;
      if (symbols.codes.length === MOST_SYMBOLS) return -1;
      keys[place] = key;
      numbers[place] = symbols.codes.length;
      symbols.contexts.push(bits);
      return symbols.codes.push(code) - 1;
    }
  }

  function forget(): true {
    keys.fill(0);
    symbols.codes.length = 0;
    symbols.contexts.length = 0;
    symbols.generation++;
    return true;
  }

  function makeRoom(length: number): void {
    if (length <= symbols.inner.length) return;
    symbols.inner = new Uint16Array(length * 2);
    symbols.outer = new Uint16Array(length * 2);
  }
}

const HASH_SHIFT = 32 - Math.log2(PLACES);
