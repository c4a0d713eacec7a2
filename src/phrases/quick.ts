import { hasBit } from "./bits.js";
import type { Folded } from "./folded.js";
import { createLazyMachine, type LazyMachine, NO_THREADS } from "./lazy.js";
import type { Matcher } from "./match.js";
import type { Program } from "./program.js";
import { createSymbols } from "./symbols.js";

/** Finds what a `Matcher` finds, by looking up instead of simulating. Owns its buffers; one a thread. */
export interface QuickMatcher {
  /** As `Matcher.find` on the whole text, without `everyEnd`. */
  find(program: Program, text: Folded): number;
  starts: Int32Array;
  ends: Int32Array;
}

/** @param slow does what the machine cannot: texts with fillers of several characters, and phrases that grow too large */
export function createQuickMatcher(slow: Matcher): QuickMatcher {
  const symbols = createSymbols();
  const machines = new Map<Program, LazyMachine | null>();
  const matcher: QuickMatcher = { find, starts: new Int32Array(16), ends: new Int32Array(16) };
  return matcher;

  function find(program: Program, text: Folded): number {
    const machine = machineOf(program);
    if (machine === null) return findSlowly(program, text);
    const shown = symbols.of(text, program.anchored);
    if (!shown.isWhole) return findSlowly(program, text);
    const contexts = program.anchored ? shown.outside : shown.context;
    const { first } = program;
    let count = 0;
    let rest = 0;
    let state = NO_THREADS;
    for (let i = 0; i < text.length; i++) {
      if (state === NO_THREADS && first !== null) {
        while (i < text.length && !hasBit(first, text.code[i]!)) i++;
        if (i === text.length) break;
      }
      const next = machine.step(state, shown, contexts, i, 1);
      if (next < 0) return giveUp(program, text);
      state = next >> 1;
      if ((next & 1) === 0) continue;
      const start = startOf(i, rest);
      if (start < 0) return giveUp(program, text);
      if (count === matcher.starts.length) grow();
      matcher.starts[count] = start;
      matcher.ends[count++] = i + 1;
      rest = i + 1;
      state = NO_THREADS;
    }
    return count;

    /** The latest place from which a match ends behind character `end`; -1 where the machine gave up. */
    function startOf(end: number, from: number): number {
      for (let start = end; start >= from; start--) {
        if (first !== null && !hasBit(first, text.code[start]!)) continue;
        let at = machine!.step(NO_THREADS, shown, contexts, start, 1);
        for (let i = start + 1; i <= end && at >> 1 !== NO_THREADS; i++) {
          at = machine!.step(at >> 1, shown, contexts, i, 0);
          if (at < 0) return -1;
          if (i === end && (at & 1) === 1) return start;
        }
        if (at < 0 || (start === end && (at & 1) === 1)) return at < 0 ? -1 : start;
      }
      return -1;
    }
  }

  function machineOf(program: Program): LazyMachine | null {
    let machine = machines.get(program);
    if (machine === undefined) {
      machine = createLazyMachine(program);
      machines.set(program, machine);
    }
    return machine;
  }

  function giveUp(program: Program, text: Folded): number {
    machines.set(program, null);
    return findSlowly(program, text);
  }

  function findSlowly(program: Program, text: Folded): number {
    const count = slow.find(program, text, false);
    matcher.starts = slow.starts;
    matcher.ends = slow.ends;
    return count;
  }

  function grow(): void {
    for (const column of ["starts", "ends"] as const) {
      const larger = new Int32Array(matcher[column].length * 2);
      larger.set(matcher[column]);
      matcher[column] = larger;
    }
  }
}
