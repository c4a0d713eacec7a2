import type { GroupResult, RuleResult, Totals } from "../model/result.js";
import type { ScoreTally } from "./scores.js";
import type { Successes } from "./shrinkage.js";

/** One thing of one result: what is reported of it, and what its interval is computed from. */
export interface Entry {
  readonly id: string;
  readonly value: number | null;
  readonly n: number;
  /** null: nothing to compute an interval from. */
  readonly basis: Basis | null;
}

export type Basis = (Successes & { readonly kind: "share" }) | (ScoreTally & { readonly kind: "score" });

export function scoreEntry({ final, contacts }: Totals["score"]): Entry {
  return { id: "score", value: final, n: contacts, basis: scoreBasis(final, contacts) };
}

/** A rule that judged nothing is not compared: it has no rate. */
export function ruleEntry({ id, rate, pass, fail }: RuleResult): readonly Entry[] {
  const n = pass + fail;
  if (rate === null) return [];
  // a level whose formula counts otherwise than by its verdicts has a rate and no such sample
  const isShare = n > 0 && Math.abs(pass / n - rate) < 1e-9;
  return [{ id, value: rate, n, basis: isShare ? { kind: "share", successes: pass, n } : null }];
}

/**
 * A team or an agent. A result does not say how many of its contacts have a score; at least as many as its most often
 * judged rule was judged on. That number makes the interval too wide rather than too narrow.
 */
export function groupEntry({ id, contacts, score, rules }: GroupResult): Entry {
  const judged = Object.values(rules).map(({ pass, fail }) => pass + fail);
  const n = Math.min(contacts, Math.max(0, ...judged));
  return { id, value: score.final, n: contacts, basis: scoreBasis(score.final, n) };
}

function scoreBasis(final: number | null, contacts: number): Basis | null {
  if (final === null || contacts === 0) return null;
  // scores are added up in hundredths of a point (scores.ts)
  const sum = Math.min(10_000, Math.round(final * 100)) * contacts;
  return { kind: "score", contacts, raw: sum, final: sum };
}
