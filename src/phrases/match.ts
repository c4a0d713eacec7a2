import { hasBit } from "./bits.js";
import { NO_EDGE, NUMERAL, SENTENCE_EDGE } from "./fold.js";
import { ALONE, edgeAt, type Folded, findOutside, JOINED, JUMPS } from "./folded.js";
import {
  AT_CLAUSE_EDGE,
  AT_TURN_START,
  CHAR,
  MARK,
  NUMBER,
  type Program,
  SAME_SENTENCE,
  SOUND,
  SPLIT,
} from "./program.js";
import { sounds, soundsLike } from "./sounds.js";
import { createThreads, landThreads, postpone, roomForThreads } from "./threads.js";

/** Finds one phrase in a folded turn. Owns its buffers; one a thread. */
export interface Matcher {
  /**
   * Matches of the program, in order: their number; places are in `starts` and `ends` (boundaries of the
   * folded text). Of all matches the one that ends first, of those the shortest, then on from its end. With
   * `everyEnd`: for every place where a match ends the shortest one that ends there, overlapping or not. Only
   * matches within characters `[from, to)`.
   */
  find(program: Program, text: Folded, everyEnd: boolean, from?: number, to?: number): number;
  starts: Int32Array;
  ends: Int32Array;
  /** States visited so far, ever. Grows at most with the length of the text × the size of the program. */
  steps: number;
}

/**
 * What a thread has passed since it last took a character: an edge (0–2); for a new thread START + what it
 * has at its back.
 */
export const START = 3;
const AFTER_TURN_START = START + 2;
export const IN_NUMBER = 6;
const SITUATIONS = 7;

/**
 * A simulation of all threads at once (Thompson, Pike). A thread stands behind the last character it took;
 * what it passes without taking (edges, fillers) is judged when it takes the next one. Older starts come
 * last, and who comes to a state first keeps it, so the first thread to accept is the shortest match.
 */
export function createMatcher(): Matcher {
  let now = createThreads();
  let soon = createThreads();
  const later = createThreads();
  // By state × situation, and by state (doubled: inside a number) × edge: the round in which it was reached.
  let seen = new Int32Array(0);
  let added = new Int32Array(0);
  let stack = new Int32Array(0);
  let round = 0;
  const matcher: Matcher = { find, starts: new Int32Array(16), ends: new Int32Array(16), steps: 0 };
  return matcher;

  function find(program: Program, text: Folded, everyEnd: boolean, from = 0, to = text.length): number {
    if (program.anchored) findOutside(text);
    makeRoom(program.size);
    const { first } = program;
    const { code } = text;
    let count = 0;
    for (let i = from; i < to; i++) {
      if (now.count === 0 && later.count === 0 && first !== null) {
        while (i < to && !hasBit(first, code[i]!)) i++;
        if (i === to) break;
      }
      const start = step(program, text, i);
      if (start < 0) continue;
      if (count === matcher.starts.length) grow();
      matcher.starts[count] = start;
      matcher.ends[count++] = i + 1;
      if (!everyEnd) now.count = later.count = 0;
    }
    now.count = later.count = 0;
    return count;
  }

  /**
   * Takes character `i` with all threads, and with a new one that starts here. Returns the start of the
   * shortest match that ends behind it, or -1. One long function over local variables: this is where
   * verifying spends its time.
   */
  function step(program: Program, text: Folded, i: number): number {
    const { size, op, code, next, other, ending } = program;
    const { state: states, passed: passeds, start: starts } = soon;
    const char = text.code[i]!;
    const flags = text.flags[i]!;
    const edge = edgeAt(text, i + 1);
    const trail = program.anchored ? text.trail[i + 1]! : 0;
    const mayEnd = i + 1 === text.length || (text.flags[i + 1]! & JOINED) === 0;
    round++;
    let accepted = -1;
    let count = 0;
    let visits = 0;
    for (let t = (flags & JOINED) === 0 ? -1 : 0; t < now.count; t++) {
      let state = program.start;
      let situation = START + (t < 0 && program.anchored ? text.lead[i]! : 0);
      let start = i;
      if (t >= 0) {
        const behind = now.state[t]!;
        situation = behind < size ? now.passed[t]! : IN_NUMBER;
        start = now.start[t]!;
        state = behind < size ? next[behind]! : behind - size;
        // Digits are no fillers, so a thread inside a number comes by neither of these.
        if ((flags & ALONE) !== 0) {
          const passed = Math.max(situation, edge);
          if (added[behind * 3 + passed] !== round) {
            added[behind * 3 + passed] = round;
            states[count] = behind;
            passeds[count] = passed;
            starts[count++] = start;
          }
        }
        // No punctuation stands inside a filler of several characters, so only the edge behind it counts.
        if ((flags & JUMPS) !== 0) {
          const end = text.jump[i]!;
          postpone(later, end, behind, Math.max(situation, edgeAt(text, end)), start);
        }
      }
      for (let open = 0; ; state = stack[--open]!) {
        while (seen[state * SITUATIONS + situation] !== round) {
          seen[state * SITUATIONS + situation] = round;
          visits++;
          const does = op[state]!;
          if (does === SPLIT) {
            stack[open++] = other[state]!;
          } else if (does > NUMBER) {
            if (!passes(does, situation)) break;
          } else {
            if (
              does === CHAR
                ? code[state] !== char
                : does === NUMBER
                  ? situation !== IN_NUMBER && !beginsNumber(text, i)
                  : does === SOUND && !soundsLike(sounds().first, code[state]!, char)
            )
              break;
            const goesOn = does === NUMBER && continuesNumber(text, i + 1);
            const behind = goesOn ? state + size : state;
            const passed = goesOn ? NO_EDGE : edge;
            // Before what follows: a thread that skips this character may stand there already.
            if (accepted < 0 && mayEnd && !goesOn && ending[state]! <= trail) accepted = start;
            if (added[behind * 3 + passed] === round) break;
            added[behind * 3 + passed] = round;
            states[count] = behind;
            passeds[count] = passed;
            starts[count++] = start;
            break;
          }
          state = next[state]!;
        }
        if (open === 0) break;
      }
    }
    soon.count = count;
    if (later.count > 0) landThreads(later, soon, i + 1);
    const done = now;
    now = soon;
    soon = done;
    matcher.steps += visits;
    return accepted;
  }

  function makeRoom(size: number): void {
    if (seen.length < size * SITUATIONS) {
      seen = new Int32Array(size * SITUATIONS * 2);
      added = new Int32Array(size * 2 * 3 * 2);
      stack = new Int32Array(size * 4);
      roomForThreads(now, added.length);
      roomForThreads(soon, added.length);
      round = 0;
    }
    // Far below the limit of 32 bits, so that no turn can pass it.
    if (round < 0x3fffffff) return;
    seen.fill(0);
    added.fill(0);
    round = 0;
  }

  function grow(): void {
    matcher.starts = grown(matcher.starts);
    matcher.ends = grown(matcher.ends);
  }
}

/** Whether a thread in this situation passes a state that takes no character. */
export function passes(does: number, situation: number): boolean {
  switch (does) {
    case MARK:
      return true;
    case SAME_SENTENCE:
      return situation !== SENTENCE_EDGE;
    case AT_CLAUSE_EDGE:
      return situation !== NO_EDGE && situation !== START;
    case AT_TURN_START:
      return situation === AFTER_TURN_START;
    default:
      return false;
  }
}

/** A number is taken whole: neither its start nor its end lies inside a longer run of digits. */
export function beginsNumber(text: Folded, i: number): boolean {
  return (text.flags[i]! & NUMERAL) !== 0 && !continuesNumber(text, i);
}

export function continuesNumber(text: Folded, i: number): boolean {
  if (i === 0 || i >= text.length || edgeAt(text, i) !== NO_EDGE) return false;
  return (text.flags[i]! & text.flags[i - 1]! & NUMERAL) !== 0;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
