import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** What `deskcheck init` asks and says. */
export const INIT_WORDS = {
  hello: {
    zh: "几个问题之后写出 {file}。直接回车取括号里的答案；Ctrl-C 随时退出，什么都不写。",
    en: "Some questions, then {file} is written. Enter takes the answer in brackets; Ctrl-C leaves at any time and writes nothing.",
  },
  files: {
    zh: "要质检哪些文件（可用通配符，空格隔开；没有就直接回车）",
    en: "Which files are to be audited (patterns work, spaces between; Enter for none)",
  },
  noSuchFiles: { zh: "找不到：{files}", en: "not found: {files}" },

  mappingRight: { zh: "{file} 这样读对吗？", en: "Is {file} read right?" },
  right: { zh: "对", en: "yes" },
  changeField: { zh: "改一个字段", en: "change a field" },
  changeKind: { zh: "换一种类别", en: "it is another kind of record" },
  skip: { zh: "不质检这个文件", en: "leave this file out" },
  whichField: { zh: "哪个字段？", en: "Which field?" },
  fieldFrom: { zh: "{field} ← {column}", en: "{field} ← {column}" },
  fieldFree: { zh: "{field}（还没有）", en: "{field} (none yet)" },
  whichColumn: { zh: "“{field}”是哪一列？", en: "Which column is {field}?" },
  columnSamples: { zh: "{column}（例：{samples}）", en: "{column} (e.g. {samples})" },
  columnEmpty: { zh: "{column}（全空）", en: "{column} (empty)" },
  unnamed: { zh: "第 {n} 列", en: "column {n}" },
  noColumn: { zh: "没有这一列", en: "there is no such column" },
  whichKind: {
    zh: "从表头认不出 {file} 是什么。它是哪一类记录？",
    en: "The header of {file} does not tell what it is. What kind of record does it hold?",
  },
  anotherKind: { zh: "{file} 是哪一类记录？", en: "What kind of record does {file} hold?" },
  lacksOnly: { zh: "{kind}（还要指出：{fields}）", en: "{kind} (to be pointed out: {fields})" },
  whichOfGroup: { zh: "文件里有其中哪一种？", en: "Which of these does the file have?" },
  whichOrder: { zh: "“{column}”列的 {sample} 是哪一天？", en: "Which day is {sample} of column “{column}”?" },
  dayFirst: { zh: "日在前（DD/MM/YYYY）", en: "the day comes first (DD/MM/YYYY)" },
  monthFirst: { zh: "月在前（MM/DD/YYYY）", en: "the month comes first (MM/DD/YYYY)" },
  whatMeans: { zh: "“{word}”是什么意思？（{field}）", en: "What does “{word}” mean? ({field})" },
  noMeaning: { zh: "不知道，或都不是", en: "none of these, or I do not know" },
  stillWrong: { zh: "这样还不行：", en: "That does not work yet:" },

  timezone: {
    zh: "导出里的时间是哪个时区的（IANA 名称）",
    en: "In which time zone are the times of the exports (IANA name)",
  },
  badZone: { zh: "没有这个时区；例如 Asia/Shanghai", en: "there is no such zone; try Asia/Shanghai" },
  country: {
    zh: "电话在哪个国家或地区响？（一声多长，各地不同）",
    en: "In which country do the telephones ring? (how long a ring lasts depends on it)",
  },
  countryRing: { zh: "{country} {code}（一声 {seconds} 秒）", en: "{country} {code} ({seconds} s a ring)" },
  hours: {
    zh: "工作时间，例如 周一至周五 9:00-18:00（不按工作时间计就直接回车）",
    en: "Opening hours, such as Mon-Fri 09:00-18:00 (Enter where targets are wall-clock time)",
  },
  badHours: {
    zh: "看不懂；例如 周一至周五 9:00-12:00, 13:30-18:00；周六 10:00-14:00，或 24/7",
    en: "not understood; try Mon-Fri 09:00-12:00, 13:30-18:00; Sat 10:00-14:00, or 24/7",
  },
  "target-rings": { zh: "{title}：几声之内", en: "{title}: within how many rings" },
  "target-within": { zh: "{title}：时限", en: "{title}: within what time" },
  "target-share": { zh: "{title}：至少多少比例", en: "{title}: at least what share" },
  badRings: { zh: "请写一个大于 0 的整数", en: "a whole number above 0" },
  badTime: {
    zh: "请带单位，例如 20s、5min、24h、2 working days",
    en: "with its unit: 20s, 5min, 24h, 2 working days",
  },
  badShare: { zh: "例如 80%", en: "such as 80%" },
  score: {
    zh: "质检得分低于多少算不达标，0–100（不考核总分就直接回车）",
    en: "Below which score does the audit fail, 0–100 (Enter for no gate on the score)",
  },
  badScore: { zh: "请写 0 到 100 的数", en: "a number from 0 to 100" },
  critical: {
    zh: "最多容许几处致命问题（off 表示不考核）",
    en: "How many critical findings are allowed (off: any)",
  },
  badCritical: { zh: "请写一个整数，或 off", en: "a whole number, or off" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  write: { zh: "写入 {file}？", en: "Write {file}?" },

  written: { zh: "已写入 {file}。", en: "{file} is written." },
  readAs: { zh: "{file}：{kind}", en: "{file}: {kind}" },
  next: { zh: "接下来运行：", en: "Now run: " },
  nextFiles: { zh: "请在 inputs 里写上文件，再运行：", en: "Name your files under inputs, then run: " },
  notWritten: { zh: "什么都没有写。", en: "Nothing was written." },
} as const satisfies Record<string, Bilingual>;

/** What cells can mean, for people who know no code names. */
export const MEANING_WORDS: Readonly<Record<string, Bilingual>> = {
  agent: { zh: "坐席", en: "agent" },
  customer: { zh: "客户", en: "customer" },
  system: { zh: "系统、机器人", en: "system or bot" },
  answered: { zh: "接通", en: "answered" },
  abandoned: { zh: "客户放弃", en: "abandoned: the caller gave up" },
  busy: { zh: "占线", en: "busy" },
  unanswered: { zh: "没人接", en: "unanswered: nobody took it" },
  voicemail: { zh: "语音信箱", en: "voicemail" },
  failed: { zh: "呼叫失败", en: "failed" },
  "flowed-out": { zh: "溢出到别的队列", en: "flowed out to another queue" },
  callback: { zh: "预约回拨", en: "callback" },
  dropped: { zh: "接通后中断", en: "dropped after it was answered" },
  inbound: { zh: "呼入", en: "inbound" },
  outbound: { zh: "呼出", en: "outbound" },
  internal: { zh: "内部", en: "internal" },
  phone: { zh: "电话", en: "phone" },
  chat: { zh: "在线会话", en: "chat" },
  email: { zh: "邮件", en: "email" },
};

export type InitSay = <Key extends keyof typeof INIT_WORDS>(
  key: Key,
  ...values: Rest<(typeof INIT_WORDS)[Key]>
) => string;

export function initWords(locale: Locale): InitSay {
  return (key, ...values) => fill(inLocale(INIT_WORDS[key], locale), values[0] ?? {}, locale);
}
