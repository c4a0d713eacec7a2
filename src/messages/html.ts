import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** Words of the HTML report alone; what it shares with the other reports is in `report.ts`. */
export const HTML_WORDS = {
  skip: { zh: "跳到问题明细", en: "Skip to the findings" },
  contents: { zh: "目录", en: "Contents" },
  summary: { zh: "概览", en: "Summary" },
  dimensionsShort: { zh: "五维", en: "RATER" },
  times: { zh: "时效与走势", en: "Response and trends" },
  timesAbout: {
    zh: "点图中的点、格子和柱子，看它背后的问题；折叠的点开看",
    en: "points, cells and bars lead to the findings behind them; open what is folded",
  },
  unjudged: {
    zh: "{n} 条规则没有可判定的记录",
    en: "{n} {n|rule|rules} with nothing to judge",
  },
  answered: { zh: "接通率", en: "Answered" },
  ofOffered: { zh: "{offered} 通来电接通 {answered} 通", en: "{answered} of {offered} calls offered" },
  abandonedBusy: { zh: "放弃 {abandoned}，遇忙 {busy}", en: "{abandoned} abandoned, {busy} busy" },
  verdictMet: { zh: "达标", en: "Met" },
  verdictFailed: { zh: "未达标", en: "Below the standard" },
  verdictPartly: { zh: "质检不完整", en: "Not fully audited" },
  scoredOver: { zh: "{n} 条服务记录计分", en: "over {n} {n|contact|contacts}" },
  beforeCritical: { zh: "致命问题归零前 {raw}", en: "{raw} before critical failures" },
  turnsOf: { zh: "{n} 句对话", en: "{n} {n|turn|turns}" },
  nothingToFind: { zh: "没有规则能逐条判定", en: "no rule could judge a contact" },
  seeAll: { zh: "查看全部", en: "see all" },

  byDay: { zh: "每日达标率", en: "Met, by day" },
  byDayDesc: {
    zh: "{title}：{n} 天的每日达标率和控制限。平均 {centre}。{signals} 天超出控制限。",
    en: "{title}: share met on each of {n} days, with control limits. Mean {centre}. {signals} {signals|day|days} outside the limits.",
  },
  pNote: {
    zh: "阴影是控制限（p 图，3σ）：落在里面的高低是正常波动，菱形是超出控制限的日子。",
    en: "Shaded: control limits (p-chart, 3σ). Ups and downs inside are chance; diamonds are days outside.",
  },
  laneyNote: {
    zh: "阴影是控制限（Laney p′ 图，每天之间的差异是偶然波动的 {sigma} 倍，控制限相应放宽）：菱形是超出控制限的日子。",
    en: "Shaded: control limits (Laney p′: days differ {sigma} times as much as chance makes them, so the limits are wider). Diamonds are days outside.",
  },
  fewDays: {
    zh: "数据不足 {least} 天，不画每日走势。",
    en: "Fewer than {least} days: there is no trend to draw.",
  },
  colours: { zh: "颜色表示级别：", en: "Colours are severities:" },
  mean: { zh: "平均 {value}", en: "mean {value}" },
  targetAt: { zh: "目标 {value}", en: "target {value}" },
  dayPoint: {
    zh: "{day}：{rate}，{n} 条中不达标 {fail} 条",
    en: "{day}: {rate}, {fail} of {n} missed",
  },
  outside: { zh: "，超出控制限", en: ", outside the limits" },
  byHour: { zh: "按星期和时段的达标率", en: "Met, by weekday and hour" },
  byHourDesc: {
    zh: "{title}：按星期和小时的达标率。最差的时段是{worst}。",
    en: "{title}: share met by weekday and hour. Worst: {worst}.",
  },
  hourCell: {
    zh: "{weekday} {from}:00–{to}:00：{rate}，{n} 条中不达标 {fail} 条",
    en: "{weekday} {from}:00–{to}:00: {rate}, {fail} of {n} missed",
  },
  heatNote: {
    zh: "颜色越偏橙越差（与本图最好的时段相比）；带斜线的不足 5 条，仅供参考。",
    en: "The more orange, the worse (against the best hour shown); hatched: fewer than five contacts.",
  },
  distribution: { zh: "时长分布", en: "How long it took" },
  distributionDesc: {
    zh: "{title}：{n} 个时长的分布。中位 {median}，90 分位 {p90}。",
    en: "{title}: {n} times. Median {median}, 90th percentile {p90}.",
  },
  spread: { zh: "数值分布", en: "How it is distributed" },
  spreadDesc: {
    zh: "{title}：{n} 个数值的分布。中位 {median}，90 分位 {p90}。",
    en: "{title}: {n} values. Median {median}, 90th percentile {p90}.",
  },
  belowZero: {
    zh: "另有 {n} 个小于零，不在图中。",
    en: "{n} {n|is|are} below zero and not drawn.",
  },
  between: { zh: "{from} 至 {to}：{count} 条", en: "{from} to {to}: {count}" },
  beyond: { zh: "超过 {from}：{count} 条", en: "more than {from}: {count}" },
  moreThan: { zh: "> {value}", en: "> {value}" },
  undated: {
    zh: "{n} 条没有时间，不在图中。",
    en: "{n} without a known moment {n|is|are} not in the charts over time.",
  },
  derived: { zh: "这些数字怎么来的", en: "Where these figures come from" },
  rateOf: { zh: "{rate} 达标", en: "{rate} met" },

  byRule: { zh: "问题集中在哪里", en: "Where the findings are" },
  byRuleAbout: { zh: "帕累托图：由多到少，右侧为累计占比", en: "Pareto: most first, with the running share" },
  paretoDesc: {
    zh: "{n} 条规则有问题，最多的是“{title}”，{count} 处。",
    en: "{n} {n|rule has|rules have} findings; most: {title}, {count}.",
  },
  paretoFigure: { zh: "{count} · 累计 {share}", en: "{count} · {share} so far" },
  paretoRest: {
    zh: "另有 {n} 条规则，共 {count} 处，见下表。",
    en: "{n} more rules with {count} findings are in the table below.",
  },
  evidence: { zh: "例证（每条规则最先的几处）", en: "Evidence (the first places of each rule)" },

  recurring: { zh: "共性问题", en: "Recurring problems" },
  recurringAbout: {
    zh: "反复出现的问题，是个人习惯还是普遍现象",
    en: "what comes up again and again, and with whom",
  },
  failures: { zh: "不合格", en: "Failed" },
  shareOfAll: { zh: "占全部", en: "Share" },
  agentsWith: { zh: "涉及坐席", en: "Agents" },
  agentsOf: { zh: "{n} / {of} 名", en: "{n} of {of}" },
  spreadWide: { zh: "普遍", en: "widespread" },
  spreadSome: { zh: "部分", en: "some" },
  spreadOne: { zh: "个别", en: "one agent" },
  subjects: { zh: "客户为什么来", en: "What contacts were about" },
  topics: { zh: "主题", en: "Topics" },
  types: { zh: "类型", en: "Types" },
  causes: { zh: "原因", en: "Causes" },
  labelsOf: {
    zh: "{contacts} 条记录中 {filled} 条填了",
    en: "filled in {filled} of {contacts} contacts",
  },
  labelsOther: { zh: "其他 {n} 条", en: "{n} others" },
  forExampleContacts: { zh: "例", en: "e.g." },
  noRecurring: { zh: "没有反复出现的问题。", en: "Nothing recurs." },

  agentsFunnelDesc: {
    zh: "{n} 名坐席的记录数和得分，以及偶然波动的界限。{over} 名在界限之上，{below} 名在界限之下。",
    en: "{n} agents by contacts and score, with the limits of chance. {over} above the limits, {below} below.",
  },
  funnelNote: {
    zh: "漏斗图：虚线之间的差别可以只是偶然（内 95%，外 99.8%），不必排先后；三角形是超出 95% 界限的坐席。",
    en: "Funnel plot: between the dashed lines (95 %, 99.8 %) differences may be chance and are no ranking; triangles are outside the 95 % limits.",
  },
  contactsAxis: { zh: "服务记录数", en: "contacts" },
  agentPoint: { zh: "{agent}：{score} 分，{n} 条", en: "{agent}: {score}, {n} {n|contact|contacts}" },
  agentCount: { zh: "{n} 名坐席", en: "{n} {n|agent|agents}" },
  sortHint: { zh: "点表头排序", en: "click a heading to sort" },
  allAgents: { zh: "全部坐席", en: "All agents" },
  indistinguishable: {
    zh: "坐席之间的差异没有超出偶然波动，不排名。",
    en: "Agents differ no more than chance makes them: nobody is ranked.",
  },
  criticalColumn: { zh: "致命", en: "Critical" },
  majorColumn: { zh: "严重", en: "Major" },
  minorColumn: { zh: "一般", en: "Minor" },
  intervalOf: { zh: "{agent} 的 90% 区间 {interval}", en: "90% interval of {agent}: {interval}" },

  honours: { zh: "表彰与帮扶", en: "Honours and help" },
  honoursAbout: {
    zh: "90% 区间整个高于或低于全体得分 {reference} 的坐席",
    en: "agents whose whole 90% interval lies above or below everybody's {reference}",
  },
  best: { zh: "表现突出", en: "Outstanding" },
  worst: { zh: "需要帮助", en: "In need of help" },
  nobodyBest: { zh: "没有人明显高于全体。", en: "Nobody is clearly above the others." },
  nobodyWorst: { zh: "没有人明显低于全体。", en: "Nobody is clearly below the others." },
  honourLine: {
    zh: "校正分 {score}（{interval}），{n} 条",
    en: "adjusted score {score} ({interval}), {n} {n|contact|contacts}",
  },

  promises: { zh: "承诺兑现", en: "Promises" },
  promisesAbout: {
    zh: "兑现 {kept}，未兑现 {broken}，未到期 {undecided}",
    en: "{kept} kept, {broken} broken, {undecided} not due yet",
  },
  kept: { zh: "兑现", en: "kept" },
  broken: { zh: "未兑现", en: "broken" },
  undecided: { zh: "未到期", en: "not due yet" },
  promise: { zh: "承诺", en: "Promise" },
  made: { zh: "许诺于", en: "Made" },
  due: { zh: "应兑现于", en: "Due" },
  contact: { zh: "记录", en: "Contact" },
  morePromises: { zh: "另有 {n} 条承诺没有列出", en: "{n} more are not shown" },

  complaints: { zh: "投诉", en: "Complaints" },
  complaintsAbout: {
    zh: "识别出 {n} 条投诉：{label} 条按类型或主题，{words} 条按客户的话（两者都符合的各计一次）。",
    en: "{n} {n|contact is a complaint|contacts are complaints}: {label} by type or topic, {words} by the customer's words (some by both).",
  },
  recorded: { zh: "已登记", en: "recorded" },
  proposed: { zh: "建议", en: "proposed" },
  proposedNote: {
    zh: "“建议”一栏是按关键词推测的，须由人确认。",
    en: "“Proposed” goes by key words and is for a person to confirm.",
  },

  costs: { zh: "可能的代价", en: "What it may cost" },
  costsAbout: { zh: "估算，只供权衡轻重", en: "an estimate, to weigh priorities by" },
  costsUnresolved: {
    zh: "{n} 位客户的问题没有解决。如果解决了，大约会多留住 {low}–{high} 位。",
    en: "{n} customers went with their problem unsolved. Solved, some {low}–{high} more of them would come back.",
  },
  costsCritical: {
    zh: "{n} 位客户遇到了致命问题。最坏的情况是他们不满而不说，那么大约有 {low}–{high} 位本可以留住。",
    en: "{n} customers met a critical failure. At worst they are dissatisfied and say nothing: some {low}–{high} of them could have been kept.",
  },
  costsNone: {
    zh: "没有未解决的问题，也没有致命问题，无可估算。",
    en: "Nothing unsolved and nothing critical: nothing to estimate.",
  },
  costsNothing: {
    zh: "没有致命问题，文件里也没有“是否解决”一列，无可估算。",
    en: "Nothing critical, and no file says whether problems were solved (resolved): nothing to estimate.",
  },
  costsUnknown: {
    zh: "文件里没有“是否解决”一列，无法按未解决的问题估算。",
    en: "No file says whether problems were solved (resolved): those cannot be counted.",
  },
  costsTable: { zh: "还会再来购买的客户占比", en: "Share of customers who buy again" },
  costsSource: { zh: "出处", en: "Source" },
  costsSilent: { zh: "不满但没有投诉", en: "dissatisfied, said nothing" },
  costsLeft: { zh: "投诉没有解决", en: "complained, unsolved" },
  costsSolved: { zh: "投诉得到解决", en: "solved" },
  costsFast: { zh: "投诉迅速解决", en: "solved fast" },
  costsCaveat: {
    zh: "数字引自两本手册（前一本注明为美国白宫全国消费者调查，损失超过一百美元的客户），不是贵公司客户的数据。不需要本节请加 --no-costs。",
    en: "The figures are those of two handbooks (the first quotes a survey for the White House, of customers who lost more than 100 dollars), not of your customers. Leave this section out with --no-costs.",
  },

  findingsAbout: { zh: "可筛选、搜索；点开看上下文", en: "filter, search, open one for its context" },
  needsScript: {
    zh: "筛选和搜索需要启用 JavaScript（全部在本文件内，不联网）。下方按规则列出了例证，全部问题见 CSV 或 JSON 报告。",
    en: "Filters and search need JavaScript (all of it in this file, no network). Evidence by rule is listed above; all findings are in the CSV or JSON report.",
  },
  printed: {
    zh: "打印件不含逐条明细：全部 {n} 处问题请在网页中查看。",
    en: "The {n} findings one by one are in the web page, not on paper.",
  },
  missingTitle: { zh: "缺了什么数据", en: "What was missing" },
  footer: { zh: "由 {tool} {version} 生成", en: "made by {tool} {version}" },
} as const satisfies Record<string, Bilingual>;

type HtmlKey = keyof typeof HTML_WORDS;

/** Says one entry of the table, its braces filled. */
export type HtmlSay = <Key extends HtmlKey>(key: Key, ...values: Rest<(typeof HTML_WORDS)[Key]>) => string;

export function htmlWords(locale: Locale): HtmlSay {
  return (key, ...values) => fill(inLocale(HTML_WORDS[key], locale), values[0] ?? {}, locale);
}

export const WEEKDAY_WORDS = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
] as const satisfies readonly Bilingual[];
