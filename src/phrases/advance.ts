import { IN_NUMBER, passes, START } from "./match.js";
import { CHAR, ENDS_ANYWHERE, NUMBER, type Program, SOUND, SPLIT } from "./program.js";
import { sounds, soundsLike } from "./sounds.js";
import {
  BEGINS_NUMBER,
  EDGE_BEHIND,
  GOES_ON_AS_NUMBER,
  IS_ALONE,
  IS_JOINED,
  LEAD,
  MAY_END,
  TRAIL,
} from "./symbols.js";

/** Threads of a program behind a character: behind * 3 + passed (see `Threads`), ascending. */
export type ThreadSet = readonly number[];

/**
 * One step of the simulation in match.ts, on sets: neither the order of threads nor their starts matter here.
 *
 * @param code the character that is taken
 * @param bits what stands around it (symbols.ts)
 * @param fresh whether a new match may begin with it
 */
export type Advance = (
  program: Program,
  threads: ThreadSet,
  code: number,
  bits: number,
  fresh: boolean,
) => { readonly threads: ThreadSet; readonly accepts: boolean };

/** Owns its buffers; one a thread. */
export function createAdvance(): Advance {
  // By state × situation, and by thread: the round in which it was reached.
  let visited = new Int32Array(0);
  let added = new Int32Array(0);
  let round = 0;
  const open: number[] = [];
  return advance;

  function advance(program: Program, threads: ThreadSet, code: number, bits: number, fresh: boolean) {
    beginRound(program.size);
    const { size, op, next, other, ending, anchored } = program;
    const edge = (bits >> EDGE_BEHIND) & 3;
    const trail = anchored ? (bits >> TRAIL) & 3 : ENDS_ANYWHERE;
    const goesOnAsNumber = (bits & GOES_ON_AS_NUMBER) !== 0;
    const reached: number[] = [];
    let accepts = false;
    if (fresh && (bits & IS_JOINED) === 0) follow(program.start, START + (anchored ? (bits >> LEAD) & 3 : 0));
    for (const thread of threads) {
      const behind = Math.floor(thread / 3);
      const passed = thread % 3;
      if ((bits & IS_ALONE) !== 0) reach(behind * 3 + Math.max(passed, edge));
      if (behind < size) follow(next[behind]!, passed);
      else follow(behind - size, IN_NUMBER);
    }
    return { threads: reached.sort((a, b) => a - b), accepts };

    function follow(start: number, situation: number): void {
      open.push(start);
      while (open.length > 0) {
        const state = open.pop()!;
        const place = state * SITUATIONS + situation;
        if (visited[place] === round) continue;
        visited[place] = round;
        const does = op[state]!;
        if (does === SPLIT) open.push(other[state]!, next[state]!);
        else if (does <= NUMBER) take(state, situation);
        else if (passes(does, situation)) open.push(next[state]!);
      }
    }

    function take(state: number, situation: number): void {
      if (op[state] === NUMBER && situation !== IN_NUMBER && (bits & BEGINS_NUMBER) === 0) return;
      if (!takes(program, state, code)) return;
      const goesOn = op[state] === NUMBER && goesOnAsNumber;
      reach(goesOn ? (state + size) * 3 : state * 3 + edge);
      if ((bits & MAY_END) !== 0 && !goesOn && ending[state]! <= trail) accepts = true;
    }

    function reach(thread: number): void {
      if (added[thread] === round) return;
      added[thread] = round;
      reached.push(thread);
    }
  }

  function beginRound(size: number): void {
    round++;
    if (visited.length >= size * SITUATIONS && round < 0x3fffffff) return;
    visited = new Int32Array(size * SITUATIONS * 2);
    added = new Int32Array(size * 2 * 3 * 2);
    round = 1;
  }
}

const SITUATIONS = 8;

/** Numbers the characters that the program tells apart; 0: those that it takes nowhere but where any will do. */
export function kindsOf({ op, code: wanted, size }: Program): (code: number) => number {
  const kinds = new Map<number, number>();
  // the table of sounds is made only for a program that listens
  const bySound = new Map<number, number>();
  for (let state = 0; state < size; state++) {
    if (op[state] !== CHAR && op[state] !== SOUND) continue;
    // also where it is only listened for: it is no other character than itself
    const code = wanted[state]!;
    if (!kinds.has(code)) kinds.set(code, kinds.size + bySound.size + 1);
    const sound = op[state] === SOUND ? (sounds().first[code] ?? 0) : 0;
    if (sound !== 0 && !bySound.has(sound)) bySound.set(sound, kinds.size + bySound.size + 1);
  }
  if (bySound.size === 0) return (code) => kinds.get(code) ?? 0;
  const { first } = sounds();
  return (code) => kinds.get(code) ?? bySound.get(first[code] ?? 0) ?? 0;
}

/** Whether the state takes the character, as far as that depends on the character alone. */
function takes({ op, code: wanted }: Program, state: number, code: number): boolean {
  if (op[state] === CHAR) return wanted[state] === code;
  return op[state] !== SOUND || soundsLike(sounds().first, wanted[state]!, code);
}
