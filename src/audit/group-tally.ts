import type { GroupCount, Grouping } from "../checks/check.js";

/** Counts by groups of a rule's own choosing. Whole numbers; parts add up by group. */
export interface GroupTally {
  readonly add: Parameters<Grouping["add"]>[1];
  /** As they were added up, in no particular order. */
  entries(): readonly (readonly [by: GroupCount["by"], id: string | number, of: number, n: number])[];
  /** In the order of kind and name. */
  counts(): readonly GroupCount[];
}

export function createGroupTally(): GroupTally {
  const kinds = new Map<GroupCount["by"], Map<string | number, { of: number; n: number }>>();
  const entries = () =>
    [...kinds].flatMap(([by, groups]) => [...groups].map(([id, { of, n }]) => [by, id, of, n] as const));
  return {
    entries,
    add(by, id, of, n) {
      let groups = kinds.get(by);
      if (groups === undefined) {
        groups = new Map();
        kinds.set(by, groups);
      }
      const known = groups.get(id);
      if (known === undefined) groups.set(id, { of, n });
      else {
        known.of += of;
        known.n += n;
      }
    },
    counts: () =>
      entries()
        .map(([by, id, of, n]) => ({ by, id: String(id), of, n }))
        .sort(inOrder),
  };
}

function inOrder(a: GroupCount, b: GroupCount): number {
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
