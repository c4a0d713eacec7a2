import type { CheckLists, OwnList } from "./check.js";
import { namedList } from "./words.js";

/** What a rule asks for by phrases and `@lists` under one key: the named lists, and one of its own for the phrases. */
export function listsOf(key: string, entries: readonly string[], list: Omit<OwnList, "phrases">): CheckLists {
  const named = entries.map(namedList).filter((id) => id !== null);
  const own = entries.filter((entry) => namedList(entry) === null);
  return { named, own: own.length === 0 ? {} : { [key]: { ...list, guards: [], phrases: own } } };
}

export function joinedLists(parts: readonly CheckLists[]): CheckLists {
  return {
    named: [...new Set(parts.flatMap(({ named }) => named))],
    own: Object.assign({}, ...parts.map(({ own }) => own)),
  };
}

/** The indexes of those lists. */
export function listIndexes(
  key: string,
  entries: readonly string[],
  list: (id: string) => number,
): readonly number[] {
  const named = entries.filter((entry) => namedList(entry) !== null).map(list);
  return named.length === entries.length ? named : [...named, list(key)];
}
