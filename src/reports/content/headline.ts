import {
  bracketed,
  enumerate,
  formatDate,
  formatNumber,
  formatPercent,
  formatScore,
  KIND_WORDS,
  SEVERITY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import { KINDS } from "../../model/fields.js";
import type { CallTotals } from "../../model/result.js";
import { type Block, type Fact, type Inline, joined, text } from "../document.js";
import { exemptFact } from "./exemptions.js";
import { SEVERITY_TONES, type View } from "./view.js";

/** What a reader wants first: what was audited, how good it was, and whether the gates held. */
export function* headline(view: View): Iterable<Block> {
  const { result, say } = view;
  yield { kind: "title", text: say("title"), about: about(view) };
  const facts: Fact[] = [
    { label: say("score"), value: score(view) },
    { label: say("contacts"), value: contacts(view) },
  ];
  if (result.totals.calls !== null)
    facts.push({ label: say("calls"), value: [text(calls(result.totals.calls, view))] });
  const exempt = exemptFact(view);
  facts.push({ label: say("findings"), value: findings(view) });
  if (exempt !== null) facts.push(exempt);
  facts.push({ label: say("gates"), value: gates(view) });
  yield { kind: "facts", facts };
}

function about({ result, say, locale }: View): Inline {
  const { standard, timezone } = result.manifest;
  const { from, to } = result.totals;
  const days = from === null || to === null ? [] : [formatDate(from, locale), formatDate(to, locale)];
  const span = new Set(days).size === 2 ? say("span", { from: days[0]!, to: days[1]! }) : (days[0] ?? "");
  return joined(
    [
      [text(say("standard", { name: standard.name, version: standard.version }))],
      [text(span)],
      [text(timezone)],
    ],
    " · ",
  ).map((span) => ({ ...span, tone: "dim" }));
}

function score({ result, say, locale }: View): Inline {
  const { final, raw, contacts } = result.totals.score;
  if (final === null) return [text(say("noScore"), "dim")];
  const gate = result.gates.find((one) => one.id === "score");
  const about = say("scoreAbout", { n: contacts, raw: formatScore(raw, locale, 2) });
  const tone = gate?.met === true ? "good" : gate?.met === false ? "bad" : "strong";
  return [
    text(formatScore(final, locale, 2), tone),
    text("  "),
    text(raw === final ? say("scored", { n: contacts }) : about, "dim"),
  ];
}

/** How many, and by which kinds of file they are known: a call with its transcript counts once, and is in both. */
function contacts({ result, say, locale }: View): Inline {
  const { contacts, turns, kinds } = result.totals;
  const present = KINDS.filter((kind) => kinds[kind] > 0);
  const sources = present.map((kind) => `${wordsFor(KIND_WORDS, kind, locale)} ${formatNumber(kinds[kind])}`);
  const inFiles = sources.length === 0 ? "" : bracketed(enumerate(sources, locale), locale);
  return [
    text(formatNumber(contacts), "strong"),
    text(" "),
    text(`${say("contactsAbout", { turns })}${inFiles}`, "dim"),
  ];
}

function calls(totals: CallTotals, { say, locale }: View): string {
  const rate = totals.offered === 0 ? null : totals.answered / totals.offered;
  return say("callsAbout", { ...totals, rate: formatPercent(rate, locale) });
}

function findings({ result, locale }: View): Inline {
  const counts = result.totals.findings;
  const levels = ["critical", "major", "minor", "info"] as const;
  return joined(
    levels.map((level) => [
      text(wordsFor(SEVERITY_WORDS, level, locale)),
      text(" "),
      text(formatNumber(counts[level]), counts[level] === 0 ? "dim" : SEVERITY_TONES[level]),
    ]),
    " · ",
  );
}

function gates({ result, say }: View): Inline {
  const count = (met: boolean | null): number => result.gates.filter((gate) => gate.met === met).length;
  const failed = count(false);
  const tone = result.gates.length === 0 ? "dim" : failed > 0 ? "bad" : "good";
  return [text(say("gatesAbout", { met: count(true), failed, open: count(null) }), tone)];
}
