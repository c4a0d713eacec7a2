import {
  enumerate,
  formatNumber,
  formatScore,
  formatScores,
  SEVERITY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { AgentResult, GroupResult } from "../../model/result.js";
import { type Block, type Column, type Inline, right, table, text, wide } from "../document.js";
import { byNumber, byText } from "../order.js";
import type { View } from "./view.js";

/** Teams by score, worst first. */
export function* teams(view: View): Iterable<Block> {
  const { result, say } = view;
  if (result.teams.length === 0) return;
  yield { kind: "heading", text: say("teams"), note: say("worstFirst") };
  const sorted = result.teams.toSorted(
    (a, b) => byNumber(a.score.final, b.score.final) || byText(a.id, b.id),
  );
  yield table(
    [
      wide(say("team")),
      right(say("contactCount")),
      right(say("finalScore")),
      right(say("rawScore")),
      right(say("interval")),
      severityColumn(view),
    ],
    sorted.map((team) => [
      [text(team.id)],
      [text(formatNumber(team.contacts))],
      [text(formatScore(team.score.final, view.locale), "strong")],
      [text(formatScore(team.score.raw, view.locale))],
      [text(formatScores(team.score.interval), "dim")],
      severityCell(team),
    ]),
  );
}

/** Agents by rank, with what chance leaves open; those with too few contacts are named, not ranked. */
export function* agents(view: View): Iterable<Block> {
  const { result, say } = view;
  if (result.agents.length === 0) return;
  const ranked = result.agents
    .filter((agent) => agent.rank !== null)
    .toSorted((a, b) => byNumber(a.rank, b.rank) || byText(a.id, b.id));
  const unranked = result.agents
    .filter((agent) => agent.rank === null)
    .toSorted((a, b) => byText(a.id, b.id));
  yield { kind: "heading", text: say("agents"), note: ranked.length > 0 ? say("agentsAbout") : null };
  if (ranked.length > 0) yield table(agentColumns(view), agentRows(ranked, view));
  if (unranked.length > 0) yield { kind: "paragraph", text: [text(unrankedText(unranked, view))] };
}

function agentColumns(view: View): readonly Column[] {
  const { say } = view;
  return [
    right(say("rank")),
    right(say("band")),
    wide(say("agent")),
    right(say("contactCount")),
    right(say("finalScore")),
    right(say("shrunkScore")),
    right(say("agentInterval")),
    severityColumn(view),
  ];
}

/** Half of the limit from the top and half from the bottom: the best to learn from, the worst to help. */
function agentRows(ranked: readonly AgentResult[], view: View): readonly (readonly Inline[])[] {
  const limit = view.options.limits.agents;
  if (ranked.length <= limit) return ranked.map((agent) => agentRow(agent, view));
  const top = ranked.slice(0, Math.ceil(limit / 2));
  const bottom = ranked.slice(ranked.length - Math.floor(limit / 2));
  const omitted = [[], [], [text(view.say("agentsOmitted", { n: ranked.length - limit }), "dim")]];
  return [
    ...top.map((agent) => agentRow(agent, view)),
    omitted,
    ...bottom.map((agent) => agentRow(agent, view)),
  ];
}

function agentRow(agent: AgentResult, { locale }: View): readonly Inline[] {
  return [
    [text(String(agent.rank ?? ""))],
    [text(String(agent.band ?? ""))],
    [text(agent.id, "strong"), ...(agent.team === null ? [] : [text(" "), text(agent.team, "dim")])],
    [text(formatNumber(agent.contacts))],
    [text(formatScore(agent.score.final, locale))],
    [text(formatScore(agent.score.shrunk, locale), "strong")],
    [text(formatScores(agent.score.interval), "dim")],
    severityCell(agent),
  ];
}

function unrankedText(agents: readonly AgentResult[], { result, say, locale, options }: View): string {
  const shown = agents.slice(0, options.limits.items);
  const names = shown.map((agent) =>
    say("unrankedOne", { agent: agent.id, n: agent.contacts, score: formatScore(agent.score.final, locale) }),
  );
  const more = agents.length - shown.length;
  return `${say(whyUnranked(result.agents))}${enumerate(names, locale)}${more === 0 ? "" : say("andMore", { n: more })}`;
}

/** Scores are shrunk wherever agents can be told apart at all (scoring/ranking.ts). */
function whyUnranked(agents: readonly AgentResult[]): "noScores" | "indistinguishable" | "tooFew" {
  if (agents.every((agent) => agent.score.final === null)) return "noScores";
  return agents.every((agent) => agent.score.shrunk === null) ? "indistinguishable" : "tooFew";
}

const COUNTED = ["critical", "major", "minor"] as const;

function severityColumn({ locale }: View): Column {
  return right(COUNTED.map((level) => wordsFor(SEVERITY_WORDS, level, locale)).join(" / "));
}

function severityCell(group: GroupResult): Inline {
  const [critical, ...others] = COUNTED.map((level) => formatNumber(group.findings[level]));
  return [text(critical!, group.findings.critical === 0 ? null : "bad"), text(`/${others.join("/")}`)];
}
