import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** The words of coaching sheets: to one agent, about her own contacts. Nobody is compared with anybody. */
export const COACHING_WORDS = {
  title: { zh: "{agent} 的服务回顾", en: "Service review for {agent}" },
  index: { zh: "服务回顾", en: "Service reviews" },
  indexAbout: {
    zh: "一人一页，按姓名排列。每页写的是本人的服务记录：做到了什么，哪些话可以换个说法。",
    en: "A page for each agent, by name. Each is about that agent's own contacts: what was kept to, and what could be said differently.",
  },
  period: { zh: "期间", en: "Period" },
  span: { zh: "{from} 至 {to}", en: "{from} to {to}" },
  standard: { zh: "依据", en: "Standard" },
  team: { zh: "班组", en: "Team" },
  agent: { zh: "坐席", en: "Agent" },
  contacts: { zh: "服务记录", en: "Contacts" },
  contactCount: { zh: "{n} 条", en: "{n}" },
  score: { zh: "质检得分", en: "Score" },
  scoreAbout: { zh: "{score}（满分 100）", en: "{score} of 100" },
  scoreRange: {
    zh: "{score}（满分 100；记录有多有少，按 90% 的把握，实际水平在 {interval} 之间）",
    en: "{score} of 100; a sample of contacts leaves room for chance: with 90% confidence the level is {interval}",
  },
  trend: { zh: "走势", en: "Trend" },
  trendPoint: { zh: "{day} {score}", en: "{score} on {day}" },
  trendNow: { zh: "本次 {score}", en: "{score} now" },
  trendBetter: {
    zh: "比上次高 {points} 分，超出偶然波动",
    en: "{points} points up on the last time, more than chance",
  },
  trendWorse: {
    zh: "比上次低 {points} 分，超出偶然波动",
    en: "{points} points down on the last time, more than chance",
  },
  trendChance: {
    zh: "与上次的差别在偶然波动之内",
    en: "the difference from the last time is within chance",
  },
  places: { zh: "可以改进的地方", en: "Places to look at" },

  well: { zh: "做得好的", en: "What went well" },
  always: {
    zh: "{title}：{n} 次都做到了（95% 区间 {interval}）",
    en: "{title}: kept all {n} {n|time|times} (95% interval {interval})",
  },
  nothingWell: {
    zh: "这些记录里还没有能这样说的：可判定的服务太少。",
    en: "There is nothing to say here yet: too little of these contacts could be judged.",
  },
  better: { zh: "可以换个说法、换个做法的", en: "What could be said or done differently" },
  nothingBetter: { zh: "这一期没有要改进的地方。", en: "Nothing to change in this period." },
  rate: {
    zh: "{n} 次中做到 {pass} 次（{rate}，95% 区间 {interval}）",
    en: "kept {pass} of {n} times ({rate}, 95% interval {interval})",
  },
  times: { zh: "{n} 处", en: "{n} {n|place|places}" },
  instead: { zh: "可以这样说", en: "Say instead" },
  clause: { zh: "条款", en: "Clause" },
  listen: { zh: "在这里听", en: "Hear it at" },
  foundExpected: { zh: "实际 {found}，要求 {expected}", en: "found {found}, expected {expected}" },
  more: { zh: "另有 {n} 处", en: "{n} more" },
  noAgent: {
    zh: "另有 {n} 处问题的记录没有写坐席，不在这些页里。",
    en: "{n} {n|finding is|findings are} of contacts that name no agent, and on no page.",
  },
  suppressed: {
    zh: "已豁免的 {n} 处没有写进来。",
    en: "{n} suppressed {n|finding is|findings are} left out.",
  },
} as const satisfies Record<string, Bilingual>;

/** Says one entry of the table, its braces filled. */
export type CoachingSay = <Key extends keyof typeof COACHING_WORDS>(
  key: Key,
  ...values: Rest<(typeof COACHING_WORDS)[Key]>
) => string;

export function coachingWords(locale: Locale): CoachingSay {
  return (key, ...values) => fill(inLocale(COACHING_WORDS[key], locale), values[0] ?? {}, locale);
}
