import type { MeasureSummary } from "../model/result.js";
import { round } from "./round.js";

/** How often each value of a measure came up: different values in any order, and their counts. */
export interface ValueCounts {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/**
 * What a measure was like over all contacts.
 *
 * Percentiles, the median among them, are nearest-rank: the p-th is the smallest value that at least p % of the values
 * do not exceed, so every percentile reported is a value that occurred. (A spreadsheet's MEDIAN of an even number of
 * values is the mean of the middle two; this is the lower one.)
 *
 * The values are put in order before they are added up: the mean does not depend on theirs. The sum of whole
 * milliseconds is exact; for fractions the rounding error is carried along (A. Neumaier, ZAMM 54 (1974)).
 *
 * `unit` `s`: values are milliseconds and are reported as seconds, to the millisecond. Others to six decimals.
 */
export function measureSummary(
  unit: string,
  measured: ValueCounts,
  from: Readonly<Record<string, number>>,
): MeasureSummary {
  const order = Uint32Array.from(measured.values.keys()).sort(
    (a, b) => measured.values[a]! - measured.values[b]!,
  );
  const values = Float64Array.from(order, (at) => measured.values[at]!);
  const counts = Float64Array.from(order, (at) => measured.counts[at]!);
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { unit, n, mean: null, median: null, p90: null, max: null, from };
  const report = (value: number): number => (unit === "s" ? round(value / 1000, 3) : round(value, 6));
  const percentile = (p: number): number => report(values[rankOf(Math.ceil((p * n) / 100), counts)]!);
  return {
    unit,
    n,
    mean: report(sum(values, counts) / n),
    median: percentile(50),
    p90: percentile(90),
    max: report(values.at(-1)!),
    from,
  };
}

/** Position of the value that the `rank`-th (from 1) of all measured ones has. */
function rankOf(rank: number, counts: Float64Array): number {
  let seen = 0;
  let at = 0;
  while (seen + counts[at]! < rank) seen += counts[at++]!;
  return at;
}

function sum(values: Float64Array, counts: Float64Array): number {
  if (values.every(Number.isInteger)) {
    let total = 0n;
    for (let at = 0; at < values.length; at++) total += BigInt(values[at]!) * BigInt(counts[at]!);
    return Number(total);
  }
  let total = 0;
  let lost = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]! * counts[at]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
