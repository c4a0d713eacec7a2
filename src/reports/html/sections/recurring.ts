import { formatNumber, formatPercent, SEVERITY_WORDS, wordsFor } from "../../../messages/index.js";
import type { RecurringLabels, RecurringRule } from "../../../model/result.js";
import { titleOf } from "../../content/view.js";
import { scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";
import { complaints } from "./promises.js";

/** What comes up again and again (共性问题): rules, and what contacts are about; with whom, and where to look. */
export function recurring(view: HtmlView): Section | null {
  const { result, word } = view;
  const { rules, topics, types, causes } = result.recurring;
  const again = rules.filter(({ rule, fail }) => fail >= AGAIN && view.found.has(rule)).slice(0, MOST);
  const subjects = [
    labels(word("topics"), topics, view),
    labels(word("types"), types, view),
    labels(word("causes"), causes, view),
  ].filter((list) => list !== null);
  const complained = complaints(view);
  if (again.length === 0 && subjects.length === 0 && complained === null) return null;
  const about =
    subjects.length === 0 ? null : html`<h3>${word("subjects")}</h3><div class="columns">${subjects}</div>`;
  const rows = again.length === 0 ? html`<p>${word("noRecurring")}</p>` : table(again, view);
  return section("recurring", word("recurring"), word("recurringAbout"), [rows, complained, about]);
}

/** A fault that was made once does not recur. */
const AGAIN = 2;
const MOST = 10;

function table(rules: readonly RecurringRule[], view: HtmlView): Markup {
  const { word, say } = view;
  const right = [word("failures"), word("shareOfAll"), word("agentsWith")];
  const heads = html`<th scope="col">${say("rule")}</th>${right.map((name) => html`<th scope="col" class="right">${name}</th>`)}<td></td>`;
  const rows = rules.map((rule) => row(rule, view));
  return scroller(
    word("recurring"),
    html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function row({ rule, fail, share, agents, agentsAssessed }: RecurringRule, view: HtmlView): Markup {
  const { word, locale } = view;
  const severity = view.rules.get(rule)?.severity ?? "info";
  const badge = html`<span class="badge sev-${severity}">${wordsFor(SEVERITY_WORDS, severity, locale)}</span>`;
  const many = agentsAssessed === 0 ? "" : word("agentsOf", { n: agents, of: agentsAssessed });
  return html`<tr><td class="wraps">${badge} ${titleOf(rule, view)}</td><td class="right">${link(linkTo({ rule }), formatNumber(fail), "strong")}</td><td class="right">${formatPercent(share, locale)}</td><td class="right">${many}</td><td>${spread(agents, agentsAssessed, view)}</td></tr>`;
}

/** Half of the agents make it a matter of training or of rules, not of a person. Said of three agents and more. */
function spread(agents: number, assessed: number, { word }: HtmlView): Markup | null {
  if (assessed < 3) return null;
  const key = agents <= 1 ? "spreadOne" : agents * 2 >= assessed ? "spreadWide" : "spreadSome";
  return html`<span class="tag ${key === "spreadWide" ? "warn" : ""}">${word(key)}</span>`;
}

function labels(
  title: string,
  { contacts, filled, items, others }: RecurringLabels,
  view: HtmlView,
): Markup | null {
  if (!items.some((item) => item.contacts >= AGAIN)) return null;
  const { word, result } = view;
  const named = (id: string) =>
    result.findings.length === 0 ? html`${id}` : link(linkTo({ contact: id }), id);
  const shown = items.slice(0, MOST);
  const most = shown[0]!.contacts;
  const hidden = others + items.slice(MOST).reduce((sum, item) => sum + item.contacts, 0);
  const rest = hidden === 0 ? null : html`<li class="dim">${word("labelsOther", { n: hidden })}</li>`;
  const list = shown.map(
    ({ label, contacts: n, examples }) =>
      html`<li><span class="name">${label}</span> <svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" width="${Math.round((1000 * n) / most) / 10}" height="10" rx="1"/></svg><b>${formatNumber(n)}</b><small class="dim">${word("forExampleContacts")} ${examples.map((id, at) => [at === 0 ? null : ", ", named(id)])}</small></li>`,
  );
  return html`<div><h4>${title} <small class="dim">${word("labelsOf", { filled, contacts })}</small></h4><ul class="labels">${list}${rest}</ul></div>`;
}
