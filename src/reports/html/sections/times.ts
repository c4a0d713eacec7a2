import { WEEKDAY_WORDS } from "../../../messages/html.js";
import {
  formatDate,
  formatDuration,
  formatNumber,
  formatPercent,
  formatShares,
  inLocale,
  inUnits,
  NOTHING as NO_DATA,
} from "../../../messages/index.js";
import type { MeasureSummary, RuleResult, RuleSeries } from "../../../model/result.js";
import { laneyChart, pChart, type ShareChart } from "../../../scoring/control-charts.js";
import { controlChart } from "../../charts/control.js";
import { heatMap } from "../../charts/heat.js";
import { histogram } from "../../charts/histogram.js";
import { measures } from "../../content/measures.js";
import { titleOf } from "../../content/view.js";
import { byText } from "../../order.js";
import { drawBlocks, scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, type Section, section } from "../view.js";
import { chartId } from "./gates.js";

/** Every timed rule: met by day, by weekday and hour, and how long it took. Rules that most people ask about come first. */
export function times(view: HtmlView): Section | null {
  const { result, word } = view;
  const ids = Object.keys(result.series)
    .filter((id) => view.rules.has(id))
    .sort((a, b) => order(a, view) - order(b, view) || byText(a, b));
  if (ids.length === 0) return null;
  const panels = ids.map((id) => panel(view.rules.get(id)!, result.series[id]!, view));
  const made = [...measures(view)].filter(({ kind }) => kind !== "heading");
  const summed = made.filter(({ kind }) => kind === "table");
  const derived = made.filter(({ kind }) => kind !== "table");
  const folded =
    derived.length === 0
      ? null
      : html`<details class="derived"><summary>${word("derived")}</summary>${drawBlocks(derived)}</details>`;
  return section("times", word("times"), word("timesAbout"), [
    panels,
    html`<div class="panel">${drawBlocks(summed)}${folded}</div>`,
  ]);
}

/** Levels first (they are what is promised to the outside), then rules that were measured, then the others. */
function order(id: string, { rules }: HtmlView): number {
  const rule = rules.get(id)!;
  return rule.level !== null && rule.measure !== null ? 0 : rule.measure !== null ? 1 : 2;
}

function panel(rule: RuleResult, series: RuleSeries, view: HtmlView): Markup {
  const { locale, word, say } = view;
  const state = rule.rate === null ? "" : rule.fail > 0 ? "strong" : "good";
  const rate = word("rateOf", { rate: formatPercent(rule.rate, locale) });
  const about = [
    rule.interval === null ? null : `${say("interval")} ${formatShares(rule.interval)}`,
    `${say("sample")} ${formatNumber(rule.pass + rule.fail)}`,
    rule.target === null ? null : inUnits(rule.target, locale),
  ].filter((part) => part !== null);
  const charts = [byDay(rule, series, view), byHour(rule, series, view), distributed(rule, series, view)];
  const undated =
    series.undated === 0 ? null : html`<p class="dim">${word("undated", { n: series.undated })}</p>`;
  return html`<article class="panel" id="${chartId(rule.id)}"><h3>${titleOf(rule.id, view)} <span class="${state}">${rate}</span></h3><p class="dim">${about.join(" · ")}</p>${charts}${undated}</article>`;
}

function figure(title: string, note: string | null, chart: Markup): Markup {
  return html`<figure><figcaption>${title}</figcaption>${scroller(title, chart)}${note === null ? null : html`<p class="note">${note}</p>`}</figure>`;
}

/** Rules without findings of their own (levels) lead to all findings of the day or hour. */
function ruleFilter(rule: RuleResult): { readonly rule?: string } {
  return rule.severity === "gate" ? {} : { rule: rule.id };
}

/** Below this, control limits are guesses. */
const LEAST_DAYS = 5;

function byDay(rule: RuleResult, { days }: RuleSeries, view: HtmlView): Markup | null {
  const { word, locale } = view;
  if (days.length === 0) return null;
  if (days.length < LEAST_DAYS) return html`<p class="dim">${word("fewDays", { least: LEAST_DAYS })}</p>`;
  const counts = days.map(({ pass, fail }) => ({ count: pass, n: pass + fail }));
  const { chart, laney } = chartOf(counts);
  const percent = (share: number) => formatPercent(share, locale).replace(/\.0%$/, "%");
  const points = days.map(({ day, pass, fail }, at) => ({
    day,
    label: formatDate(day, locale, "no-year"),
    href: fail > 0 ? linkTo({ ...ruleFilter(rule), day }) : null,
    title: `${word("dayPoint", { day, rate: formatPercent(pass / (pass + fail), locale), fail, n: pass + fail })}${chart.points[at]!.signal ? word("outside") : ""}`,
  }));
  const target = rule.level?.share ?? null;
  const title = titleOf(rule.id, view);
  const signals = chart.points.filter(({ signal }) => signal).length;
  const centre = formatPercent(chart.centre, locale);
  const drawn = controlChart(
    {
      id: `${chartId(rule.id)}-days`,
      title: `${title} · ${word("byDay")}`,
      description: word("byDayDesc", { title, n: days.length, centre, signals }),
    },
    chart,
    points,
    target,
    {
      centre: word("mean", { value: centre }),
      target: target === null ? "" : word("targetAt", { value: percent(target) }),
      percent,
    },
  );
  const note = laney ? word("laneyNote", { sigma: formatNumber(chart.sigmaZ, 1) }) : word("pNote");
  return figure(word("byDay"), note, drawn);
}

/**
 * Laney's chart where days differ clearly more than chance makes them (σ_z above 1.3) and there are enough of them to
 * tell; the plain p-chart, whose exact limits suit few contacts, else.
 */
function chartOf(counts: readonly { readonly count: number; readonly n: number }[]): {
  chart: ShareChart;
  laney: boolean;
} {
  const laney = laneyChart(counts);
  const over = counts.length >= 8 && laney.sigmaZ > 1.3;
  return { chart: over ? laney : pChart(counts), laney: over };
}

function byHour(rule: RuleResult, { hours }: RuleSeries, view: HtmlView): Markup | null {
  const { word, locale } = view;
  if (hours.length < 4) return null;
  const weekdays = WEEKDAY_WORDS.map((name) => inLocale(name, locale));
  const named = (weekday: number) => weekdays[weekday - 1] ?? String(weekday);
  // rounded down: 99.6 % is not all
  const percent = (share: number) => `${Math.floor(share * 100)}%`;
  const cells = hours.map(({ weekday, hour, pass, fail }) => ({
    weekday,
    hour,
    share: pass / (pass + fail),
    n: pass + fail,
    href: fail > 0 ? linkTo({ ...ruleFilter(rule), weekday, hour }) : null,
    title: word("hourCell", {
      weekday: named(weekday),
      from: String(hour),
      to: String(hour + 1),
      rate: percent(pass / (pass + fail)),
      fail,
      n: pass + fail,
    }),
  }));
  const worst = cells.toSorted((a, b) => a.share - b.share || b.n - a.n)[0]!;
  const title = titleOf(rule.id, view);
  const drawn = heatMap(
    {
      id: `${chartId(rule.id)}-hours`,
      title: `${title} · ${word("byHour")}`,
      description: word("byHourDesc", { title, worst: worst.title }),
    },
    cells,
    {
      weekdays,
      hour: (hour) => String(hour),
      percent,
    },
  );
  return figure(word("byHour"), word("heatNote"), drawn);
}

function distributed(rule: RuleResult, { distribution }: RuleSeries, view: HtmlView): Markup | null {
  const { word } = view;
  const { measure } = rule;
  if (distribution === null || measure === null || measure.n < 2) return null;
  const value = (amount: number | null) => formatMeasure(amount, measure, view);
  const title = titleOf(rule.id, view);
  const drawn = histogram(
    {
      id: `${chartId(rule.id)}-times`,
      title: `${title} · ${word("distribution")}`,
      description: word("distributionDesc", {
        title,
        n: measure.n,
        median: value(measure.median),
        p90: value(measure.p90),
      }),
    },
    distribution,
    rule.severity === "gate" ? null : linkTo({ rule: rule.id }),
    {
      value,
      count: (count) => formatNumber(count),
      target: distribution.limit === null ? "" : word("targetAt", { value: value(distribution.limit) }),
      more: (text) => word("moreThan", { value: text }),
      between: (from, to, count) => word("between", { from, to, count }),
      beyond: (from, count) => word("beyond", { from, count }),
    },
  );
  const about = word("distributionDesc", {
    title,
    n: measure.n,
    median: value(measure.median),
    p90: value(measure.p90),
  });
  const negative = distribution.below === 0 ? "" : ` ${word("belowZero", { n: distribution.below })}`;
  return figure(word("distribution"), `${about}${negative}`, drawn);
}

function formatMeasure(value: number | null, { unit }: MeasureSummary, { locale }: HtmlView): string {
  if (value === null) return inLocale(NO_DATA, locale);
  if (unit === "s") return formatDuration(value, locale);
  return `${formatNumber(value, Number.isInteger(value) ? 0 : 2)} ${unit}`.trimEnd();
}
