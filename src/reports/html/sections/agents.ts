import { formatNumber, formatScore, formatScores } from "../../../messages/index.js";
import type { AgentResult, GroupResult, Interval } from "../../../model/result.js";
import { funnelLimits } from "../../../scoring/control-limits.js";
import { FUNNEL_CONFIDENCES, type FunnelPoint, funnelPlot } from "../../charts/funnel.js";
import { byNumber, byText } from "../../order.js";
import { scroller } from "../blocks.js";
import { linkTo } from "../links.js";
import { html, type Markup } from "../markup.js";
import { type HtmlView, link, type Section, section } from "../view.js";

/** Agents as a funnel plot, and as a table that its reader may sort: with intervals and tie bands, no league table. */
export function agents(view: HtmlView): Section | null {
  const { result, say, word } = view;
  if (result.agents.length === 0) return null;
  const scored = result.agents.some(({ score }) => score.final !== null);
  const told = result.agents.some(({ score }) => score.shrunk !== null);
  const note = !scored ? say("noScore") : told ? say("agentsAbout") : word("indistinguishable");
  return section("agents", say("agents"), note, [funnel(view), table(view)]);
}

/** Teams by score, worst first. */
export function teams(view: HtmlView): Section | null {
  const { result, say, locale } = view;
  if (result.teams.length === 0) return null;
  const sorted = result.teams.toSorted(
    (a, b) => byNumber(a.score.final, b.score.final) || byText(a.id, b.id),
  );
  const heads = [
    say("contactCount"),
    say("finalScore"),
    say("rawScore"),
    say("interval"),
    ...levelHeads(view),
  ];
  const rows = sorted.map(
    (team) =>
      html`<tr><th scope="row">${link(linkTo({ team: team.id }), team.id)}</th><td class="right">${formatNumber(team.contacts)}</td><td class="right strong">${formatScore(team.score.final, locale)}</td><td class="right">${formatScore(team.score.raw, locale)}</td><td class="right dim">${formatScores(team.score.interval)}</td>${levels(team, { team: team.id })}</tr>`,
  );
  const table = html`<table><thead><tr><th scope="col">${say("team")}</th>${heads.map((head) => html`<th scope="col" class="right">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  return section("teams", say("teams"), say("worstFirst"), scroller(say("teams"), table));
}

/** With fewer contacts than this, the limits of chance reach from end to end. */
const LEAST = 10;

function funnel(view: HtmlView): Markup | null {
  const { result, word, locale } = view;
  const scored = result.agents.filter(({ score, contacts }) => score.final !== null && contacts > 0);
  const { final } = result.totals.score;
  if (scored.length < 3 || final === null || scored.every(({ contacts }) => contacts < LEAST)) return null;
  const mean = final / 100;
  const points = scored.map(
    ({ id, contacts, score }): FunnelPoint => ({
      label: id,
      n: contacts,
      share: score.final! / 100,
      href: linkTo({ agent: id }),
      title: word("agentPoint", { agent: id, score: formatScore(score.final, locale), n: contacts }),
    }),
  );
  const outside = points.map(({ n, share }) => {
    const [low, high] = funnelLimits(mean, n, FUNNEL_CONFIDENCES[0]);
    return share < low ? -1 : share > high ? 1 : 0;
  });
  const description = word("agentsFunnelDesc", {
    n: points.length,
    over: outside.filter((side) => side === 1).length,
    below: outside.filter((side) => side === -1).length,
  });
  const score = (share: number) => formatNumber(share * 100);
  const plot = funnelPlot({ id: "c-funnel", title: view.say("agents"), description }, points, mean, {
    x: word("contactsAxis"),
    mean: word("mean", { value: formatScore(final, locale) }),
    limit: (confidence) => `${formatNumber(confidence * 100, confidence === 0.95 ? 0 : 1)}%`,
    score,
    count: (n) => formatNumber(n),
  });
  return html`<figure>${scroller(description, plot)}<p class="note">${word("funnelNote")}</p></figure>`;
}

function table(view: HtmlView): Markup {
  const { result, say, word } = view;
  const sorted = result.agents.toSorted(
    (a, b) => byNumber(a.rank, b.rank) || byNumber(b.score.final, a.score.final) || byText(a.id, b.id),
  );
  const hasTeams = sorted.some(({ team }) => team !== null);
  const heads = [
    head(say("rank"), "number"),
    head(say("band"), "number"),
    head(say("agent"), "text"),
    hasTeams ? head(say("team"), "text") : null,
    head(say("contactCount"), "number"),
    head(say("finalScore"), "number"),
    head(say("shrunkScore"), "number"),
    html`<th scope="col">${say("agentInterval")}</th>`,
    levelHeads(view).map((name) => head(name, "number")),
  ];
  const scale = span(sorted);
  const rows = sorted.map((agent) => row(agent, hasTeams, scale, view));
  const drawn = html`<table data-sortable="agents"><caption>${word("agentCount", { n: sorted.length })}<span class="hint"> · ${word("sortHint")}</span></caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
  const long = sorted.length > LONG;
  const scrolled = html`<div class="scroll${long ? " tall" : ""}" role="group" tabindex="0" aria-label="${word("allAgents")}">${drawn}</div>`;
  return scrolled;
}

/** A table of more rows scrolls in a window of its own on a screen. */
const LONG = 30;

/** The script makes a button of it. */
function head(name: string, kind: "number" | "text"): Markup {
  return html`<th scope="col" class="${kind === "number" ? "right" : ""}" data-sort="${kind}">${name}</th>`;
}

function row(agent: AgentResult, hasTeams: boolean, scale: Interval, view: HtmlView): Markup {
  const { locale, word } = view;
  const { id, rank, band, team, contacts, score } = agent;
  const cell = (value: number | null, shown: string, tone = "") =>
    html`<td class="right ${tone}" data-value="${value ?? ""}">${shown}</td>`;
  const place =
    rank === null
      ? html`<td class="right dim" data-value="">–</td><td class="right dim" data-value="">–</td>`
      : [cell(rank, String(rank)), cell(band, String(band ?? ""))];
  const teamCell = hasTeams ? html`<td class="dim">${team ?? ""}</td>` : null;
  return html`<tr>${place}<th scope="row" class="wraps">${link(linkTo({ agent: id }), id)}</th>${teamCell}${cell(contacts, formatNumber(contacts))}${cell(score.final, formatScore(score.final, locale))}${cell(score.shrunk, formatScore(score.shrunk, locale), "strong")}<td>${whisker(agent, scale, word("intervalOf", { agent: id, interval: formatScores(score.interval) }))}</td>${levels(agent, { agent: id })}</tr>`;
}

/** The interval as a line with the adjusted score on it, on one scale for all agents. */
function whisker({ score }: AgentResult, [from, to]: Interval, title: string): Markup | null {
  if (score.interval === null) return null;
  const x = (value: number) => Math.round((1000 * (value - from)) / (to - from)) / 10;
  const [low, high] = [x(score.interval[0]), x(score.interval[1])];
  const dot = x(score.shrunk ?? score.final ?? score.interval[0]);
  return html`<svg class="whisker" viewBox="-4 0 108 14" role="img" aria-label="${title}"><title>${title}</title><line class="grid" x1="0" y1="7" x2="100" y2="7"/><line class="reach" x1="${low}" y1="7" x2="${high}" y2="7"/><circle class="dot" cx="${dot}" cy="7" r="3.2"/></svg> <span class="dim nowrap">${formatScores(score.interval)}</span>`;
}

function span(all: readonly AgentResult[]): Interval {
  const ends = all.flatMap(({ score }) => score.interval ?? []);
  const [low, high] = [Math.min(100, ...ends), Math.max(0, ...ends)];
  return high > low ? [low, high] : [0, 100];
}

const COUNTED = ["critical", "major", "minor"] as const;

function levelHeads({ word }: HtmlView): readonly string[] {
  return [word("criticalColumn"), word("majorColumn"), word("minorColumn")];
}

function levels(
  group: GroupResult,
  filter: { readonly agent?: string; readonly team?: string },
): readonly Markup[] {
  return COUNTED.map((severity) => {
    const count = group.findings[severity];
    const shown = formatNumber(count);
    const content =
      count === 0
        ? html`<span class="dim">${shown}</span>`
        : link(linkTo({ ...filter, severity }), shown, severity === "critical" ? "bad" : "");
    return html`<td class="right" data-value="${count}">${content}</td>`;
  });
}
