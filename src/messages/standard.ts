import type { ErrorWords } from "./errors/entry.js";
import { PHRASE_ERRORS } from "./standard-phrases.js";

/**
 * Mistakes in a standard or a config beyond the general ones of `errors/config.ts`. `key` is the path of what is wrong:
 * `rules.response/service-level.within`.
 */
export const STANDARD_ERRORS = {
  "unknown-key-near": {
    found: { zh: "不认识的配置项 {key}", en: "unknown key {key}" },
    expected: {
      zh: "您是不是想写 {near}？可用的有：{known}",
      en: "did you mean {near}? The keys are: {known}",
    },
    next: { zh: "把它改成 {near}", en: "change it to {near}" },
  },
  "missing-key": {
    found: { zh: "{where} 缺少 {key}", en: "{where} lacks {key}" },
    expected: { zh: "必须写明 {key}", en: "{key} is required" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "expects-text": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "一段文字", en: "a text" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "expects-number": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "一个数字", en: "a number" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "expects-flag": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "true 或 false", en: "true or false" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "expects-list": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: {
      zh: "一个列表：[甲, 乙]，或每项一行、以“- ”开头",
      en: "a list: [a, b], or one item a line after “- ”",
    },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "expects-map": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "若干“键: 值”", en: "keys with values: { key: value }" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "not-one-of": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "以下之一：{known}", en: "one of: {known}" },
    next: { zh: "从上面选一个", en: "choose one of them" },
  },
  "out-of-range": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "{limit}", en: "{limit}" },
    next: { zh: "改成范围内的值", en: "change it to a value in range" },
  },
  "needs-one-of": {
    found: {
      zh: "{where} 里 {keys} 一个都没写，或者写了不止一个",
      en: "{where} has none or more than one of {keys}",
    },
    expected: { zh: "{keys} 中写一个", en: "one of {keys}" },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "bad-share": {
    found: { zh: "{key} 的值写的是 {found}", en: "{key} is {found}" },
    expected: { zh: "0 到 1 之间的小数，或百分数", en: "a number from 0 to 1, or a percentage" },
    next: { zh: "例如 0.8 或 80%", en: "such as 0.8 or 80%" },
  },
  "target-not-understood": {
    found: { zh: "{key} 写的是 {found}，看不懂", en: "{key} is {found}, which is not understood" },
    expected: {
      zh: "数字加单位：15s、5min、24h、2 working days、8 working hours、15秒、2个工作日",
      en: "a number with its unit: 15s, 5min, 24h, 2 working days, 8 working hours",
    },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "rings-without-country": {
    found: {
      zh: "{key} 以“几声”为时限，但没有写是哪国的铃声",
      en: "{key} counts rings without saying whose",
    },
    expected: {
      zh: "country 或 cadence：同样三声，英国是 9 秒，中国是 15 秒，美国是 18 秒",
      en: "country or cadence: three rings last 9 s in Britain, 15 s in China and 18 s in America",
    },
    next: { zh: "加一行 country: CN", en: "add the line country: CN" },
  },
  "rings-only": {
    found: {
      zh: "{where} 的时限是时间，可是 time 里只有响铃次数",
      en: "the limit of {where} is a time, but `time` offers only a count of rings",
    },
    expected: { zh: "time 里至少一个时长，或者改用 rings", en: "a duration in `time`, or a limit in rings" },
    next: { zh: "例如 rings: 3 加上 country: CN", en: "such as rings: 3 and country: CN" },
  },
  "short-abandon-too-long": {
    found: { zh: "{key} 比 within 还长", en: "{key} is longer than `within`" },
    expected: { zh: "不超过 within 的时长", en: "no more than `within`" },
    next: { zh: "例如 short-abandon: 0s（不剔除短时放弃）", en: "such as short-abandon: 0s (excludes none)" },
  },
  "calendar-missing": {
    found: {
      zh: "{rule} 的时限 {target} 按工作时间计，但没有设置工作时间",
      en: "the limit of {rule}, {target}, is in working time, and no working hours are set",
    },
    expected: { zh: "配置里的 calendar.hours", en: "calendar.hours in the config" },
    next: {
      zh: "在 deskcheck.config.yaml 里写：{example:block}",
      en: "write in deskcheck.config.yaml:{example:block}",
    },
  },
  "hours-not-understood": {
    found: { zh: "{key} 里这一段看不懂：{found}", en: "{key}: this part is not understood: {found}" },
    expected: { zh: "星期和起止时间，多段用分号隔开", en: "days and times, parts separated by semicolons" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "hours-empty": {
    found: {
      zh: "{key} 里 {found} 的开始和结束是同一时刻",
      en: "{key}: {found} opens and closes at the same time",
    },
    expected: { zh: "结束晚于开始；全天写 00:00-24:00", en: "closing after opening; all day is 00:00-24:00" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "hours-overlap": {
    found: { zh: "{key} 里 {found} 和另一段重叠", en: "{key}: {found} overlaps another part" },
    expected: { zh: "同一天的各段互不重叠", en: "parts of one day that do not overlap" },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
  "timezone-unknown": {
    found: { zh: "{key} 写的时区 {found} 不存在", en: "{key} is {found}, which is no time zone" },
    expected: { zh: "IANA 时区名或固定偏移", en: "an IANA time zone or an offset" },
    next: { zh: "例如 Asia/Shanghai 或 +08:00", en: "such as Asia/Shanghai or +08:00" },
  },
  "date-not-understood": {
    found: { zh: "{key} 写的日期 {found} 看不懂", en: "{key} is {found}, which is no date" },
    expected: { zh: "年-月-日", en: "year-month-day" },
    next: { zh: "例如 2026-10-01", en: "such as 2026-10-01" },
  },
  "instant-not-understood": {
    found: { zh: "{key} 写的时刻 {found} 看不懂", en: "{key} is {found}, which is no moment" },
    expected: {
      zh: "日期，或日期加时间，可带时区偏移",
      en: "a date, or a date and a time, with or without an offset",
    },
    next: {
      zh: "例如 2026-03-02T09:00 或 2026-03-02T09:00+08:00",
      en: "such as 2026-03-02T09:00 or 2026-03-02T09:00+08:00",
    },
  },
  "example-value": {
    found: {
      zh: "示例 {key} 里 {field} 的值 {found} 看不懂",
      en: "example {key}: {field} cannot be {found}",
    },
    expected: { zh: "这个字段可能有的值", en: "a value that the field can have" },
    next: {
      zh: "例如 ring-seconds: 16s、outcome: answered、received-at: 2026-03-02 09:00",
      en: "such as ring-seconds: 16s, outcome: answered, received-at: 2026-03-02 09:00",
    },
  },
  "rule-unknown-near": {
    found: { zh: "没有叫 {rule} 的规则", en: "there is no rule {rule}" },
    expected: { zh: "您是不是想写 {near}？", en: "did you mean {near}?" },
    next: {
      zh: "输入 deskcheck standard list 查看全部规则",
      en: "type deskcheck standard list to see them all",
    },
  },
  "rule-without-check": {
    found: { zh: "{rule} 是新规则，但没有写 check", en: "{rule} is a new rule without `check`" },
    expected: {
      zh: "新规则要写明怎么检查：{known}；要改已有的规则，编号必须和它一致",
      en: "a new rule says how it checks: {known}; a change of a rule bears that rule's id",
    },
    next: { zh: "照这样写：{example:block}", en: "write it like this:{example:block}" },
  },
  "rule-duplicate": {
    found: { zh: "规则 {rule} 写了两遍", en: "the rule {rule} is defined twice" },
    expected: { zh: "每个编号只定义一次；第一次在 {first}", en: "each id once; the first is at {first}" },
    next: {
      zh: "删掉一处，或给其中一条换个编号，例如 {rule}-2",
      en: "remove one of them, or give one another id, such as {rule}-2",
    },
  },
  "rule-misnamed": {
    found: { zh: "规则编号写的是 {found}", en: "the id of a rule is {found}" },
    expected: {
      zh: "“类别/名称”，只用字母、汉字、数字和连字符",
      en: "family/name, of letters, digits and hyphens",
    },
    next: { zh: "例如 our/no-calm-down", en: "such as our/no-calm-down" },
  },
  "list-duplicate": {
    found: { zh: "词表 {list} 写了两遍", en: "the list {list} is defined twice" },
    expected: { zh: "每个词表只定义一次；第一次在 {first}", en: "each list once; the first is at {first}" },
    next: {
      zh: "合并成一处；要补充前面标准的词表，用 add",
      en: "put them together; to add to a list of an earlier standard, use add",
    },
  },
  "list-unknown": {
    found: { zh: "没有叫 {list} 的词表", en: "there is no list {list}" },
    expected: { zh: "标准里有的词表：{known}", en: "a list of the standard: {known}" },
    next: { zh: "改正名称，或在 lists 里定义它", en: "correct the name, or define it under lists" },
  },
  "guard-unknown": {
    found: { zh: "没有叫 {guard} 的共用例外", en: "there is no guard {guard}" },
    expected: { zh: "标准里有的：{known}", en: "a guard of the standard: {known}" },
    next: { zh: "改正名称，或在 guards 里定义它", en: "correct the name, or define it under guards" },
  },
  "add-to-nothing": {
    found: {
      zh: "{key} 用了 add 或 remove，可是前面的标准里没有它",
      en: "{key} adds or removes, but no earlier standard has it",
    },
    expected: { zh: "前面的标准里已有的列表", en: "a list that an earlier standard has" },
    next: { zh: "直接写出完整的列表", en: "write the whole list instead" },
  },
  "remove-missing": {
    found: {
      zh: "{key} 要去掉“{phrase}”，可是原来就没有它",
      en: "{key} removes “{phrase}”, which is not there",
    },
    expected: { zh: "和原来一字不差的一条", en: "an entry exactly as it was written" },
    next: {
      zh: "用 deskcheck standard print 查看原来的写法",
      en: "see how it is written: deskcheck standard print",
    },
  },
  "standard-not-found": {
    found: { zh: "找不到标准 {name}", en: "there is no standard {name}" },
    expected: {
      zh: "内置标准的名称（{known}），或一个 YAML 文件、文件夹的路径",
      en: "the name of a built-in standard ({known}), or the path of a YAML file or folder",
    },
    next: {
      zh: "检查名称；自己的文件要写成 ./our-rules.yaml",
      en: "check the name; a file of yours is written ./our-rules.yaml",
    },
  },
  "standard-circular": {
    found: { zh: "标准互相引用成了圈：{chain}", en: "standards extend each other in a circle: {chain}" },
    expected: { zh: "只向一个方向的 extends", en: "extends in one direction only" },
    next: { zh: "去掉其中一个 extends", en: "remove one of the extends" },
  },
  "standard-no-rules": {
    found: { zh: "标准 {name} 里没有一条规则", en: "the standard {name} has no rule" },
    expected: {
      zh: "至少一条规则，或 extends 一个有规则的标准",
      en: "at least one rule, or extends of a standard that has some",
    },
    next: { zh: "加一行 extends: service-handbook", en: "add the line extends: service-handbook" },
  },
  ...PHRASE_ERRORS,
  "set-syntax": {
    found: { zh: "--set 写的是 {found}", en: "--set is {found}" },
    expected: { zh: "路径=值", en: "PATH=VALUE" },
    next: {
      zh: "例如 --set response/service-level.within=30s 或 --set gates.score.min=90",
      en: "such as --set response/service-level.within=30s or --set gates.score.min=90",
    },
  },
  "gate-unknown": {
    found: { zh: "没有叫 {gate} 的考核指标", en: "there is no gate {gate}" },
    expected: {
      zh: "score、critical-findings、major-findings、minor-findings、findings、dimension.<维度> 或规则编号",
      en: "score, critical-findings, major-findings, minor-findings, findings, dimension.<id> or the id of a rule",
    },
    next: { zh: "例如 {example}", en: "such as {example}" },
  },
} as const satisfies Record<string, ErrorWords>;
