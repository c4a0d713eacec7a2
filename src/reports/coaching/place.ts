import { formatInstant, formatPlace, inUnits, SPEAKER_WORDS, wordsFor } from "../../messages/index.js";
import type { ContextTurn, Finding, RuleResult } from "../../model/result.js";
import { escapeMarkdown, markdownCode } from "../escape.js";
import type { Sheets } from "./page.js";

/** One place: where to hear it, and the turns around it with the words in question marked. */
export function place(finding: Finding, rule: RuleResult | undefined, sheets: Sheets): string {
  const { locale, say } = sheets;
  const { contact, at, context } = finding;
  const colon = locale === "en" ? ": " : "：";
  const where = [
    `${escapeMarkdown(say("listen"))}${colon}${markdownCode(formatPlace(finding))}`,
    escapeMarkdown(contact),
    ...(at === null ? [] : [escapeMarkdown(formatInstant(at, locale))]),
  ].join(" · ");
  const said = context.map((turn) => spoken(turn, finding, sheets, colon));
  const quote = said.length > 0 || finding.quote === null ? said : [mark(finding.quote)];
  const note = measured(finding, rule, sheets);
  return [
    `* ${where}`,
    ...(quote.length === 0 ? [] : [quote.map((line) => `  > ${line}`).join("\n  >\n")]),
    ...(note === "" ? [] : [`  ${escapeMarkdown(note)}`]),
  ].join("\n\n");
}

function spoken(
  { turn, speaker, text }: ContextTurn,
  { turn: own, quote }: Finding,
  { locale }: Sheets,
  colon: string,
): string {
  const who = `${escapeMarkdown(wordsFor(SPEAKER_WORDS, speaker, locale))}${colon}`;
  const at = turn === own && quote !== null && quote !== "" ? text.indexOf(quote) : -1;
  if (at === -1) return `${who}${escapeMarkdown(text)}`;
  const after = text.slice(at + quote!.length);
  return `${who}${escapeMarkdown(text.slice(0, at))}${mark(quote!)}${escapeMarkdown(after)}`.trimEnd();
}

function mark(words: string): string {
  return `<mark>${escapeMarkdown(words)}</mark>`;
}

/** What was measured, where the finding is not about the words above. */
function measured(
  { quote, found, expected, turn: own, context }: Finding,
  rule: RuleResult | undefined,
  { say, locale }: Sheets,
): string {
  if (found === "" || found === quote) return "";
  if (context.some(({ turn, text }) => turn === own && text === found)) return "";
  const isAdvice = rule !== undefined && [rule.advice.zh, rule.advice.en].includes(expected);
  if (isAdvice || expected === "") return found;
  return inUnits(say("foundExpected", { found, expected }), locale);
}
