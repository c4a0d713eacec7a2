import { formatWords } from "../messages/formats.js";
import { inLocale, type Locale } from "../messages/index.js";
import type { AuditResult, Finding, RuleResult } from "../model/result.js";
import { exitCode } from "../scoring/exit-code.js";
import { failedGates, reasons, verdictSentence } from "./content/verdict.js";
import { viewOf } from "./content/view.js";
import { escapeMarkdown, escapeTerminal } from "./escape.js";
import { type FindingWords, findingWords } from "./finding-words.js";
import { encode } from "./json/encode.js";
import type { Reporter, ReportOptions } from "./report.js";

/**
 * SARIF 2.1.0, one result a line. Fingerprints are the findings' ids: the same finding is the same alert from run to run,
 * wherever its row moved to. What gates leave out is marked as SARIF knows it: `baselineState` and `suppressions`.
 */
export const sarif: Reporter = function* (result, options) {
  const rules = result.rules.filter(({ severity }) => severity !== "gate");
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const wordsOf = findingWords(result, options.locale);
  const { name, version } = result.manifest.tool;
  const language = options.locale;
  const driver = { name, version, language, rules: rules.map((rule) => descriptor(rule, options.locale)) };
  yield '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n';
  yield `"tool": ${encode({ driver }, 2)},\n`;
  yield `"invocations": ${encode([invocation(result, options)], 2)},\n`;
  yield '"columnKind": "utf16CodeUnits",\n"results": [';
  let before = "";
  for (const finding of result.findings) {
    yield `${before}\n${encode(alert(finding, wordsOf(finding), indexOf, result))}`;
    before = ",";
  }
  yield "\n]\n}]\n}\n";
};

const LEVELS = { critical: "error", major: "warning", minor: "note", info: "note", gate: "none" } as const;

function descriptor(rule: RuleResult, locale: Locale) {
  const say = formatWords(locale);
  const advice = inLocale(rule.advice, locale);
  const help = [
    ...(rule.clause === "" ? [] : [say("clause", { clause: rule.clause, source: rule.source })]),
    ...(advice === "" ? [] : [say("instead", { advice })]),
    ...(rule.target === null ? [] : [rule.target]),
  ];
  const title = inLocale(rule.title, locale);
  return {
    id: rule.id,
    shortDescription: { text: title },
    fullDescription: { text: help[0] ?? title },
    help: {
      text: help.length === 0 ? title : help.join("\n"),
      markdown: [`**${escapeMarkdown(title)}**`, ...help.map(escapeMarkdown)].join("\n\n"),
    },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [rule.check, ...(rule.dimension === null ? [] : [rule.dimension])] },
  };
}

/** What the audit came to as a whole: failed gates, and what it could not check. */
function invocation(result: AuditResult, options: ReportOptions) {
  const view = viewOf(result, options);
  const exit = exitCode(result);
  return {
    executionSuccessful: exit !== 2,
    exitCode: exit,
    exitCodeDescription: verdictSentence(view),
    toolExecutionNotifications: [...reasons(view), ...failedGates(view)].map((text) => ({
      level: "error",
      message: { text },
    })),
  };
}

function alert(
  finding: Finding,
  { sentence }: FindingWords,
  indexOf: ReadonlyMap<string, number>,
  { exemptions }: AuditResult,
) {
  const { rule, severity, contact, agent, team, file, line, column, turn, at, suppressed } = finding;
  const ruleIndex = indexOf.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: escapeTerminal(sentence) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, ...snippet(finding) },
        },
        logicalLocations: [{ name: contact, kind: "contact" }],
      },
    ],
    // the first is the one that GitHub compares; the second says by its name what it is
    partialFingerprints: { primaryLocationLineHash: `${finding.id}:1`, "deskcheckFinding/v1": finding.id },
    ...(finding.baseline === undefined
      ? {}
      : { baselineState: finding.baseline === "known" ? "unchanged" : "new" }),
    ...(exemptions?.suppressions == null ? {} : { suppressions: suppressionsOf(suppressed) }),
    properties: { severity, contact, agent, team, turn, at },
  };
}

function snippet({ quote }: Finding) {
  return quote === null ? {} : { snippet: { text: quote } };
}

/** An empty list says that the finding was looked for among the suppressions and is not there (SARIF §3.27.23). */
function suppressionsOf(suppressed: Finding["suppressed"]) {
  if (suppressed === undefined) return [];
  const justification = `${suppressed.author}: ${suppressed.reason}`;
  return [{ kind: "external", status: "accepted", justification }];
}

/** A relative path as a URI relative to the repository, an absolute one as a file: URI. */
function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/").replace(/^([A-Za-z]):\//, "/$1:/");
  const parts = path.replace(LONE_SURROGATE, "\ufffd").split("/");
  const encoded = parts.map((part) => (part === ".." || part === "." ? part : encodeURIComponent(part)));
  return `${path.startsWith("/") ? "file://" : ""}${encoded.join("/")}`;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
