import type { Trend } from "../../scoring/trends.js";
import { type Inline, text } from "../document.js";

/** A line of bars, a run each, as high as its value between the lowest and the highest; marked where it is a signal. */
export function sparkline({ points }: Trend): Inline {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  return joined(
    points.map(({ value, signal }) => ({
      bar: value === null ? BLANK : barOf(value, low, high),
      signal,
    })),
  );
}

const BARS = "▁▂▃▄▅▆▇█";
const BLANK = "·";

function barOf(value: number, low: number, high: number): string {
  if (high === low) return BARS.charAt(Math.floor(BARS.length / 2));
  const step = Math.floor(((value - low) / (high - low)) * BARS.length);
  return BARS.charAt(Math.min(BARS.length - 1, step));
}

/** Neighbours of one kind as one stretch. */
function joined(bars: readonly { readonly bar: string; readonly signal: boolean }[]): Inline {
  const stretches: { bars: string; signal: boolean }[] = [];
  for (const { bar, signal } of bars) {
    const last = stretches.at(-1);
    if (last?.signal === signal) last.bars += bar;
    else stretches.push({ bars: bar, signal });
  }
  return stretches.map(({ bars, signal }) => text(bars, signal ? "bad" : null));
}
