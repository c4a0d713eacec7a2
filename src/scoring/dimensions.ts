import type { DimensionScore, RuleResult } from "../model/result.js";
import { DIMENSIONS, type Dimension } from "../model/rule.js";
import { centipoints, type Weights } from "./contact-score.js";

/**
 * A score per RATER element, in the order of the handbook: Σ weight·pass / Σ weight·(pass + fail) over the verdicts of
 * all its rules at once. Nothing is averaged over averages, and a critical failure costs its weight, not the whole.
 * `pass` and `fail` count the verdicts that the score is made of: rules without a weight (info, gate) are not in it.
 *
 * `contacts`: contacts with at least one verdict of a weighted rule of the dimension. 0 where none is given.
 */
export function dimensionScores(
  rules: readonly Pick<RuleResult, "dimension" | "severity" | "pass" | "fail">[],
  contacts: Readonly<Partial<Record<Dimension, number>>>,
  weights: Weights,
): readonly DimensionScore[] {
  return DIMENSIONS.map((id) => {
    const own = rules.filter((rule) => rule.dimension === id && weights[rule.severity] > 0);
    const sum = (of: (rule: (typeof own)[number]) => number): number =>
      own.reduce((total, rule) => total + of(rule), 0);
    const points = centipoints(
      sum((rule) => weights[rule.severity] * rule.pass),
      sum((rule) => weights[rule.severity] * (rule.pass + rule.fail)),
    );
    return {
      id,
      score: points === null ? null : points / 100,
      contacts: contacts[id] ?? 0,
      pass: sum((rule) => rule.pass),
      fail: sum((rule) => rule.fail),
    };
  });
}
