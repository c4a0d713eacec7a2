import type { Bilingual } from "../model/rule.js";

/** Help texts of the command line. */
export const CLI_WORDS = {
  about: {
    zh: "客户服务质检：按书面服务标准检查通话、会话、邮件和问卷记录，给坐席和团队打分，出质检报告。",
    en: "The linter of customer service: checks calls, chats, e-mails and surveys against a written service standard.",
  },
  version: { zh: "显示版本", en: "print the version" },
  help: { zh: "显示帮助", en: "print help" },
  audit: {
    zh: "质检文件（CSV、.csv.gz、.xlsx）。不写文件时按配置里的 inputs",
    en: "audit files (CSV, .csv.gz, .xlsx); without files, those of the config's inputs",
  },
  files: {
    zh: "文件或通配符，例如 calls.csv transcripts.csv；book.xlsx#工作表；- 表示标准输入",
    en: "files or patterns: calls.csv transcripts.csv; book.xlsx#Sheet; - for standard input",
  },
  config: {
    zh: "配置文件；默认取最近的 deskcheck.config.yaml",
    en: "config file; default: the nearest deskcheck.config.yaml",
  },
  standard: {
    zh: "依据的标准，可以重复；后面的覆盖前面的",
    en: "standard to audit by; repeat it, later ones override earlier ones",
  },
  set: {
    zh: "改一项配置，例如 response/service-level.within=30s",
    en: "change one setting: response/service-level.within=30s",
  },
  format: {
    zh: "报告格式，可以重复；加 =文件 则写入文件（.gz 则压缩）：terminal、markdown、html、xlsx、coaching、json、ndjson、csv、csv-agents、csv-rules、compact、sarif、junit、github、gitlab",
    en: "report format, repeatable; with =FILE into a file (.gz: compressed): terminal, markdown, html, xlsx, coaching, json, ndjson, csv, csv-agents, csv-rules, compact, sarif, junit, github, gitlab",
  },
  asOf: {
    zh: "以哪一刻为“现在”，例如 2026-03-01 18:00；默认是数据里最晚的时刻",
    en: "the moment that counts as now: 2026-03-01 18:00; default: the latest in the data",
  },
  locale: { zh: "语言：zh-CN 或 en", en: "language: zh-CN or en" },
  timezone: { zh: "时区，例如 Asia/Shanghai", en: "time zone: Asia/Shanghai" },
  encoding: {
    zh: "文件的编码，例如 gb18030、big5；默认自动识别",
    en: "encoding of the files: gb18030, big5 …; default: found out",
  },
  only: { zh: "只检查这条规则，可以重复", en: "check this rule only; repeatable" },
  skip: { zh: "不检查这条规则，可以重复", en: "leave this rule out; repeatable" },
  findings: { zh: "每条规则列出几处问题", en: "how many findings to show of each rule" },
  personal: { zh: "不遮盖手机号、证件号等个人信息", en: "do not mask telephone numbers and the like" },
  trustSpeakers: {
    zh: "相信文件里的说话人标注，即使看起来坐席和客户标反了",
    en: "trust the speaker labels of the files, even where agent and customer look swapped",
  },
  threads: {
    zh: "用几个线程；默认按 CPU 核数和文件大小决定，结果不变",
    en: "threads to use; default: by cores and the size of the files; the result is the same",
  },
  cache: {
    zh: "记住扫描过的话术，放在这个文件夹；没有变的文件下次不再扫描，结果不变",
    en: "keep what scanning found in this folder: unchanged files are not scanned again; the result is the same",
  },
  shard: {
    zh: "只质检一部分联络，例如 2/8，写成一个分片文件，之后用 deskcheck merge 合并",
    en: "audit one shard of the contacts, such as 2/8, into a blob for deskcheck merge",
  },
  blob: {
    zh: "分片写到哪个文件；默认 deskcheck-序号-of-总数.blob（.gz 则压缩）",
    en: "where the shard is written; default: deskcheck-INDEX-of-TOTAL.blob (.gz: compressed)",
  },
  merge: {
    zh: "合并全部分片，出报告：与不分片的质检完全一样",
    en: "merge the blobs of all shards and write the reports: the same as those of an audit in one",
  },
  blobs: { zh: "各分片写出的文件，或通配符", en: "the files that the shards wrote, or patterns" },
  noCosts: { zh: "HTML 报告不估算问题的代价", en: "leave the estimate of costs out of the HTML report" },
  color: { zh: "总是用颜色", en: "always use colours" },
  noColor: { zh: "不用颜色", en: "use no colours" },
  noProgress: { zh: "不显示进度", en: "show no progress" },
  baseline: {
    zh: "基线：以前存下的质检结果，其中已有的问题不计入考核",
    en: "a saved result whose findings are known: gates do not count them",
  },
  suppressions: {
    zh: "豁免文件（YAML）：逐条写明哪些问题不计入考核、谁定的、为什么",
    en: "suppressions (YAML): findings that gates do not count, with who says so and why",
  },
  strictSuppressions: {
    zh: "豁免过期或没有用到时算未达标",
    en: "fail where a suppression is expired or unused",
  },
  historyOption: {
    zh: "把结果存进这个文件夹，供 deskcheck history 看趋势，也用在服务回顾（coaching）的走势里",
    en: "save the result in this folder, for deskcheck history and for the trends of coaching sheets",
  },
  pastOption: {
    zh: "存放历次结果的文件夹，用在服务回顾（coaching）的走势里",
    en: "folder with earlier results, for the trends of coaching sheets",
  },
  init: {
    zh: "照着文件问几个问题（列、时区、工作时间、时限、考核指标），写出带注释的 deskcheck.config.yaml",
    en: "ask some questions about files (columns, zone, hours, targets, gates) and write a commented deskcheck.config.yaml",
  },
  yes: { zh: "不问，全取识别出来的答案", en: "ask nothing: take what was detected" },
  force: { zh: "覆盖已有的 deskcheck.config.yaml", en: "replace the deskcheck.config.yaml that is there" },
  kindOption: {
    zh: "文件类别：calls、tickets、transcripts、messages 或 surveys",
    en: "kind of the files: calls, tickets, transcripts, messages or surveys",
  },
  columnOption: {
    zh: "字段是哪一列，可以重复，例如 ring-seconds=振铃",
    en: "which column a field is, repeatable: ring-seconds=Ringing",
  },
  dateFormat: {
    zh: "日期怎么写，可以重复，例如 offered-at=DD/MM/YYYY",
    en: "how dates are written, repeatable: offered-at=DD/MM/YYYY",
  },
  countryOption: {
    zh: "电话在哪个国家或地区响，例如 CN：决定一声铃多长",
    en: "where the telephones ring, such as CN: how long a ring is",
  },
  hoursOption: {
    zh: "工作时间，例如 “周一至周五 9:00-18:00”",
    en: "opening hours: “Mon-Fri 09:00-18:00”",
  },
  initSet: {
    zh: "时限、考核指标等任何一项配置，例如 response/service-level.within=30s、gates.score.min=85",
    en: "a target, a gate or any other setting: response/service-level.within=30s, gates.score.min=85",
  },
  inspect: {
    zh: "看文件是什么：编码、每一列读作什么、数据问题、能评哪些规则，并给出写明这一切的配置",
    en: "what files are: encoding, what each column is read as, data quality, which rules can be assessed, and the config that says so",
  },
  inspectFormat: {
    zh: "格式，可以重复：terminal、markdown、json；加 =文件 则写入文件",
    en: "format, repeatable: terminal, markdown, json; with =FILE into a file",
  },
  report: {
    zh: "用存下的质检结果重出报告，不再读 CSV",
    en: "write reports from a saved result, without reading a CSV again",
  },
  result: {
    zh: "用 --format json=文件 存下的结果（.json 或 .json.gz）",
    en: "a result saved with --format json=FILE (.json or .json.gz)",
  },
  compare: {
    zh: "对比两次质检：哪里变好、哪里变差，是不是超出偶然波动",
    en: "what got better or worse between two audits, and whether more than chance",
  },
  oldResult: { zh: "以前的结果", en: "the earlier result" },
  newResult: { zh: "现在的结果", en: "the later result" },
  failOnWorse: {
    zh: "有变差的就以退出码 1 结束",
    en: "exit with 1 where something got worse",
  },
  compareFormat: {
    zh: "格式，可以重复：terminal、markdown、json；加 =文件 则写入文件",
    en: "format, repeatable: terminal, markdown, json; with =FILE into a file",
  },
  history: {
    zh: "看一个文件夹里历次质检结果的趋势和控制限",
    en: "trends over the results saved in a folder, with control limits",
  },
  historyFolder: {
    zh: "存放结果的文件夹（deskcheck audit --history）",
    en: "the folder with the results (deskcheck audit --history)",
  },
  historyFormat: {
    zh: "格式，可以重复：terminal、markdown、html；加 =文件 则写入文件",
    en: "format, repeatable: terminal, markdown, html; with =FILE into a file",
  },
  standardCommand: { zh: "查看、测试服务标准", en: "look at a service standard and test it" },
  list: { zh: "列出全部规则", en: "list the rules" },
  explain: { zh: "完整说明一条规则", en: "explain one rule in full" },
  rule: { zh: "规则编号，例如 wording/cannot-handle", en: "id of a rule: wording/cannot-handle" },
  test: { zh: "运行规则自带的例子", en: "run the examples of the rules" },
  try: {
    zh: "看一句话命中哪些短语、怎样命中、被什么放过",
    en: "which phrases an utterance hits, how, and what waived it",
  },
  text: { zh: "一句话", en: "an utterance" },
  speaker: {
    zh: "说话人：agent、customer（默认 agent）",
    en: "who says it: agent or customer (default: agent)",
  },
  tryFile: {
    zh: "一次试许多句：TSV，列为 id、speaker、text",
    en: "many at once: a TSV with id, speaker, text",
  },
  print: { zh: "打印生效的标准（YAML）", en: "print the effective standard (YAML)" },
  json: { zh: "输出格式：terminal 或 json", en: "output: terminal or json" },
  commands: { zh: "命令", en: "Commands" },
  examples: {
    zh: `例子：
  $ deskcheck audit calls.csv transcripts.csv
  $ deskcheck audit "exports/*.csv" --format terminal --format json=result.json
  $ deskcheck inspect export.csv
  $ deskcheck init export.csv
  $ deskcheck standard explain wording/cannot-handle
  $ deskcheck standard try "这个我处理不了"

退出码：0 全部质检且达标；1 有指标未达标；2 没能（全部）质检；130 被中断`,
    en: `Examples:
  $ deskcheck audit calls.csv transcripts.csv
  $ deskcheck audit "exports/*.csv" --format terminal --format json=result.json
  $ deskcheck inspect export.csv
  $ deskcheck init export.csv
  $ deskcheck standard explain wording/cannot-handle
  $ deskcheck standard try "这个我处理不了"

Exit codes: 0 everything audited and every gate met; 1 a gate failed; 2 not (wholly) audited; 130 interrupted`,
  },
} as const satisfies Record<string, Bilingual>;
