import { WEEKDAY_WORDS } from "../../../messages/html.js";
import {
  formatDate,
  formatNumber,
  formatPercent,
  formatShares,
  inLocale,
  inUnits,
  NOTHING as NO_DATA,
} from "../../../messages/index.js";
import type { RuleResult, RuleSeries } from "../../../model/result.js";
import { laneyChart, pChart, type ShareChart } from "../../../scoring/control-charts.js";
import { controlChart } from "../../charts/control.js";
import { heatMap } from "../../charts/heat.js";
import { histogram } from "../../charts/histogram.js";
import { formatMeasure, measures } from "../../content/measures.js";
import { titleOf } from "../../content/view.js";
import type { Block } from "../../document.js";
import { byText } from "../../order.js";
import { drawBlocks, scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, type Section, section } from "../view.js";
import { chartId, hasCharts, LEAST_DAYS, LEAST_HOURS, LEAST_VALUES } from "./panel.js";

/**
 * Rules over time: met by day, by weekday and hour, and how what they measured is distributed. What is promised to the
 * outside comes first and stands open; the others are folded.
 */
export function times(view: HtmlView): Section | null {
  const { result, word } = view;
  const panels = Object.keys(result.series)
    .filter((id) => view.rules.has(id))
    .map((id) => ({ rule: view.rules.get(id)!, series: result.series[id]! }))
    .filter(({ rule, series }) => hasCharts(rule, series))
    .sort(
      (a, b) =>
        order(a.rule) - order(b.rule) || judged(b.rule) - judged(a.rule) || byText(a.rule.id, b.rule.id),
    );
  if (panels.length === 0) return null;
  const open = panels.filter(({ rule }, at) => at < OPEN && order(rule) < OTHER);
  const rest = panels.slice(open.length);
  return section("times", word("times"), word("timesAbout"), [
    open.map(
      ({ rule, series }) =>
        html`<article class="panel" id="${chartId(rule.id)}"><h3>${headOf(rule, view)}</h3>${charts(rule, series, view)}</article>`,
    ),
    rest.map(
      ({ rule, series }) =>
        html`<details class="panel rule" id="${chartId(rule.id)}"><summary>${headOf(rule, view)}</summary>${charts(rule, series, view)}</details>`,
    ),
    summed(view),
  ]);
}

/** More than these are too many to look at. */
const OPEN = 4;
const OTHER = 3;

/** Levels that measure, what takes time, other levels; then all that is neither. */
function order({ level, measure }: RuleResult): number {
  const timed = measure !== null && measure.unit === "s";
  if (level !== null) return timed ? 0 : 2;
  return timed ? 1 : OTHER;
}

function judged({ pass, fail }: RuleResult): number {
  return pass + fail;
}

function headOf(rule: RuleResult, view: HtmlView): Markup {
  const { locale, word } = view;
  const state = rule.rate === null ? "dim" : rule.fail > 0 ? "strong" : "good";
  const rate =
    rule.rate === null
      ? inLocale(NO_DATA, locale)
      : word("rateOf", { rate: formatPercent(rule.rate, locale) });
  return html`${titleOf(rule.id, view)} <span class="rate ${state}">${rate}</span>`;
}

function about(rule: RuleResult, { locale, say }: HtmlView): Markup {
  const parts = [
    rule.interval === null ? null : `${say("interval")} ${formatShares(rule.interval)}`,
    `${say("sample")} ${formatNumber(judged(rule))}`,
    rule.target === null ? null : inUnits(rule.target, locale),
  ];
  return html`<p class="dim">${parts.filter((part) => part !== null).join(" · ")}</p>`;
}

function charts(rule: RuleResult, series: RuleSeries, view: HtmlView): Markup {
  const { word } = view;
  const few =
    series.days.length > 0 && series.days.length < LEAST_DAYS
      ? html`<p class="dim">${word("fewDays", { least: LEAST_DAYS })}</p>`
      : null;
  const drawn = [byDay(rule, series, view), byHour(rule, series, view), distributed(rule, series, view)];
  const undated =
    series.undated === 0 ? null : html`<p class="dim">${word("undated", { n: series.undated })}</p>`;
  return html`${about(rule, view)}${few}${drawn}${undated}`;
}

/** The figures of all measures in one table, and where they come from. */
function summed(view: HtmlView): Markup | null {
  const blocks = [...measures(view)].filter(({ kind }) => kind !== "heading");
  if (blocks.length === 0) return null;
  const [tables, derived] = [true, false].map((isTable) =>
    blocks.filter(({ kind }) => (kind === "table") === isTable),
  ) as [Block[], Block[]];
  const folded =
    derived.length === 0
      ? null
      : html`<details class="derived"><summary>${view.word("derived")}</summary>${drawBlocks(derived)}</details>`;
  return html`<div class="panel">${drawBlocks(tables)}${folded}</div>`;
}

function figure(title: string, note: string | null, chart: Markup): Markup {
  return html`<figure><figcaption>${title}</figcaption>${scroller(title, chart)}${note === null ? null : html`<p class="note">${note}</p>`}</figure>`;
}

/** Rules without findings of their own (levels) lead to all findings of the day or hour. */
function ruleFilter(rule: RuleResult): { readonly rule?: string } {
  return rule.severity === "gate" ? {} : { rule: rule.id };
}

function byDay(rule: RuleResult, { days }: RuleSeries, view: HtmlView): Markup | null {
  const { word, locale } = view;
  if (days.length < LEAST_DAYS) return null;
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
  if (hours.length < LEAST_HOURS) return null;
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
  if (distribution === null || measure === null || measure.n < LEAST_VALUES) return null;
  const value = (amount: number | null) => formatMeasure(amount, measure.unit, view.locale);
  const title = titleOf(rule.id, view);
  const timed = measure.unit === "s";
  const caption = word(timed ? "distribution" : "spread");
  const key = timed ? "distributionDesc" : "spreadDesc";
  const drawn = histogram(
    {
      id: `${chartId(rule.id)}-times`,
      title: `${title} · ${caption}`,
      description: word(key, {
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
  const note = word(key, {
    title,
    n: measure.n,
    median: value(measure.median),
    p90: value(measure.p90),
  });
  const negative = distribution.below === 0 ? "" : ` ${word("belowZero", { n: distribution.below })}`;
  return figure(caption, `${note}${negative}`, drawn);
}
