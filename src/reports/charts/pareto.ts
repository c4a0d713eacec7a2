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
  shape: "wide" | "narrow",
): Markup {
  const { width, names, nameEnd, nameY, barY, barTall, tall, most } = SHAPES[shape];
  const x = scaleLinear([0, Math.max(1, ...bars.map(({ count }) => count))], [0, width - names - FIGURE]);
  return svg({
    ...about,
    id: `${about.id}-${shape}`,
    tone: shape,
    width,
    height: bars.length * tall + 8,
    body: bars.map((bar, row) => {
      const y = row * tall + 4;
      const long = Math.max(2, x(bar.count));
      const name = fitted(bar.label, most);
      const whole = name === bar.label ? null : html`<title>${bar.label}</title>`;
      const named = label(nameEnd ?? 0, y + nameY, name, nameEnd === null ? "start" : "end", "name");
      // its own words are its name
      return html`<a href="${bar.href}">${whole}${named} <rect class="bar sev-${bar.severity}" x="${names}" y="${px(y + barY)}" width="${px(long)}" height="${barTall}" rx="2"/>${label(names + long + 8, y + barY + barTall - 6, bar.figure, "start", "figure")}</a>`;
    }),
  });
}

/** Names beside the bars; or, where there is no room for that, above them. `most`: columns of a name, a Chinese character counting two. */
const SHAPES = {
  wide: { width: 720, names: 262, nameEnd: 252, nameY: 16, barY: 0, barTall: 22, tall: 30, most: 36 },
  narrow: { width: 340, names: 0, nameEnd: null, nameY: 12, barY: 19, barTall: 18, tall: 48, most: 46 },
} as const;
/** Room for the figure beside the longest bar. */
const FIGURE = 128;

function fitted(name: string, most: number): string {
  let columns = 0;
  let cut = "";
  for (const character of name) {
    columns += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
    if (columns > most) return `${cut.trimEnd()}…`;
    cut += character;
  }
  return name;
}
