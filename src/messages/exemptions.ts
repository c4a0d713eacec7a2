import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What a report says of findings that do not count. */
export const EXEMPTION_WORDS = {
  heading: { zh: "不计入考核的问题", en: "Findings that do not count" },
  about: {
    zh: "问题数指标不计它们；得分、合格率不变",
    en: "gates on findings leave them out; scores and rates do not",
  },
  label: { zh: "不计入考核", en: "Not counted" },
  counts: {
    zh: "{n} 处（致命 {critical}，严重 {major}，一般 {minor}，提示 {info}）",
    en: "{n}: {critical} critical, {major} major, {minor} minor, {info} info",
  },
  baseline: { zh: "基线", en: "Baseline" },
  baselineAbout: {
    zh: "已知 {known} 处，新增 {new} 处，基线里有而这次没有 {gone} 处",
    en: "{known} known, {new} new, {gone} of the baseline not found this time",
  },
  suppressions: { zh: "豁免", en: "Suppressions" },
  suppressionsAbout: {
    zh: "{entries} 条，豁免了 {suppressed} 处问题，已过期 {expired} 条，没有用到 {unused} 条",
    en: "{entries} {entries|entry|entries} for {suppressed} {suppressed|finding|findings}; {expired} expired, {unused} unused",
  },
  expired: {
    zh: "第 {line} 行已于 {expires} 过期，不再豁免：{contact} {rule}（{author}：{reason}）",
    en: "line {line} expired on {expires} and suppresses nothing any more: {contact} {rule} ({author}: {reason})",
  },
  unused: {
    zh: "第 {line} 行没有用到，没有这样的问题：{contact} {rule}（{author}：{reason}）",
    en: "line {line} is not used, there is no such finding: {contact} {rule} ({author}: {reason})",
  },
  more: { zh: "另有 {n} 条", en: "{n} more" },
  known: { zh: "基线里已有，不计入考核", en: "in the baseline, does not count" },
  suppressed: {
    zh: "已豁免，不计入考核（{author}：{reason}）",
    en: "suppressed, does not count ({author}: {reason})",
  },
  gate: { zh: "过期或没有用到的豁免", en: "expired or unused suppressions" },
} as const satisfies Record<string, Bilingual>;

/** Says one entry of the table, its braces filled. */
export type ExemptionSay = <Key extends keyof typeof EXEMPTION_WORDS>(
  key: Key,
  ...values: Rest<(typeof EXEMPTION_WORDS)[Key]>
) => string;

export function exemptionWords(locale: Locale): ExemptionSay {
  return (key, ...values) => fill(inLocale(EXEMPTION_WORDS[key], locale), values[0] ?? {}, locale);
}
