import { scaleLinear } from "d3-scale";
import type { Distribution } from "../../model/result.js";
import { html, type Markup } from "../html/markup.js";
import { type Chart, label, line, linked, px, svg, yAxis } from "./svg.js";

export interface HistogramWords {
  readonly value: (value: number) => string;
  readonly count: (count: number) => string;
  readonly target: string;
  readonly more: (value: string) => string;
  readonly between: (from: string, to: string, count: number) => string;
  readonly beyond: (from: string, count: number) => string;
}

/** How a measure is distributed, with the limit as a line: classes left of it met the limit, those right of it did not. */
export function histogram(
  about: Pick<Chart, "id" | "title" | "description">,
  { counts, above, width, limit }: Distribution,
  href: string | null,
  words: HistogramWords,
): Markup {
  const frame = { left: 52, top: 30, right: WIDTH - 12, bottom: HEIGHT - 32 };
  const bars = above > 0 ? [...counts, above] : counts;
  const wide = (frame.right - frame.left) / bars.length;
  const y = scaleLinear([0, Math.max(1, ...bars)], [frame.bottom, frame.top]).nice(4);
  const late = (index: number): boolean => limit !== null && index * width >= limit - width / 1e6;
  const ticks = y.ticks(4).filter(Number.isInteger);
  const edges = tickEdges(counts.length, limit === null ? null : Math.round(limit / width));
  return svg({
    ...about,
    width: WIDTH,
    height: HEIGHT,
    body: [
      yAxis(frame, ticks, y, words.count),
      bars.map((count, index) => {
        if (count === 0) return null;
        const open = index === counts.length;
        const [from, to] = [words.value(index * width), words.value((index + 1) * width)];
        const title = open ? words.beyond(from, count) : words.between(from, to, count);
        const top = Math.min(y(count), frame.bottom - 1.5);
        const bar = html`<rect class="${late(index) ? "bar late" : "bar"}" x="${px(frame.left + index * wide + (open ? 4 : 0.75))}" y="${px(top)}" width="${px(Math.max(1, wide - (open ? 4 : 1.5)))}" height="${px(frame.bottom - top)}"/>`;
        return linked(late(index) ? href : null, title, bar);
      }),
      line(frame.left, frame.bottom, frame.right, frame.bottom, "base"),
      edges.map((edge) =>
        label(frame.left + edge * wide, frame.bottom + 19, words.value(edge * width), "middle"),
      ),
      label(
        frame.right,
        frame.bottom + 19,
        above > 0 ? words.more(words.value(counts.length * width)) : words.value(counts.length * width),
        "end",
      ),
      limit === null ? null : limitLine(frame.left + (limit / width) * wide, frame, words.target),
    ],
  });
}

const WIDTH = 720;
const HEIGHT = 228;
/** Borders named below the bars: so many read well, and more than the most would touch. */
const NAMES = 8;
const MOST_NAMES = 13;

function limitLine(x: number, frame: { top: number; bottom: number }, target: string): Markup {
  const end = x > WIDTH / 2;
  return html`${line(x, frame.top - 20, x, frame.bottom, "target")}${label(end ? x - 6 : x + 6, frame.top - 10, target, end ? "end" : "start", "axis target-label")}`;
}

/** About eight borders to name, the limit's among them if that can be: its line bears its value anyway. */
function tickEdges(classes: number, limit: number | null): readonly number[] {
  const fits = [1, 2, 3, 4, 5, 6, 8, 10].filter((one) => classes / one <= MOST_NAMES);
  const far = (one: number) => Math.abs(classes / one - NAMES);
  const exact = fits.filter((one) => limit === null || limit % one === 0);
  const [step = 1] = (exact.length > 0 ? exact : fits).sort((a, b) => far(a) - far(b) || a - b);
  const edges = Array.from({ length: Math.floor(classes / step) + 1 }, (_, at) => at * step);
  return edges.filter((edge) => edge <= classes - step / 2 || edge === 0);
}
