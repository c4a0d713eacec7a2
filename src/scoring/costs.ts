import type { Interval, Outcomes } from "../model/result.js";

/** Share of customers, 0–1, who buy again, by how their complaint ended, in the words of one source. */
export interface RepurchaseSource {
  readonly source: string;
  readonly silent: number;
  readonly unresolved: number;
  readonly resolved: number;
  readonly resolvedFast: number | null;
}

/**
 * Two published tables, as the handbooks give them. The first quotes a survey for the White House Office of Consumer
 * Affairs (TARP) of customers who lost more than 100 dollars. Neither is about the reader's own customers.
 */
export const REPURCHASE: readonly RepurchaseSource[] = [
  {
    source: "《客户服务—留住客户：客户服务四大环节》",
    silent: 0.09,
    unresolved: 0.19,
    resolved: 0.54,
    resolvedFast: 0.82,
  },
  { source: "《客户服务与交流的技巧》", silent: 0.1, unresolved: 0.2, resolved: 0.9, resolvedFast: null },
];

export interface CostEstimate {
  /** Of the customers whose problem was left unsolved: how many more would come back, had it been solved. null: unknown. */
  readonly unresolved: Interval | null;
  /** Of the customers who met a critical failure, at most this many more would come back, had all gone well. */
  readonly critical: Interval;
}

/**
 * What the findings may cost, in customers who do not come back: contacts × (share who buy again after a good end − after
 * a bad one), by the more cautious source and by the other. A customer met by a critical failure is taken for one who
 * is dissatisfied and says nothing, which is the worst case.
 */
export function costEstimate({ unresolved, criticalContacts }: Outcomes): CostEstimate {
  const between = (contacts: number, bad: "silent" | "unresolved"): Interval => {
    const losses = REPURCHASE.map((table) => contacts * (table.resolved - table[bad]));
    return [Math.min(...losses), Math.max(...losses)];
  };
  return {
    unresolved: unresolved === null ? null : between(unresolved, "unresolved"),
    critical: between(criticalContacts, "silent"),
  };
}
