import type { Interval } from "../model/result.js";

/** To this many decimals, halves up. What comes of logarithms and quantiles is only reported as far as it is sure. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/** An interval of shares (0–1) as results carry it: to six decimals. */
export function shareInterval(interval: Interval | null): Interval | null {
  return interval && [round(interval[0], 6), round(interval[1], 6)];
}

/** An interval of shares (0–1) on the scale of scores (0–100), to 0.01. */
export function scoreInterval(interval: Interval | null): Interval | null {
  return interval && [round(interval[0] * 100, 2), round(interval[1] * 100, 2)];
}
