import {
  enumerate,
  formatNumber,
  formatPercent,
  formatShares,
  inUnits,
  REASON_WORDS,
  SEVERITY_WORDS,
  wordsFor,
} from "../../messages/index.js";
import type { RuleResult } from "../../model/result.js";
import { SEVERITIES } from "../../model/rule.js";
import type { Reason } from "../../model/verdict.js";
import { type Block, code, type Inline, left, right, table, text, wide } from "../document.js";
import { byNumber, byText } from "../order.js";
import { missing } from "./missing.js";
import { SEVERITY_TONES, titleOf, type View } from "./view.js";

/** Every rule with its rate, its sample and what it could not assess; then why, and what to do about it. */
export function* rules(view: View): Iterable<Block> {
  const { result, say } = view;
  if (result.rules.length === 0) return;
  yield { kind: "heading", text: say("rules"), note: say("worstFirst") };
  const columns = [
    left(say("severity")),
    wide(say("rule")),
    right(say("rate")),
    right(say("interval")),
    right(say("sample")),
    right(say("notAssessed")),
  ];
  const silent = result.rules.filter((rule) => state(rule) === SILENT);
  const folds = silent.length > MOST_SILENT;
  const shown = folds ? result.rules.filter((rule) => state(rule) !== SILENT) : result.rules;
  if (shown.length > 0)
    yield table(
      columns,
      shown.toSorted(byWeight).map((rule) => row(rule, view)),
    );
  if (folds) yield folded(silent, view);
  yield* missing(view);
  yield* outside(view);
}

/** Rules that failed somewhere first, those without any verdict last; within that by severity, then by rate. */
function byWeight(a: RuleResult, b: RuleResult): number {
  return (
    state(a) - state(b) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byNumber(a.rate, b.rate) ||
    byText(a.id, b.id)
  );
}

function state(rule: RuleResult): number {
  return rule.fail > 0 ? 0 : rule.pass > 0 ? 1 : SILENT;
}

/** Neither passed nor failed by any contact. */
const SILENT = 2;
/** More of them are counted, not listed: a call log alone leaves most rules of a standard without a verdict. */
const MOST_SILENT = 3;

/** How many rules judged nothing, and which of the paragraphs below says why. */
function folded(silent: readonly RuleResult[], { say }: View): Block {
  const lacking = silent.filter(({ notAssessed }) => notAssessed > 0).length;
  const unmet = silent.length - lacking;
  const words = [
    say("silentRules", { n: silent.length }),
    ...(lacking === 0 ? [] : [say("silentLacking", { n: lacking })]),
    ...(unmet === 0 ? [] : [say("silentUnmet", { n: unmet })]),
    say("silentWhere"),
  ];
  return { kind: "paragraph", text: [text(words.join(""), "dim")] };
}

function row(rule: RuleResult, view: View): readonly Inline[] {
  const { locale } = view;
  return [
    [text(wordsFor(SEVERITY_WORDS, rule.severity, locale), SEVERITY_TONES[rule.severity])],
    [
      text(titleOf(rule.id, view)),
      text(" "),
      code(rule.id, "dim"),
      ...(rule.target === null ? [] : [text(" "), text(inUnits(rule.target, locale), "dim")]),
    ],
    [text(formatPercent(rule.rate, locale), rule.rate === null ? "dim" : rule.fail > 0 ? "strong" : "good")],
    [text(formatShares(rule.interval), "dim")],
    [text(formatNumber(rule.pass + rule.fail))],
    [text(formatNumber(rule.notAssessed), rule.notAssessed > 0 ? "warn" : "dim")],
  ];
}

/** The one reason that comes with a failure: it is in the rate. */
const FAILED: Reason = "overdue";

/** How many verdicts are outside every rate, by reason over all rules. Levels say themselves what they leave out. */
function* outside({ result, say, locale }: View): Iterable<Block> {
  const totals = new Map<string, number>();
  for (const rule of result.rules.filter(({ level }) => level === null)) {
    for (const [reason, count] of Object.entries(rule.reasons).filter(([name]) => name !== FAILED))
      totals.set(reason, (totals.get(reason) ?? 0) + count);
  }
  if (totals.size === 0) return;
  const sorted = [...totals].sort(([a, m], [b, n]) => n - m || byText(a, b));
  const items = sorted.map(
    ([reason, count]) => `${wordsFor(REASON_WORDS, reason, locale)} ${formatNumber(count)}`,
  );
  yield { kind: "paragraph", text: [text(`${say("notApplicable")}${enumerate(items, locale)}`, "dim")] };
}
