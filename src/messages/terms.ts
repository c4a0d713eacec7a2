import type { Kind, Speaker } from "../model/fields.js";
import type { ColumnReading, LedgerEffect } from "../model/ledger.js";
import type { GateResult } from "../model/result.js";
import type { Bilingual, Dimension, Severity } from "../model/rule.js";
import type { How } from "../model/turns.js";

export const SEVERITY_WORDS = {
  critical: { zh: "致命", en: "critical" },
  major: { zh: "严重", en: "major" },
  minor: { zh: "一般", en: "minor" },
  info: { zh: "提示", en: "info" },
  gate: { zh: "指标", en: "gate" },
} as const satisfies Record<Severity, Bilingual>;

/** The five elements in the handbook's words, and SERVQUAL's. */
export const DIMENSION_WORDS = {
  tangibles: { zh: "有形度", en: "Tangibles" },
  empathy: { zh: "同理度", en: "Empathy" },
  assurance: { zh: "专业度", en: "Assurance" },
  responsiveness: { zh: "反应度", en: "Responsiveness" },
  reliability: { zh: "信赖度", en: "Reliability" },
} as const satisfies Record<Dimension, Bilingual>;

export const KIND_WORDS = {
  calls: { zh: "通话记录", en: "calls" },
  tickets: { zh: "工单或邮件", en: "tickets" },
  transcripts: { zh: "通话转写", en: "transcripts" },
  messages: { zh: "在线会话", en: "messages" },
  surveys: { zh: "满意度问卷", en: "surveys" },
} as const satisfies Record<Kind, Bilingual>;

export const SPEAKER_WORDS = {
  unknown: { zh: "说话人不明", en: "speaker unknown" },
  agent: { zh: "坐席", en: "agent" },
  customer: { zh: "客户", en: "customer" },
  system: { zh: "系统", en: "system" },
} as const satisfies Record<Speaker, Bilingual>;

export const EFFECT_WORDS = {
  rejected: { zh: "剔除", en: "rejected" },
  duplicate: { zh: "重复", en: "duplicate" },
  ignored: { zh: "忽略", en: "ignored" },
  noted: { zh: "备注", en: "noted" },
} as const satisfies Record<LedgerEffect, Bilingual>;

/** How it was decided which column a field is read from. */
export const READ_BY_WORDS = {
  config: { zh: "配置指定", en: "told by the config" },
  alias: { zh: "按表头识别", en: "recognised by its header" },
  profile: { zh: "按厂商模板识别", en: "recognised by the vendor's profile" },
  guess: { zh: "推测", en: "guessed" },
} as const satisfies Record<ColumnReading["by"], Bilingual>;

export const HOW_WORDS = {
  "as-written": { zh: "原样相符", en: "as written" },
  folded: {
    zh: "变体：略去口头语和空格、统一简繁和全半角后相符",
    en: "variant: found after folding fillers, spacing, width and script",
  },
  "sound-alike": { zh: "谐音：读音相同，疑为语音转写误差", en: "sound-alike: a usual speech-to-text error" },
} as const satisfies Record<How, Bilingual>;

/** Why a gate was not judged. */
export const GATE_REASON_WORDS = {
  "no-contacts": { zh: "没有相关的服务记录", en: "no contacts to judge it by" },
  "too-few-contacts": { zh: "服务记录太少，不足以判定", en: "fewer contacts than its minimum" },
  "not-assessed": { zh: "缺少判定所需的数据", en: "the data it needs is missing" },
} as const satisfies Record<NonNullable<GateResult["reason"]>, Bilingual>;

/** What a level is made of: the counts of its formula, and what it leaves out. */
export const LEVEL_COUNT_WORDS: Readonly<Record<string, Bilingual>> = {
  answered: { zh: "接通", en: "answered" },
  "answered-within": { zh: "时限内接通", en: "answered in time" },
  abandoned: { zh: "放弃", en: "abandoned" },
  "abandoned-within": { zh: "时限内放弃", en: "abandoned in time" },
  "abandoned-short": { zh: "短时放弃", en: "short abandons" },
  "abandoned-unknown": { zh: "放弃但等待时长不详", en: "abandoned, wait unknown" },
  "did-not-queue": { zh: "未进入排队（不计）", en: "did not queue (left out)" },
  "not-offered": { zh: "未转人工（不计）", en: "not offered to an agent (left out)" },
  "other-direction": { zh: "非呼入（不计）", en: "not inbound (left out)" },
  good: { zh: "合格", en: "good" },
  all: { zh: "合计", en: "all" },
  excluded: { zh: "不计", en: "left out" },
  pending: { zh: "尚待观察", en: "still open" },
  "any-topic": { zh: "不同业务的再次来电", en: "repeats about another matter" },
  unanswered: { zh: "无人应答", en: "unanswered" },
  "out-of-scale": { zh: "超出量表（不计）", en: "beyond the scale (left out)" },
  surveyed: { zh: "受邀评价", en: "surveyed" },
  contacts: { zh: "服务记录", en: "contacts" },
};

/** How a level is computed. F1–F6 are the formulas of the trade (scoring/service-level.ts). */
export const FORMULA_WORDS: Readonly<Record<string, Bilingual>> = {
  F1: { zh: "F1（时限内放弃算达标）", en: "F1 (early abandons are credited)" },
  F2: { zh: "F2（只算接通的）", en: "F2 (answered calls only)" },
  F3: { zh: "F3（全部呼入，最严）", en: "F3 (all offered calls, the strictest)" },
  F4: { zh: "F4（时限内放弃不计）", en: "F4 (early abandons are left out)" },
  F5: { zh: "F5（短时放弃算达标）", en: "F5 (short abandons are credited)" },
  F6: { zh: "F6（短时放弃不计）", en: "F6 (short abandons are left out)" },
  "good / all": { zh: "合格数 ÷ 总数", en: "good / all" },
  "hours answered / hours": { zh: "有人接听的小时 ÷ 有来电的小时", en: "hours answered / hours with calls" },
  "agents within / agents": { zh: "在范围内的坐席 ÷ 坐席总数", en: "agents within bounds / agents" },
  "no-repeat-same": {
    zh: "期内没有为同一件事再来的占比",
    en: "contacts without a repeat about the same matter",
  },
  "no-repeat-any": { zh: "期内没有再来的占比", en: "contacts without any repeat" },
  "top-box": { zh: "打最高两档的人数 ÷ 作答人数", en: "the two best answers / answers" },
  "answered / sent": { zh: "收回 ÷ 发出", en: "answered / sent" },
  "perceived − expected": {
    zh: "感知 − 期望，不为负的维度占比",
    en: "perceived − expected, the share not below 0",
  },
  "groups surveyed fairly / groups": {
    zh: "邀请没有挑客户的组 ÷ 全部组",
    en: "groups surveyed fairly / groups",
  },
};

/** Remarks on a level. */
export const LEVEL_NOTE_WORDS: Readonly<Record<string, Bilingual>> = {
  "abandoned-wait-unknown": {
    zh: "放弃的电话没有记录等待时长，无法剔除误拨造成的短时放弃",
    en: "the waits of abandoned calls are not recorded: none could be excluded as short",
  },
  "repeat-any-topic": {
    zh: "有的记录没有业务类型，同一客户再来就算为同一件事",
    en: "some contacts name no topic: any repeat of their customer counts as about the same",
  },
  "rating-out-of-scale": {
    zh: "有的评分超出量表，没有计入",
    en: "some ratings are beyond the scale and were left out",
  },
};

/** Units of what rules measure, beside seconds. */
export const UNIT_WORDS: Readonly<Record<string, Bilingual>> = {
  "%": { zh: "%", en: "%" },
  "chars/min": { zh: "字/分", en: "chars/min" },
  "words/min": { zh: "词/分", en: "words/min" },
};

/** The characters that separate fields, by name: a bare comma in a sentence is easily overlooked. */
export const DELIMITER_WORDS: Readonly<Record<string, Bilingual>> = {
  ",": { zh: "逗号", en: "commas" },
  ";": { zh: "分号", en: "semicolons" },
  "\t": { zh: "制表符（Tab）", en: "tabs" },
  "|": { zh: "竖线", en: "bars (|)" },
};
