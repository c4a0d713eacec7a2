import { bracketed, enumerate, incompleteWords, inUnits } from "../../messages/index.js";
import type { GateResult, Incomplete } from "../../model/result.js";
import { exitCode, unjudgedGates } from "../../scoring/exit-code.js";
import { type Block, text } from "../document.js";
import { gateName } from "./gates.js";
import type { View } from "./view.js";

/** What could not be audited, one entry each. */
export function* incomplete(view: View): Iterable<Block> {
  const items = reasons(view);
  if (items.length === 0) return;
  yield { kind: "heading", text: view.say("incomplete"), note: null };
  yield { kind: "list", items: items.map((item) => [text(item, "warn")]) };
}

/** The last line: what the exit code is, and why. */
export function* verdict(view: View): Iterable<Block> {
  yield { kind: "verdict", exitCode: exitCode(view.result), text: verdictSentence(view) };
}

/** The same as a sentence, for formats that have no blocks. */
export function verdictSentence(view: View): string {
  const { result, say, locale } = view;
  const code = exitCode(result);
  const failed = failedGates(view);
  const met = result.gates.filter((gate) => gate.met === true);
  switch (code) {
    case 0:
      if (result.gates.length === 0) return say("noneSet");
      return met.length === 0 ? say("noneJudged") : say("allMet", { n: met.length });
    case 1:
      return say("someFailed", {
        n: failed.length,
        gates: enumerate(failed, locale),
      });
    case 2: {
      const why = reasons(view);
      if (failed.length > 0) why.push(say("alsoFailed", { n: failed.length }));
      return say("partly", { why: why.join(locale === "en" ? "; " : "；") });
    }
  }
}

/** Every failed gate with what was found and expected. */
export function failedGates(view: View): readonly string[] {
  return view.result.gates.filter(({ met }) => met === false).map((gate) => named(gate, view));
}

function named(gate: GateResult, view: View): string {
  const why = view.say("foundExpected", {
    found: inUnits(gate.found, view.locale),
    expected: inUnits(gate.expected, view.locale),
  });
  return `${gateName(gate.id, view)}${bracketed(why, view.locale)}`;
}

/**
 * Everything that makes the exit code 2, each a sentence without its full stop. A gate may be listed as incomplete
 * already, or only stand unjudged.
 */
export function reasons(view: View): string[] {
  const { result, say, locale } = view;
  const listed = new Set(result.incomplete.map(({ code, subject }) => `${code} ${subject}`));
  const unlisted = unjudgedGates(result.gates).filter(
    ({ code, subject }) => !listed.has(`${code} ${subject}`),
  );
  return [
    ...(result.totals.contacts === 0 ? [say("nothingAudited")] : []),
    ...[...result.incomplete, ...unlisted].map((item) => incompleteWords(withName(item, view), locale)),
  ];
}

function withName(item: Incomplete, view: View): Incomplete {
  return item.code === "gate-not-assessed" ? { ...item, subject: gateName(item.subject, view) } : item;
}
