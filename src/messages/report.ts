import type { Bilingual } from "../model/rule.js";
import type { Locale } from "./locale.js";
import { inLocale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** The words of the reports that people read. Grouped by section, in the order of the report. */
export const REPORT_WORDS = {
  title: { zh: "客户服务质检报告", en: "Customer service audit" },
  standard: { zh: "标准 {name} {version}", en: "standard {name} {version}" },
  span: { zh: "{from} 至 {to}", en: "{from} to {to}" },

  score: { zh: "质检得分", en: "Score" },
  scoreAbout: {
    zh: "满分 100，{n} 条服务记录计分，致命问题归零前为 {raw}",
    en: "of 100 over {n} {n|contact|contacts}; {raw} before critical failures",
  },
  scored: { zh: "满分 100，{n} 条服务记录计分", en: "of 100 over {n} {n|contact|contacts}" },
  noScore: { zh: "没有一条服务记录可以计分", en: "no contact could be scored" },
  contacts: { zh: "服务记录", en: "Contacts" },
  contactsAbout: { zh: "条，含 {turns} 句对话", en: "with {turns} {turns|turn|turns}" },
  calls: { zh: "电话接通", en: "Calls" },
  callsAbout: {
    zh: "呼入 {offered}，接通 {answered}（{rate}），放弃 {abandoned}，遇忙 {busy}，其他 {other}",
    en: "{offered} offered, {answered} answered ({rate}), {abandoned} abandoned, {busy} busy, {other} other",
  },
  findings: { zh: "发现问题", en: "Findings" },
  gates: { zh: "考核指标", en: "Gates" },
  gatesAbout: {
    zh: "达标 {met} 项，未达标 {failed} 项，未判定 {open} 项",
    en: "{met} met, {failed} failed, {open} not judged",
  },

  noGates: {
    zh: "没有设考核指标，只报告、不判定。",
    en: "No gates are set: this audit reports and does not judge.",
  },
  met: { zh: "达标", en: "met" },
  failed: { zh: "未达标", en: "failed" },
  notJudged: { zh: "未判定", en: "not judged" },
  verdictColumn: { zh: "结果", en: "Result" },
  gate: { zh: "指标", en: "Gate" },
  expected: { zh: "要求", en: "Expected" },
  found: { zh: "实际", en: "Found" },
  sample: { zh: "样本", en: "n" },
  interval: { zh: "95% 区间", en: "95% interval" },
  byStandard: { zh: "默认", en: "default" },
  criticalFindings: { zh: "致命问题数", en: "critical findings" },
  majorFindings: { zh: "严重问题数", en: "major findings" },
  minorFindings: { zh: "一般问题数", en: "minor findings" },
  allFindings: { zh: "问题总数", en: "findings" },

  dimensions: { zh: "服务质量五维", en: "Service quality by dimension (RATER)" },
  dimensionAbout: { zh: "合格 {pass} 项，不合格 {fail} 项", en: "{pass} passed, {fail} failed" },

  rules: { zh: "规则执行情况", en: "Rules" },
  worstFirst: { zh: "最差的在前", en: "worst first" },
  severity: { zh: "级别", en: "Severity" },
  rule: { zh: "规则", en: "Rule" },
  rate: { zh: "合格率", en: "Pass rate" },
  notAssessed: { zh: "未评", en: "Not assessed" },
  missing: {
    zh: "缺“{fields}”，{n} 条规则未能评定：",
    en: "Missing {fields}: {n} {n|rule|rules} could not assess some contacts: ",
  },
  missingOne: { zh: "（{n} 条记录）", en: " ({n} {n|contact|contacts})" },
  missingEach: { zh: "（各 {n} 条记录）", en: " ({n} {n|contact|contacts} each)" },
  silentRules: {
    zh: "另有 {n} 条规则没有评到任何记录，不在表里",
    en: "{n} more {n|rule|rules} judged no contact and {n|is|are} not in the table",
  },
  silentLacking: { zh: "；缺数据的 {n} 条，缺什么见下", en: "; {n} lacked data, as told below" },
  silentUnmet: {
    zh: "；没有遇到适用记录的 {n} 条",
    en: "; {n} met no contact that {n|it applies|they apply} to",
  },
  silentWhere: {
    zh: "。逐条看：--format html=文件 或 csv-rules=文件。",
    en: ". One by one: --format html=FILE or csv-rules=FILE.",
  },
  missingHead: {
    zh: "{n} 条规则缺数据，有的记录没有评：",
    en: "{n} rules lacked data and left some contacts unassessed:",
  },
  missingData: { zh: "缺的数据", en: "Missing" },
  missingRules: { zh: "没有评的规则", en: "Rules not assessed" },
  missingMore: { zh: " 等 {n} 条", en: " … {n} in all" },
  mapThem: {
    zh: "导出里若有这些列，请在配置里写上（每一列认成了什么，用 deskcheck inspect 看）：",
    en: "If the export has such columns, say so in the config (deskcheck inspect shows what each was taken for):",
  },
  addTurns: {
    zh: "对话内容在通话转写或在线会话里，请把这些文件一起质检：",
    en: "What was said is in transcripts or chats; audit those files too: ",
  },
  mapIt: {
    zh: "导出里若有这一列，请在配置里写上：",
    en: "If the export has such a column, say so in the config:",
  },
  nameChannel: {
    zh: "请在配置里写明这个文件的渠道（phone、chat 或 email）：",
    en: "Name the channel of the file in the config (phone, chat or email):",
  },
  yourFile: { zh: "您的文件.csv", en: "YOUR-FILE.csv" },
  yourHeader: { zh: "您的列名", en: "YOUR HEADER" },
  notApplicable: {
    zh: "不适用或待定的判定不计入合格率：",
    en: "Outside every rate, not applicable or pending: ",
  },

  measures: { zh: "时长与服务水平", en: "Times and service level" },
  mean: { zh: "平均", en: "Mean" },
  median: { zh: "中位", en: "Median" },
  p90: { zh: "90 分位", en: "P90" },
  max: { zh: "最大", en: "Max" },
  measuredFrom: { zh: "{title}：取自{sources}", en: "{title}: read from {sources}" },
  level: {
    zh: "{title}：目标 {share}，实际 {rate}，算法 {formula}。构成：{counts}",
    en: "{title}: target {share}, found {rate}, by {formula}. Made of: {counts}",
  },

  details: { zh: "问题明细", en: "Findings" },
  detailsAbout: { zh: "按规则归类，严重的在前", en: "by rule, worst first" },
  nothingJudged: {
    zh: "没有一条服务记录能逐条判定，所以这里没有问题可列。",
    en: "No contact could be judged by any rule, so there is nothing to list.",
  },
  noFindings: { zh: "没有发现问题。", en: "Nothing was found." },
  places: { zh: "{n} 处", en: "{n} {n|place|places}" },
  agentsInvolved: { zh: "涉及 {n} 名坐席", en: "{n} {n|agent|agents}" },
  clause: { zh: "条款", en: "Clause" },
  instead: { zh: "建议", en: "Instead" },
  foundExpected: { zh: "实际 {found}，要求 {expected}", en: "found {found}, expected {expected}" },
  rest: { zh: "另外 {n} 处", en: "{n} more {n|place|places}" },
  saidInstead: { zh: "实际说的是：{found}", en: "what was said: {found}" },
  more: { zh: "还有 {n} 处没有列出", en: "{n} more not shown" },
  moreHint: {
    zh: "没有列出的共 {n} 处，查看全部请加：",
    en: "{n} {n|finding is|findings are} not shown; to see all of them add ",
  },

  teams: { zh: "班组", en: "Teams" },
  team: { zh: "班组", en: "Team" },
  agents: { zh: "坐席", en: "Agents" },
  agent: { zh: "坐席", en: "Agent" },
  agentsAbout: {
    zh: "按校正分排名，区间重叠的归为同一档",
    en: "by adjusted score; overlapping intervals share a band",
  },
  rank: { zh: "名次", en: "Rank" },
  band: { zh: "档", en: "Band" },
  contactCount: { zh: "记录", en: "Contacts" },
  rawScore: { zh: "归零前", en: "Raw" },
  finalScore: { zh: "得分", en: "Score" },
  shrunkScore: { zh: "校正分", en: "Adjusted" },
  agentInterval: { zh: "90% 区间", en: "90% interval" },
  agentsOmitted: { zh: "中间 {n} 名略", en: "{n} in between not shown" },
  tooFew: { zh: "记录太少，只列出、不排名：", en: "Listed, not ranked, for too few contacts: " },
  noScores: { zh: "没有可以计分的服务记录，不排名：", en: "Not ranked, for no contact could be scored: " },
  indistinguishable: {
    zh: "坐席之间的差异没有超出偶然波动，不排名：",
    en: "Not ranked: agents differ no more than chance makes them: ",
  },
  unrankedOne: { zh: "{agent}（{n} 条，{score}）", en: "{agent} ({n} {n|contact|contacts}, {score})" },
  andMore: { zh: " 等，另有 {n} 名", en: " and {n} more" },

  ledger: { zh: "数据台账", en: "Ledger" },
  ledgerAbout: { zh: "读入的每一行都有去向", en: "every row read is accounted for" },
  ledgerSum: {
    zh: "{rows} 行 = 已质检 {audited} + 剔除 {rejected} + 重复 {duplicate} + 忽略 {ignored}",
    en: "{rows} {rows|row|rows} = {audited} audited + {rejected} rejected + {duplicate} duplicate + {ignored} ignored",
  },
  effect: { zh: "处理", en: "Effect" },
  rowCount: { zh: "行数", en: "Rows" },
  what: { zh: "情况", en: "What" },
  lines: { zh: "第 {lines} 行", en: "{n|line|lines} {lines}" },
  moreLines: { zh: "第 {lines} 等行", en: "lines {lines} and more" },
  forExample: { zh: "例：{sample}", en: "e.g. {sample}" },

  columns: { zh: "字段识别情况", en: "How the columns were read" },
  readAs: {
    zh: "编码 {encoding}，以{delimiter}分隔，表头在第 {line} 行",
    en: "{encoding}, separated by {delimiter}, header on line {line}",
  },
  noHeader: {
    zh: "编码 {encoding}，以{delimiter}分隔，没有表头",
    en: "{encoding}, separated by {delimiter}, no header",
  },
  field: { zh: "字段", en: "Field" },
  column: { zh: "取自列", en: "Column" },
  readBy: { zh: "依据", en: "How" },
  format: { zh: "格式", en: "Format" },
  guessed: {
    zh: "请核对：{fields}是推测的。如果不对，请在配置里写明：",
    en: "Please check: {fields} {n|was|were} guessed. If that is wrong, say so in the config:",
  },
  columnTable: { zh: "字段对照", en: "Columns" },
  wholeFile: { zh: "整个文件", en: "the whole file" },
  unused: { zh: "没有用到的列：{columns}", en: "Columns not used: {columns}" },

  provenance: { zh: "复核信息", en: "To check this audit again" },
  tool: { zh: "工具", en: "Tool" },
  config: { zh: "配置", en: "Config" },
  noConfig: { zh: "无（全部用默认设置）", en: "none (defaults)" },
  standardFile: { zh: "标准", en: "Standard" },
  asOf: { zh: "截至", en: "As of" },
  asOfOption: { zh: "由 --as-of 指定", en: "from --as-of" },
  asOfConfig: { zh: "由配置指定", en: "from the config" },
  asOfData: { zh: "数据里最晚的时间", en: "the latest moment in the data" },
  input: { zh: "输入", en: "Input" },

  incomplete: { zh: "没有质检到的部分", en: "What could not be audited" },
  allMet: {
    zh: "结论：达标，退出码 0。{n} 项考核指标全部达到要求。",
    en: "Verdict: met, exit code 0. {n} of {n} {n|gate|gates} held.",
  },
  noneSet: { zh: "结论：没有设考核指标，退出码 0。", en: "Verdict: no gates are set, exit code 0." },
  noneJudged: {
    zh: "结论：没有可判定的考核指标，退出码 0。",
    en: "Verdict: none of the gates could be judged, exit code 0.",
  },
  someFailed: {
    zh: "结论：未达标，退出码 1。{n} 项考核指标没有达到要求：{gates}。",
    en: "Verdict: below the standard, exit code 1. {n} {n|gate|gates} failed: {gates}.",
  },
  nothingAudited: { zh: "没有可以质检的服务记录", en: "there was no contact to audit" },
  partly: {
    zh: "结论：质检不完整，退出码 2。{why}。",
    en: "Verdict: not fully audited, exit code 2: {why}.",
  },
  alsoFailed: { zh: "另有 {n} 项考核指标未达标", en: "besides, {n} {n|gate|gates} failed" },
} as const satisfies Record<string, Bilingual>;

type ReportKey = keyof typeof REPORT_WORDS;

/** Says one entry of the table, its braces filled. */
export type Say = <Key extends ReportKey>(key: Key, ...values: Rest<(typeof REPORT_WORDS)[Key]>) => string;

export function reportWords(locale: Locale): Say {
  return (key, ...values) => fill(inLocale(REPORT_WORDS[key], locale), values[0] ?? {}, locale);
}
