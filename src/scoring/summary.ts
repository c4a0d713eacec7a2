import type { MeasureSummary } from "../model/result.js";
import { round } from "./round.js";

/**
 * What a measure was like over all contacts. `values` in any order; NaN (the contact has no such measure) is left out.
 *
 * Percentiles, the median among them, are nearest-rank: the p-th is the smallest value that at least p % of the values
 * do not exceed, so every percentile reported is a value that occurred. (A spreadsheet's MEDIAN of an even number of
 * values is the mean of the middle two; this is the lower one.)
 *
 * The values are sorted before they are added up, and the rounding error of the sum is carried along (A. Neumaier,
 * ZAMM 54 (1974)): the mean does not depend on their order, and for whole milliseconds the sum is exact.
 *
 * `unit` `s`: values are milliseconds and are reported as seconds, to the millisecond. Others to six decimals.
 */
export function measureSummary(
  unit: string,
  values: Float64Array,
  from: Readonly<Record<string, number>>,
): MeasureSummary {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  const report = (value: number): number => (unit === "s" ? round(value / 1000, 3) : round(value, 6));
  const percentile = (p: number): number => report(sorted[Math.ceil((p * n) / 100) - 1]!);
  if (n === 0) return { unit, n, mean: null, median: null, p90: null, max: null, from };
  return {
    unit,
    n,
    mean: report(sum(sorted) / n),
    median: percentile(50),
    p90: percentile(90),
    max: percentile(100),
    from,
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
