import { hasBit } from "./bits.js";
import { edgeAt, type Folded, JUMPS } from "./folded.js";
import { createLazyMachine, type LazyMachine, NO_THREADS } from "./lazy.js";
import type { Matcher } from "./match.js";
import type { Program } from "./program.js";
import { createSymbols, type Symbols } from "./symbols.js";

/** Finds what a `Matcher` finds, by looking up instead of simulating. Owns its buffers; one a thread. */
export type QuickMatcher = Omit<Matcher, "steps">;

/**
 * A match is looked for backwards from its end, at most so far: longer ones are mostly fillers, and searching them again
 * and again would not be linear.
 */
const LONGEST_MATCH = 512;

/** @param slow does what the machine cannot: phrases and texts that pass its limits */
export function createQuickMatcher(slow: Matcher): QuickMatcher {
  const symbols = createSymbols();
  const machines = new Map<Program, LazyMachine | null>();
  const skipping = createSkipping();
  const skippingBack = createSkipping();
  const matcher: QuickMatcher = { find, starts: new Int32Array(16), ends: new Int32Array(16) };
  return matcher;

  function find(program: Program, text: Folded, everyEnd: boolean, from = 0, to = text.length): number {
    const machine = machineOf(program);
    const shown = machine === null ? null : symbols.of(text, program.anchored);
    if (machine === null || shown === null || !shown.isWhole)
      return findSlowly(program, text, everyEnd, from, to);
    const contexts = program.anchored ? shown.outside : shown.context;
    const { hasJumps } = shown;
    const { first } = program;
    let count = 0;
    let rest = from;
    let state = NO_THREADS;
    skipping.count = 0;
    for (let i = from; i < to; i++) {
      if (state === NO_THREADS && skipping.count === 0 && first !== null) {
        while (i < to && !hasBit(first, text.code[i]!)) i++;
        if (i === to) break;
      }
      if (hasJumps) skipping.leave(text, i, state);
      const next = machine.step(state, shown, contexts, i, 1);
      if (next < 0) return giveUp(program, text, everyEnd, from, to);
      state = next >> 1;
      if ((next & 1) === 1) {
        const start = startOf(machine, shown, contexts, text, first, rest, i);
        if (start < 0) return findSlowly(program, text, everyEnd, from, to);
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
        if (state < 0) return giveUp(program, text, everyEnd, from, to);
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
    shown: Symbols,
    contexts: Uint8Array,
    text: Folded,
    first: Int32Array | null,
    rest: number,
    end: number,
  ): number {
    const least = Math.max(rest, end - LONGEST_MATCH);
    for (let start = end; start >= least; start--) {
      if (first !== null && !hasBit(first, text.code[start]!)) continue;
      skippingBack.count = 0;
      let state = NO_THREADS;
      for (let i = start; i <= end; i++) {
        if (shown.hasJumps) skippingBack.leave(text, i, state);
        const next = machine.step(state, shown, contexts, i, i === start ? 1 : 0);
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

  function machineOf(program: Program): LazyMachine | null {
    let machine = machines.get(program);
    if (machine === undefined) {
      machine = createLazyMachine(program);
      machines.set(program, machine);
    }
    return machine;
  }

  function giveUp(program: Program, text: Folded, everyEnd: boolean, from: number, to: number): number {
    machines.set(program, null);
    return findSlowly(program, text, everyEnd, from, to);
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
