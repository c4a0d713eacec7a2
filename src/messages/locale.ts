import type { Bilingual } from "../model/rule.js";

/** The languages of everything people read. Chinese is the main one. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The words of a bilingual text that a reader of `locale` gets. */
export function inLocale(words: Bilingual, locale: Locale): string {
  return locale === "en" ? words.en : words.zh;
}

/**
 * Words for a code from a table; the code itself where the table has none, so that a result written by a newer version
 * stays readable.
 */
export function wordsFor(table: Readonly<Record<string, Bilingual>>, code: string, locale: Locale): string {
  const words = Object.hasOwn(table, code) ? table[code] : undefined;
  return words === undefined ? code : inLocale(words, locale);
}

/** A remark behind something, in the brackets of the language. */
export function bracketed(words: string, locale: Locale): string {
  return locale === "en" ? ` (${words})` : `（${words}）`;
}

/** A list in one sentence: 甲、乙、丙 / a, b, c. */
export function enumerate(items: readonly string[], locale: Locale): string {
  return items.join(locale === "en" ? ", " : "、");
}
