import type { CoachingSay } from "../../messages/coaching.js";
import {
  formatDate,
  formatNumber,
  formatPercent,
  formatScore,
  formatScores,
  formatShares,
  inLocale,
  type Locale,
  SEVERITY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { AgentResult, AuditResult, RuleResult, VerdictCounts } from "../../model/result.js";
import { rateOf } from "../../scoring/rates.js";
import { escapeMarkdown } from "../escape.js";
import { byText } from "../order.js";
import type { PastAudit } from "../report.js";
import type { Lesson } from "./collect.js";
import { place } from "./place.js";
import { trendOf } from "./trend.js";

/** What every page is made from. */
export interface Sheets {
  readonly result: AuditResult;
  readonly rules: ReadonlyMap<string, RuleResult>;
  readonly locale: Locale;
  readonly say: CoachingSay;
  /** Things done well that a page names. */
  readonly items: number;
  readonly past: readonly PastAudit[];
}

/** One agent's page: what went well first, then what to say or do instead, with the places to hear it. */
export function agentPage(
  agent: AgentResult,
  lessons: readonly Lesson[],
  suppressed: number,
  sheets: Sheets,
): string {
  const { say } = sheets;
  const better = lessons.flatMap((lesson) => lessonBlock(lesson, agent.rules[lesson.rule], sheets));
  const blocks = [
    `# ${escapeMarkdown(say("title", { agent: agent.id }))}`,
    facts(agent, sheets),
    `## ${say("well")}`,
    wentWell(agent, sheets),
    `## ${say("better")}`,
    ...(better.length === 0 ? [escapeMarkdown(say("nothingBetter"))] : better),
    ...(suppressed === 0 ? [] : [escapeMarkdown(say("suppressed", { n: suppressed }))]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The days and the standard that a page is about. */
export function frame({ result, locale, say }: Sheets): readonly (readonly [label: string, value: string])[] {
  const { from, to } = result.totals;
  const { name, version } = result.manifest.standard;
  const days = from === null || to === null ? [] : [formatDate(from, locale), formatDate(to, locale)];
  const span = new Set(days).size === 2 ? say("span", { from: days[0]!, to: days[1]! }) : (days[0] ?? "");
  return [...(span === "" ? [] : [[say("period"), span] as const]), [say("standard"), `${name} ${version}`]];
}

/** `- **label**: value` lines. */
export function factLines(
  facts: readonly (readonly [label: string, value: string])[],
  locale: Locale,
): string {
  const colon = locale === "en" ? ": " : "：";
  return facts
    .map(([label, value]) => `- **${escapeMarkdown(label)}**${colon}${escapeMarkdown(value)}`)
    .join("\n");
}

function facts(agent: AgentResult, sheets: Sheets): string {
  const { locale, say } = sheets;
  const { final, interval } = agent.score;
  const score = formatScore(final, locale);
  const about =
    interval === null
      ? say("scoreAbout", { score })
      : say("scoreRange", { score, interval: formatScores(interval) });
  const trend = trendOf(agent, sheets);
  return factLines(
    [
      ...(agent.team === null ? [] : [[say("team"), agent.team] as const]),
      ...frame(sheets),
      [say("contacts"), say("contactCount", { n: agent.contacts })],
      ...(final === null ? [] : [[say("score"), about] as const]),
      ...(trend === "" ? [] : [[say("trend"), trend] as const]),
    ],
    locale,
  );
}

/** Rules that the agent kept every time, those kept most often first. */
function wentWell(agent: AgentResult, { rules, say, items, locale }: Sheets): string {
  const kept = Object.entries(agent.rules)
    .filter(([id, { pass, fail }]) => pass > 0 && fail === 0 && rules.get(id)?.severity !== "gate")
    .sort(([a, m], [b, n]) => n.pass - m.pass || byText(a, b))
    .slice(0, items);
  if (kept.length === 0) return escapeMarkdown(say("nothingWell"));
  const lines = kept.map(([id, { pass }]) => {
    const interval = formatShares(rateOf(pass, pass).interval);
    return `- ${escapeMarkdown(say("always", { title: titleOf(rules.get(id), id, locale), n: pass, interval }))}`;
  });
  return lines.join("\n");
}

function lessonBlock(lesson: Lesson, counts: VerdictCounts | undefined, sheets: Sheets): readonly string[] {
  const { rules, locale, say } = sheets;
  const rule = rules.get(lesson.rule);
  const severity = wordsFor(SEVERITY_WORDS, lesson.severity, locale);
  const title = titleOf(rule, lesson.rule, locale);
  const advice = rule === undefined ? "" : inLocale(rule.advice, locale);
  const more = lesson.count - lesson.shown.length;
  return [
    `### ${escapeMarkdown(title)} · ${severity} · ${escapeMarkdown(say("times", { n: lesson.count }))}`,
    factLines(
      [
        ...(advice === "" ? [] : [[say("instead"), advice] as const]),
        ...(rule === undefined || rule.clause === ""
          ? []
          : [[say("clause"), `${rule.clause} ${rule.source}`] as const]),
        ...rate(counts, sheets),
      ],
      locale,
    ),
    ...lesson.shown.map((finding) => place(finding, rule, sheets)),
    ...(more === 0 ? [] : [`*${escapeMarkdown(say("more", { n: more }))}*`]),
  ].filter((block) => block !== "");
}

function rate(counts: VerdictCounts | undefined, { say, locale }: Sheets) {
  if (counts === undefined || counts.pass + counts.fail === 0) return [];
  const n = counts.pass + counts.fail;
  const { rate, interval } = rateOf(counts.pass, n);
  const values = { n: formatNumber(n), pass: formatNumber(counts.pass) };
  const words = say("rate", {
    ...values,
    rate: formatPercent(rate, locale),
    interval: formatShares(interval),
  });
  return [[say("contacts"), words] as const];
}

function titleOf(rule: RuleResult | undefined, id: string, locale: Locale): string {
  return rule === undefined ? id : inLocale(rule.title, locale);
}
