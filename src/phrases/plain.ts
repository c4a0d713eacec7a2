import { FILLER, foldCodePoint, kindOfFolded } from "./fold.js";
import type { Machine } from "./machine.js";
import { readCodePointBefore } from "./utf8.js";

/**
 * Matches of plain phrases, straight from what the walk met: nothing is folded, nothing verified. Only for
 * texts in which nothing hides a literal. Owns its buffers.
 */
export interface PlainMatches {
  /** Forgets the matches of the last text. */
  clear(): void;
  /** Takes what the walk met at byte `end` of `bytes[from, …)`; in the order of the text. */
  add(event: number, bytes: Uint8Array, from: number, end: number): void;
  count: number;
  phrase: Int32Array;
  /** Bytes, relative to `from`. */
  from: Int32Array;
  to: Int32Array;
  /** 1 where the match stands letter for letter. */
  written: Uint8Array;
}

export function createPlainMatches(machine: Machine, phrases: number): PlainMatches {
  const { patternsFrom, patterns } = machine.automaton;
  const { plainOf, characters } = machine;
  // By phrase: where its last match in this text ended, and the round of the text that this is about.
  const lastEnd = new Int32Array(phrases);
  const lastRound = new Int32Array(phrases);
  let round = 0;
  const matches: PlainMatches = {
    clear() {
      matches.count = 0;
      if (round === 0x7fffffff) lastRound.fill(0);
      round = round === 0x7fffffff ? 1 : round + 1;
    },
    add(event, bytes, from, end) {
      for (let i = patternsFrom[event]!; i < patternsFrom[event + 1]!; i++)
        addPattern(patterns[i]!, bytes, from, end);
    },
    count: 0,
    ...createColumns(64),
  };
  return matches;

  function addPattern(pattern: number, bytes: Uint8Array, from: number, end: number): void {
    const first = plainOf.from[pattern]!;
    const last = plainOf.from[pattern + 1]!;
    if (first === last) return;
    const place = startOf(pattern, bytes, from, end);
    const start = place >> 1;
    for (let i = first; i < last; i++) {
      const phrase = plainOf.items[i]!;
      // The phrase goes on after the end of its last match. No two of its strings end at one place: the
      // longer one is left out.
      if (lastRound[phrase] === round && start < lastEnd[phrase]!) continue;
      lastRound[phrase] = round;
      lastEnd[phrase] = end;
      const at = matches.count++;
      if (at === matches.phrase.length) grow();
      matches.phrase[at] = phrase;
      matches.from[at] = start - from;
      matches.to[at] = end - from;
      matches.written[at] = place & 1;
    }
  }

  /**
   * Reads the pattern backwards from its end. Returns its first byte, times two, plus one where it stands
   * letter for letter.
   */
  function startOf(pattern: number, bytes: Uint8Array, from: number, end: number): number {
    const begin = characters.from[pattern]!;
    let written = 1;
    let at = end;
    for (let i = characters.from[pattern + 1]! - 1; i >= begin; ) {
      const read = readCodePointBefore(bytes, from, at);
      at -= read & 7;
      if (read >> 3 === characters.items[i]) {
        i--;
        continue;
      }
      written = 0;
      const folded = foldCodePoint(read >> 3);
      if (folded !== 0 && (kindOfFolded(folded) & FILLER) === 0) i--;
    }
    return at * 2 + written;
  }

  function grow(): void {
    const { phrase, from, to, written } = matches;
    Object.assign(matches, createColumns(phrase.length * 2));
    matches.phrase.set(phrase);
    matches.from.set(from);
    matches.to.set(to);
    matches.written.set(written);
  }
}

function createColumns(room: number): Pick<PlainMatches, "phrase" | "from" | "to" | "written"> {
  return {
    phrase: new Int32Array(room),
    from: new Int32Array(room),
    to: new Int32Array(room),
    written: new Uint8Array(room),
  };
}
