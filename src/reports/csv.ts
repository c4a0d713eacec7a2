import Papa from "papaparse";
import { inLocale, type Locale } from "../messages/index.js";
import type { Finding, RuleResult } from "../model/result.js";
import { escapeFormula } from "./escape.js";
import type { Reporter } from "./report.js";

/**
 * Every finding as a row (RFC 4180, CRLF), for a spreadsheet or a script. Headers are the same in every language;
 * titles and advice are in the reader's. Texts that a spreadsheet could take for a formula begin with an apostrophe.
 */
export const csv: Reporter = function* (result, options) {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  yield `${options.bom ? "\ufeff" : ""}${rows([[...COLUMNS]])}`;
  let batch: (string | number)[][] = [];
  for (const finding of result.findings) {
    batch.push(row(finding, rules.get(finding.rule), options.locale));
    if (batch.length === BATCH) {
      yield rows(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield rows(batch);
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
  } satisfies Record<(typeof COLUMNS)[number], string | number>;
  return COLUMNS.map((name) => cells[name]);
}

/** Numbers stay numbers: a guard on them would turn -5 into a text. */
function rows(cells: readonly (readonly (string | number)[])[]): string {
  const safe = cells.map((line) =>
    line.map((cell) => (typeof cell === "number" ? cell : escapeFormula(cell))),
  );
  return `${Papa.unparse(safe, { newline: "\r\n", escapeFormulae: true })}\r\n`;
}
