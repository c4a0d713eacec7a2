import { GATE_REASON_WORDS, SEVERITY_WORDS, wordsFor } from "../../messages/index.js";
import type { GateResult } from "../../model/result.js";
import { gateName } from "../content/gates.js";
import { verdictSentence } from "../content/verdict.js";
import { type Book, moment } from "./cells.js";
import type { Sheet, SheetCell } from "./workbook.js";

/** The figures of the whole audit, then its gates. `unlisted`: findings that the findings sheet leaves out. */
export function summarySheet(book: Book, unlisted: number): Sheet {
  const { say, column } = book;
  return {
    name: say("summarySheet"),
    columns: [
      column("item", 36),
      column("value", 22),
      column("required", 12),
      column("outcome", 24),
      column("n", 10),
      column("low", 10),
      column("high", 10),
    ],
    rows: [...figures(book, unlisted), ...book.result.gates.map((gate) => gateRow(gate, book))],
  };
}

function figures(book: Book, unlisted: number): readonly (readonly SheetCell[])[] {
  const { result, say, view } = book;
  const { manifest, totals, exemptions } = result;
  const severities = ["critical", "major", "minor", "info"] as const;
  const exempt = severities.reduce((sum, severity) => sum + (exemptions?.findings[severity] ?? 0), 0);
  return [
    [say("verdict"), verdictSentence(view)],
    [say("standard"), `${manifest.standard.name} ${manifest.standard.version}`],
    [say("from"), moment(totals.from)],
    [say("to"), moment(totals.to)],
    [say("asOf"), moment(manifest.asOf)],
    [say("timezone"), manifest.timezone],
    [say("contacts"), totals.contacts],
    [say("turns"), totals.turns],
    [say("finalScore"), totals.score.final, null, null, totals.score.contacts],
    [say("rawScore"), totals.score.raw, null, null, totals.score.contacts],
    ...severities.map((severity) => [
      say("findingsOf", { severity: wordsFor(SEVERITY_WORDS, severity, book.locale) }),
      totals.findings[severity],
    ]),
    ...(exemptions === undefined ? [] : [[say("exempt"), exempt]]),
    ...(unlisted === 0 ? [] : [[say("notListed"), unlisted]]),
  ];
}

/** Everything as a number: shares with as many digits as the gate states, for so many decide it. */
function gateRow(gate: GateResult, { view, locale }: Book): readonly SheetCell[] {
  const { met, reason, found, interval } = gate;
  const why = reason === null ? "" : wordsFor(GATE_REASON_WORDS, reason, locale);
  const outcome =
    met === null ? `${view.say("notJudged")} ${why}`.trimEnd() : view.say(met ? "met" : "failed");
  const isShare = SHARE.test(found);
  const [low, high] = interval ?? [null, null];
  const limit = (value: number | null) =>
    value === null || !isShare ? value : { share: value, decimals: 1 };
  return [gateName(gate.id, view), figureOf(found), gate.expected, outcome, gate.n, limit(low), limit(high)];
}

const SHARE = /^\d+(?:\.(\d+))?%$/;

function figureOf(found: string): SheetCell {
  if (/^\d+(\.\d+)?$/.test(found)) return Number(found);
  const share = SHARE.exec(found);
  if (share === null) return found;
  const decimals = share[1]?.length ?? 0;
  // moved by text, not by a division that would make 0.8430000000000001 of 84.3%
  return { share: Number(`${found.slice(0, -1)}e-2`), decimals };
}
