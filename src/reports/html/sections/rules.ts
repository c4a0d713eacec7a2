import {
  formatNumber,
  formatPercent,
  formatShares,
  inLocale,
  inUnits,
  SEVERITY_WORDS,
  wordsFor,
} from "../../../messages/index.js";
import type { RuleResult } from "../../../model/result.js";
import { SEVERITIES } from "../../../model/rule.js";
import { pareto } from "../../charts/pareto.js";
import type { FindingGroup } from "../../content/collect.js";
import { groupEvidence } from "../../content/findings.js";
import { missing } from "../../content/missing.js";
import { titleOf } from "../../content/view.js";
import { byNumber, byText } from "../../order.js";
import { drawBlocks, scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";

/** Findings by rule as a Pareto chart, with evidence that needs no script and stays on paper. */
export function byRule(view: HtmlView): Section | null {
  const { word, groups } = view;
  if (groups.length === 0) return null;
  const most = groups.toSorted((a, b) => b.count - a.count || byText(a.rule, b.rule));
  const all = most.reduce((sum, { count }) => sum + count, 0);
  const rest = most.slice(BARS);
  const restCount = rest.reduce((sum, { count }) => sum + count, 0);
  const more =
    rest.length === 0
      ? null
      : html`<p class="dim">${word("paretoRest", { n: rest.length, count: restCount })}</p>`;
  const levels = SEVERITIES.filter((level) => groups.some(({ severity }) => severity === level));
  const legend = html`<p class="note">${word("colours")} ${levels.map((level) => html`<span class="swatch sev-${level}"></span>${wordsFor(SEVERITY_WORDS, level, view.locale)} `)}</p>`;
  const chart = html`<figure>${legend}${scroller(word("byRule"), bars(most.slice(0, BARS), most, all, view))}${more}</figure>`;
  const worst = groups.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.count - a.count ||
      byText(a.rule, b.rule),
  );
  const examples = html`<h3>${word("evidence")}</h3>${worst.map((group) => example(group, view))}`;
  return section("pareto", word("byRule"), word("byRuleAbout"), [chart, examples]);
}

/** Every rule with its rate, its sample and what it could not assess. */
export function rules(view: HtmlView): Section | null {
  const { result, say } = view;
  if (result.rules.length === 0) return null;
  const heads = [
    html`<th scope="col">${say("severity")}</th><th scope="col">${say("rule")}</th>`,
    [say("rate"), say("interval"), say("sample"), view.word("failures"), say("notAssessed")].map(
      (name) => html`<th scope="col" class="right">${name}</th>`,
    ),
  ];
  const sorted = result.rules.toSorted(byWeight);
  const table = (some: readonly RuleResult[]) =>
    scroller(
      say("rules"),
      html`<table><thead><tr>${heads}</tr></thead><tbody>${some.map((rule) => row(rule, view))}</tbody></table>`,
    );
  const judged = sorted.filter(({ pass, fail }) => pass + fail > 0);
  const others = sorted.filter(({ pass, fail }) => pass + fail === 0);
  const folded =
    others.length === 0
      ? null
      : html`<details><summary>${view.word("unjudged", { n: others.length })}</summary>${table(others)}</details>`;
  const lacks = [...missing(view)];
  const gaps =
    lacks.length === 0
      ? null
      : html`<details class="gaps"><summary>${view.word("missingTitle")}</summary>${drawBlocks(lacks)}</details>`;
  return section("rules", say("rules"), say("worstFirst"), [
    judged.length === 0 ? null : table(judged),
    folded,
    gaps,
  ]);
}

const BARS = 15;

function bars(
  shown: readonly FindingGroup[],
  most: readonly FindingGroup[],
  all: number,
  view: HtmlView,
): Markup {
  const { word, locale } = view;
  let sum = 0;
  const drawn = shown.map(({ rule, severity, count }) => {
    sum += count;
    const share = formatPercent(sum / all, locale);
    const title = titleOf(rule, view);
    return {
      label: title,
      count,
      cumulative: sum / all,
      severity,
      href: linkTo({ rule }),
      figure: word("paretoFigure", { count, share }),
    };
  });
  const description = word("paretoDesc", {
    n: most.length,
    title: titleOf(most[0]!.rule, view),
    count: most[0]!.count,
  });
  const about = { id: "c-pareto", title: word("byRule"), description };
  return html`${pareto(about, drawn, "wide")}${pareto(about, drawn, "narrow")}`;
}

function example(group: FindingGroup, view: HtmlView): Markup {
  const { say, locale } = view;
  const rule = view.rules.get(group.rule);
  const severity = wordsFor(SEVERITY_WORDS, group.severity, locale);
  const counts = [
    say("places", { n: group.count }),
    ...(group.agents === 0 ? [] : [say("agentsInvolved", { n: group.agents })]),
  ];
  const advice = rule === undefined ? "" : inLocale(rule.advice, locale);
  const clause =
    rule === undefined
      ? null
      : html`<dl class="facts"><div><dt>${say("clause")}</dt><dd>${rule.clause} <span class="dim">${rule.source}</span></dd></div>${advice === "" ? null : html`<div><dt>${say("instead")}</dt><dd class="good">${advice}</dd></div>`}</dl>`;
  return html`<details class="rule"><summary><span class="badge sev-${group.severity}">${severity}</span> <span class="strong">${titleOf(group.rule, view)}</span> <span class="dim">${counts.join(" · ")}</span></summary>${clause}${drawBlocks(groupEvidence(group, view))}<p class="only-screen">${link(linkTo({ rule: group.rule }), view.word("seeAll"))}</p></details>`;
}

/** Rules that failed somewhere first, those without any verdict last; within that by severity, then by rate. */
function byWeight(a: RuleResult, b: RuleResult): number {
  const state = (rule: RuleResult) => (rule.fail > 0 ? 0 : rule.pass > 0 ? 1 : 2);
  return (
    state(a) - state(b) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byNumber(a.rate, b.rate) ||
    byText(a.id, b.id)
  );
}

function row(rule: RuleResult, view: HtmlView): Markup {
  const { locale } = view;
  const leads = view.found.has(rule.id);
  const fail = formatNumber(rule.fail);
  const tone = rule.rate === null ? "dim" : rule.fail > 0 ? "strong" : "good";
  return html`<tr><td><span class="badge sev-${rule.severity}">${wordsFor(SEVERITY_WORDS, rule.severity, locale)}</span></td><td class="wraps">${titleOf(rule.id, view)} <code class="dim">${rule.id}</code>${rule.target === null ? null : html` <span class="tag">${inUnits(rule.target, locale)}</span>`}</td><td class="right ${tone}">${formatPercent(rule.rate, locale)}</td><td class="right dim">${formatShares(rule.interval)}</td><td class="right">${formatNumber(rule.pass + rule.fail)}</td><td class="right">${leads ? link(linkTo({ rule: rule.id }), fail, "strong") : fail}</td><td class="right ${rule.notAssessed > 0 ? "warn" : "dim"}">${formatNumber(rule.notAssessed)}</td></tr>`;
}
