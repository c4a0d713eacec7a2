import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What `deskcheck history` says. */
export const HISTORY_WORDS = {
  title: { zh: "历次质检趋势", en: "Audits over time" },
  runs: { zh: "质检", en: "Audits" },
  runsAbout: { zh: "{n} 次，{from} 至 {to}", en: "{n}, {from} to {to}" },
  one: { zh: "1 次，{from}", en: "1, {from}" },
  undated: { zh: "没有时间", en: "no date" },
  few: {
    zh: "不足 {n} 次，控制限只是初步估计。",
    en: "Fewer than {n} audits: the control limits are a first guess.",
  },
  partial: {
    zh: "其中 {n} 次没有（全部）质检：{when}。它们的点只代表质检到的部分。",
    en: "{n} of them {n|was|were} not (wholly) audited: {when}. Their points are of what was.",
  },
  otherStandard: {
    zh: "标准在 {when} 变过（{from} → {to}）：前后的差异不全是服务的变化。",
    en: "The standard changed on {when} ({from} → {to}): not every difference is one of service.",
  },
  otherConfig: {
    zh: "配置在 {when} 变过：前后的差异不全是服务的变化。",
    en: "The config changed on {when}: not every difference is one of service.",
  },

  score: { zh: "质检得分", en: "Score" },
  gates: { zh: "考核指标", en: "Gates" },
  rules: { zh: "规则合格率", en: "Pass rates by rule" },
  teams: { zh: "班组得分", en: "Scores by team" },
  item: { zh: "项目", en: "Item" },
  trend: { zh: "走势", en: "Trend" },
  first: { zh: "首次", en: "First" },
  last: { zh: "最近", en: "Latest" },
  centre: { zh: "平均", en: "Centre" },
  limits: { zh: "控制限", en: "Control limits" },
  chart: { zh: "控制图", en: "Chart" },
  outside: { zh: "超出控制限", en: "Outside" },
  aboutRules: {
    zh: "控制限按最近一次的样本算；超出的，是有原因的变化，不是偶然波动",
    en: "limits are for the sample of the latest audit; what lies outside has a cause",
  },
  aboutScores: {
    zh: "控制限按相邻两次的变动算",
    en: "limits by how much they move from one audit to the next",
  },
  times: { zh: "{n} 次", en: "{n} {n|time|times}" },
  metTimes: { zh: "{n} 次中达标 {met} 次", en: "met {met} of {n} times" },
  charts: { zh: "控制图", en: "Control charts" },
  chartsAbout: {
    zh: "色带是没有变化时每次会落在的范围；菱形是落在外面的",
    en: "the band is where an audit lies if nothing has changed; a diamond lies outside it",
  },
  chartDescription: {
    zh: "{title}：{n} 次，平均 {centre}，超出控制限 {signals} 次",
    en: "{title}: {n} {n|audit|audits}, mean {centre}, {signals} outside the control limits",
  },
  mean: { zh: "平均 {value}", en: "mean {value}" },
  point: { zh: "{when}：{value}", en: "{when}: {value}" },
  pointOutside: { zh: "{when}：{value}，超出控制限", en: "{when}: {value}, outside the limits" },
  steady: {
    zh: "结论：最近一次没有超出控制限的变化。",
    en: "Verdict: nothing in the latest audit lies outside its control limits.",
  },
  moved: {
    zh: "结论：最近一次有 {n} 项超出控制限：{items}。",
    en: "Verdict: {n} {n|item|items} of the latest audit {n|lies|lie} outside the control limits: {items}.",
  },
} as const satisfies Record<string, Bilingual>;

/** Says one entry of the table, its braces filled. */
export type HistorySay = <Key extends keyof typeof HISTORY_WORDS>(
  key: Key,
  ...values: Rest<(typeof HISTORY_WORDS)[Key]>
) => string;

export function historyWords(locale: Locale): HistorySay {
  return (key, ...values) => fill(inLocale(HISTORY_WORDS[key], locale), values[0] ?? {}, locale);
}
