import { WEEKDAY_WORDS } from "../../messages/html.js";
import { CLIENT_WORDS } from "../../messages/html-client.js";
import {
  DIMENSION_WORDS,
  HOW_WORDS,
  inLocale,
  SEVERITY_WORDS,
  SPEAKER_WORDS,
  unitWords,
  visible,
  wordsFor,
} from "../../messages/index.js";
import { SPEAKERS } from "../../model/fields.js";
import { DIMENSIONS } from "../../model/rule.js";
import { HOWS } from "../../model/turns.js";
import type { HtmlView } from "./view.js";

/** What the page's script needs besides the findings: its words, and what each rule is. */
export function clientWords({ result, locale }: HtmlView): unknown {
  const say = (words: { zh: string; en: string }) => inLocale(words, locale);
  return {
    locale,
    words: Object.fromEntries(Object.entries(CLIENT_WORDS).map(([key, words]) => [key, say(words)])),
    severities: LEVELS.map((level) => ({ id: level, word: wordsFor(SEVERITY_WORDS, level, locale) })),
    dimensions: DIMENSIONS.map((id) => ({ id, word: wordsFor(DIMENSION_WORDS, id, locale) })),
    weekdays: WEEKDAY_WORDS.map(say),
    speakers: SPEAKERS.map((speaker) => ({ id: speaker, word: wordsFor(SPEAKER_WORDS, speaker, locale) })),
    units: unitWords(locale),
    hows: HOWS.map((how) => (how === "as-written" ? "" : wordsFor(HOW_WORDS, how, locale))),
    rules: result.rules.map(({ id, title, severity, dimension, clause, source, advice }) => ({
      id,
      title: visible(inLocale(title, locale)),
      severity: LEVELS.indexOf(severity),
      dimension,
      clause: visible(clause),
      source: visible(source),
      advice: visible(inLocale(advice, locale)),
      advices: [visible(advice.zh), visible(advice.en)],
    })),
  };
}

const LEVELS: readonly string[] = ["critical", "major", "minor", "info"];
