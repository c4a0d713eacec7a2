import { scaleLinear, scalePoint } from "d3-scale";
import { area, curveStepAfter, line as path } from "d3-shape";
import type { ShareChart } from "../../scoring/control-charts.js";
import { html, type Markup } from "../html/markup.js";
import { type Chart, label, line, linked, px, svg, yAxis } from "./svg.js";

export interface ControlPoint {
  readonly day: string;
  /** What the axis shows. */
  readonly label: string;
  readonly href: string | null;
  readonly title: string;
}

export interface ControlWords {
  readonly centre: string;
  readonly target: string;
  readonly percent: (share: number) => string;
}

/** A p-chart: the share of every day between its control limits, signals marked by shape as well as by colour. */
export function controlChart(
  about: Pick<Chart, "id" | "title" | "description">,
  chart: ShareChart,
  points: readonly ControlPoint[],
  target: number | null,
  words: ControlWords,
): Markup {
  const frame = { left: 52, top: 14, right: WIDTH - 92, bottom: HEIGHT - 30 };
  const floor = lowest(chart, target);
  const y = scaleLinear([floor, 1], [frame.bottom, frame.top]);
  const step = (frame.right - frame.left) / points.length;
  const x = scalePoint(
    points.map(({ day }) => day),
    [frame.left + step / 2, frame.right - step / 2],
  );
  const at = (index: number): number => x(points[index]!.day) ?? frame.left;
  const shares = chart.points.flatMap((point, index) =>
    point.share === null || point.limits === null
      ? []
      : [{ ...point, index, share: point.share, limits: point.limits }],
  );
  const band = area<{ x: number; limits: readonly [number, number] }>()
    .x((point) => round(point.x))
    .y0((point) => round(y(point.limits[0])))
    .y1((point) => round(y(point.limits[1])))
    .curve(curveStepAfter)(bandPoints(shares, at, step));
  const track = path<(typeof shares)[number]>()
    .x(({ index }) => round(at(index)))
    .y(({ share }) => round(y(share)))(shares);
  const every = Math.ceil(points.length / 8);
  return svg({
    ...about,
    width: WIDTH,
    height: HEIGHT,
    body: [
      html`<path class="band" d="${band ?? ""}"/>`,
      yAxis(frame, y.ticks(5), y, words.percent),
      chart.centre === null
        ? null
        : [
            line(frame.left, y(chart.centre), frame.right, y(chart.centre), "centre"),
            label(frame.right + 6, y(chart.centre) + 4, words.centre, "start"),
          ],
      target === null
        ? null
        : [
            line(frame.left, y(target), frame.right, y(target), "target"),
            label(
              frame.right + 6,
              apart(y(target), chart.centre === null ? null : y(chart.centre)) + 4,
              words.target,
              "start",
              "axis target-label",
            ),
          ],
      html`<path class="track" d="${track ?? ""}"/>`,
      shares.map(({ index, share, signal }) =>
        linked(points[index]!.href, points[index]!.title, mark(at(index), y(share), signal)),
      ),
      points.map(({ label: text }, index) =>
        index % every === 0 ? label(at(index), frame.bottom + 20, text, "middle") : null,
      ),
    ],
  });
}

const WIDTH = 720;
const HEIGHT = 250;

/** Days outside the limits are diamonds. */
function mark(cx: number, cy: number, signal: boolean): Markup {
  if (!signal) return html`<circle class="dot" cx="${px(cx)}" cy="${px(cy)}" r="4"/>`;
  const d = `M${px(cx)} ${px(cy - 7)}L${px(cx + 7)} ${px(cy)}L${px(cx)} ${px(cy + 7)}L${px(cx - 7)} ${px(cy)}Z`;
  return html`<path class="dot signal" d="${d}"/>`;
}

/** The axis need not begin at 0: a position, unlike a bar's length, says nothing wrong then. */
function lowest(chart: ShareChart, target: number | null): number {
  const lows = chart.points.flatMap(({ share, limits }) =>
    share === null || limits === null ? [] : [share, limits[0]],
  );
  const low = Math.min(1, ...lows, ...(target === null ? [] : [target]));
  return Math.max(0, Math.floor((low - 0.02) * 10) / 10);
}

/** Limits hold for the whole of their day: steps from the middle between two days to the next. */
function bandPoints(
  shares: readonly { readonly index: number; readonly limits: readonly [number, number] }[],
  at: (index: number) => number,
  step: number,
): { x: number; limits: readonly [number, number] }[] {
  const starts = shares.map(({ index, limits }) => ({ x: at(index) - step / 2, limits }));
  const last = shares.at(-1);
  return last === undefined ? [] : [...starts, { x: at(last.index) + step / 2, limits: last.limits }];
}

/** Labels of two lines that lie close together are moved apart. */
function apart(y: number, other: number | null): number {
  if (other === null || Math.abs(y - other) >= 14) return y;
  return y <= other ? other - 14 : other + 14;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
