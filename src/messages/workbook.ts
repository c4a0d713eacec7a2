import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** Names of the sheets and columns of the XLSX workbook. A sheet's name has at most 31 characters, none of them []:*?/\ */
export const WORKBOOK_WORDS = {
  summarySheet: { zh: "概况", en: "Summary" },
  agentsSheet: { zh: "坐席", en: "Agents" },
  rulesSheet: { zh: "规则", en: "Rules" },
  findingsSheet: { zh: "问题", en: "Findings" },
  promisesSheet: { zh: "承诺", en: "Promises" },
  ledgerSheet: { zh: "台账", en: "Ledger" },

  item: { zh: "项目", en: "Item" },
  value: { zh: "数值", en: "Value" },
  required: { zh: "要求", en: "Required" },
  outcome: { zh: "结果", en: "Result" },
  n: { zh: "样本", en: "n" },
  low: { zh: "区间下限", en: "Low" },
  high: { zh: "区间上限", en: "High" },
  standard: { zh: "标准", en: "Standard" },
  from: { zh: "开始", en: "From" },
  to: { zh: "结束", en: "To" },
  asOf: { zh: "截至", en: "As of" },
  timezone: { zh: "时区", en: "Time zone" },
  contacts: { zh: "服务记录", en: "Contacts" },
  turns: { zh: "对话句数", en: "Turns" },
  finalScore: { zh: "得分", en: "Score" },
  rawScore: { zh: "归零前得分", en: "Raw score" },
  adjustedScore: { zh: "校正分", en: "Adjusted score" },
  findingsOf: { zh: "{severity}问题", en: "Findings, {severity}" },
  exempt: { zh: "不计入考核的问题", en: "Findings that do not count" },
  notListed: {
    zh: "没有列入“问题”表（最严重的已列入；全部请用 --format csv=文件）",
    en: "Findings not on the Findings sheet (the worst are; for all of them: --format csv=FILE)",
  },
  verdict: { zh: "结论", en: "Verdict" },

  agent: { zh: "坐席", en: "Agent" },
  team: { zh: "班组", en: "Team" },
  rank: { zh: "名次", en: "Rank" },
  band: { zh: "档", en: "Band" },

  severity: { zh: "级别", en: "Severity" },
  rule: { zh: "规则", en: "Rule" },
  title: { zh: "名称", en: "Title" },
  dimension: { zh: "维度", en: "Dimension" },
  target: { zh: "目标", en: "Target" },
  rate: { zh: "合格率", en: "Pass rate" },
  pass: { zh: "合格", en: "Pass" },
  fail: { zh: "不合格", en: "Fail" },
  notApplicable: { zh: "不适用", en: "Not applicable" },
  notAssessed: { zh: "未评", en: "Not assessed" },
  pending: { zh: "待定", en: "Pending" },
  missing: { zh: "缺的字段", en: "Missing fields" },
  advice: { zh: "建议", en: "Instead" },
  clause: { zh: "条款", en: "Clause" },
  source: { zh: "出处", en: "Source" },

  contact: { zh: "流水号", en: "Contact" },
  at: { zh: "时间", en: "Time" },
  file: { zh: "文件", en: "File" },
  line: { zh: "行", en: "Line" },
  column: { zh: "列", en: "Column" },
  quote: { zh: "原话", en: "Quote" },
  found: { zh: "实际", en: "Found" },
  expected: { zh: "要求", en: "Expected" },
  counts: { zh: "计入考核", en: "Counts" },
  yes: { zh: "是", en: "yes" },
  known: { zh: "否：基线里已有", en: "no: in the baseline" },
  suppressed: { zh: "否：已豁免，{author}：{reason}", en: "no: suppressed by {author}: {reason}" },
  id: { zh: "编号", en: "Id" },

  promise: { zh: "承诺的话", en: "Promise" },
  customer: { zh: "客户", en: "Customer" },
  made: { zh: "承诺时间", en: "Made" },
  due: { zh: "应兑现时间", en: "Due" },
  state: { zh: "状态", en: "State" },
  promiseKept: { zh: "已兑现", en: "kept" },
  promiseBroken: { zh: "未兑现", en: "broken" },
  promiseUndecided: { zh: "未到期或无法判定", en: "undecided" },
  keptBy: { zh: "兑现的服务记录", en: "Kept by" },

  kind: { zh: "类别", en: "Kind" },
  rows: { zh: "行数", en: "Rows" },
  audited: { zh: "已质检", en: "Audited" },
  rejected: { zh: "剔除", en: "Rejected" },
  duplicate: { zh: "重复", en: "Duplicate" },
  ignored: { zh: "忽略", en: "Ignored" },
  effect: { zh: "处理", en: "Effect" },
  what: { zh: "情况", en: "What" },
  lines: { zh: "行号", en: "Lines" },
  sample: { zh: "例", en: "Example" },
} as const satisfies Record<string, Bilingual>;

export type WorkbookKey = keyof typeof WORKBOOK_WORDS;

/** Says one entry of the table, its braces filled. */
export type WorkbookSay = <Key extends WorkbookKey>(
  key: Key,
  ...values: Rest<(typeof WORKBOOK_WORDS)[Key]>
) => string;

export function workbookWords(locale: Locale): WorkbookSay {
  return (key, ...values) => fill(inLocale(WORKBOOK_WORDS[key], locale), values[0] ?? {}, locale);
}
