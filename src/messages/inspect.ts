import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What `deskcheck inspect` says. */
export const INSPECT_WORDS = {
  kind: { zh: "类别", en: "Kind" },
  unknownKind: { zh: "认不出", en: "not recognised" },
  "kind-config": { zh: "配置指定", en: "told by the config" },
  "kind-profile": { zh: "按厂商模板识别", en: "recognised by the vendor's profile" },
  "kind-header": { zh: "按表头识别", en: "recognised by its header" },
  used: {
    zh: "{n} 列里用到 {used} 列",
    en: "{used} of {n} {n|column|columns} used",
  },
  profile: { zh: "厂商模板", en: "Profile" },
  encoding: { zh: "编码", en: "Encoding" },
  "encoding-told": { zh: "指定的", en: "as you said" },
  "encoding-mark": { zh: "文件开头写明", en: "the file says so" },
  "encoding-bytes": { zh: "每个字节都相符", en: "its bytes fit" },
  "encoding-guess": {
    zh: "猜的：如果下面的样例是乱码，请用 --encoding 写明",
    en: "a guess: if the samples below are garbled, name it with --encoding",
  },
  delimiter: { zh: "分隔符", en: "Delimiter" },
  allFit: {
    zh: "看过的 {n} 行列数都和表头相同",
    en: "the {n} {n|row|rows} looked at {n|is|are} as wide as the header",
  },
  someFit: {
    zh: "看过的 {n} 行里 {fitting} 行列数和表头相同",
    en: "{fitting} of the {n} rows looked at are as wide as the header",
  },
  header: { zh: "表头", en: "Header" },
  headerLine: { zh: "第 {line} 行", en: "line {line}" },
  titleLines: { zh: "上面 {n} 行不是数据，已跳过", en: "{n} {n|line|lines} above it skipped" },
  noHeader: { zh: "没有", en: "none" },
  wholeFile: { zh: "整个文件", en: "the whole file" },

  columns: { zh: "每一列读作什么", en: "What each column is read as" },
  column: { zh: "列", en: "Column" },
  noName: { zh: "第 {n} 列（没有名字）", en: "column {n}, unnamed" },
  readAs: { zh: "读作", en: "Read as" },
  format: { zh: "格式", en: "Format" },
  samples: { zh: "样例", en: "Samples" },
  filled: { zh: "{n} 行里 {filled} 行有值", en: "{filled} of {n} filled" },
  allEmpty: { zh: "全空", en: "all empty" },
  "no-such-name": { zh: "没有用到", en: "not used" },
  "read-elsewhere": {
    zh: "没有用到：{field}已取自别的列",
    en: "not used: {field} is read from another column",
  },
  "other-values": {
    zh: "没有用到：名字像{field}，内容不像",
    en: "not used: called like {field}, but its values are not",
  },
  misleading: {
    zh: "没有用到：在这种导出里，它不是名字说的意思",
    en: "not used: in this export it is not what its name says",
  },
  "may-be": { zh: "还没有对应，名字像{field}", en: "not mapped yet; called like {field}" },
  notRead: { zh: "还没有对应", en: "not mapped yet" },

  rows: { zh: "读出来的前几行", en: "The first rows as they are read" },
  turns: { zh: "读出来的前几句", en: "The first turns as they are read" },
  rowsAbout: { zh: "规则看到的就是这些值", en: "these are the values that rules see" },
  field: { zh: "字段", en: "Field" },
  line: { zh: "第 {line} 行", en: "Line {line}" },
  lineColumn: { zh: "行", en: "Line" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  noRows: {
    zh: "前面没有读得出的行，原因见下面的台账。",
    en: "None of the first rows could be read; the ledger below says why.",
  },

  quality: { zh: "数据问题", en: "Data quality" },
  noProblems: { zh: "没有发现问题。", en: "Nothing was noticed." },

  abilities: { zh: "能评哪些规则", en: "What can be assessed" },
  abilitiesAbout: {
    zh: "用这些文件，按标准 {name} {version}",
    en: "with these files, by {name} {version}",
  },
  family: { zh: "规则类别", en: "Rules about" },
  assessed: { zh: "能评", en: "Assessed" },
  partly: { zh: "部分能评", en: "In part" },
  missing: { zh: "缺数据", en: "Data missing" },
  nothing: { zh: "没有相关记录", en: "No such contacts" },
  lacking: { zh: "缺的数据", en: "Missing" },
  waiting: { zh: "等它的规则", en: "Rules that wait for it" },
  remedy: { zh: "怎么补", en: "What would supply it" },
  ruleCount: { zh: "{n} 条：{families}", en: "{n} rules: {families}" },
  inPart: { zh: "（现在只能评一部分）", en: " (assessed in part)" },
  needColumn: { zh: "加一列，常见列名：{names}", en: "a column, usually called {names}" },
  needMore: {
    zh: "补全这一列空着或读不懂的格（常见列名：{names}）",
    en: "the cells that are empty or not understood (usually called {names})",
  },
  needTurns: {
    zh: "这些记录的对话；并核对两边的流水号是不是同一种",
    en: "the conversations of these contacts; check that both files use the same ids",
  },
  or: { zh: "或", en: " or " },
  needFile: { zh: "{kinds}文件", en: "a file of {kinds}" },
  needChannel: {
    zh: "在配置里给文件写明 channel：phone、chat 或 email",
    en: "the “channel” of the file in the config: phone, chat or email",
  },
  otherNames: {
    zh: "列名不同不要紧：在配置的 columns 里写明是哪一列。",
    en: "A column of another name will do: say which one it is under “columns” in the config.",
  },
  moreFiles: { zh: "有这些文件的话，请一起给出：", en: "If you have such files, give them too: " },

  config: { zh: "写明这一切的配置", en: "The config that says all this" },
  configAbout: {
    zh: "存成 deskcheck.config.yaml，以后的导出都照此读。deskcheck init 可以代劳。",
    en: "Save it as deskcheck.config.yaml, and every export is read the same way. deskcheck init does it for you.",
  },
  allKnown: {
    zh: "结论：{n} 个文件都认得，退出码 0。",
    en: "Verdict: all {n} {n|file|files} recognised, exit code 0.",
  },
  oneKnown: { zh: "结论：文件认得，退出码 0。", en: "Verdict: the file is recognised, exit code 0." },
  someUnknown: {
    zh: "结论：{n} 个文件还不能质检，退出码 2：{files}。",
    en: "Verdict: {n} {n|file|files} cannot be audited yet, exit code 2: {files}.",
  },
} as const satisfies Record<string, Bilingual>;

/** How moments and durations are written, for people; anything else speaks for itself. */
export const FORMAT_WORDS: Readonly<Record<string, Bilingual>> = {
  YMD: { zh: "年月日", en: "year, month, day" },
  DMY: { zh: "日月年", en: "day, month, year" },
  MDY: { zh: "月日年", en: "month, day, year" },
  "DMY or MDY": { zh: "日月年还是月日年？", en: "day or month first?" },
  "D MMM YYYY": { zh: "月份是词", en: "month by name" },
  Excel: { zh: "Excel 序列号", en: "Excel serial" },
  "epoch s": { zh: "1970 年起的秒数", en: "seconds since 1970" },
  "epoch ms": { zh: "1970 年起的毫秒数", en: "ms since 1970" },
  "epoch us": { zh: "1970 年起的微秒数", en: "µs since 1970" },
  ms: { zh: "毫秒", en: "milliseconds" },
  s: { zh: "秒", en: "seconds" },
  min: { zh: "分钟", en: "minutes" },
  h: { zh: "小时", en: "hours" },
  d: { zh: "天（Excel）", en: "days (Excel)" },
};

/** What rules of a family are about. A family of the user's own goes by its name. */
export const FAMILY_WORDS: Readonly<Record<string, Bilingual>> = {
  response: { zh: "响应时限", en: "response times" },
  opening: { zh: "开场", en: "openings" },
  wording: { zh: "用语", en: "wording" },
  listening: { zh: "倾听", en: "listening" },
  empathy: { zh: "同理", en: "empathy" },
  handling: { zh: "处理过程", en: "handling" },
  closing: { zh: "收尾", en: "closings" },
  records: { zh: "记录", en: "records" },
  survey: { zh: "满意度调查", en: "surveys" },
};

export type InspectSay = <Key extends keyof typeof INSPECT_WORDS>(
  key: Key,
  ...values: Rest<(typeof INSPECT_WORDS)[Key]>
) => string;

export function inspectWords(locale: Locale): InspectSay {
  return (key, ...values) => fill(inLocale(INSPECT_WORDS[key], locale), values[0] ?? {}, locale);
}
