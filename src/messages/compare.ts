import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What `deskcheck compare` says. */
export const COMPARE_WORDS = {
  title: { zh: "两次质检对比", en: "Two audits compared" },
  old: { zh: "以前", en: "Before" },
  new: { zh: "现在", en: "Now" },
  about: {
    zh: "{span}，{n} 条服务记录，标准 {standard}",
    en: "{span}, {n} {n|contact|contacts}, standard {standard}",
  },
  span: { zh: "{from} 至 {to}", en: "{from} to {to}" },
  undated: { zh: "没有时间", en: "no dates" },
  otherStandard: {
    zh: "两次依据的标准不同，同名规则的要求可能也不同：差异不全是服务的变化。",
    en: "The standards differ, and so may rules of the same name: not every difference is one of service.",
  },
  otherConfig: {
    zh: "两次的配置不同（目标、列的对应或时区可能变了）：差异不全是服务的变化。",
    en: "The configs differ (targets, columns or time zone): not every difference is one of service.",
  },
  sameResult: { zh: "这是同一个结果。", en: "These are the same result." },

  score: { zh: "质检得分", en: "Score" },
  gates: { zh: "考核指标", en: "Gates" },
  rules: { zh: "规则合格率", en: "Pass rates by rule" },
  teams: { zh: "班组得分", en: "Scores by team" },
  agents: { zh: "坐席得分", en: "Scores by agent" },
  confidence: {
    zh: "区间把握 {confidence}（同时比较多项，所以高于 95%）",
    en: "{confidence} intervals: higher than 95%, for many things are compared at once",
  },
  noGates: { zh: "两次都没有设考核指标。", en: "No gates are set in either." },

  verdict: { zh: "变化", en: "Change" },
  item: { zh: "项目", en: "Item" },
  before: { zh: "以前", en: "Before" },
  after: { zh: "现在", en: "Now" },
  difference: { zh: "差", en: "Difference" },
  interval: { zh: "差的区间", en: "Interval" },
  sample: { zh: "样本", en: "n" },
  better: { zh: "变好", en: "better" },
  worse: { zh: "变差", en: "worse" },
  chance: { zh: "偶然波动之内", en: "within chance" },
  open: { zh: "无法比较", en: "not comparable" },
  same: { zh: "不变", en: "same" },
  met: { zh: "达标", en: "met" },
  failed: { zh: "未达标", en: "failed" },
  notJudged: { zh: "未判定", en: "not judged" },
  points: { zh: "{n} 分", en: "{n}" },
  percentPoints: { zh: "{n} 个百分点", en: "{n} points" },
  omitted: {
    zh: "其余 {n} 项在偶然波动之内或无法比较，没有列出",
    en: "{n} more within chance or not comparable",
  },

  findings: { zh: "问题", en: "Findings" },
  findingsAbout: {
    zh: "新出现 {new} 处，不再出现 {gone} 处，两次都有 {same} 处",
    en: "{new} new, {gone} gone, {same} in both",
  },
  goneMeans: {
    zh: "“不再出现”是已经改正，或者那条服务记录不在现在的数据里。",
    en: "“Gone” means mended, or that its contact is not in the new data.",
  },
  newFindings: { zh: "新出现的问题", en: "New findings" },
  goneFindings: { zh: "不再出现的问题", en: "Findings that are gone" },
  places: { zh: "{n} 处", en: "{n} {n|place|places}" },
  more: { zh: "还有 {n} 处没有列出", en: "{n} more not shown" },

  allSame: {
    zh: "结论：没有超出偶然波动的变化。",
    en: "Verdict: nothing changed by more than chance.",
  },
  changed: {
    zh: "结论：变差 {worse} 项，变好 {better} 项（超出偶然波动，或指标由达标变为未达标）。",
    en: "Verdict: {worse} worse, {better} better (by more than chance, or a gate that fails now or no longer).",
  },
} as const satisfies Record<string, Bilingual>;

/** Says one entry of the table, its braces filled. */
export type CompareSay = <Key extends keyof typeof COMPARE_WORDS>(
  key: Key,
  ...values: Rest<(typeof COMPARE_WORDS)[Key]>
) => string;

export function compareWords(locale: Locale): CompareSay {
  return (key, ...values) => fill(inLocale(COMPARE_WORDS[key], locale), values[0] ?? {}, locale);
}
