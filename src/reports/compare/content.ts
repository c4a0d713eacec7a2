import { type CompareSay, compareWords } from "../../messages/compare.js";
import { formatDate, type Locale } from "../../messages/index.js";
import type { Change, ComparedResult, Comparison, GateChange } from "../../model/comparison.js";
import type { AuditResult } from "../../model/result.js";
import { viewOf } from "../content/view.js";
import { type Block, type Fact, text } from "../document.js";
import type { ReportOptions } from "../report.js";
import { findingChanges } from "./findings.js";
import { type ChangeTable, changeTable, gateTable } from "./tables.js";

/** What a comparison is reported from: itself, and the later result for the titles of rules. */
export interface Compared {
  readonly comparison: Comparison;
  readonly old: AuditResult;
  readonly new: AuditResult;
}

/** The whole comparison for people. What got worse comes first in every list. */
export function* compareDocument(compared: Compared, options: ReportOptions): Iterable<Block> {
  const { comparison } = compared;
  const say = compareWords(options.locale);
  yield { kind: "title", text: say("title"), about: [] };
  yield { kind: "facts", facts: facts(comparison, say, options.locale) };
  for (const warning of warnings(comparison, say)) {
    yield { kind: "paragraph", text: [text("! ", "warn"), text(warning, "warn")] };
  }
  const view = viewOf(compared.new, options);
  const before = viewOf(compared.old, options);
  yield { kind: "heading", text: say("gates"), note: null };
  if (comparison.gates.length === 0) yield { kind: "paragraph", text: [text(say("noGates"))] };
  else yield gateTable(comparison.gates, view, before, say);
  const tables: readonly ChangeTable[] = [
    { heading: say("score"), unit: "score", changes: [comparison.score], name: () => say("score") },
    { heading: say("rules"), unit: "share", changes: comparison.rules, name: "rule" },
    { heading: say("teams"), unit: "score", changes: comparison.teams, name: (id) => id },
    { heading: say("agents"), unit: "score", changes: comparison.agents, name: (id) => id },
  ];
  for (const table of tables) yield* changeTable(table, view, before, say);
  yield* findingChanges(compared, view, before, say);
  yield verdict(comparison, say);
}

/** Everything that got worse: a gate that fails now, or a score or rate that fell by more than chance. */
export function worsened(comparison: Comparison): readonly (Change | GateChange)[] {
  return all(comparison).filter((change) => change.verdict === "worse");
}

function all({ gates, score, rules, teams, agents }: Comparison): readonly (Change | GateChange)[] {
  return [...gates, score, ...rules, ...teams, ...agents];
}

function facts(comparison: Comparison, say: CompareSay, locale: Locale): readonly Fact[] {
  const about = (one: ComparedResult) => [
    text(one.file, "strong"),
    text("  "),
    text(
      say("about", {
        span: span(one, say, locale),
        n: one.contacts,
        standard: `${one.standard.name} ${one.standard.version}`,
      }),
      "dim",
    ),
  ];
  return [
    { label: say("old"), value: about(comparison.old) },
    { label: say("new"), value: about(comparison.new) },
  ];
}

function span({ from, to }: ComparedResult, say: CompareSay, locale: Locale): string {
  if (from === null || to === null) return say("undated");
  const days = [formatDate(from, locale), formatDate(to, locale)] as const;
  return days[0] === days[1] ? days[0] : say("span", { from: days[0], to: days[1] });
}

function warnings({ old, new: now }: Comparison, say: CompareSay): readonly string[] {
  if (old.sha256 === now.sha256) return [say("sameResult")];
  return [
    ...(old.standard.sha256 === now.standard.sha256 ? [] : [say("otherStandard")]),
    ...(old.config.sha256 === now.config.sha256 ? [] : [say("otherConfig")]),
  ];
}

function verdict(comparison: Comparison, say: CompareSay): Block {
  const worse = worsened(comparison).length;
  const better = all(comparison).filter((change) => change.verdict === "better").length;
  const words = worse + better === 0 ? say("allSame") : say("changed", { worse, better });
  return { kind: "verdict", exitCode: worse > 0 ? 1 : 0, text: words };
}
