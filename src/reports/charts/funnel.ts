import { scaleLinear } from "d3-scale";
import { line as path } from "d3-shape";
import { funnelLimits } from "../../scoring/control-limits.js";
import { html, type Markup } from "../html/markup.js";
import { type Chart, label, line, linked, px, svg, yAxis } from "./svg.js";

export interface FunnelPoint {
  readonly label: string;
  readonly n: number;
  /** 0–1. */
  readonly share: number;
  readonly href: string;
  readonly title: string;
}

export interface FunnelWords {
  readonly x: string;
  readonly mean: string;
  readonly limit: (confidence: number) => string;
  readonly score: (share: number) => string;
  readonly count: (n: number) => string;
}

/** Customary in funnel plots: D. J. Spiegelhalter, Statistics in Medicine 24 (2005). */
export const FUNNEL_CONFIDENCES = [0.95, 0.998] as const;

/**
 * Agents by their number of contacts and their score, with the limits between which chance alone puts an agent no
 * different from the mean. Who is outside them is named; who is inside cannot be told from the others.
 */
export function funnelPlot(
  about: Pick<Chart, "id" | "title" | "description">,
  points: readonly FunnelPoint[],
  mean: number,
  words: FunnelWords,
): Markup {
  const frame = { left: 52, top: 16, right: WIDTH - 96, bottom: HEIGHT - 44 };
  const most = Math.max(10, ...points.map(({ n }) => n));
  const end = Math.ceil(most * 1.06);
  const x = scaleLinear([0, end], [frame.left, frame.right]);
  const low = Math.max(0, Math.floor((Math.min(mean, ...points.map(({ share }) => share)) - 0.06) * 10) / 10);
  const y = scaleLinear([low, 1], [frame.bottom, frame.top]);
  return svg({
    ...about,
    width: WIDTH,
    height: HEIGHT,
    body: [
      yAxis(frame, y.ticks(5), y, words.score),
      x.ticks(6).map((tick) => label(x(tick), frame.bottom + 18, words.count(tick), "middle")),
      label((frame.left + frame.right) / 2, HEIGHT - 8, words.x, "middle"),
      line(frame.left, frame.bottom, frame.right, frame.bottom, "base"),
      FUNNEL_CONFIDENCES.map((confidence, at) =>
        limits(confidence, at, mean, end, low, x, y, frame.right, words),
      ),
      line(frame.left, y(mean), frame.right, y(mean), "centre"),
      label(frame.right + 6, y(mean) + 4, words.mean, "start"),
      points.map((point) => mark(point, mean, x(point.n), y(point.share), frame)),
    ],
  });
}

const WIDTH = 720;
const HEIGHT = 320;
const STEPS = 120;

function limits(
  confidence: number,
  at: number,
  mean: number,
  end: number,
  low: number,
  x: (n: number) => number,
  y: (share: number) => number,
  right: number,
  words: FunnelWords,
): Markup {
  const bounds = sizes(end).map((n) => ({ n, limits: funnelLimits(mean, n, confidence) }));
  const side = (which: 0 | 1) =>
    path<(typeof bounds)[number]>()
      .x(({ n }) => Math.round(x(n) * 100) / 100)
      .y(({ limits: pair }) => Math.round(y(Math.max(low, pair[which])) * 100) / 100)(bounds) ?? "";
  const last = bounds.at(-1)!.limits;
  const bottom =
    last[0] <= low
      ? null
      : label(right + 6, y(last[0]) + (at === 0 ? 0 : 10), words.limit(confidence), "start");
  return html`<path class="limit limit-${at}" d="${side(0)}"/><path class="limit limit-${at}" d="${side(1)}"/>${bottom}`;
}

/** Whole numbers of contacts (limits are exact at no others), as many as the eye can tell apart; the last one at the end. */
function sizes(end: number): readonly number[] {
  const step = Math.max(1, end / STEPS);
  const whole = Array.from({ length: Math.floor(end / step) }, (_, at) => Math.round((at + 1) * step));
  return [...new Set([...whole, end])];
}

function mark(
  { label: name, n, share, href, title }: FunnelPoint,
  mean: number,
  cx: number,
  cy: number,
  frame: { readonly left: number; readonly right: number },
): Markup {
  const [low, high] = funnelLimits(mean, n, FUNNEL_CONFIDENCES[0]);
  const side = share < low ? "below" : share > high ? "over" : "within";
  const shape =
    side === "below"
      ? html`<path class="agent below" d="M${px(cx - 6)} ${px(cy - 5)}L${px(cx + 6)} ${px(cy - 5)}L${px(cx)} ${px(cy + 6)}Z"/>`
      : side === "over"
        ? html`<path class="agent over" d="M${px(cx - 6)} ${px(cy + 5)}L${px(cx + 6)} ${px(cy + 5)}L${px(cx)} ${px(cy - 6)}Z"/>`
        : html`<circle class="agent" cx="${px(cx)}" cy="${px(cy)}" r="4.5"/>`;
  const onRight = cx > (frame.left + frame.right) / 2;
  const named =
    side === "within"
      ? null
      : label(
          onRight ? cx - 10 : cx + 10,
          cy + 4,
          [...name].slice(0, 16).join(""),
          onRight ? "end" : "start",
          "name",
        );
  return linked(href, title, html`${shape}${named}`);
}
