import { inLocale, SEVERITY_WORDS, wordsFor } from "../../messages/index.js";
import type { Finding, FindingSet } from "../../model/result.js";
import { titleOf } from "../content/view.js";
import { type Book, moment } from "./cells.js";
import type { Sheet, SheetCell } from "./workbook.js";

/**
 * Findings on the sheet. The library holds a sheet in memory: 100,000 findings take some 0.5 GB, 200,000 some 1.3 GB. The
 * summary says how many are left out; a spreadsheet of half a million rows helps nobody.
 */
export const MOST_FINDINGS = 100_000;

/** The findings in the order of the files; where there are more than the sheet takes, the worst of them. */
export function findingsSheet(book: Book, most = MOST_FINDINGS): Sheet {
  const { say, column, result } = book;
  return {
    name: say("findingsSheet"),
    columns: [
      column("severity", 8),
      column("rule", 28),
      column("title", 30),
      column("contact", 16),
      column("agent", 14),
      column("team", 14),
      column("at", 20, "moment"),
      column("quote", 40),
      column("found", 30),
      column("expected", 30),
      column("advice", 40),
      column("clause", 40),
      column("file", 30),
      column("line", 8),
      column("column", 8),
      column("counts", 16),
      column("id", 18),
    ],
    rows: chosen(result.findings, most).map((finding) => row(finding, book)),
  };
}

function chosen(findings: FindingSet, most: number): readonly Finding[] {
  if (findings.length <= most) return [...findings];
  const kept: Finding[] = [];
  for (const severity of ["critical", "major", "minor", "info"] as const) {
    if (kept.length === most) break;
    for (const finding of findings) {
      if (finding.severity === severity) kept.push(finding);
      if (kept.length === most) break;
    }
  }
  return kept;
}

function row(finding: Finding, book: Book): readonly SheetCell[] {
  const { locale, view } = book;
  const rule = view.rules.get(finding.rule);
  return [
    wordsFor(SEVERITY_WORDS, finding.severity, locale),
    finding.rule,
    titleOf(finding.rule, view),
    finding.contact,
    finding.agent,
    finding.team,
    moment(finding.at),
    finding.quote,
    finding.found,
    finding.expected,
    rule === undefined ? null : inLocale(rule.advice, locale),
    rule?.clause ?? null,
    finding.file,
    finding.line,
    finding.column,
    counts(finding, book),
    finding.id,
  ];
}

function counts({ baseline, suppressed }: Finding, { say }: Book): string {
  if (suppressed !== undefined) return say("suppressed", suppressed);
  return say(baseline === "known" ? "known" : "yes");
}
