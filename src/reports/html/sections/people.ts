import { formatNumber, formatPercent, formatScore, formatScores } from "../../../messages/index.js";
import type { Interval } from "../../../model/result.js";
import { costEstimate, REPURCHASE } from "../../../scoring/costs.js";
import { scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";

/** The best beside the worst, both with their uncertainty. Nobody is named whom chance may have put there. */
export function honours(view: HtmlView): Section | null {
  const { result, word, locale } = view;
  const { reference, best, worst } = result.honours;
  if (reference === null || !result.agents.some(({ rank }) => rank !== null)) return null;
  const about = word("honoursAbout", { reference: formatScore(reference, locale) });
  const lists = html`<div class="columns"><div><h3>★ ${word("best")}</h3>${named(best, word("nobodyBest"), view)}</div><div><h3>${word("worst")}</h3>${named(worst, word("nobodyWorst"), view)}</div></div>`;
  return section("honours", word("honours"), about, lists);
}

/** What the findings may cost, as an estimate with its source. */
export function costs(view: HtmlView): Section | null {
  const { result, word, options } = view;
  if (!options.costs || result.totals.contacts === 0) return null;
  const { unresolved, criticalContacts } = result.outcomes;
  const estimate = costEstimate(result.outcomes);
  if ((unresolved ?? 0) === 0 && criticalContacts === 0) {
    const why = unresolved === null ? word("costsNothing") : word("costsNone");
    return section("costs", word("costs"), word("costsAbout"), html`<p>${why}</p>`);
  }
  const people = ([low, high]: Interval, n: number) => ({
    n,
    low: formatNumber(Math.floor(low)),
    high: formatNumber(Math.ceil(high)),
  });
  const lines = [
    unresolved === null || estimate.unresolved === null
      ? html`<p class="dim">${word("costsUnknown")}</p>`
      : unresolved === 0
        ? null
        : html`<p class="lead">${word("costsUnresolved", people(estimate.unresolved, unresolved))}</p>`,
    criticalContacts === 0
      ? null
      : html`<p class="lead">${word("costsCritical", people(estimate.critical, criticalContacts))} ${link(linkTo({ severity: "critical" }), word("seeAll"), "only-screen")}</p>`,
  ];
  return section("costs", word("costs"), word("costsAbout"), [
    lines,
    sources(view),
    html`<p class="note">${word("costsCaveat")}</p>`,
  ]);
}

function named(ids: readonly string[], nobody: string, view: HtmlView): Markup {
  const { result, word, locale } = view;
  if (ids.length === 0) return html`<p class="dim">${nobody}</p>`;
  const items = ids.map((id) => {
    const agent = result.agents.find((one) => one.id === id);
    const line =
      agent === undefined
        ? null
        : html`<span class="dim">${word("honourLine", { score: formatScore(agent.score.shrunk, locale), interval: formatScores(agent.score.interval), n: agent.contacts })}</span>`;
    return html`<li>${link(linkTo({ agent: id }), id, "strong")} ${line}</li>`;
  });
  return html`<ol class="people">${items}</ol>`;
}

function sources({ word, locale }: HtmlView): Markup {
  const heads = [word("costsSilent"), word("costsLeft"), word("costsSolved"), word("costsFast")];
  const cell = (share: number | null) =>
    html`<td class="right">${share === null ? "–" : formatPercent(share, locale).replace(".0%", "%")}</td>`;
  const rows = REPURCHASE.map(
    ({ source, silent, unresolved, resolved, resolvedFast }) =>
      html`<tr><th scope="row" class="wraps">${source}</th>${[silent, unresolved, resolved, resolvedFast].map(cell)}</tr>`,
  );
  return scroller(
    word("costsTable"),
    html`<table><caption>${word("costsTable")}</caption><thead><tr><th scope="col">${word("costsSource")}</th>${heads.map((head) => html`<th scope="col" class="right">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}
