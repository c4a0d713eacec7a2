import type { GroupCount, Grouping } from "../checks/check.js";

/** Counts by groups, as an audit would count them. */
export function exampleGroups(): {
  adder(times: number): Parameters<Grouping["add"]>[1];
  counts(): readonly GroupCount[];
} {
  const groups = new Map<string, { by: GroupCount["by"]; id: string; of: number; n: number }>();
  return {
    adder: (times) => (by, id, of, n) => {
      const key = `${by} ${id}`;
      const known = groups.get(key) ?? { by, id: String(id), of: 0, n: 0 };
      groups.set(key, { ...known, of: known.of + of * times, n: known.n + n * times });
    },
    counts: () => [...groups.values()],
  };
}
