import type { Bilingual } from "../model/rule.js";

/** The words of the generated pages of rules, which are in both languages. */
export const PAGE_WORDS = {
  generated: {
    zh: "由 scripts/build-rule-pages.mjs 从 standards/ 生成，请改规则，不要改这里",
    en: "generated from standards/ by scripts/build-rule-pages.mjs: change the rule, not this page",
  },
  rules: { zh: "service-handbook 的规则", en: "The rules of service-handbook" },
  rule: { zh: "规则", en: "Rule" },
  title: { zh: "要求", en: "What it asks" },
  off: { zh: "关闭", en: "to switch it off" },
  severity: { zh: "级别", en: "Severity" },
  dimension: { zh: "维度", en: "Dimension" },
  check: { zh: "检查方式", en: "Check" },
  target: { zh: "默认要求", en: "Default target" },
  applies: { zh: "适用于", en: "Applies to" },
  except: { zh: "不适用于", en: "Leaves out" },
  what: { zh: "检查什么", en: "What it checks" },
  why: { zh: "为什么", en: "Why" },
  examples: { zh: "示例", en: "Examples" },
  instead: { zh: "应当怎样", en: "Instead" },
  options: { zh: "选项", en: "Options" },
  option: { zh: "选项", en: "Option" },
  value: { zh: "这条规则的设置", en: "As this rule sets it" },
  about: { zh: "说明", en: "About" },
  data: { zh: "需要的数据", en: "Data it needs" },
  dataAbout: {
    zh: "缺了要用的列，就判为“未评”并写明缺哪一列，不会算合格，也不会算不合格。",
    en: "Where a column that it needs is missing, it is not assessed and names the column: neither a pass nor a failure.",
  },
  change: { zh: "怎么改", en: "To change it" },
  fails: { zh: "不合格", en: "Fails" },
  passes: { zh: "合格", en: "Passes" },
  "not-applicable": { zh: "不适用", en: "Not applicable" },
  "not-assessed": { zh: "未评", en: "Not assessed" },
  pending: { zh: "未到期", en: "Not due yet" },
  agent: { zh: "坐席", en: "agent" },
} as const satisfies Record<string, Bilingual>;

/** What each kind of check does, in a sentence. */
export const CHECK_WORDS: Readonly<Record<string, Bilingual>> = {
  clock: {
    zh: "两个时刻之间的时间不超过时限，按自然时间或工作时间算。",
    en: "The time between two moments is within a limit, on the wall clock or in working time.",
  },
  priority: {
    zh: "同一天、同一渠道里，优先级高的等待中位数不超过优先级低的；可以给各级另设时限。",
    en: "On one day and in one channel, no higher priority waits longer at the median than a lower one; each level may have a limit.",
  },
  level: {
    zh: "许多条记录里，好的占多大比例；不针对单条记录，作为考核指标判定。",
    en: "The share of good contacts among many. It is judged as a gate, not contact by contact.",
  },
  phrase: {
    zh: "不能说的话。每说一处就是一处问题；引用、否定、假设等情形不算。",
    en: "Words that must not be said. Each place is a finding; quotations, denials and conditions are none.",
  },
  say: {
    zh: "必须说的话，在规定的地方说到一条就算。",
    en: "Words that must be said, one of them, in a given part of the conversation.",
  },
  order: {
    zh: "出现某种情形时，之前、之后或前后几轮之内要说到该说的话。",
    en: "Where something calls for it, certain words must come before, after or around it.",
  },
  measure: { zh: "一个数量在上下限之内。", en: "A number lies within bounds." },
  record: {
    zh: "记录里该填的都填了，按时更新，投诉有分类。",
    en: "The record holds what it must: filled fields, a timely update, a complaint's classes.",
  },
  "follow-up": {
    zh: "同一个客户在规定的时间里应当（或不应当）再有联系。数据到头还看不出来的，算“未到期”。",
    en: "Another contact of the customer must, or must not, follow within a time. Pending where the data ends before that.",
  },
  promise: {
    zh: "坐席答应在某个时间前联系客户，到时要有打给或发给这位客户的联系。",
    en: "An agent who promises to get in touch by a time does so: a call or message to that customer follows.",
  },
  "personal-data": {
    zh: "坐席的话和备注里没有明文的客户信息；号码按校验位核对，报告里一律打码。",
    en: "No personal data in clear in what the agent says or notes; numbers are checked by their check digits. Reports mask it.",
  },
};
