import { scaleLinear } from "d3-scale";
import { html, type Markup } from "../html/markup.js";
import { type Chart, label, px, svg } from "./svg.js";

export interface ParetoBar {
  readonly label: string;
  readonly count: number;
  /** Share of all up to and with this one, 0–1. */
  readonly cumulative: number;
  readonly severity: string;
  readonly href: string;
  readonly figure: string;
}

/** Findings by rule, most first, as bars with the running share of all beside them: which few make up most. */
export function pareto(
  about: Pick<Chart, "id" | "title" | "description">,
  bars: readonly ParetoBar[],
): Markup {
  const names = 262;
  const x = scaleLinear([0, Math.max(1, ...bars.map(({ count }) => count))], [0, WIDTH - names - 128]);
  return svg({
    ...about,
    width: WIDTH,
    height: bars.length * TALL + 8,
    body: bars.map((bar, row) => {
      const y = row * TALL + 4;
      const wide = Math.max(2, x(bar.count));
      const name = fitted(bar.label);
      const whole = name === bar.label ? null : html`<title>${bar.label}</title>`;
      // its own words are its name
      return html`<a href="${bar.href}">${whole}${label(names - 10, y + 16, name, "end", "name")} <rect class="bar sev-${bar.severity}" x="${names}" y="${px(y)}" width="${px(wide)}" height="${TALL - 8}" rx="2"/>${label(names + wide + 8, y + 16, bar.figure, "start", "figure")}</a>`;
    }),
  });
}

const WIDTH = 720;
const TALL = 30;
/** Columns of a name, a Chinese character counting two. */
const NAME = 36;

function fitted(name: string): string {
  let columns = 0;
  let cut = "";
  for (const character of name) {
    columns += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
    if (columns > NAME) return `${cut.trimEnd()}…`;
    cut += character;
  }
  return name;
}
