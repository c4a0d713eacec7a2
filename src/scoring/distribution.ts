import type { Distribution } from "../model/result.js";
import type { ValueCounts } from "./summary.js";

/**
 * The values of a measure in at most forty classes (fewer for few values) of equal width, a round number of which the limit is a multiple, so
 * that what met the limit and what missed it never share a class. Classes reach as far as nineteen in twenty values do,
 * and at least to twice the limit; what lies beyond is counted. null where there is no value.
 *
 * `unit` `s`: values and limit are milliseconds and are reported as seconds.
 */
export function distribution(unit: string, measured: ValueCounts, limit: number | null): Distribution | null {
  const { values, counts } = measured;
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  if (order.length === 0) return null;
  const scale = unit === "s" ? 1000 : 1;
  const reach = reachOf(order, measured, limit ?? 0);
  const most = mostClasses(counts);
  const width = classWidth(reach / scale, (limit ?? 0) / scale, most) * scale;
  const inClass = new Array<number>(Math.max(1, Math.min(most, Math.ceil(reach / width)))).fill(0);
  let above = 0;
  let below = 0;
  for (const at of order) {
    const value = values[at]!;
    const index = Math.max(0, Math.ceil(value / width) - 1);
    if (value < 0) below += counts[at]!;
    else if (index >= inClass.length) above += counts[at]!;
    else inClass[index]! += counts[at]!;
  }
  return {
    unit,
    limit: limit === null ? null : limit / scale,
    width: width / scale,
    counts: inClass,
    above,
    below,
  };
}

/** Where classes end: at what 95 % of the values do not exceed, but not nearer than 2 limits nor further than 8. */
function reachOf(order: readonly number[], { values, counts }: ValueCounts, limit: number): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  let at = 0;
  for (; seen + counts[order[at]!]! < 0.95 * n; at++) seen += counts[order[at]!]!;
  const typical = values[order[at]!]!;
  const most = Math.max(values[order.at(-1)!]!, limit);
  return Math.min(most, limit === 0 ? typical : Math.min(Math.max(typical, 2 * limit), 8 * limit));
}

/** As many classes as their shape is worth: about 2∛n (the rule of Rice University), from 8 to 40. */
function mostClasses(counts: Float64Array): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return Math.min(40, Math.max(8, Math.ceil(2 * Math.cbrt(n))));
}

/** The narrowest round width that needs no more than `most` classes and divides the limit; a fraction of it else. */
function classWidth(reach: number, limit: number, most: number): number {
  const round = ROUND.filter((width) => Math.ceil(reach / width) <= most);
  const fits = round.find((width) => limit === 0 || Number.isInteger(Number((limit / width).toFixed(9))));
  if (fits !== undefined && fits <= Math.max(limit, reach)) return fits;
  if (limit > 0) return limit / Math.max(1, Math.floor((most * limit) / reach));
  return round[0] ?? (reach > 0 ? reach / most : 1);
}

/** Seconds, minutes, hours and days that a clock face is divided by; counts and shares below one. */
const ROUND = [
  0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200,
  10_800, 14_400, 21_600, 43_200, 86_400, 172_800, 432_000, 864_000,
];
