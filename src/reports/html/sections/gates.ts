import {
  DIMENSION_WORDS,
  formatNumber,
  formatScore,
  formatScores,
  formatShares,
  GATE_REASON_WORDS,
  inLocale,
  inUnits,
  NOTHING as NO_DATA,
  wordsFor,
} from "../../../messages/index.js";
import type { GateResult } from "../../../model/result.js";
import { exemptions } from "../../content/exemptions.js";
import { gateName } from "../../content/gates.js";
import { drawBlocks, scroller } from "../blocks.js";
import { type FindingFilter, linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";
import { chartId, hasCharts } from "./panel.js";

/** Every condition that decides the exit code, failed ones first; each found figure leads to what it is made of. */
export function gates(view: HtmlView): Section {
  const { result, say } = view;
  if (result.gates.length === 0) return section("gates", say("gates"), null, html`<p>${say("noGates")}</p>`);
  const order = [false, null, true];
  const sorted = result.gates.toSorted((a, b) => order.indexOf(a.met) - order.indexOf(b.met));
  const heads = [
    html`<th scope="col">${say("verdictColumn")}</th><th scope="col">${say("gate")}</th>`,
    [say("expected"), say("found"), say("interval"), say("sample")].map(
      (head) => html`<th scope="col" class="right">${head}</th>`,
    ),
  ];
  const table = html`<table class="gates"><thead><tr>${heads}</tr></thead><tbody>${sorted.map((gate) => row(gate, view))}</tbody></table>`;
  return section("gates", say("gates"), null, scroller(say("gates"), table));
}

/** Which findings the gates leave out, and why. */
export function notCounted(view: HtmlView): Section | null {
  const [heading, ...blocks] = [...exemptions(view)];
  if (heading?.kind !== "heading") return null;
  return section("exemptions", heading.text, heading.note, drawBlocks(blocks));
}

/** The five RATER elements as bars, each leading to its findings. */
export function dimensions(view: HtmlView): Section | null {
  const { result, say, locale } = view;
  if (result.dimensions.every(({ score }) => score === null)) return null;
  const bars = result.dimensions.map(({ id, score, pass, fail }) => {
    const name = wordsFor(DIMENSION_WORDS, id, locale);
    if (score === null)
      return html`<li><span class="name">${name}</span><span class="none">${inLocale(NO_DATA, locale)}</span></li>`;
    const bar = html`<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="10" rx="1"/><rect class="fill" width="${score}" height="10" rx="1"/></svg>`;
    return html`<li><span class="name">${name}</span>${bar}<b>${formatScore(score, locale)}</b> ${link(linkTo({ dimension: id }), say("dimensionAbout", { pass, fail }), "dim")}</li>`;
  });
  return section("dimensions", say("dimensions"), null, html`<ul class="meters">${bars}</ul>`, {
    name: view.word("dimensionsShort"),
  });
}

function row(gate: GateResult, view: HtmlView): Markup {
  const { say, locale } = view;
  const state = gate.met === null ? "warn" : gate.met ? "good" : "bad";
  const [sign, outcome] =
    gate.met === null ? ["?", say("notJudged")] : gate.met ? ["✓", say("met")] : ["✗", say("failed")];
  const name = gateName(gate.id, view);
  const id = name === gate.id ? null : html` <code class="dim">${gate.id}</code>`;
  const found = gate.found === "n/a" ? inLocale(NO_DATA, locale) : inUnits(gate.found, locale);
  const isScore = gate.id === "score" || gate.id.startsWith("dimension.");
  const interval = isScore ? formatScores(gate.interval) : formatShares(gate.interval);
  const remark = gate.reason === null ? null : wordsFor(GATE_REASON_WORDS, gate.reason, locale);
  const by = gate.by === "standard" ? say("byStandard") : null;
  return html`<tr><td><span class="pill ${state}">${sign} <span class="word">${outcome}</span></span></td><td class="wraps">${name}${id}${[remark, by].filter((part) => part !== null).map((part) => html` <span class="tag">${part}</span>`)}</td><td class="right">${inUnits(gate.expected, locale)}</td><td class="right">${link(target(gate, view), found, `strong ${state}`)}</td><td class="right dim">${interval}</td><td class="right">${formatNumber(gate.n)}</td></tr>`;
}

/** Where a gate's figure leads: to its findings, or to the charts where it is judged over many contacts at once. */
function target({ id }: GateResult, { result, rules }: HtmlView): string {
  const severity = /^(critical|major|minor)-findings$/.exec(id)?.[1];
  const counted = result.exemptions === undefined ? {} : { status: "counted" as const };
  if (severity !== undefined) return linkTo({ severity, ...counted });
  if (id === "suppressions") return "#exemptions";
  if (id.startsWith("dimension.")) return linkTo({ dimension: id.slice(10) });
  const rule = rules.get(id);
  if (rule === undefined) return linkTo({});
  const series = Object.hasOwn(result.series, id) ? result.series[id] : undefined;
  if (rule.severity === "gate")
    return series !== undefined && hasCharts(rule, series) ? `#${chartId(id)}` : "#rules";
  return linkTo({ rule: id } satisfies FindingFilter);
}
