import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What the formats for build servers and editors say. Their readers see one finding at a time, out of its report. */
export const FORMAT_WORDS = {
  quoted: { zh: "“{quote}”", en: "“{quote}”" },
  said: { zh: "实际说的是：{found}", en: "what was said: {found}" },
  foundExpected: { zh: "实际 {found}，要求 {expected}", en: "found {found}, expected {expected}" },
  instead: { zh: "建议：{advice}", en: "Instead: {advice}" },
  clause: { zh: "条款：{clause}（{source}）", en: "Clause: {clause} ({source})" },
  contact: { zh: "流水号 {contact}", en: "contact {contact}" },
  agent: { zh: "坐席 {agent}", en: "agent {agent}" },
  known: { zh: "（基线里已有）", en: " (in the baseline)" },
  suppressed: { zh: "（已豁免，{author}：{reason}）", en: " (suppressed by {author}: {reason})" },

  gateExpected: {
    zh: "{gate}：实际 {found}，要求 {expected}",
    en: "{gate}: found {found}, expected {expected}",
  },
  notJudged: { zh: "未判定：{why}", en: "not judged: {why}" },
  notAssessed: { zh: "未评：缺 {fields}", en: "not assessed: {fields} missing" },
  notAssessedHere: { zh: "未评", en: "not assessed" },
  pending: { zh: "待定", en: "pending" },
  notApplicable: { zh: "不适用", en: "not applicable" },
  allExempt: {
    zh: "{n} 处不计入考核（基线里已有，或已豁免）",
    en: "{n} {n|finding does|findings do} not count (in the baseline, or suppressed)",
  },
  failedTimes: { zh: "{title}：{n} 处", en: "{title}: {n} {n|place|places}" },

  annotationsShown: {
    zh: "共 {n} 处问题，标出 {shown} 处，未标出 {omitted} 处",
    en: "{n} {n|finding|findings}, {shown} annotated, {omitted} not",
  },
  annotationsAll: { zh: "共 {n} 处问题", en: "{n} {n|finding|findings}" },
  annotationsExempt: {
    zh: "其中 {n} 处不计入考核（基线里已有，或已豁免）",
    en: "{n} of them {n|does|do} not count (in the baseline, or suppressed)",
  },
} as const satisfies Record<string, Bilingual>;

type FormatKey = keyof typeof FORMAT_WORDS;

/** Says one entry of the table, its braces filled. */
export type FormatSay = <Key extends FormatKey>(
  key: Key,
  ...values: Rest<(typeof FORMAT_WORDS)[Key]>
) => string;

export function formatWords(locale: Locale): FormatSay {
  return (key, ...values) => fill(inLocale(FORMAT_WORDS[key], locale), values[0] ?? {}, locale);
}
