import type { Severity } from "../model/rule.js";
import { FAIL, PASS, verdictOf } from "../model/verdict.js";

/** How much a rule counts in a contact's score, by severity: whole numbers, so that sums are exact in any order. */
export type Weights = Readonly<Record<Severity, number>>;

/**
 * Weights with some of them replaced; the others stay 10, 5, 2 and, for `info` and `gate`, 0: reported without a score.
 *
 * @throws RangeError for a weight that is not a whole number from 0 to 1000, or a critical one of 0: what fails a contact
 * outright cannot weigh nothing
 */
export function weightsWith(replaced: Partial<Weights> = {}): Weights {
  const weights = { critical: 10, major: 5, minor: 2, info: 0, gate: 0, ...replaced };
  const possible = Object.values(weights).every((w) => Number.isInteger(w) && w >= 0 && w <= 1000);
  if (!possible || weights.critical === 0)
    throw new RangeError(`impossible weights: ${JSON.stringify(weights)}`);
  return weights;
}

/** In hundredths of a point, 0–10,000: whole numbers, so that sums over contacts are exact in any order. */
export interface ContactScore {
  /** Share of applicable, assessed rules met, by weight. */
  readonly raw: number;
  /** The same, but 0 where a critical rule failed. */
  readonly final: number;
}

/**
 * Scores contacts: Σ weight of rules passed / Σ weight of rules passed or failed. Rules that did not apply, could not be
 * assessed or are pending are outside of it.
 *
 * @param severities of the rules, in the order in which their verdicts will come
 * @returns a function from the verdict codes (model/verdict.ts) of one contact to its score; null where nothing that
 * has a weight passed or failed
 */
export function contactScorer(
  severities: readonly Severity[],
  weights: Weights,
): (codes: ArrayLike<number>) => ContactScore | null {
  const weightOf = Int32Array.from(severities, (severity) => weights[severity]);
  const isCritical = severities.map((severity) => severity === "critical");
  return (codes) => {
    let passed = 0;
    let assessed = 0;
    let critical = false;
    for (let rule = 0; rule < weightOf.length; rule++) {
      const verdict = verdictOf(codes[rule]!);
      if (verdict !== PASS && verdict !== FAIL) continue;
      assessed += weightOf[rule]!;
      if (verdict === PASS) passed += weightOf[rule]!;
      else if (isCritical[rule]) critical = true;
    }
    const raw = centipoints(passed, assessed);
    return raw === null ? null : { raw, final: critical ? 0 : raw };
  };
}

/** Share of a weight in hundredths of a point, 0–10,000, halves up; null for zero of zero. */
export function centipoints(passed: number, assessed: number): number | null {
  return assessed === 0 ? null : Math.round((10_000 * passed) / assessed);
}
