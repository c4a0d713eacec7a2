import {
  DIMENSION_WORDS,
  enumerate,
  fieldName,
  inLocale,
  inUnits,
  SEVERITY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { AgentResult, RuleResult } from "../../model/result.js";
import type { Book } from "./cells.js";
import type { Sheet, SheetCell, SheetColumn } from "./workbook.js";

/** Agents by name, with the limits of the 90 % interval of their score. */
export function agentsSheet(book: Book): Sheet {
  const { result, say, column, locale } = book;
  const counts = SEVERITIES.map(
    (severity): SheetColumn => ({ head: wordsFor(SEVERITY_WORDS, severity, locale), width: 8 }),
  );
  return {
    name: say("agentsSheet"),
    columns: [
      column("agent", 16),
      column("team", 16),
      column("contacts", 10),
      column("finalScore", 10, "score"),
      column("rawScore", 12, "score"),
      column("adjustedScore", 10, "score"),
      column("low", 10, "score"),
      column("high", 10, "score"),
      column("rank", 8),
      column("band", 8),
      ...counts,
    ],
    rows: result.agents.map(agentRow),
  };
}

/** Every rule with its rate and the limits of its 95 % interval. */
export function rulesSheet(book: Book): Sheet {
  const { result, say, column } = book;
  return {
    name: say("rulesSheet"),
    columns: [
      column("severity", 8),
      column("rule", 32),
      column("title", 36),
      column("dimension", 16),
      column("target", 20),
      column("rate", 10, "share"),
      column("low", 10, "share"),
      column("high", 10, "share"),
      column("pass", 10),
      column("fail", 10),
      column("notApplicable", 10),
      column("notAssessed", 10),
      column("pending", 10),
      column("missing", 24),
      column("advice", 48),
      column("clause", 48),
      column("source", 32),
    ],
    rows: result.rules.map((rule) => ruleRow(rule, book)),
  };
}

const SEVERITIES = ["critical", "major", "minor", "info"] as const;

function agentRow({ id, team, contacts, score, rank, band, findings }: AgentResult): readonly SheetCell[] {
  const [low, high] = score.interval ?? [null, null];
  const counts = SEVERITIES.map((severity) => findings[severity]);
  return [id, team, contacts, score.final, score.raw, score.shrunk, low, high, rank, band, ...counts];
}

function ruleRow(rule: RuleResult, { locale }: Book): readonly SheetCell[] {
  const [low, high] = rule.interval ?? [null, null];
  return [
    wordsFor(SEVERITY_WORDS, rule.severity, locale),
    rule.id,
    inLocale(rule.title, locale),
    rule.dimension === null ? null : wordsFor(DIMENSION_WORDS, rule.dimension, locale),
    rule.target === null ? null : inUnits(rule.target, locale),
    rule.rate,
    low,
    high,
    rule.pass,
    rule.fail,
    rule.notApplicable,
    rule.notAssessed,
    rule.pending,
    enumerate(
      rule.missing.map((field) => fieldName(field, locale)),
      locale,
    ),
    inLocale(rule.advice, locale),
    rule.clause,
    rule.source,
  ];
}
