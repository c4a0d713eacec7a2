import type { ErrorWords } from "./entry.js";

/** Mistakes in the config or in a standard of the user's. */
export const CONFIG_ERRORS = {
  "config-unknown-key": {
    found: { zh: "不认识的配置项 {key}", en: "unknown key {key}" },
    expected: { zh: "以下之一：{known}", en: "one of: {known}" },
    next: { zh: "改正拼写，或删掉这一项", en: "correct the spelling, or remove it" },
  },
  "config-bad-value": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "{expected}", en: "{expected}" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "config-not-found": {
    found: { zh: "找不到配置文件 {file}", en: "there is no config file {file}" },
    expected: { zh: "--config 后面写一个存在的 YAML 文件", en: "a YAML file that exists after --config" },
    next: {
      zh: "检查路径；不加 --config 会用默认设置质检",
      en: "check the path; without --config the defaults are used",
    },
  },
  "yaml-syntax": {
    found: { zh: "这里不是合法的 YAML：{message}", en: "this is not valid YAML: {message}" },
    expected: {
      zh: "“键: 值”的写法，冒号后面空一格，用空格缩进（不能用 Tab）",
      en: "“key: value”, with a space after the colon and spaces (no tabs) for indentation",
    },
    next: {
      zh: "检查这一行和上一行的缩进、冒号和引号",
      en: "check indentation, colons and quotes on this line and the one above",
    },
  },
  "target-without-unit": {
    found: { zh: "{key} 只写了数字 {value}，没有单位", en: "{key} is {value}, without a unit" },
    expected: {
      zh: "带单位的时限，例如 20s、5min、24h、2 working days，也可以写 20秒、24小时",
      en: "a target with its unit: 20s, 5min, 24h, 2 working days",
    },
    next: { zh: "补上单位，例如 {example}", en: "add the unit: {example}" },
  },
  "gate-bad-value": {
    found: { zh: "考核指标 {gate} 的 {key} 写的是“{found}”", en: "{key} of gate {gate} is “{found}”" },
    expected: {
      zh: "这项指标自己的限值：得分 min 0–100，问题数 max 为整数，合格率 rate 0–1",
      en: "the gate's own limit: min 0–100 for a score, a whole number max for findings, rate 0–1 for a rule",
    },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "calendar-date": {
    found: {
      zh: "日历里的 {found} 不是有效日期，或既列为节假日又列为调休上班日",
      en: "{found} in the calendar is no date, or is listed both as a holiday and as a make-up day",
    },
    expected: {
      zh: "年-月-日，例如 {example}，每个日期只列一次",
      en: "a date such as {example}, listed once",
    },
    next: { zh: "改正或删掉这个日期", en: "correct this date or remove it" },
  },
  "rule-unknown": {
    found: { zh: "没有叫 {rule} 的规则", en: "there is no rule {rule}" },
    expected: {
      zh: "标准里的规则编号，例如 wording/cannot-handle",
      en: "the id of a rule, such as wording/cannot-handle",
    },
    next: {
      zh: "输入 deskcheck standard list 查看全部规则",
      en: "type deskcheck standard list to see them all",
    },
  },
} as const satisfies Record<string, ErrorWords>;
