import { type Advance, kindsOf, type ThreadSet } from "./advance.js";
import { AT_CLAUSE_EDGE, NUMBER, type Program, SAME_SENTENCE } from "./program.js";
import {
  BEGINS_NUMBER,
  CONTEXTS,
  EDGE_BEHIND,
  GOES_ON_AS_NUMBER,
  IS_ALONE,
  IS_JOINED,
  LEAD,
  MAY_END,
  type Symbols,
  TRAIL,
} from "./symbols.js";

/**
 * The machine of one phrase made deterministic as far as texts ask for it (Thompson 1968, as in RE2): a state is the set
 * of threads that `match.ts` would have, a transition is worked out when it is first needed and then looked up:
 *
 *     next = table[(state << shift) + columns[symbol]]
 *
 * is the next state times two, plus one where a match ends behind the character. Below 0: ask `learn`. Hundreds of machines
 * take turns on every text, so what they look up is kept as small as it can be: it has to stay in the processor's cache.
 */
export interface LazyMachine {
  readonly program: Program;
  /** By symbol: its column. Symbols among which the phrase does not distinguish share one. */
  columns: Uint8Array | Uint16Array;
  /** Where a new match may begin with the character, and where only those go on that have begun. */
  fresh: Int16Array;
  begun: Int16Array;
  shift: number;
  /** That of the symbols which the columns are of. */
  generation: number;
  /** Makes the columns fit the symbols: where those are of another generation, or more than there are columns. */
  fit(symbols: Symbols): void;
  /**
   * Works out the transition; -1 where the machine has grown out of its limits: the phrase is to be matched by `match.ts`
   * from now on. Columns and tables may be others afterwards.
   */
  learn(state: number, symbol: number, isFresh: boolean): number;
  /** The state with the threads of `landing` added, that have passed an edge on their way; -1 as for `learn`. */
  join(state: number, landing: number, edge: number): number;
}

/** The state without threads. */
export const NO_THREADS = 0;

/** Limits of a machine: phrases of a standard stay far below, and memory must not follow what somebody writes. */
const MOST_STATES = 4000;
const MOST_CELLS = 1 << 20;
/** The column of symbols not met yet: nothing is worked out there. */
const UNKNOWN = 0;

export function createLazyMachine(program: Program, symbols: Symbols, advance: Advance): LazyMachine {
  const kindOf = kindsOf(program);
  const asked = askedOf(program);
  const columnNumbers = new Map<number, number>();
  // by column: a code point and a context that stand for all of it
  const codes: number[] = [0];
  const contexts: number[] = [0];
  const states: ThreadSet[] = [[]];
  const stateNumbers = new Map<string, number>([["", NO_THREADS]]);
  const joined = new Map<number, number>();
  const machine: LazyMachine = {
    program,
    columns: new Uint8Array(symbols.codes.length + 64),
    fresh: new Int16Array(32).fill(-1),
    begun: new Int16Array(32).fill(-1),
    shift: 3,
    generation: symbols.generation,
    fit,
    learn,
    join,
  };
  return machine;

  function fit(shown: Symbols): void {
    if (machine.generation !== shown.generation) {
      machine.generation = shown.generation;
      machine.columns.fill(UNKNOWN);
    }
    const { columns } = machine;
    if (shown.codes.length > columns.length)
      machine.columns = grown(columns, shown.codes.length * 1.25, columns.BYTES_PER_ELEMENT);
  }

  function learn(state: number, symbol: number, isFresh: boolean): number {
    let column = machine.columns[symbol]!;
    if (column === UNKNOWN) {
      column = columnOf(symbols.codes[symbol]!, symbols.contexts[symbol]! & asked);
      if (column < 0) return -1;
      if (column > 0xff) machine.columns = grown(machine.columns, machine.columns.length, 2);
      machine.columns[symbol] = column;
    }
    const known = (isFresh ? machine.fresh : machine.begun)[(state << machine.shift) + column]!;
    if (known >= 0) return known;
    const { threads, accepts } = advance(program, states[state]!, codes[column]!, contexts[column]!, isFresh);
    const next = numberOf(threads);
    if (next < 0) return -1;
    const value = next * 2 + (accepts ? 1 : 0);
    (isFresh ? machine.fresh : machine.begun)[(state << machine.shift) + column] = value;
    return value;
  }

  function columnOf(code: number, context: number): number {
    const key = kindOf(code) * CONTEXTS + context;
    const known = columnNumbers.get(key);
    if (known !== undefined) return known;
    const column = codes.length;
    if (column === 1 << machine.shift && !layOut(machine.shift + 1, rows())) return -1;
    codes.push(code);
    contexts.push(context);
    columnNumbers.set(key, column);
    return column;
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

  function numberOf(threads: ThreadSet): number {
    const name = threads.join();
    const known = stateNumbers.get(name);
    if (known !== undefined) return known;
    if (states.length === MOST_STATES) return -1;
    if (states.length === rows() && !layOut(machine.shift, rows() * 2)) return -1;
    const number = states.push(threads) - 1;
    stateNumbers.set(name, number);
    return number;
  }

  function rows(): number {
    return machine.fresh.length >> machine.shift;
  }

  function layOut(shift: number, rows: number): boolean {
    if (rows << shift > MOST_CELLS) return false;
    machine.fresh = laidOut(machine.fresh, machine.shift, shift, rows);
    machine.begun = laidOut(machine.begun, machine.shift, shift, rows);
    machine.shift = shift;
    return true;
  }
}

function laidOut(table: Int16Array, before: number, shift: number, rows: number): Int16Array {
  const larger = new Int16Array(rows << shift).fill(-1);
  for (let row = 0; row << before < table.length; row++)
    larger.set(table.subarray(row << before, (row + 1) << before), row << shift);
  return larger;
}

function grown(columns: Uint8Array | Uint16Array, length: number, bytes: number): Uint8Array | Uint16Array {
  const larger = bytes === 1 ? new Uint8Array(length) : new Uint16Array(length);
  larger.set(columns);
  return larger;
}

/** The bits of a context that make a difference to the phrase: the fewer, the sooner everything is worked out. */
function askedOf({ op, anchored }: Program): number {
  let asked = IS_JOINED | IS_ALONE | MAY_END;
  if (anchored) asked |= (3 << LEAD) | (3 << TRAIL);
  if (op.includes(NUMBER)) asked |= BEGINS_NUMBER | GOES_ON_AS_NUMBER;
  if (op.includes(SAME_SENTENCE) || op.includes(AT_CLAUSE_EDGE)) asked |= 3 << EDGE_BEHIND;
  return asked;
}

function ascending(threads: ReadonlySet<number>): ThreadSet {
  return [...threads].sort((a, b) => a - b);
}
