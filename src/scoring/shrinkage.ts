import type { Interval } from "../model/result.js";
import { betaQuantile } from "./beta.js";

/** How often somebody succeeded. Both may be fractional. */
export interface Successes {
  readonly successes: number;
  readonly n: number;
}

/** What is known of an agent before anything of his own is: a Beta distribution, worth `strength` contacts. */
export interface Prior {
  readonly mean: number;
  /** α + β. */
  readonly strength: number;
}

/**
 * The prior that a group of agents makes, by the method of moments: with p̄ = Σx/Σn and S = Σ nᵢ(pᵢ − p̄)²,
 *
 *     σ² = (S − (k−1) p̄(1−p̄)) / (Σnᵢ − Σnᵢ²/Σnᵢ − (k−1)),   strength = p̄(1−p̄)/σ² − 1
 *
 * J. C. Kleinman, JASA 68 (1973). Small agents need no filter: each counts by its n.
 *
 * @returns null where σ² ≤ 0: the agents differ no more than chance makes them, and there is nothing to rank
 */
export function fitPrior(agents: readonly Successes[]): Prior | null {
  const some = agents.filter(({ n }) => n > 0);
  const total = sum(some, ({ n }) => n);
  const mean = sum(some, ({ successes }) => successes) / total;
  const spread = sum(some, ({ successes, n }) => n * (successes / n - mean) ** 2);
  const chance = mean * (1 - mean);
  const freedom = some.length - 1;
  const variance = (spread - freedom * chance) / (total - sum(some, ({ n }) => n * n) / total - freedom);
  if (!(variance > 0 && variance < Number.POSITIVE_INFINITY)) return null;
  return { mean, strength: Math.max(chance / variance - 1, LEAST_STRENGTH) };
}

/** The agent's share with the prior taken in: (x + α) / (n + α + β). */
export function shrink({ successes, n }: Successes, prior: Prior): number {
  return (successes + prior.mean * prior.strength) / (n + prior.strength);
}

/** The middle `confidence` of Beta(x + α, n − x + β), the posterior distribution of the agent's share. */
export function posteriorInterval({ successes, n }: Successes, prior: Prior, confidence: number): Interval {
  const a = successes + prior.mean * prior.strength;
  const b = n - successes + (1 - prior.mean) * prior.strength;
  const tail = (1 - confidence) / 2;
  return [betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)];
}

/**
 * Agents who have nothing in common (all of one fail, all of another pass) leave the formula no strength at all, and a
 * Beta distribution needs some: a hundredth of a contact, which shrinks nothing visibly.
 */
const LEAST_STRENGTH = 0.01;

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
