import { formatWords } from "../messages/formats.js";
import type { AuditResult, Finding } from "../model/result.js";
import { verdictSentence } from "./content/verdict.js";
import { viewOf } from "./content/view.js";
import { escapeCommand, escapeCommandProperty } from "./escape.js";
import { type FindingWords, findingWords, isExempt } from "./finding-words.js";
import type { Reporter, ReportOptions } from "./report.js";

/**
 * Annotations for GitHub Actions: workflow commands, worst findings first. GitHub shows ten errors, ten warnings and ten
 * notices of a step and drops the rest without a word, so no more are written, and the last notice says how many
 * findings there are in all and what the audit came to. Findings that do not count are not annotated.
 */
export const github: Reporter = function* (result, options) {
  const wordsOf = findingWords(result, options.locale);
  const { shown, exempt } = choose(result.findings);
  for (const finding of shown) yield annotation(finding, wordsOf(finding));
  yield summary(result, options, shown.length, exempt);
};

type Severity = Finding["severity"];

const LEVELS = { critical: "error", major: "warning", minor: "notice", info: "notice" } as const;

/** What a step may show of each level (GitHub, “Problem matchers: limitations”); one notice is the summary. */
const LIMITS = { error: 10, warning: 10, notice: 9 } as const;

/** The first findings of each severity, worst first, in one walk; and how many do not count. */
function choose(findings: Iterable<Finding>): { shown: readonly Finding[]; exempt: number } {
  const kept: Record<Severity, Finding[]> = { critical: [], major: [], minor: [], info: [] };
  let exempt = 0;
  for (const finding of findings) {
    if (isExempt(finding)) exempt += 1;
    else if (kept[finding.severity].length < LIMITS[LEVELS[finding.severity]])
      kept[finding.severity].push(finding);
  }
  const notices = [...kept.minor, ...kept.info].slice(0, LIMITS.notice);
  return { shown: [...kept.critical, ...kept.major, ...notices], exempt };
}

function annotation(finding: Finding, { say, title, what, advice }: FindingWords): string {
  const { agent, contact } = finding;
  const who = [...(agent === null ? [] : [say("agent", { agent })]), say("contact", { contact })].join(" · ");
  const message = [what, ...(advice === "" ? [] : [advice]), who].map(escapeCommand).join("%0A");
  const properties = {
    file: finding.file.replaceAll("\\", "/"),
    line: String(finding.line),
    col: String(finding.column),
    title: `${title} (${finding.rule})`,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeCommandProperty(value)}`,
  );
  return `::${LEVELS[finding.severity]} ${written.join(",")}::${message}\n`;
}

/** One line: what the audit came to, and how much of it is annotated. */
function summary(result: AuditResult, options: ReportOptions, shown: number, exempt: number): string {
  const say = formatWords(options.locale);
  const n = result.findings.length;
  const counts = [
    shown === n ? say("annotationsAll", { n }) : say("annotationsShown", { n, shown, omitted: n - shown }),
    ...(exempt === 0 ? [] : [say("annotationsExempt", { n: exempt })]),
  ];
  const [comma, stop, space] = options.locale === "en" ? [", ", ".", " "] : ["，", "。", ""];
  const message = `${verdictSentence(viewOf(result, options))}${space}${counts.join(comma)}${stop}`;
  return `::notice title=deskcheck::${escapeCommand(message)}\n`;
}
