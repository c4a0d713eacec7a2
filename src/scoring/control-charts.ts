import type { Interval } from "../model/result.js";
import { shareLimits, shewhartLimits, THREE_SIGMA } from "./control-limits.js";

/** One day (or week …) of a chart: how many of `n` contacts met the target. Days without contacts are left blank. */
export interface ChartDay {
  readonly count: number;
  readonly n: number;
}

interface ChartPoint {
  /** null on a day without contacts. */
  readonly share: number | null;
  /** Where a day of this size lies if nothing has changed, 0–1. */
  readonly limits: Interval | null;
  /** Outside the limits: something has changed, or this is the one day in some 370 that is. */
  readonly signal: boolean;
}

export interface ShareChart {
  /** p̄ = Σ count / Σ n; null where there were no contacts at all. */
  readonly centre: number | null;
  readonly points: readonly ChartPoint[];
  /** The limits are this many times as wide as chance alone would make them: 1 in a p-chart, σ_z in a p′-chart. */
  readonly sigmaZ: number;
}

/**
 * A p-chart: p̄ ± 3√(p̄(1−p̄)/n), clipped to 0–1, the limits of each day by its own n (W. A. Shewhart). Where n·p̄ or
 * n(1−p̄) is below 5, exact binomial limits of the same false-alarm rate instead: the usual ones then cry wolf up to
 * once in 11.5 days (W. A. Taylor, 2017).
 */
export function pChart(days: readonly ChartDay[]): ShareChart {
  return chart(days, 1, (centre, n) => shareLimits(centre, n, THREE_SIGMA));
}

/**
 * Laney's p′-chart, for many contacts a day: days differ by more than chance even when nothing happens, so the limits are
 * p̄ ± 3·σᵢ·σ_z with σ_z = mean |zᵢ − zᵢ₋₁| / 1.128, zᵢ = (pᵢ − p̄)/σᵢ (D. B. Laney, Quality Engineering 14 (2002)).
 * Below 1 the days are more alike than chance makes them; 1 where it cannot be told, with fewer than two days, or with no
 * failure or no success at all.
 */
export function laneyChart(days: readonly ChartDay[]): ShareChart {
  const centre = centreOf(days);
  const z = days
    .filter(({ n }) => n > 0)
    .map(({ count, n }) => (count / n - centre!) / Math.sqrt((centre! * (1 - centre!)) / n));
  const range = meanRange(z);
  const sigmaZ = Number.isFinite(range) ? range / D2 : 1;
  return chart(days, sigmaZ, (p, n) => shewhartLimits(p, n, 3 * sigmaZ));
}

export interface IndividualsChart {
  readonly centre: number;
  /** centre ± 2.66 · mean moving range. The lower one may lie below what the measure can be. */
  readonly limits: Interval;
  readonly signals: readonly boolean[];
}

/**
 * An XmR chart of one number a day, such as a median wait: limits from how much it moves from one day to the next
 * (2.66 = 3/1.128; D. J. Wheeler, Understanding Variation). null for fewer than two values.
 */
export function individualsChart(values: readonly number[]): IndividualsChart | null {
  if (values.length < 2) return null;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const reach = 2.66 * meanRange(values);
  const limits: Interval = [centre - reach, centre + reach];
  return { centre, limits, signals: values.map((value) => value < limits[0] || value > limits[1]) };
}

/** What the range of two values of a normal distribution is on average, in standard deviations. */
const D2 = 1.128;

function chart(
  days: readonly ChartDay[],
  sigmaZ: number,
  limitsOf: (centre: number, n: number) => Interval,
): ShareChart {
  const centre = centreOf(days);
  const points = days.map(({ count, n }) => {
    if (centre === null || n === 0) return { share: null, limits: null, signal: false };
    const share = count / n;
    const limits = limitsOf(centre, n);
    return { share, limits, signal: share < limits[0] || share > limits[1] };
  });
  return { centre, points, sigmaZ };
}

function centreOf(days: readonly ChartDay[]): number | null {
  const n = days.reduce((sum, day) => sum + day.n, 0);
  return n === 0 ? null : days.reduce((sum, day) => sum + day.count, 0) / n;
}

/** Mean distance of neighbours; NaN for fewer than two values. */
function meanRange(values: readonly number[]): number {
  const total = values.slice(1).reduce((sum, value, index) => sum + Math.abs(value - values[index]!), 0);
  return total / (values.length - 1);
}
