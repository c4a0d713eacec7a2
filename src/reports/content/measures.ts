import {
  enumerate,
  FORMULA_WORDS,
  fieldLabel,
  formatDuration,
  formatNumber,
  formatPercent,
  inLocale,
  inUnits,
  LEVEL_COUNT_WORDS,
  LEVEL_NOTE_WORDS,
  type Locale,
  NOTHING,
  wordsFor,
} from "../../messages/index.js";
import type { MeasureSummary, RuleResult } from "../../model/result.js";
import { type Block, type Inline, joined, right, table, text, wide } from "../document.js";
import { byText } from "../order.js";
import { titleOf, type View } from "./view.js";

/** What rules measured beside their verdicts, and what each level is made of. */
export function* measures(view: View): Iterable<Block> {
  const { result, say } = view;
  const measured = result.rules.filter((rule) => rule.measure !== null && rule.measure.n > 0).toSorted(byId);
  const levels = result.rules.filter((rule) => rule.level !== null && rule.rate !== null).toSorted(byId);
  if (measured.length === 0 && levels.length === 0) return;
  yield { kind: "heading", text: say("measures"), note: null };
  if (measured.length > 0) {
    const heads = [say("sample"), say("mean"), say("median"), say("p90"), say("max")];
    yield table(
      [wide(say("rule")), ...heads.map(right)],
      measured.map((rule) => row(rule, rule.measure!, view)),
    );
  }
  yield {
    kind: "list",
    items: [
      ...measured
        .filter((rule) => Object.keys(rule.measure!.from).length > 0)
        .map((rule) => [text(source(rule, rule.measure!, view))]),
      ...levels.map((rule) => level(rule, view)),
    ],
  };
}

function byId(a: RuleResult, b: RuleResult): number {
  return byText(a.id, b.id);
}

function row(rule: RuleResult, measure: MeasureSummary, view: View): readonly Inline[] {
  const values = [measure.mean, measure.median, measure.p90, measure.max];
  return [
    [text(titleOf(rule.id, view))],
    [text(formatNumber(measure.n))],
    ...values.map((value) => [text(formatMeasure(value, measure.unit, view.locale))]),
  ];
}

/** A measured value in the reader's units. */
export function formatMeasure(value: number | null, unit: string, locale: Locale): string {
  if (value === null) return inLocale(NOTHING, locale);
  if (unit === "s") return formatDuration(value, locale);
  return inUnits(`${formatNumber(value, Number.isInteger(value) ? 0 : 2)} ${unit}`.trimEnd(), locale);
}

function source(rule: RuleResult, measure: MeasureSummary, view: View): string {
  const { say, locale } = view;
  const sources = Object.keys(measure.from)
    .sort(byText)
    .map((name) => `${sourceName(name, locale)} ${formatNumber(measure.from[name]!)}`);
  return say("measuredFrom", { title: titleOf(rule.id, view), sources: enumerate(sources, locale) });
}

/** A source is a field or two of them: `ringing-at → answered-at`. */
function sourceName(name: string, locale: Locale): string {
  return name
    .split(" ")
    .map((word) => fieldLabel(word, locale))
    .join(" ");
}

/** A saved result has them in another order than an audit, and a report is the same from both. */
const COUNT_ORDER = Object.keys(LEVEL_COUNT_WORDS);

/** The counts that are not zero, and what stands against taking them at their word. */
function level(rule: RuleResult, view: View): Inline {
  const { say, locale } = view;
  const { formula, share, counts, notes } = rule.level!;
  const made = Object.keys(counts)
    .filter((name) => counts[name] !== 0)
    .sort((a, b) => COUNT_ORDER.indexOf(a) - COUNT_ORDER.indexOf(b) || byText(a, b))
    .map((name) => `${wordsFor(LEVEL_COUNT_WORDS, name, locale)} ${formatNumber(counts[name]!)}`);
  const sentence = say("level", {
    title: titleOf(rule.id, view),
    formula: wordsFor(FORMULA_WORDS, formula, locale),
    share: formatPercent(share, locale),
    rate: formatPercent(rule.rate, locale),
    counts: enumerate(made, locale),
  });
  const remarks = notes.map((note) => wordsFor(LEVEL_NOTE_WORDS, note, locale));
  return joined(
    [[text(sentence)], ...remarks.map((remark) => [text(remark, "warn")])],
    locale === "en" ? ". " : "。",
  );
}
