import type { Bilingual } from "../model/rule.js";
import { inLocale, type Locale } from "./locale.js";
import { fill, type Rest } from "./template.js";

/** The comments of a config that deskcheck writes. One line each. */
export const CONFIG_FILE_WORDS = {
  about: {
    zh: "deskcheck 的配置。每一项都可以不写；改完直接运行 deskcheck audit。",
    en: "The config of deskcheck. Every key may be left out; run deskcheck audit after a change.",
  },
  timezone: {
    zh: "导出里的时间是哪个时区的（IANA 名称）",
    en: "the zone of the times in the exports (IANA name)",
  },
  calendar: {
    zh: "工作时间：以“工作小时、工作日”计的时限按它算",
    en: "opening hours: targets in working time count by them",
  },
  noCalendar: {
    zh: "没有写工作时间：时限都按自然时间算。要按工作时间算，去掉下面的 # ：",
    en: "no opening hours: every target is wall-clock time. For working time, take the # away:",
  },
  country: { zh: "法定节假日和调休", en: "public holidays and make-up days" },
  inputs: {
    zh: "输入文件（可以用通配符：exports/calls-*.csv），以及各列是什么。不写的列仍按表头识别",
    en: "the input files (patterns work: exports/calls-*.csv), and what their columns mean; columns left out are still told by their header",
  },
  byProfile: {
    zh: "{title} 的导出：没有列在这里的列由这个模板对应",
    en: "an export of {title}: columns not listed here are read as its profile says",
  },
  checkKind: { zh: "请核对：{kinds}", en: "please check: {kinds}" },
  fillIn: { zh: "请填上列名，去掉 #", en: "fill in the header and take the # away" },
  formats: { zh: "时间的写法", en: "how moments are written" },
  openFormat: {
    zh: "数据看不出日和月哪个在前：请改成 DD/MM/YYYY 或 MM/DD/YYYY 中对的那个",
    en: "the data leaves open which is the day and which the month: keep DD/MM/YYYY or write MM/DD/YYYY",
  },
  words: {
    zh: "看不懂这些写法。请写明含义，去掉 #",
    en: "these words were not understood: say what they mean and take the # away",
  },
  rules: {
    zh: "时限和目标，一定要带单位（15s、5min、24h、2 working days）。关掉一条规则写 规则编号: off",
    en: "targets, always with their unit (15s, 5min, 24h, 2 working days). To switch a rule off: id: off",
  },
  gates: {
    zh: "考核指标：有一项不达标，退出码就是 1。去掉 # 即生效",
    en: "gates: the exit code is 1 where one fails. Take a # away to set one",
  },
} as const satisfies Record<string, Bilingual>;

export type ConfigFileSay = <Key extends keyof typeof CONFIG_FILE_WORDS>(
  key: Key,
  ...values: Rest<(typeof CONFIG_FILE_WORDS)[Key]>
) => string;

export function configFileWords(locale: Locale): ConfigFileSay {
  return (key, ...values) => fill(inLocale(CONFIG_FILE_WORDS[key], locale), values[0] ?? {}, locale);
}
