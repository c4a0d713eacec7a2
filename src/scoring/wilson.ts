import type { Interval } from "../model/result.js";
import { twoSidedZ } from "./normal.js";

/**
 * Wilson's score interval of a share, between 0 and 1; null for n = 0.
 *
 * `(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`, E. B. Wilson, JASA 22 (1927); advised for small n by Brown, Cai and
 * DasGupta, Statistical Science 16 (2001).
 *
 * `successes` may be fractional: the sum of n scores in 0–1 gives an interval of their mean. It is conservative, because
 * no quantity between 0 and 1 with mean p varies more than p(1−p), the variance of one that is only ever 0 or 1.
 *
 * @throws RangeError unless 0 ≤ successes ≤ n and 0 < confidence < 1
 */
export function wilson(successes: number, n: number, confidence = 0.95): Interval | null {
  refuseImpossible(successes, n);
  const z = twoSidedZ(confidence);
  if (n === 0) return null;
  const p = successes / n;
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // The ends are exact where nothing or everything succeeded, whatever rounding makes of the formula.
  const low = successes === 0 ? 0 : (centre - spread) / scale;
  const high = successes === n ? 1 : (centre + spread) / scale;
  return [Math.max(0, low), Math.min(1, high)];
}

/** @throws RangeError unless 0 ≤ successes ≤ n < ∞ */
export function refuseImpossible(successes: number, n: number): void {
  if (successes >= 0 && successes <= n && Number.isFinite(n)) return;
  throw new RangeError(`impossible: ${successes} out of ${n}`);
}
