import type { CompareSay } from "../../messages/compare.js";
import { SEVERITY_WORDS, wordsFor } from "../../messages/index.js";
import type { FindingSet } from "../../model/result.js";
import { SEVERITIES } from "../../model/rule.js";
import { collect } from "../content/collect.js";
import { groupEvidence } from "../content/findings.js";
import { SEVERITY_TONES, titleOf, type View } from "../content/view.js";
import { type Block, code, text } from "../document.js";
import { byText } from "../order.js";
import type { Compared } from "./content.js";

/** Findings that only one of the two has, by rule, worst first; the first places of each. */
export function* findingChanges(
  { comparison }: Compared,
  view: View,
  before: View,
  say: CompareSay,
): Iterable<Block> {
  const { findings } = comparison;
  yield { kind: "heading", text: say("findings"), note: null };
  const counts = { new: findings.new.length, gone: findings.gone.length, same: findings.same };
  yield { kind: "paragraph", text: [text(say("findingsAbout", counts), "strong")] };
  if (counts.gone > 0) yield { kind: "paragraph", text: [text(say("goneMeans"), "dim")] };
  yield* section(say("newFindings"), findings.new, view, say);
  yield* section(say("goneFindings"), findings.gone, before, say);
}

function* section(heading: string, findings: FindingSet, view: View, say: CompareSay): Iterable<Block> {
  if (findings.length === 0) return;
  yield { kind: "heading", text: heading, note: null };
  const groups = collect(findings, view.options.limits.findings).toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.count - a.count ||
      byText(a.rule, b.rule),
  );
  for (const group of groups) {
    yield {
      kind: "group",
      head: [
        text(wordsFor(SEVERITY_WORDS, group.severity, view.locale), SEVERITY_TONES[group.severity]),
        text("  "),
        text(titleOf(group.rule, view), "strong"),
        text(" "),
        code(group.rule, "dim"),
        text("  "),
        text(say("places", { n: group.count })),
      ],
      facts: [],
    };
    yield* groupEvidence(group, view);
    const more = group.count - group.shown.length;
    if (more > 0) yield { kind: "more", text: say("more", { n: more }) };
  }
}
