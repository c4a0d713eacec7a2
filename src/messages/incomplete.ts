import type { Incomplete } from "../model/result.js";
import type { Bilingual } from "../model/rule.js";
import { bracketed, inLocale, type Locale, wordsFor } from "./locale.js";
import { fill } from "./template.js";
import { GATE_REASON_WORDS } from "./terms.js";

/** What kept the audit from being whole, in a sentence without its full stop. */
export function incompleteWords({ code, subject, count, detail }: Incomplete, locale: Locale): string {
  const sentence = fill(inLocale(INCOMPLETE_WORDS[code], locale), { subject, count }, locale);
  return detail === null
    ? sentence
    : `${sentence}${bracketed(wordsFor(GATE_REASON_WORDS, detail, locale), locale)}`;
}

const INCOMPLETE_WORDS = {
  "rejected-rows": {
    zh: "{subject} 有 {count} 行被剔除，没有质检",
    en: "{count} {count|row|rows} of {subject} {count|was|were} rejected and not audited",
  },
  "gate-not-assessed": {
    zh: "考核指标“{subject}”无法判定",
    en: "gate “{subject}” could not be judged",
  },
  "rule-crashed": {
    zh: "规则 {subject} 在 {count} 条服务记录上运行出错，没有判定",
    en: "rule {subject} crashed on {count} {count|contact|contacts} and did not judge {count|it|them}",
  },
} as const satisfies Record<Incomplete["code"], Bilingual>;
