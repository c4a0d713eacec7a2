import type { ErrorWords } from "./entry.js";

/** Mistakes about audits that are done in threads or shards. */
export const SHARD_ERRORS = {
  "input-changed": {
    found: { zh: "{path} 在质检过程中被改动了", en: "{path} was changed while it was being audited" },
    expected: { zh: "质检期间内容不变的文件", en: "a file that stays as it is until the audit is done" },
    next: {
      zh: "等导出写完再质检，或先复制一份",
      en: "wait until the export is complete, or audit a copy of it",
    },
  },
  "blob-without-shard": {
    found: { zh: "有 --blob，没有 --shard", en: "there is --blob but no --shard" },
    expected: { zh: "--shard 第几份/共几份", en: "--shard INDEX/TOTAL" },
    next: {
      zh: "例如 --shard 1/4 --blob part-1.blob；不分片的质检请用 --format json=文件 存结果",
      en: "such as --shard 1/4 --blob part-1.blob; an audit in one is saved with --format json=FILE",
    },
  },
  "option-of-merge": {
    found: { zh: "--shard 和 {option} 不能一起用", en: "--shard and {option} exclude each other" },
    expected: {
      zh: "一个分片只写自己的那一份，报告由 deskcheck merge 来出",
      en: "a shard writes its part only; reports are what deskcheck merge writes",
    },
    next: { zh: "把 {option} 移到 deskcheck merge 那一步", en: "give {option} to deskcheck merge" },
  },
  "blob-not-found": {
    found: { zh: "找不到分片结果 {file}", en: "there is no shard's blob {file}" },
    expected: { zh: "deskcheck audit --shard 写出的文件", en: "a file that deskcheck audit --shard wrote" },
    next: { zh: "检查路径，并确认这个分片已经跑完", en: "check the path, and that the shard is done" },
  },
  "blob-unreadable": {
    found: { zh: "读不了 {file}（{reason}）", en: "cannot read {file} ({reason})" },
    expected: { zh: "一个能打开的文件", en: "a file that can be opened" },
    next: { zh: "检查读取权限", en: "check the permission to read it" },
  },
  "blob-foreign": {
    found: { zh: "{file} 不是分片结果", en: "{file} is no shard's blob" },
    expected: { zh: "deskcheck audit --shard 写出的文件", en: "a file that deskcheck audit --shard wrote" },
    next: {
      zh: "只合并各分片写出的 .blob 文件；质检结果（.json）请用 deskcheck report",
      en: "name the .blob files of the shards only; for a saved result (.json): deskcheck report",
    },
  },
  "blob-cut-off": {
    found: { zh: "{file} 不完整，后面缺了一截", en: "{file} is not whole: its end is missing" },
    expected: { zh: "没有改动过的分片结果", en: "a blob as the shard wrote it" },
    next: {
      zh: "文件可能没有传完，请重新取得，或重跑这个分片",
      en: "it may be cut off on its way: fetch it again, or run that shard again",
    },
  },
  "blob-version": {
    found: {
      zh: "{file} 由 deskcheck {found} 写出，这里是 {known}",
      en: "{file} was written by deskcheck {found}; this is {known}",
    },
    expected: { zh: "各分片和合并用同一个版本", en: "the same version for all shards and the merge" },
    next: { zh: "统一版本后重跑分片", en: "install one version everywhere and run the shards again" },
  },
  "blob-plan-changed": {
    found: {
      zh: "{file} 所依据的 {part} 与这里的不同",
      en: "{file} was made by another {part} than there is here",
    },
    expected: { zh: "和分片时一样的安装", en: "the same installation as that of the shards" },
    next: {
      zh: "在各分片和合并处安装同一份 deskcheck，再重跑分片",
      en: "install the same deskcheck for shards and merge, and run the shards again",
    },
  },
  "blob-of-other-audit": {
    found: {
      zh: "{file} 和 {other} 不是同一次质检：{part} 不同",
      en: "{file} and {other} are of different audits: they differ in {part}",
    },
    expected: {
      zh: "同样的文件、标准、配置和选项，只有 --shard 的序号不同",
      en: "the same files, standard, config and options; only the index of --shard differs",
    },
    next: {
      zh: "去掉不属于这次质检的文件，或重跑那个分片",
      en: "leave out what is of another audit, or run that shard again",
    },
  },
  "blob-doubled": {
    found: { zh: "{file} 和 {other} 都是分片 {shard}", en: "{file} and {other} are both shard {shard}" },
    expected: { zh: "每个分片一份", en: "every shard once" },
    next: { zh: "只留一份", en: "name one of the two" },
  },
  "blob-missing": {
    found: {
      zh: "缺分片 {missing}：共 {of} 个，只有 {found} 个",
      en: "shards are missing: {missing} ({found} of {of} are there)",
    },
    expected: { zh: "一个不少的全部分片", en: "all shards of the audit" },
    next: {
      zh: "等缺的分片跑完，或重跑，再合并",
      en: "wait for the missing shards or run them again, then merge",
    },
  },
} as const satisfies Record<string, ErrorWords>;
