import { type Locale, SPEAKER_WORDS, wordsFor } from "../../messages/index.js";
import type { Finding } from "../../model/result.js";
import type { Excerpt } from "../document.js";

/** Characters kept on each side of the quoted words: enough for any sentence, whatever a cell holds. */
const AROUND = 300;

/** The quoted words in their sentence, where the finding carries it; else the words alone; null where nothing is quoted. */
export function excerptOf(finding: Finding, locale: Locale): Excerpt | null {
  const { quote, context } = finding;
  if (quote === null) return null;
  const turn = context.find((one) => one.turn === finding.turn);
  const speaker = turn === undefined ? null : wordsFor(SPEAKER_WORDS, turn.speaker, locale);
  const sentence = turn?.text ?? quote;
  const at = quote === "" ? -1 : sentence.indexOf(quote);
  const mark = head(quote);
  if (at === -1) return { speaker, before: "", mark, after: "" };
  return {
    speaker,
    before: tail(sentence.slice(0, at)),
    mark,
    after: head(sentence.slice(at + quote.length)),
  };
}

function head(text: string): string {
  if (text.length <= AROUND) return text;
  const end = isSplit(text, AROUND) ? AROUND - 1 : AROUND;
  return `${text.slice(0, end)}…`;
}

function tail(text: string): string {
  if (text.length <= AROUND) return text;
  const start = text.length - AROUND;
  return `…${text.slice(isSplit(text, start) ? start + 1 : start)}`;
}

/** Whether a cut here would tear a character outside the basic plane in two. */
function isSplit(text: string, at: number): boolean {
  return /^[\udc00-\udfff]$/.test(text.charAt(at));
}
