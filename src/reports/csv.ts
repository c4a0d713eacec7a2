import { inLocale, type Locale } from "../messages/index.js";
import type { Finding, RuleResult } from "../model/result.js";
import { BOM, csvRows } from "./csv/rows.js";
import type { Reporter } from "./report.js";

/**
 * Every finding as a row (RFC 4180, CRLF), for a spreadsheet or a script. Headers are the same in every language;
 * titles and advice are in the reader's. Texts that a spreadsheet could take for a formula begin with an apostrophe.
 */
export const csv: Reporter = function* (result, options) {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  yield `${options.bom ? BOM : ""}${csvRows([COLUMNS])}`;
  let batch: (string | number)[][] = [];
  for (const finding of result.findings) {
    batch.push(row(finding, rules.get(finding.rule), options.locale));
    if (batch.length === BATCH) {
      yield csvRows(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield csvRows(batch);
};

const COLUMNS = [
  "severity",
  "rule",
  "title",
  "contact",
  "agent",
  "team",
  "at",
  "file",
  "line",
  "column",
  "quote",
  "expected",
  "found",
  "advice",
  "clause",
  "source",
  "id",
  "baseline",
  "suppressed-by",
  "suppressed-because",
] as const;

/** Rows handed to papaparse, and to the caller, at a time. */
const BATCH = 500;

function row(finding: Finding, rule: RuleResult | undefined, locale: Locale): (string | number)[] {
  const cells = {
    severity: finding.severity,
    rule: finding.rule,
    title: rule === undefined ? finding.rule : inLocale(rule.title, locale),
    contact: finding.contact,
    agent: finding.agent ?? "",
    team: finding.team ?? "",
    at: finding.at ?? "",
    file: finding.file,
    line: finding.line,
    column: finding.column,
    quote: finding.quote ?? "",
    expected: finding.expected,
    found: finding.found,
    advice: rule === undefined ? "" : inLocale(rule.advice, locale),
    clause: rule?.clause ?? "",
    source: rule?.source ?? "",
    id: finding.id,
    baseline: finding.baseline ?? "",
    "suppressed-by": finding.suppressed?.author ?? "",
    "suppressed-because": finding.suppressed?.reason ?? "",
  } satisfies Record<(typeof COLUMNS)[number], string | number>;
  return COLUMNS.map((name) => cells[name]);
}
