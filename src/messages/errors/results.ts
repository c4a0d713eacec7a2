import type { ErrorWords } from "./entry.js";

/** Mistakes about saved results: those to report again, to compare, and to take as a baseline. */
export const RESULT_ERRORS = {
  "result-not-found": {
    found: { zh: "找不到质检结果 {file}", en: "there is no saved result {file}" },
    expected: {
      zh: "用 --format json=文件 存下来的质检结果（.json 或 .json.gz）",
      en: "a result saved with --format json=FILE (.json or .json.gz)",
    },
    next: {
      zh: "检查路径；还没有的话，请运行 deskcheck audit 文件 --format json=result.json",
      en: "check the path; if there is none yet: deskcheck audit FILES --format json=result.json",
    },
  },
  "result-unreadable": {
    found: { zh: "读不了 {file}（{reason}）", en: "cannot read {file} ({reason})" },
    expected: { zh: "一个能打开、没有损坏的文件", en: "a file that can be opened and is not damaged" },
    next: {
      zh: "检查读取权限；压缩文件若已损坏，请重新生成",
      en: "check the permission to read it; if the archive is damaged, write it again",
    },
  },
  "result-not-json": {
    found: { zh: "{file} 不是 JSON，不会是质检结果", en: "{file} is not JSON, so it is no saved result" },
    expected: {
      zh: "用 --format json=文件 存下来的质检结果（.json 或 .json.gz）",
      en: "a result saved with --format json=FILE (.json or .json.gz)",
    },
    next: {
      zh: "如果这是要质检的 CSV，请先运行 deskcheck audit {file} --format json=result.json",
      en: "if it is a CSV to audit, start with: deskcheck audit {file} --format json=result.json",
    },
  },
  "result-broken": {
    found: {
      zh: "{file} 不完整：JSON 没有写完，或被改坏了",
      en: "{file} is not whole: its JSON is cut off or broken",
    },
    expected: { zh: "没有改动过的质检结果", en: "a result as it was written" },
    next: {
      zh: "文件可能没有传完，请重新取得，或重新质检",
      en: "it may be cut off on its way: fetch it again, or audit again",
    },
  },
  "result-foreign": {
    found: {
      zh: "{file} 不是 deskcheck 的质检结果：{part} 缺失或不对",
      en: "{file} is no audit result of deskcheck: {part} is missing or wrong",
    },
    expected: {
      zh: "用 --format json=文件 存下来的质检结果（.json 或 .json.gz）",
      en: "a result saved with --format json=FILE (.json or .json.gz)",
    },
    next: {
      zh: "换成正确的文件；没有的话，请运行 deskcheck audit 文件 --format json=result.json",
      en: "name the right file; if there is none: deskcheck audit FILES --format json=result.json",
    },
  },
  "result-rewritten": {
    found: {
      zh: "{file} 被别的程序重新排过版，又太大，读不进内存",
      en: "{file} was laid out anew by another program and is too large to be read as a whole",
    },
    expected: {
      zh: "deskcheck 写出的原文件：每条问题占一行",
      en: "the file as deskcheck wrote it: a finding a line",
    },
    next: { zh: "请用原来的文件", en: "use the original file" },
  },
  "result-version": {
    found: {
      zh: "{file} 的格式版本是 {found}，这个版本的 deskcheck 认得的是 {known}",
      en: "{file} is of schema version {found}; this deskcheck reads {known}",
    },
    expected: { zh: "schemaVersion 为 {known} 的质检结果", en: "a result with schemaVersion {known}" },
    next: {
      zh: "用存下它的那个版本的 deskcheck，或用现在这个版本重新质检",
      en: "use the deskcheck that wrote it, or audit again with this one",
    },
  },
  "result-damaged": {
    found: {
      zh: "这一行不是一条完整的问题记录",
      en: "this line is no finding, or not a whole one",
    },
    expected: {
      zh: "没有改动过的质检结果，每条问题占一行",
      en: "a result as it was written: a finding a line",
    },
    next: {
      zh: "文件可能没有传完或被改过，请重新取得，或重新质检",
      en: "it may be cut off or edited: fetch it again, or audit again",
    },
  },
  "suppressions-not-found": {
    found: { zh: "找不到豁免文件 {file}", en: "there is no suppressions file {file}" },
    expected: {
      zh: "--suppressions 后面写一个存在的 YAML 文件",
      en: "a YAML file that exists after --suppressions",
    },
    next: {
      zh: "检查路径；还没有要豁免的问题时，去掉 --suppressions",
      en: "check the path; as long as nothing is suppressed, leave --suppressions out",
    },
  },
  "strict-without-suppressions": {
    found: {
      zh: "用了 --strict-suppressions，却没有用 --suppressions",
      en: "--strict-suppressions is given without --suppressions",
    },
    expected: { zh: "两个一起用", en: "both together" },
    next: {
      zh: "加上 --suppressions 文件，或去掉 --strict-suppressions",
      en: "add --suppressions FILE, or drop --strict-suppressions",
    },
  },
  "suppression-duplicate": {
    found: {
      zh: "服务记录 {contact} 的规则 {rule} 已在第 {line} 行豁免过",
      en: "rule {rule} of contact {contact} is suppressed on line {line} already",
    },
    expected: { zh: "每条服务记录的每条规则只写一次", en: "one entry for a contact and a rule" },
    next: { zh: "删掉其中一条", en: "remove one of the two" },
  },
  "history-empty": {
    found: { zh: "{folder} 里没有存下的质检结果", en: "there are no saved results in {folder}" },
    expected: { zh: "至少一个 .json 或 .json.gz 质检结果", en: "at least one .json or .json.gz result" },
    next: {
      zh: "每次质检时加上 --history {folder}，就会存下一个",
      en: "add --history {folder} to each audit: every run saves one",
    },
  },
} as const satisfies Record<string, ErrorWords>;
