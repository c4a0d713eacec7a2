import { exemptionWords } from "../../messages/exemptions.js";
import {
  bracketed,
  DIMENSION_WORDS,
  formatNumber,
  formatScores,
  formatShares,
  GATE_REASON_WORDS,
  inLocale,
  inUnits,
  NOTHING,
  wordsFor,
} from "../../messages/index.js";
import type { GateResult } from "../../model/result.js";
import { type Block, code, type Inline, left, right, table, text, wide } from "../document.js";
import { titleOf, type View } from "./view.js";

/** Every condition that decides the exit code, failed ones first. */
export function* gates(view: View): Iterable<Block> {
  const { result, say } = view;
  yield { kind: "heading", text: say("gates"), note: null };
  if (result.gates.length === 0) {
    yield { kind: "paragraph", text: [text(say("noGates"))] };
    return;
  }
  const columns = [
    left(say("verdictColumn")),
    wide(say("gate")),
    right(say("expected")),
    right(say("found")),
    right(say("sample")),
    right(say("interval")),
  ];
  const order = [false, null, true];
  const sorted = result.gates.toSorted((a, b) => order.indexOf(a.met) - order.indexOf(b.met));
  yield table(
    columns,
    sorted.map((gate) => row(gate, view)),
  );
}

/** What a gate is called: the score, a count of findings, a dimension, or the rule it is about. */
export function gateName(id: string, view: View): string {
  const { say, locale } = view;
  switch (id) {
    case "score":
      return say("score");
    case "critical-findings":
      return say("criticalFindings");
    case "major-findings":
      return say("majorFindings");
    case "minor-findings":
      return say("minorFindings");
    case "findings":
      return say("allFindings");
    case "suppressions":
      return exemptionWords(locale)("gate");
    default:
      return id.startsWith("dimension.")
        ? wordsFor(DIMENSION_WORDS, id.slice(10), locale)
        : titleOf(id, view);
  }
}

function row(gate: GateResult, view: View): readonly Inline[] {
  const found = gate.found === "n/a" ? inLocale(NOTHING, view.locale) : inUnits(gate.found, view.locale);
  return [
    [outcome(gate, view)],
    name(gate, view),
    [text(inUnits(gate.expected, view.locale))],
    [text(found, gate.met === false ? "bad" : null)],
    [text(formatNumber(gate.n))],
    [text(interval(gate), "dim")],
  ];
}

function outcome({ met }: GateResult, { say }: View) {
  if (met === null) return text(`? ${say("notJudged")}`, "warn");
  return met ? text(`✓ ${say("met")}`, "good") : text(`✗ ${say("failed")}`, "bad");
}

function name(gate: GateResult, view: View): Inline {
  const { say, locale } = view;
  const title = gateName(gate.id, view);
  const parts: Inline[number][] = [text(title)];
  if (!sameWords(title, gate.id)) parts.push(text(" "), code(gate.id, "dim"));
  const remark = gate.reason === null ? null : wordsFor(GATE_REASON_WORDS, gate.reason, locale);
  if (remark !== null) parts.push(text(bracketed(remark, locale), "warn"));
  else if (gate.by === "standard") parts.push(text(bracketed(say("byStandard"), locale), "dim"));
  return parts;
}

/** Whether the id would only repeat the title: “critical findings critical-findings”. */
function sameWords(title: string, id: string): boolean {
  return title.toLowerCase().replaceAll(" ", "-") === id;
}

/** Limits of a score are on its scale (0–100), limits of a rate are shares. */
function interval(gate: GateResult): string {
  const isScore = gate.id === "score" || gate.id.startsWith("dimension.");
  return isScore ? formatScores(gate.interval) : formatShares(gate.interval);
}
