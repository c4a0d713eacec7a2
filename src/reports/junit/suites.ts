import { type FormatSay, formatWords } from "../../messages/formats.js";
import { enumerate, fieldName, GATE_REASON_WORDS, wordsFor } from "../../messages/index.js";
import type { GateResult, VerdictCounts } from "../../model/result.js";
import { gateName } from "../content/gates.js";
import { reasons } from "../content/verdict.js";
import { titleOf, type View } from "../content/view.js";
import { byText } from "../order.js";
import type { Failure, Failures } from "./failures.js";
import type { Case, Suite } from "./xml.js";

/** Every suite of an audit: the gates, what could not be audited, then agents and contacts by name. */
export function suitesOf(view: View, failures: Failures): readonly Suite[] {
  const { result } = view;
  const say = formatWords(view.locale);
  const gates = result.gates.map((gate) => gateCase(gate, view, say));
  const errors = reasons(view).map((message) => ({
    ...blank,
    name: message,
    kind: "error" as const,
    message,
  }));
  const counts = new Map(result.agents.map((agent) => [agent.id, agent.rules]));
  const agents = [...new Set([...counts.keys(), ...failures.agents.keys()])].sort(byText);
  const contacts = [...failures.contacts].sort(([a], [b]) => byText(a, b));
  return [
    { name: "gates", cases: gates },
    ...(errors.length === 0 ? [] : [{ name: "audit", cases: errors }]),
    ...agents.map((id) => ({
      name: id,
      cases: ruleCases(counts.get(id) ?? {}, failures.agents.get(id), view, say),
    })),
    ...contacts.map(([id, failed]) => ({ name: id, cases: ruleCases({}, failed, view, say) })),
  ].filter(({ cases }) => cases.length > 0);
}

const blank = { kind: "pass", message: "", type: "", lines: [] } as const;

function gateCase(gate: GateResult, view: View, say: FormatSay): Case {
  const { id, met, found, expected, reason } = gate;
  if (met === true) return { ...blank, name: id };
  if (met === null) {
    const why = reason === null ? "" : wordsFor(GATE_REASON_WORDS, reason, view.locale);
    return { ...blank, name: id, kind: "skipped", message: say("notJudged", { why }) };
  }
  const message = say("gateExpected", { gate: gateName(id, view), found, expected });
  return { ...blank, name: id, kind: "failure", type: "gate", message };
}

/** Gate rules are judged over the whole desk, so no agent passes or fails them. */
function ruleCases(
  counts: Readonly<Record<string, VerdictCounts>>,
  failed: ReadonlyMap<string, Failure> | undefined,
  view: View,
  say: FormatSay,
): readonly Case[] {
  const ids = new Set([...Object.keys(counts), ...(failed?.keys() ?? [])]);
  return [...ids]
    .filter((id) => view.rules.get(id)?.severity !== "gate")
    .sort(byText)
    .map((id) => ({ ...ruleCase(id, counts[id], failed?.get(id), view, say), name: id }));
}

function ruleCase(
  id: string,
  counts: VerdictCounts | undefined,
  failure: Failure | undefined,
  view: View,
  say: FormatSay,
): Omit<Case, "name"> {
  const lines = failure?.lines ?? [];
  const places = failure === undefined ? (counts?.fail ?? 0) : lines.length;
  const severity = failure?.severity ?? view.rules.get(id)?.severity ?? "major";
  if (places > 0 && severity === "info") return { ...blank, lines };
  if (places > 0) {
    const message = say("failedTimes", { title: titleOf(id, view), n: places });
    return { kind: "failure", type: severity, message, lines };
  }
  const skipped = (message: string) => ({ ...blank, kind: "skipped" as const, message });
  if (failure !== undefined) return skipped(say("allExempt", { n: failure.exempt }));
  if (counts === undefined || counts.pass > 0) return blank;
  if (counts.notAssessed > 0) return skipped(notAssessed(id, view, say));
  return skipped(counts.pending > 0 ? say("pending") : say("notApplicable"));
}

function notAssessed(id: string, { rules, locale }: View, say: FormatSay): string {
  const missing = rules.get(id)?.missing ?? [];
  if (missing.length === 0) return say("notAssessedHere");
  const names = missing.map((field) => fieldName(field, locale));
  return say("notAssessed", { fields: enumerate(names, locale) });
}
