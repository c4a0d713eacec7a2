import { foldCodePoint, kindOf, NUMERAL } from "./fold.js";
import { ALONE, endOf, type Folded, JUMPS } from "./folded.js";
import { ACCEPT, ANY, CHAR, MARK, NUMBER, type Program } from "./program.js";
import { readCodePoint } from "./utf8.js";

/**
 * Tells whether `bytes[from, to)`, a match of the program, stands there letter for letter: every character as
 * the phrase has it, and nothing between them that the phrase has not (a gap takes any character, but nothing
 * that folding skips).
 */
export type WrittenTest = (program: Program, bytes: Uint8Array, from: number, to: number) => boolean;

/**
 * The same for the common case, quickly: the match from boundary `start` to boundary `end` of the folded
 * text. null where it takes the full test.
 */
export function isWrittenPlainly(program: Program, text: Folded, start: number, end: number): boolean | null {
  if (!program.plainlyWritten) return null;
  for (let i = start; i < end; i++) {
    // Something is skipped between the characters, and the phrase has nothing there.
    if (i > start && text.from[i] !== endOf(text, i - 1)) return false;
    if ((text.flags[i]! & (ALONE | JUMPS)) !== 0) return null;
    const at = text.base + text.from[i]!;
    if (readCodePoint(text.bytes, at, at + 4) >> 3 !== text.code[i]) return null;
  }
  return true;
}

/** What people say they say again: the answers for short matches are kept. */
export function rememberedTest(test: WrittenTest): WrittenTest {
  const known = new Map<Program, Map<string, boolean>>();
  return (program, bytes, from, to) => {
    if (to - from > LONGEST_KEPT) return test(program, bytes, from, to);
    let answers = known.get(program);
    if (answers === undefined || answers.size === MOST_KEPT) {
      answers = new Map();
      known.set(program, answers);
    }
    const key = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = test(program, bytes, from, to);
      answers.set(key, answer);
    }
    return answer;
  };
}

const LONGEST_KEPT = 120;
const MOST_KEPT = 500;

/** Owns its buffers; one a thread. */
export function createWrittenTest(): WrittenTest {
  let now: number[] = [];
  let soon: number[] = [];
  let seen = new Int32Array(0);
  let round = 0;
  return (program, bytes, from, to) => {
    if (seen.length < program.size || round > 0x3fffffff) {
      seen = new Int32Array(program.size * 2);
      round = 0;
    }
    now.length = 0;
    round++;
    reach(program, program.start, now);
    for (let at = from; at < to && now.length > 0; ) {
      const read = readCodePoint(bytes, at, to);
      soon.length = 0;
      round++;
      for (const state of now) {
        if (!takes(program, state, read >> 3)) continue;
        reach(program, program.next[state]!, soon);
        if (program.op[state] === NUMBER) reach(program, state, soon);
      }
      const next = soon;
      soon = now;
      now = next;
      at += read & 7;
    }
    return now.some((state) => program.op[state] === ACCEPT);
  };

  /** Adds the states reached without taking a character. Edges hold already: the place is a match. */
  function reach(program: Program, state: number, states: number[]): void {
    if (state < 0 || seen[state] === round) return;
    seen[state] = round;
    const op = program.op[state]!;
    if (op <= NUMBER || op === MARK || op === ACCEPT) {
      states.push(state);
      return;
    }
    reach(program, program.next[state]!, states);
    reach(program, program.other[state]!, states);
  }
}

function takes(program: Program, state: number, raw: number): boolean {
  switch (program.op[state]) {
    case CHAR:
    case MARK:
      return program.raw[state] === raw;
    case ANY:
      return foldCodePoint(raw) !== 0;
    case NUMBER:
      return foldCodePoint(raw) !== 0 && (kindOf(raw) & NUMERAL) !== 0;
    default:
      return false;
  }
}
