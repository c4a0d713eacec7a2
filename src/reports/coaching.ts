import { coachingWords } from "../messages/coaching.js";
import type { AgentResult } from "../model/result.js";
import { lessonsOf } from "./coaching/collect.js";
import { fileNames } from "./coaching/names.js";
import { agentPage, factLines, frame, type Sheets } from "./coaching/page.js";
import { escapeMarkdown } from "./escape.js";
import { markdownTable } from "./markdown/table.js";
import type { FolderReporter } from "./report.js";

/**
 * A Markdown page for each agent and an index: for a talk about an agent's own contacts. Pages are in the order of
 * names, and say nothing of anybody else.
 */
export const coaching: FolderReporter = function* (result, options) {
  const sheets: Sheets = {
    result,
    rules: new Map(result.rules.map((rule) => [rule.id, rule])),
    locale: options.locale,
    say: coachingWords(options.locale),
    items: options.limits.items,
    past: options.past,
  };
  const { agents: lessons, suppressed, withoutAgent } = lessonsOf(result.findings, options.limits.findings);
  const agents = agentsOf(result.agents, lessons.keys());
  const names = fileNames(agents.map(({ id }) => id));
  const places = (id: string) => (lessons.get(id) ?? []).reduce((sum, { count }) => sum + count, 0);
  const rows = agents.map((agent) => indexRow(agent, `${names.get(agent.id)}.md`, places(agent.id)));
  yield { name: "index.md", text: indexPage(rows, withoutAgent, sheets) };
  for (const agent of agents) {
    const text = agentPage(agent, lessons.get(agent.id) ?? [], suppressed.get(agent.id) ?? 0, sheets);
    yield { name: `${names.get(agent.id)}.md`, text };
  }
};

/** Agents of the result; and, should a finding name one that it does not list, that one too. */
function agentsOf(agents: readonly AgentResult[], named: Iterable<string>): readonly AgentResult[] {
  const known = new Set(agents.map(({ id }) => id));
  const others = [...named].filter((id) => !known.has(id));
  return [...agents, ...others.map(unknownAgent)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function unknownAgent(id: string): AgentResult {
  const findings = { critical: 0, major: 0, minor: 0, info: 0 };
  const score = { raw: null, final: null, shrunk: null, interval: null };
  return { id, team: null, contacts: 0, calls: null, findings, score, rules: {}, rank: null, band: null };
}

function indexRow({ id, team, contacts }: AgentResult, file: string, places: number): readonly string[] {
  return [
    `[${escapeMarkdown(id)}](${encodeURIComponent(file)})`,
    escapeMarkdown(team ?? ""),
    String(contacts),
    String(places),
  ];
}

function indexPage(rows: readonly (readonly string[])[], withoutAgent: number, sheets: Sheets): string {
  const { say, locale } = sheets;
  const columns = [
    { head: say("agent"), align: "left" },
    { head: say("team"), align: "left" },
    { head: say("contacts"), align: "right" },
    { head: say("places"), align: "right" },
  ] as const;
  const blocks = [
    `# ${say("index")}`,
    say("indexAbout"),
    factLines(frame(sheets), locale),
    markdownTable(columns, rows),
    ...(withoutAgent === 0 ? [] : [say("noAgent", { n: withoutAgent })]),
  ];
  return `${blocks.join("\n\n")}\n`;
}
