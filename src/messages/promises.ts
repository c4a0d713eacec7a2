import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What a report says of promises made to customers, and of complaints. */
const PROMISE_WORDS = {
  promises: { zh: "承诺兑现", en: "Promises" },
  promisesAbout: {
    zh: "答应再联系客户的：兑现 {kept}，未兑现 {broken}，未定 {undecided}",
    en: "to get in touch by a stated time: {kept} kept, {broken} broken, {undecided} undecided",
  },
  undecidedAbout: {
    zh: "“未定”：数据截止时还没有到期，或者数据里看不出坐席有没有再联系。",
    en: "Undecided: not due when the data ends, or the data does not show whether the desk ever calls.",
  },
  kept: { zh: "兑现", en: "kept" },
  broken: { zh: "未兑现", en: "broken" },
  undecided: { zh: "未定", en: "undecided" },
  promise: { zh: "承诺", en: "Promise" },
  made: { zh: "许诺于", en: "Made" },
  due: { zh: "最晚", en: "Due" },
  contact: { zh: "记录", en: "Contact" },
  keptBy: { zh: "由谁兑现", en: "Kept by" },
  place: { zh: "位置", en: "Place" },
  more: { zh: "还有 {n} 条承诺没有列出", en: "{n} more {n|promise|promises} not shown" },

  complaints: { zh: "投诉", en: "Complaints" },
  complaintsAbout: {
    zh: "{n} 条：{label} 条按记录的类型或主题，{words} 条按客户的话",
    en: "{n}: {label} by the record's type or topic, {words} by the customer's words",
  },
  types: { zh: "投诉类型", en: "Type" },
  causes: { zh: "投诉原因", en: "Cause" },
  recorded: { zh: "已登记", en: "Recorded" },
  proposed: { zh: "建议", en: "Proposed" },
  proposedNote: {
    zh: "“建议”是记录里没有分类时按关键词推测的，要由人确认。",
    en: "Proposed: where the record names none, guessed from key words; for a person to confirm.",
  },
} as const satisfies Record<string, Bilingual>;

type PromiseKey = keyof typeof PROMISE_WORDS;

export function promiseWords(locale: Locale) {
  return <Key extends PromiseKey>(key: Key, ...values: Rest<(typeof PROMISE_WORDS)[Key]>): string =>
    fill(inLocale(PROMISE_WORDS[key], locale), values[0] ?? {}, locale);
}
