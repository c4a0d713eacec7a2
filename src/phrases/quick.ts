import { createAdvance } from "./advance.js";
import { hasBit } from "./bits.js";
import { edgeAt, type Folded, JUMPS } from "./folded.js";
import { createLazyMachine, type LazyMachine, NO_THREADS } from "./lazy.js";
import type { Matcher } from "./match.js";
import type { Program } from "./program.js";
import { createSymbols } from "./symbols.js";

/** Finds what a `Matcher` finds, by looking up instead of simulating. Owns its buffers; one a thread. */
export interface QuickMatcher {
  /** Makes a program ready for `find`: whoever looks for it again and again keeps this. */
  of(program: Program): QuickProgram;
  /**
   * As `Matcher.find`.
   *
   * @param lastStart a character behind which no match begins, where that is known
   */
  find(
    quick: QuickProgram,
    text: Folded,
    everyEnd: boolean,
    from?: number,
    to?: number,
    lastStart?: number,
  ): number;
  starts: Int32Array;
  ends: Int32Array;
}

export interface QuickProgram {
  readonly program: Program;
  /** null where it passed the limits of a machine. */
  machine: LazyMachine | null;
}

/**
 * A match is looked for backwards from its end, at most so far: longer ones are mostly fillers, and searching them again
 * and again would not be linear.
 */
const LONGEST_MATCH = 512;

/** @param slow does what the machine cannot: phrases and texts that pass its limits */
export function createQuickMatcher(slow: Matcher): QuickMatcher {
  const symbols = createSymbols();
  const advance = createAdvance();
  const skipping = createSkipping();
  const skippingBack = createSkipping();
  const matcher: QuickMatcher = { of, find, starts: new Int32Array(16), ends: new Int32Array(16) };
  return matcher;

  function of(program: Program): QuickProgram {
    return { program, machine: createLazyMachine(program, symbols.shown, advance) };
  }

  function find(
    quick: QuickProgram,
    text: Folded,
    everyEnd: boolean,
    from = 0,
    to = text.length,
    lastStart = to,
  ): number {
    const { program, machine } = quick;
    if (machine === null) return findSlowly(program, text, everyEnd, from, to);
    const shown = symbols.of(text, program.anchored);
    if (!shown.isWhole) return findSlowly(program, text, everyEnd, from, to);
    if (machine.generation !== shown.generation || machine.columns.length < shown.codes.length)
      machine.fit(shown);
    const { hasJumps } = shown;
    const of = program.anchored ? shown.outer : shown.inner;
    let { fresh, columns, shift } = machine;
    const last = program.atTurnStart ? Math.min(lastStart, text.lastStart) : lastStart;
    let count = 0;
    let rest = from;
    let state = NO_THREADS;
    skipping.count = 0;
    for (let i = from; i < to; i++) {
      if (state === NO_THREADS && i > last && skipping.count === 0) break;
      if (hasJumps) skipping.leave(text, i, state);
      let next = fresh[(state << shift) + columns[of[i]!]!]!;
      if (next < 0) {
        next = machine.learn(state, of[i]!, true);
        if (next < 0) return giveUp(quick, text, everyEnd, from, to);
        ({ fresh, columns, shift } = machine);
      }
      state = next >> 1;
      if ((next & 1) === 1) {
        const start = startOf(machine, of, hasJumps, text, rest, i);
        if (start < 0) return findSlowly(program, text, everyEnd, from, to);
        ({ fresh, columns, shift } = machine);
        if (count === matcher.starts.length) grow();
        matcher.starts[count] = start;
        matcher.ends[count++] = i + 1;
        if (!everyEnd) {
          rest = i + 1;
          state = NO_THREADS;
          skipping.count = 0;
          continue;
        }
      }
      if (skipping.count > 0) {
        state = skipping.land(machine, text, i + 1, state);
        if (state < 0) return giveUp(quick, text, everyEnd, from, to);
        ({ fresh, columns, shift } = machine);
      }
    }
    return count;
  }

  /**
   * The latest place from `rest` on from which a match ends behind character `end`; -1 where the machine gave up, or the
   * match is too long.
   */
  function startOf(
    machine: LazyMachine,
    of: Uint16Array,
    hasJumps: boolean,
    text: Folded,
    rest: number,
    end: number,
  ): number {
    const { first } = machine.program;
    const least = Math.max(rest, end - LONGEST_MATCH);
    for (let start = end; start >= least; start--) {
      if (first !== null && !hasBit(first, text.code[start]!)) continue;
      skippingBack.count = 0;
      let state = NO_THREADS;
      for (let i = start; i <= end; i++) {
        if (hasJumps) skippingBack.leave(text, i, state);
        const next = step(machine, state, of[i]!, i === start);
        if (next < 0) return -1;
        if (i === end && (next & 1) === 1) return start;
        state = next >> 1;
        if (skippingBack.count > 0) {
          state = skippingBack.land(machine, text, i + 1, state);
          if (state < 0) return -1;
        } else if (state === NO_THREADS) break;
      }
    }
    return -1;
  }

  function giveUp(quick: QuickProgram, text: Folded, everyEnd: boolean, from: number, to: number): number {
    quick.machine = null;
    return findSlowly(quick.program, text, everyEnd, from, to);
  }

  function findSlowly(program: Program, text: Folded, everyEnd: boolean, from: number, to: number): number {
    const count = slow.find(program, text, everyEnd, from, to);
    matcher.starts = slow.starts;
    matcher.ends = slow.ends;
    return count;
  }

  function grow(): void {
    matcher.starts = doubled(matcher.starts);
    matcher.ends = doubled(matcher.ends);
  }
}

function step(machine: LazyMachine, state: number, symbol: number, isFresh: boolean): number {
  const { fresh, begun, columns, shift } = machine;
  const next = (isFresh ? fresh : begun)[(state << shift) + columns[symbol]!]!;
  return next >= 0 ? next : machine.learn(state, symbol, isFresh);
}

/** States whose threads are on their way over a filler of several characters. */
function createSkipping() {
  let lands: Int32Array = new Int32Array(16);
  let states: Int32Array = new Int32Array(16);
  const skipping = { count: 0, leave, land };
  return skipping;

  /** Where such a filler begins at character `i`, the threads of the state also go on behind it. */
  function leave(text: Folded, i: number, state: number): void {
    if (state === NO_THREADS || (text.flags[i]! & JUMPS) === 0) return;
    if (skipping.count === lands.length) {
      lands = doubled(lands);
      states = doubled(states);
    }
    lands[skipping.count] = text.jump[i]!;
    states[skipping.count++] = state;
  }

  function land(machine: LazyMachine, text: Folded, boundary: number, state: number): number {
    let joined = state;
    let kept = 0;
    for (let at = 0; at < skipping.count && joined >= 0; at++) {
      if (lands[at] === boundary) {
        joined = machine.join(joined, states[at]!, edgeAt(text, boundary));
      } else {
        lands[kept] = lands[at]!;
        states[kept++] = states[at]!;
      }
    }
    skipping.count = kept;
    return joined;
  }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
