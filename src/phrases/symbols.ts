import { ALONE, edgeAt, type Folded, findOutside, JOINED, JUMPS } from "./folded.js";
import { beginsNumber, continuesNumber } from "./match.js";

/**
 * A folded text as symbols: all that a phrase can ask of a character, in two small numbers. The number of its code point,
 * and that of its context (what stands around it).
 */
export interface Symbols {
  /** By character: the number of its code point, counted from 0 in order of first appearance. */
  char: Uint16Array;
  /** By character: the number of its context, without and with what touches the turn's outside. */
  context: Uint8Array;
  outside: Uint8Array;
  /** Code point by number. */
  readonly codes: number[];
  /** Bits of a context by number. */
  readonly contexts: number[];
  /** Whether the text could be put in symbols: not where there are more contexts or characters than are told apart. */
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

/** Contexts that are told apart; real talk has some thirty. */
export const MOST_CONTEXTS = 256;
/** Code points that are told apart; a language has fewer. */
const MOST_CODES = 0xffff;

/** Puts texts in symbols. The numbers stay the same from text to text. Owns its buffers; one a thread. */
export function createSymbols(): {
  of(text: Folded, withOutside: boolean): Symbols;
} {
  const symbols: Symbols = {
    char: new Uint16Array(256),
    context: new Uint8Array(256),
    outside: new Uint8Array(256),
    codes: [],
    contexts: [],
    isWhole: true,
    hasJumps: false,
  };
  const numberOfCode = new Map<number, number>();
  // number + 1 of a BMP code point; 0: not met yet
  const known = new Uint16Array(0x10000);
  const numberOfContext = new Int16Array(1 << 11).fill(-1);
  let turn = -1;
  let hasOutside = false;
  return { of };

  function of(text: Folded, withOutside: boolean): Symbols {
    if (text.turn !== turn) {
      turn = text.turn;
      hasOutside = false;
      symbols.isWhole = true;
      symbols.hasJumps = false;
      makeRoom(text.length);
      readCharacters(text);
    }
    if (withOutside && !hasOutside && symbols.isWhole) {
      hasOutside = true;
      findOutside(text);
      readOutside(text);
    }
    return symbols;
  }

  function readCharacters(text: Folded): void {
    const { char, context } = symbols;
    const { length, code, flags } = text;
    for (let i = 0; i < length; i++) {
      const flag = flags[i]!;
      if ((flag & JUMPS) !== 0) symbols.hasJumps = true;
      const point = code[i]!;
      const seen = point < 0x10000 ? known[point]! : 0;
      char[i] = seen > 0 ? seen - 1 : number(point);
      let bits = edgeAt(text, i + 1) << EDGE_BEHIND;
      if ((flag & JOINED) !== 0) bits |= IS_JOINED;
      if ((flag & ALONE) !== 0) bits |= IS_ALONE;
      if (i + 1 === length || (flags[i + 1]! & JOINED) === 0) bits |= MAY_END;
      if (beginsNumber(text, i)) bits |= BEGINS_NUMBER;
      if (continuesNumber(text, i + 1)) bits |= GOES_ON_AS_NUMBER;
      context[i] = contextNumber(bits);
    }
  }

  function readOutside(text: Folded): void {
    const { context, outside, contexts } = symbols;
    for (let i = 0; i < text.length; i++)
      outside[i] = contextNumber(
        contexts[context[i]!]! | (text.lead[i]! << LEAD) | (text.trail[i + 1]! << TRAIL),
      );
  }

  function contextNumber(bits: number): number {
    const met = numberOfContext[bits]!;
    if (met >= 0) return met;
    if (symbols.contexts.length === MOST_CONTEXTS) {
      symbols.isWhole = false;
      return 0;
    }
    numberOfContext[bits] = symbols.contexts.length;
    return symbols.contexts.push(bits) - 1;
  }

  function number(point: number): number {
    let met = numberOfCode.get(point);
    if (met === undefined) {
      if (symbols.codes.length === MOST_CODES) {
        symbols.isWhole = false;
        return 0;
      }
      met = symbols.codes.push(point) - 1;
      numberOfCode.set(point, met);
      if (point < 0x10000) known[point] = met + 1;
    }
    return met;
  }

  function makeRoom(length: number): void {
    if (length <= symbols.char.length) return;
    symbols.char = new Uint16Array(length * 2);
    symbols.context = new Uint8Array(length * 2);
    symbols.outside = new Uint8Array(length * 2);
  }
}
