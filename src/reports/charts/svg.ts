import { html, type Markup, type Value } from "../html/markup.js";

/** A chart as an image that screen readers announce by its title and description. */
export interface Chart {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly body: Value;
  /** A class of its own. */
  readonly tone?: string;
}

/** Marks with links in them stay reachable by keyboard: the chart is a group then, not one image. */
export function svg({ id, width, height, title, description, body, tone = "" }: Chart): Markup {
  return html`<svg class="chart ${tone}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="${id}-title ${id}-desc" focusable="false"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${body}</svg>`;
}

/** The area that marks are drawn in. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A number for an attribute: two decimals at most, so that bytes do not depend on the last bits of a logarithm. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function label(
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end",
  tone = "axis",
): Markup {
  return html`<text class="${tone}" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${text}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, tone: string): Markup {
  return html`<line class="${tone}" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"/>`;
}

/** Horizontal grid lines with their values at the left. */
export function yAxis(
  frame: Frame,
  ticks: readonly number[],
  scale: (value: number) => number,
  format: (value: number) => string,
): Markup {
  return html`${ticks.map((tick) => [
    line(frame.left, scale(tick), frame.right, scale(tick), "grid"),
    label(frame.left - 8, scale(tick) + 4, format(tick), "end"),
  ])}`;
}

/** A mark that leads to the findings behind it; `title` is its tooltip and what is read out of it. */
export function linked(href: string | null, title: string, mark: Markup): Markup {
  const named = html`<title>${title}</title>`;
  return href === null
    ? html`<g>${named}${mark}</g>`
    : html`<a href="${href}" aria-label="${title}">${named}${mark}</a>`;
}
