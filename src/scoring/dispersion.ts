import type { ScoreTally } from "./scores.js";

/**
 * How much less contact scores vary within an agent than passes and failures of the same mean would: φ between 0 and 1,
 * the pooled variance within agents over p(1−p). A score of 84 that comes from contacts of 80 to 90 says far more than
 * one that comes from 84 contacts of 100 and 16 of 0; a contact of the first kind is worth 1/φ passes or failures
 * (quasi-likelihood with variance φp(1−p): McCullagh and Nelder, Generalized Linear Models, 2nd ed., §4.5).
 *
 * Both variances are estimated without bias (n − 1), so that scores of only 0 and 100 give 1. One imaginary contact of
 * the greatest variance keeps φ above 0 where all contacts of each agent are alike. Where squares were not kept, or no
 * agent has two contacts, 1: the most cautious.
 */
export function dispersion(agents: readonly ScoreTally[]): number {
  let n = 0;
  let final = 0;
  for (const agent of agents) {
    if (agent.contacts > 0 && agent.finalSquares === undefined) return 1;
    n += agent.contacts;
    final += agent.final;
  }
  const some = agents.filter((agent) => agent.contacts > 0);
  const mean = final / n / FULL;
  const greatest = mean * (1 - mean);
  if (!(greatest > 0) || n <= some.length) return 1;
  let within = greatest;
  let binary = greatest;
  for (const { contacts, final, finalSquares = 0 } of some) {
    const p = final / contacts / FULL;
    within += finalSquares / FULL / FULL - contacts * p * p;
    binary += contacts * p * (1 - p);
  }
  const variance = within / (n - some.length);
  return Math.min(1, (variance * n) / (binary + some.length * variance));
}

/** A score of 100 in hundredths of a point. */
const FULL = 10_000;
