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
  /** Whether it stands letter for letter, where that is known already. */
  readonly written: boolean | null;
}

/**
 * Leaves of matches of one list that overlap the longest (of equals the first), and puts all in text order.
 */
export function mergeMatches(matches: Match[]): readonly Match[] {
  if (matches.length < 2) return matches;
  matches.sort(byList);
  const merged: Match[] = [];
  let last = matches[0]!;
  for (let i = 1; i < matches.length; i++) {
    const match = matches[i]!;
    if (match.list === last.list && match.from < last.to) {
      if (match.to - match.from > last.to - last.from) last = match;
      continue;
    }
    merged.push(last);
    last = match;
  }
  merged.push(last);
  return merged.sort(byPlace);
}

function byList(a: Match, b: Match): number {
  return a.list - b.list || a.from - b.from || b.to - a.to || a.index - b.index;
}

function byPlace(a: Match, b: Match): number {
  return a.from - b.from || a.to - b.to || a.list - b.list;
}
