import type { Interval } from "../model/result.js";
import { incompleteBeta } from "./beta.js";
import { twoSidedZ } from "./normal.js";

/** How far limits reach: a number of standard deviations, and the share of a normal distribution beyond it on one side. */
export interface Reach {
  readonly z: number;
  readonly tail: number;
}

/** Shewhart's three standard deviations: one false alarm in 370. */
export const THREE_SIGMA: Reach = { z: 3, tail: 0.0013498980316300946 };

/** p ± z√(p(1−p)/n), clipped to 0–1: where the share of n contacts lies if its true value is p. */
export function shewhartLimits(p: number, n: number, z: number): Interval {
  const reach = z * Math.sqrt((p * (1 - p)) / n);
  return [Math.max(0, p - reach), Math.min(1, p + reach)];
}

/** The same, by exact binomial quantiles with the same tails where n·p or n(1−p) is below 5. */
export function shareLimits(p: number, n: number, { z, tail }: Reach): Interval {
  if (n * p >= 5 && n * (1 - p) >= 5) return shewhartLimits(p, n, z);
  return [binomialQuantile(tail, n, p) / n, binomialQuantile(1 - tail, n, p) / n];
}

/**
 * The limits of a funnel plot at n contacts: where agents lie who are no different from the mean share p, for `confidence`
 * of them (0.95 and 0.998 are customary: D. J. Spiegelhalter, Statistics in Medicine 24 (2005)).
 */
export function funnelLimits(p: number, n: number, confidence: number): Interval {
  return shareLimits(p, n, { z: twoSidedZ(confidence), tail: (1 - confidence) / 2 });
}

/** The least count that at least a share q of Binomial(n, p) does not exceed. */
function binomialQuantile(q: number, n: number, p: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (binomialBelow(middle, n, p) >= q) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** P(X ≤ k) for k < n: I_{1−p}(n − k, k + 1), DLMF 8.17.5. */
function binomialBelow(k: number, n: number, p: number): number {
  return incompleteBeta(1 - p, n - k, k + 1);
}
