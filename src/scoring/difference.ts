import type { Interval } from "../model/result.js";
import type { ScoreTally } from "./scores.js";
import type { Successes } from "./shrinkage.js";
import { wilson } from "./wilson.js";

export interface Difference {
  /** Second minus first. */
  readonly difference: number;
  readonly interval: Interval;
  /** The interval does not contain 0: at this confidence, chance alone does not make such a difference. */
  readonly moreThanChance: boolean;
}

/**
 * The difference of two independent shares, −1 to 1, with Newcombe's hybrid score interval (R. G. Newcombe, Statistics
 * in Medicine 17 (1998) 873–890, method 10): the Wilson limits of both, put together as the sides of a right angle.
 * null where either has no contacts.
 *
 * Of twenty comparisons at 95 %, one is "more than chance" by chance: who compares k things at once should ask for a
 * confidence of 1 − 0.05/k (Bonferroni).
 *
 * @throws RangeError as `wilson`
 */
export function shareDifference(before: Successes, after: Successes, confidence = 0.95): Difference | null {
  const first = wilson(before.successes, before.n, confidence);
  const second = wilson(after.successes, after.n, confidence);
  if (first === null || second === null) return null;
  const p1 = before.successes / before.n;
  const p2 = after.successes / after.n;
  const difference = p2 - p1;
  const low = difference - Math.hypot(p2 - second[0], first[1] - p1);
  const high = difference + Math.hypot(second[1] - p2, p1 - first[0]);
  return { difference, interval: [low, high], moreThanChance: low > 0 || high < 0 };
}

/**
 * The difference of two mean final scores in points, −100 to 100, likewise. Conservative, because contact scores vary
 * less than passes and failures of the same mean (wilson.ts): what it calls more than chance is.
 */
export function scoreDifference(before: ScoreTally, after: ScoreTally, confidence = 0.95): Difference | null {
  const shares = shareDifference(sharesOf(before), sharesOf(after), confidence);
  if (shares === null) return null;
  const [low, high] = shares.interval;
  return { ...shares, difference: shares.difference * 100, interval: [low * 100, high * 100] };
}

function sharesOf({ contacts, final }: ScoreTally): Successes {
  return { successes: final / 10_000, n: contacts };
}
