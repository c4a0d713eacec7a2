import type { GateTrend, Trend } from "../../scoring/trends.js";
import { type Inline, text } from "../document.js";
import type { Tone } from "../report.js";

/** A line of bars, a run each, as high as its value between the lowest and the highest; marked where it is a signal. */
export function sparkline({ points }: Trend): Inline {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  return joined(
    points.map(({ value, signal }) => ({
      mark: value === null ? BLANK : barOf(value, low, high),
      tone: signal ? "bad" : null,
    })),
  );
}

/** Whether a gate was met, a mark for each run. */
export function gateMarks(met: GateTrend["met"]): Inline {
  return joined(
    met.map((one) => {
      if (one === null) return { mark: BLANK, tone: "dim" };
      return one ? { mark: "✓", tone: "good" } : { mark: "✗", tone: "bad" };
    }),
  );
}

/** Whether the latest run is outside its limits. */
export function isMoved({ points }: Trend): boolean {
  return points.at(-1)?.signal === true;
}

interface Mark {
  readonly mark: string;
  readonly tone: Tone | null;
}

const BARS = "▁▂▃▄▅▆▇█";
const BLANK = "·";

function barOf(value: number, low: number, high: number): string {
  if (high === low) return BARS.charAt(Math.floor(BARS.length / 2));
  const step = Math.floor(((value - low) / (high - low)) * BARS.length);
  return BARS.charAt(Math.min(BARS.length - 1, step));
}

/** Neighbours of one tone as one stretch. */
function joined(marks: readonly Mark[]): Inline {
  const stretches: { marks: string; tone: Tone | null }[] = [];
  for (const { mark, tone } of marks) {
    const last = stretches.at(-1);
    if (last !== undefined && last.tone === tone) last.marks += mark;
    else stretches.push({ marks: mark, tone });
  }
  return stretches.map(({ marks, tone }) => text(marks, tone));
}
