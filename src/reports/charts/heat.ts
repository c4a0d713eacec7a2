import { html, type Markup } from "../html/markup.js";
import { type Chart, label, linked, px, svg } from "./svg.js";

export interface HeatCell {
  readonly weekday: number;
  readonly hour: number;
  readonly share: number;
  readonly n: number;
  readonly href: string | null;
  readonly title: string;
}

export interface HeatWords {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly hour: (hour: number) => string;
  readonly percent: (share: number) => string;
}

/**
 * Shares by weekday and hour, from blue (best) to strong orange (worst) in six steps that differ in lightness too.
 * Every cell shows its figure, so that colour is never the only sign. Cells of fewer than five contacts are hatched, and
 * the scale is not made from them. Hours without contacts are empty frames.
 */
export function heatMap(
  about: Pick<Chart, "id" | "title" | "description">,
  cells: readonly HeatCell[],
  words: HeatWords,
): Markup {
  const hours = cells.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const columns = Math.max(...hours) - first + 1;
  const days = [...new Set(cells.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const left = 46;
  const telling = cells.filter(({ n }) => n >= FEW);
  const step = heatSteps((telling.length === 0 ? cells : telling).map(({ share }) => share));
  const wide = Math.min(64, Math.floor((WIDTH - left) / columns));
  return svg({
    ...about,
    width: WIDTH,
    height: TOP + days.length * TALL + 6,
    body: [
      html`<defs><pattern id="${about.id}-few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6"/><line class="hatch over" x1="3" y1="0" x2="3" y2="6"/></pattern></defs>`,
      Array.from({ length: columns }, (_, at) =>
        label(left + (at + 0.5) * wide, TOP - 8, words.hour(first + at), "middle"),
      ),
      days.map((day, row) =>
        label(left - 8, TOP + row * TALL + TALL / 2 + 4, words.weekdays[day - 1] ?? "", "end"),
      ),
      days.map((_, row) =>
        Array.from({ length: columns }, (_, at) => frame(left + at * wide, TOP + row * TALL, wide, "none")),
      ),
      cells.map((cell) => {
        const x = left + (cell.hour - first) * wide;
        const y = TOP + days.indexOf(cell.weekday) * TALL;
        return linked(cell.href, cell.title, drawCell(about.id, cell, step(cell.share), x, y, wide, words));
      }),
    ],
  });
}

const WIDTH = 720;
const TOP = 26;
const TALL = 34;
/** Below this many contacts a share says little. */
const FEW = 5;

function drawCell(
  id: string,
  { share, n }: HeatCell,
  step: number,
  x: number,
  y: number,
  wide: number,
  words: HeatWords,
): Markup {
  const hatch = n < FEW ? frame(x, y, wide, "few", `url(#${id}-few)`) : null;
  return html`${frame(x, y, wide, `heat-${step}`)}${hatch}<text class="on-heat-${step}" x="${px(x + wide / 2)}" y="${px(y + TALL / 2 + 4)}" text-anchor="middle">${wide < 34 ? words.percent(share).replace("%", "") : words.percent(share)}</text>`;
}

function frame(x: number, y: number, wide: number, tone: string, fill: string | null = null): Markup {
  const filled = fill === null ? null : html` fill="${fill}"`;
  return html`<rect class="${tone}"${filled} x="${px(x + 1)}" y="${px(y + 1)}" width="${px(wide - 2)}" height="${px(TALL - 2)}" rx="3"/>`;
}

/**
 * How to tell shares apart by colour: six even steps down from the best, over at least thirty points. Shares outside what
 * the steps were made from get the nearest.
 */
export function heatSteps(shares: readonly number[]): (share: number) => number {
  const best = Math.max(...shares);
  const range = Math.max(0.3, best - Math.min(...shares));
  return (share) => Math.min(STEPS - 1, Math.max(0, Math.floor(((best - share) / range) * STEPS)));
}

const STEPS = 6;
