import { historyWords } from "../../messages/history.js";
import { formatDate, formatInstant, formatPercent, formatScore } from "../../messages/index.js";
import type { Trend, Trends } from "../../scoring/trends.js";
import { controlChart } from "../charts/control.js";
import { titleOf, viewOf } from "../content/view.js";
import { scroller } from "../html/blocks.js";
import { html, type Markup } from "../html/markup.js";
import type { ReportOptions } from "../report.js";
import { isMoved } from "./sparkline.js";

/** A control chart of every trend that has limits: what has just left them first, then the score, rules and teams. */
export function trendCharts(trends: Trends, options: ReportOptions): Markup {
  const view = viewOf(trends.runs.at(-1)!.result, options);
  const say = historyWords(options.locale);
  const all = [
    { trend: trends.score, title: say("score"), isScore: true },
    ...trends.rules.map((trend) => ({ trend, title: titleOf(trend.id, view), isScore: false })),
    ...trends.teams.map((trend) => ({ trend, title: trend.id, isScore: true })),
  ];
  const drawn = all
    .filter(({ trend }) => trend.chart !== null)
    .sort((a, b) => Number(isMoved(b.trend)) - Number(isMoved(a.trend)));
  return html`${drawn.map((one, at) => figure(one, `trend-${at}`, trends, options))}`;
}

interface Charted {
  readonly trend: Trend;
  readonly title: string;
  readonly isScore: boolean;
}

/** Scores are drawn on the same scale as shares, and labelled as what they are. */
function figure(
  { trend, title, isScore }: Charted,
  id: string,
  { runs }: Trends,
  { locale }: ReportOptions,
): Markup {
  const say = historyWords(locale);
  const scale = isScore ? 100 : 1;
  const figureOf = (share: number | null) =>
    isScore ? formatScore(share === null ? null : share * 100, locale) : formatPercent(share, locale);
  const scaled = trend.points.map(({ value, limits, signal }) => ({
    share: value === null ? null : value / scale,
    limits: limits === null ? null : ([limits[0] / scale, limits[1] / scale] as const),
    signal,
  }));
  const centre = trend.centre === null ? null : trend.centre / scale;
  const points = runs.map(({ file, result }, at) => {
    const { asOf } = result.manifest;
    const when = asOf === null ? say("undated") : formatInstant(asOf, locale);
    const value = figureOf(scaled[at]!.share);
    return {
      day: file,
      label: asOf === null ? "" : formatDate(asOf, locale, "no-year"),
      href: null,
      title: say(scaled[at]!.signal ? "pointOutside" : "point", { when, value }),
    };
  });
  const description = say("chartDescription", {
    title,
    n: scaled.filter(({ share }) => share !== null).length,
    centre: figureOf(centre),
    signals: scaled.filter(({ signal }) => signal).length,
  });
  const words = { centre: say("mean", { value: figureOf(centre) }), target: "", percent: figureOf };
  const chart = controlChart(
    { id, title, description },
    { centre, points: scaled, sigmaZ: 1 },
    points,
    null,
    words,
  );
  return html`<figure><figcaption>${title} (${trend.chart})</figcaption>${scroller(title, chart)}</figure>\n`;
}
