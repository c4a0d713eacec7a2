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
  MOST_CONTEXTS,
  type Symbols,
  TRAIL,
} from "./symbols.js";

/**
 * The machine of one phrase made deterministic as far as texts ask for it (Thompson 1968, as in RE2): a state is the set
 * of threads that `match.ts` would have, a transition is worked out when it is first needed and then looked up.
 */
export interface LazyMachine {
  /**
   * Goes from `state` over character `i`; where `fresh`, a new match may begin there. Returns the next state times two,
   * plus one where a match ends behind the character; -1 where the machine has grown out of its limits: the phrase is
   * to be matched by `match.ts` from now on.
   */
  step(state: number, symbols: Symbols, contexts: Uint8Array, i: number, fresh: 0 | 1): number;
  /** The state with the threads of `landing` added, that have passed an edge on their way; -1 as for `step`. */
  join(state: number, landing: number, edge: number): number;
}

/** The state without threads. */
export const NO_THREADS = 0;

/** Limits of a machine: phrases of a standard stay far below, and memory must not follow what somebody writes. */
const MOST_STATES = 4000;
const MOST_CLASSES = 250;
const UNKNOWN_CLASS = 255;

export function createLazyMachine(program: Program): LazyMachine {
  // by number of a code point: the class of characters among which the phrase does not distinguish
  let classOf = new Uint8Array(1024).fill(UNKNOWN_CLASS);
  const classes: number[] = [];
  const classNumbers = new Map<string, number>();
  const takersOf = takersByCode(program);
  // by class, context and `fresh`: the symbol's number
  let symbolOf = new Int16Array(0);
  const symbols: { readonly code: number; readonly bits: number; readonly fresh: boolean }[] = [];
  // threads of a state: behind * 3 + passed, ascending
  const states: (readonly number[])[] = [[]];
  const stateNumbers = new Map<string, number>([["", NO_THREADS]]);
  // by state × symbol: what `step` returns, -1 where it is not worked out yet
  let width = 16;
  let table = new Int32Array(width * 16).fill(-1);
  const joined = new Map<number, number>();
  return { step, join };

  function step(
    state: number,
    { char, codes, contexts: bitsOf }: Symbols,
    contexts: Uint8Array,
    i: number,
    fresh: 0 | 1,
  ): number {
    const number = char[i]!;
    let group = number < classOf.length ? classOf[number]! : UNKNOWN_CLASS;
    if (group === UNKNOWN_CLASS) {
      group = classify(number, codes[number]!);
      if (group < 0) return -1;
    }
    const key = ((group * MOST_CONTEXTS + contexts[i]!) << 1) | fresh;
    let symbol = symbolOf[key]!;
    if (symbol < 0) symbol = addSymbol(key, classes[group]!, bitsOf[contexts[i]!]!, fresh === 1);
    const next = table[state * width + symbol]!;
    return next >= 0 ? next : workOut(state, symbol);
  }

  function classify(number: number, code: number): number {
    if (number >= classOf.length) {
      const larger = new Uint8Array(Math.max(number + 1, classOf.length * 2)).fill(UNKNOWN_CLASS);
      larger.set(classOf);
      classOf = larger;
    }
    const takers = takersOf(code);
    let group = classNumbers.get(takers);
    if (group === undefined) {
      if (classes.length === MOST_CLASSES) return -1;
      group = classes.push(code) - 1;
      classNumbers.set(takers, group);
      const larger = new Int16Array(classes.length * MOST_CONTEXTS * 2).fill(-1);
      larger.set(symbolOf);
      symbolOf = larger;
    }
    classOf[number] = group;
    return group;
  }

  function addSymbol(key: number, code: number, bits: number, fresh: boolean): number {
    const symbol = symbols.push({ code, bits, fresh }) - 1;
    symbolOf[key] = symbol;
    if (symbols.length > width) layOut(width * 2, table.length / width);
    return symbol;
  }

  function workOut(state: number, symbol: number): number {
    const { code, bits, fresh } = symbols[symbol]!;
    const { threads, accepts } = advance(program, states[state]!, code, bits, fresh);
    const next = numberOf(threads);
    if (next < 0) return -1;
    const value = next * 2 + (accepts ? 1 : 0);
    table[state * width + symbol] = value;
    return value;
  }

  function join(state: number, landing: number, edge: number): number {
    const key = (state * MOST_STATES + landing) * 3 + edge;
    const known = joined.get(key);
    if (known !== undefined) return known;
    const landed = states[landing]!.map((thread) => thread - (thread % 3) + Math.max(thread % 3, edge));
    const next = numberOf(ascending(new Set([...states[state]!, ...landed])));
    joined.set(key, next);
    return next;
  }

  function numberOf(threads: readonly number[]): number {
    const name = threads.join();
    const known = stateNumbers.get(name);
    if (known !== undefined) return known;
    if (states.length === MOST_STATES) return -1;
    const number = states.push(threads) - 1;
    stateNumbers.set(name, number);
    if (states.length * width > table.length) layOut(width, (table.length / width) * 2);
    return number;
  }

  function layOut(newWidth: number, rows: number): void {
    const larger = new Int32Array(newWidth * rows).fill(-1);
    for (let row = 0; row * width < table.length; row++)
      larger.set(table.subarray(row * width, (row + 1) * width), row * newWidth);
    width = newWidth;
    table = larger;
  }
}

function ascending(threads: ReadonlySet<number>): readonly number[] {
  return [...threads].sort((a, b) => a - b);
}

/** Which states of the program take a character, as a string that is the same for alike characters. */
function takersByCode(program: Program): (code: number) => string {
  const { op, code: wanted, size } = program;
  const exactly = new Map<number, string>();
  const bySound: number[] = [];
  for (let state = 0; state < size; state++) {
    if (op[state] === CHAR) exactly.set(wanted[state]!, `${exactly.get(wanted[state]!) ?? ""} ${state}`);
    else if (op[state] === SOUND) bySound.push(state);
  }
  return (code) => {
    const heard = bySound.filter((state) => takes(program, state, code));
    return `${exactly.get(code) ?? ""} | ${heard.join(" ")}`;
  };
}

function takes({ op, code: wanted }: Program, state: number, code: number): boolean {
  if (op[state] === CHAR) return wanted[state] === code;
  return op[state] === SOUND && soundsLike(sounds().first, wanted[state]!, code);
}

/** One step of the simulation in match.ts, on sets: neither the order of threads nor their starts matter here. */
function advance(
  program: Program,
  threads: readonly number[],
  code: number,
  bits: number,
  fresh: boolean,
): { readonly threads: readonly number[]; readonly accepts: boolean } {
  const { size, op, next, other, ending, anchored } = program;
  const edge = (bits >> EDGE_BEHIND) & 3;
  const trail = anchored ? (bits >> TRAIL) & 3 : ENDS_ANYWHERE;
  const goesOnAsNumber = (bits & GOES_ON_AS_NUMBER) !== 0;
  const reached = new Set<number>();
  const visited = new Set<number>();
  let accepts = false;
  if (fresh && (bits & IS_JOINED) === 0) follow(program.start, START + (anchored ? (bits >> LEAD) & 3 : 0));
  for (const thread of threads) {
    const behind = Math.floor(thread / 3);
    const passed = thread % 3;
    const situation = behind < size ? passed : IN_NUMBER;
    if ((bits & IS_ALONE) !== 0) reached.add(behind * 3 + Math.max(passed, edge));
    follow(behind < size ? next[behind]! : behind - size, situation);
  }
  return { threads: ascending(reached), accepts };

  function follow(state: number, situation: number): void {
    const place = state * 8 + situation;
    if (visited.has(place)) return;
    visited.add(place);
    const does = op[state]!;
    if (does > NUMBER) {
      if (does !== SPLIT && !passes(does, situation)) return;
      follow(next[state]!, situation);
      if (does === SPLIT) follow(other[state]!, situation);
      return;
    }
    if (!mayTake(state, situation)) return;
    const goesOn = does === NUMBER && goesOnAsNumber;
    reached.add(goesOn ? (state + size) * 3 : state * 3 + edge);
    if ((bits & MAY_END) !== 0 && !goesOn && ending[state]! <= trail) accepts = true;
  }

  function mayTake(state: number, situation: number): boolean {
    if (op[state] === NUMBER) return situation === IN_NUMBER || (bits & BEGINS_NUMBER) !== 0;
    return (op[state] !== CHAR && op[state] !== SOUND) || takes(program, state, code);
  }
}
