import type { Automaton } from "./automaton.js";
import { SKIP } from "./classes.js";
import { FILLER, FILLER_WORDS, foldCodePoint } from "./fold.js";
import { ALONE, type Folded, JUMPS } from "./folded.js";
import { readCodePoint, readCodePointBefore } from "./utf8.js";

const OPENERS = new Set(FILLER_WORDS.map((word) => word.codePointAt(0)!));

/**
 * Work allowed for each character of the text; past it everything counts as found, so that no text can make
 * this slow.
 */
const BRANCHES_PER_CHARACTER = 8;

/**
 * Finds the literals that a filler of several characters or a stammer stands in: 处[那个]理, 处理不[不]了. The walk
 * read on through them; here the automaton also takes the way around each, in every combination, but only as
 * far as that differs from the walk: once it has forgotten the characters before the filler, it is where the
 * walk was.
 *
 * @param found called with every event on such a way
 * @returns false when it gave up: any pattern may then be in the text
 */
export function findHidden(text: Folded, automaton: Automaton, found: (event: number) => void): boolean {
  const { length, flags, jump } = text;
  const { depth } = automaton;
  const open: number[] = [];
  const known = new Set<number>();
  let left = 64 + length * BRANCHES_PER_CHARACTER;
  for (let i = 0; i < length; i++) {
    if ((flags[i]! & FILLER) !== 0 || (flags[i]! & (JUMPS | ALONE)) === 0) continue;
    const state = stateBefore(text, automaton, i);
    if (depth[state] === 0) continue;
    branchAt(state, i);
    while (open.length > 0) {
      if (left-- === 0) return false;
      const from = open.pop()!;
      follow(open.pop()!, from);
    }
  }
  return true;

  /** The ways around what begins at character `i`. */
  function branchAt(state: number, i: number): void {
    if ((flags[i]! & JUMPS) !== 0) branch(state, jump[i]!);
    if ((flags[i]! & ALONE) !== 0) branch(state, i + 1);
  }

  function branch(state: number, boundary: number): void {
    const key = boundary * automaton.cells.length + state;
    if (known.has(key)) return;
    known.add(key);
    open.push(state, boundary);
  }

  function follow(from: number, boundary: number): void {
    let state = from;
    let taken = 0;
    for (let i = boundary; i < length && depth[state]! > taken; i++) {
      if ((flags[i]! & FILLER) !== 0) continue;
      branchAt(state, i);
      const next = goOn(automaton, state, text.code[i]!);
      if (next < 0) found(~next);
      state = next < 0 ? automaton.eventState[~next]! : next;
      taken++;
    }
  }
}

/**
 * Whether a filler of `length` characters that ends at byte `end` may hide a literal of `bytes[from, to)`:
 * only where the characters on both sides are neighbours in one, or begin another filler. Looks at a few
 * bytes, to save folding the text.
 */
export function mayHide(
  bytes: Uint8Array,
  from: number,
  to: number,
  end: number,
  length: number,
  automaton: Automaton,
): boolean {
  const { firstMoving, neighbours, root } = automaton;
  let before = 0;
  let at = end;
  for (let left = length + 1; left > 0; ) {
    if (at <= from) return false;
    const read = readCodePointBefore(bytes, from, at);
    at -= read & 7;
    before = read >> 3;
    if (classOf(automaton, before) >= firstMoving) left--;
  }
  if (OPENERS.has(foldCodePoint(before))) return true;
  for (at = end; at < to; ) {
    const read = readCodePoint(bytes, at, to);
    at += read & 7;
    const after = classOf(automaton, read >> 3);
    if (after < firstMoving) continue;
    return (
      OPENERS.has(foldCodePoint(read >> 3)) ||
      neighbours.has(classOf(automaton, before) * root.length + after)
    );
  }
  return false;
}

/**
 * The state of the walk before character `i`: it depends on no more characters than the longest literal has.
 */
function stateBefore(text: Folded, automaton: Automaton, i: number): number {
  let start = i;
  for (let taken = 0; start > 0 && taken < automaton.deepest; ) {
    start--;
    if ((text.flags[start]! & FILLER) === 0) taken++;
  }
  let state = 0;
  for (let at = start; at < i; at++) {
    if ((text.flags[at]! & FILLER) !== 0) continue;
    const next = goOn(automaton, state, text.code[at]!);
    state = next < 0 ? automaton.eventState[~next]! : next;
  }
  return state;
}

function goOn(automaton: Automaton, state: number, code: number): number {
  const step = classOf(automaton, code);
  const { cells, singleOf, root } = automaton;
  if (cells[state + step] === state) return cells[state + step + 1]!;
  const last = singleOf[state]!;
  return cells[last + step] === last ? cells[last + step + 1]! : root[step]!;
}

function classOf({ classes }: Automaton, code: number): number {
  if (code > 0x10ffff) return SKIP;
  return code < 0x10000 ? classes.bmp[code]! : classes.astral[classes.blocks[code >> 8]! + (code & 255)]!;
}
