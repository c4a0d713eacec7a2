import { HOWS } from "../model/turns.js";
import type { HitColumns } from "./types.js";

export const AS_WRITTEN = HOWS.indexOf("as-written");
export const FOLDED = HOWS.indexOf("folded");
export const SOUND_ALIKE = HOWS.indexOf("sound-alike");

/** A match of one phrase. */
export interface Match {
  /** Position in the book. */
  readonly phrase: number;
  readonly list: number;
  /** Position in the list. */
  readonly index: number;
  /** Bytes of the text. */
  readonly from: number;
  readonly to: number;
  /** Boundaries of the folded text; -1 where it was not needed. */
  readonly start: number;
  readonly end: number;
  /** Index in HOWS, where that is known already. */
  readonly how: number | null;
}

export function createHitColumns(room: number): HitColumns {
  return {
    list: new Int32Array(room),
    phrase: new Int32Array(room),
    from: new Int32Array(room),
    to: new Int32Array(room),
    how: new Uint8Array(room),
    waived: new Int16Array(room),
  };
}

/**
 * Leaves of matches of one list that overlap the longest (of equals the first), and puts all in text order.
 *
 * @param hidden takes those that are left out
 */
export function mergeMatches(matches: Match[], hidden: Match[] = []): readonly Match[] {
  if (matches.length < 2) return matches;
  sort(matches, byList);
  const merged: Match[] = [];
  let last = matches[0]!;
  for (let i = 1; i < matches.length; i++) {
    const match = matches[i]!;
    if (match.list === last.list && match.from < last.to) {
      const isLonger = match.to - match.from > last.to - last.from;
      hidden.push(isLonger ? last : match);
      if (isLonger) last = match;
      continue;
    }
    merged.push(last);
    last = match;
  }
  merged.push(last);
  sort(merged, byPlace);
  return merged;
}

/** As `mergeMatches`, but those that pass make way for all others, however short. */
export function mergeByRank(matches: readonly Match[], passes: (match: Match) => boolean): readonly Match[] {
  const passing: Match[] = [];
  const staying: Match[] = [];
  for (const match of matches) (passes(match) ? passing : staying).push(match);
  const merged = mergeMatches(staying);
  const beside = mergeMatches([...withoutOverlapping(passing, merged)]);
  return mergeMatches([...merged, ...beside]);
}

/** Most turns have a handful of matches; the sort of the language allocates even for two. */
function sort(matches: Match[], compare: (a: Match, b: Match) => number): void {
  if (matches.length > FEW) {
    matches.sort(compare);
    return;
  }
  for (let i = 1; i < matches.length; i++) {
    const match = matches[i]!;
    let at = i;
    for (; at > 0 && compare(matches[at - 1]!, match) > 0; at--) matches[at] = matches[at - 1]!;
    matches[at] = match;
  }
}

const FEW = 16;

/** The matches that share no byte with one of the `others` of the same list. */
export function withoutOverlapping(matches: readonly Match[], others: readonly Match[]): readonly Match[] {
  if (others.length === 0) return matches;
  const sorted = others.toSorted(byList);
  // Of the others of one list up to here, the furthest end.
  const reach: number[] = [];
  sorted.forEach(({ list, to }, at) => {
    const before = sorted[at - 1]?.list === list ? reach[at - 1]! : 0;
    reach.push(Math.max(before, to));
  });
  return matches.filter(({ list, from, to }) => {
    const last = countWhile(sorted, (other) => other.list < list || (other.list === list && other.from < to));
    return last === 0 || sorted[last - 1]!.list !== list || reach[last - 1]! <= from;
  });
}

/** How many of the matches come before the first for which the test does not hold. */
function countWhile(matches: readonly Match[], holds: (match: Match) => boolean): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(matches[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byList(a: Match, b: Match): number {
  return a.list - b.list || a.from - b.from || b.to - a.to || a.index - b.index;
}

function byPlace(a: Match, b: Match): number {
  return a.from - b.from || a.to - b.to || a.list - b.list;
}
