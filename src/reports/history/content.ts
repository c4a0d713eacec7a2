import { type HistorySay, historyWords } from "../../messages/history.js";
import {
  enumerate,
  formatInstant,
  formatNumber,
  formatPercent,
  formatScore,
  type Locale,
} from "../../messages/index.js";
import { exitCode } from "../../scoring/exit-code.js";
import { FEW_RUNS, type GateTrend, type Run, type Trend, type Trends } from "../../scoring/trends.js";
import { gateName } from "../content/gates.js";
import { titleOf, type View, viewOf } from "../content/view.js";
import { type Block, code, type Inline, left, right, table, text, wide } from "../document.js";
import { byText } from "../order.js";
import type { ReportOptions } from "../report.js";
import { gateMarks, isMoved, sparkline } from "./sparkline.js";

/** Trends for people: the score, the gates, then rules and teams, those that have just left their limits first. */
export function* historyDocument(trends: Trends, options: ReportOptions): Iterable<Block> {
  const { locale } = options;
  const say = historyWords(locale);
  const view = viewOf(trends.runs.at(-1)!.result, options);
  const score = { ...trends.score, unit: "score" } as const;
  yield { kind: "title", text: say("title"), about: [] };
  yield { kind: "facts", facts: [{ label: say("runs"), value: [text(span(trends.runs, say, locale))] }] };
  for (const remark of remarks(trends.runs, say, locale)) {
    yield { kind: "paragraph", text: [text("! ", "warn"), text(remark, "warn")] };
  }
  yield* section(say("score"), say("aboutScores"), [score], () => [text(say("score"))], say, locale);
  yield* gates(trends.gates, view, say);
  const rules = trends.rules.map((trend) => ({ ...trend, unit: "share" as const }));
  const ruleName = (id: string): Inline => [text(titleOf(id, view)), text(" "), code(id, "dim")];
  yield* section(say("rules"), say("aboutRules"), rules, ruleName, say, locale);
  const teams = trends.teams.map((trend) => ({ ...trend, unit: "score" as const }));
  yield* section(say("teams"), say("aboutScores"), teams, (id) => [text(id)], say, locale);
  yield verdict(trends, view, say);
}

type Shown = Trend & { readonly unit: "score" | "share" };

function* section(
  heading: string,
  note: string,
  trends: readonly Shown[],
  name: (id: string) => Inline,
  say: HistorySay,
  locale: Locale,
): Iterable<Block> {
  const shown = trends.filter(({ points }) => points.some(({ value }) => value !== null));
  if (shown.length === 0) return;
  yield { kind: "heading", text: heading, note };
  yield table(
    [
      wide(say("item")),
      left(say("trend")),
      right(say("first")),
      right(say("last")),
      right(say("centre")),
      right(say("limits")),
      left(say("chart")),
      right(say("outside")),
    ],
    shown.toSorted((a, b) => Number(isMoved(b)) - Number(isMoved(a)) || byText(a.id, b.id)).map(row),
  );

  function row(trend: Shown): readonly Inline[] {
    const figure = (value: number | null) =>
      trend.unit === "score" ? formatScore(value, locale, 2) : formatPercent(value, locale);
    const known = trend.points.filter(({ value }) => value !== null);
    const last = known.at(-1)!;
    const outside = trend.points.filter(({ signal }) => signal).length;
    return [
      name(trend.id),
      sparkline(trend),
      [text(figure(known[0]!.value))],
      [text(figure(last.value), last.signal ? "bad" : "strong")],
      [text(trend.chart === null ? "" : figure(trend.centre))],
      [text(limits(last.limits, trend.unit), "dim")],
      [text(trend.chart ?? "", "dim")],
      outside === 0 ? [] : [text(say("times", { n: outside }), "bad")],
    ];
  }
}

function limits(pair: readonly [number, number] | null, unit: Shown["unit"]): string {
  if (pair === null) return "";
  const [low, high] = pair.map((limit) => formatNumber(unit === "score" ? limit : limit * 100, 1));
  return `${low}–${high}${unit === "share" ? "%" : ""}`;
}

function* gates(all: readonly GateTrend[], view: View, say: HistorySay): Iterable<Block> {
  if (all.length === 0) return;
  yield { kind: "heading", text: say("gates"), note: null };
  yield table(
    [wide(say("item")), left(say("trend")), right("")],
    all.map(({ id, met }) => [
      [text(gateName(id, view)), text(" "), code(id, "dim")],
      gateMarks(met),
      [
        text(
          say("metTimes", {
            n: met.filter((one) => one !== null).length,
            met: met.filter((one) => one === true).length,
          }),
          "dim",
        ),
      ],
    ]),
  );
}

function span(runs: readonly Run[], say: HistorySay, locale: Locale): string {
  const [from, to] = [runs[0]!, runs.at(-1)!].map((run) => when(run, say, locale)) as [string, string];
  return runs.length === 1 ? say("one", { from }) : say("runsAbout", { n: runs.length, from, to });
}

function when({ result }: Run, say: HistorySay, locale: Locale): string {
  const { asOf } = result.manifest;
  return asOf === null ? say("undated") : formatInstant(asOf, locale);
}

function remarks(runs: readonly Run[], say: HistorySay, locale: Locale): readonly string[] {
  const changes = runs.slice(1).flatMap((run, at) => {
    const before = runs[at]!.result.manifest;
    const { standard, config } = run.result.manifest;
    const named = ({ name, version }: { name: string; version: string }) => `${name} ${version}`;
    const moment = when(run, say, locale);
    const from = named(before.standard);
    return [
      ...(before.standard.sha256 === standard.sha256
        ? []
        : [say("otherStandard", { when: moment, from, to: named(standard) })]),
      ...(before.config.sha256 === config.sha256 ? [] : [say("otherConfig", { when: moment })]),
    ];
  });
  const partial = runs.filter(({ result }) => exitCode(result) === 2);
  return [
    ...(runs.length < FEW_RUNS ? [say("few", { n: FEW_RUNS })] : []),
    ...(partial.length === 0
      ? []
      : [say("partial", { n: partial.length, when: dates(partial, say, locale) })]),
    ...changes,
  ];
}

/** The first few of them. */
function dates(runs: readonly Run[], say: HistorySay, locale: Locale): string {
  const shown = runs.slice(0, FEW_DATES).map((run) => when(run, say, locale));
  return `${enumerate(shown, locale)}${runs.length > FEW_DATES ? " …" : ""}`;
}

const FEW_DATES = 3;

function verdict({ score, rules, teams }: Trends, view: View, say: HistorySay): Block {
  const moved = [
    ...(isMoved(score) ? [say("score")] : []),
    ...rules.filter(isMoved).map(({ id }) => titleOf(id, view)),
    ...teams.filter(isMoved).map(({ id }) => id),
  ];
  const words =
    moved.length === 0
      ? say("steady")
      : say("moved", { n: moved.length, items: enumerate(moved, view.locale) });
  return { kind: "verdict", exitCode: 0, text: words };
}
