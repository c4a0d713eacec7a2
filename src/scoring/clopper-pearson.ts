import type { Interval } from "../model/result.js";
import { betaQuantile } from "./beta.js";
import { refuseImpossible } from "./wilson.js";

/**
 * The "exact" interval of a share, between 0 and 1: it holds the true share at least as often as it says, and is wider
 * than Wilson's for it. null for n = 0. C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), by quantiles of the beta
 * distribution.
 *
 * @throws RangeError unless 0 ≤ successes ≤ n and 0 < confidence < 1
 */
export function clopperPearson(successes: number, n: number, confidence = 0.95): Interval | null {
  refuseImpossible(successes, n);
  const tail = (1 - confidence) / 2;
  if (!(tail > 0 && tail < 0.5)) throw new RangeError(`no confidence of ${confidence}`);
  if (n === 0) return null;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  ];
}
