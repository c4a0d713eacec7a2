import type { LedgerWords } from "./entry.js";

/** Remarks on rows that are audited all the same. */
export const REMARK_WORDS = {
  "negative-duration": {
    name: { zh: "时长为负", en: "negative duration" },
    means: {
      zh: "时间不能倒流，这个时长按没有处理，不会当成隔天",
      en: "time does not run backwards; the value counts as missing, not as a night's wait",
    },
    next: {
      zh: "请和系统管理员核对该字段的取数口径",
      en: "ask who runs the system how this field is computed",
    },
  },
  "end-before-start": {
    name: { zh: "结束早于开始", en: "end before start" },
    means: {
      zh: "由这两个时间算出的时长按没有处理",
      en: "the time between the two counts as missing",
    },
    next: {
      zh: "请核对时间列有没有对反，或系统时钟是否一致",
      en: "check whether columns are swapped or clocks differ",
    },
  },
  "over-24h": {
    name: { zh: "时长超过 24 小时", en: "longer than 24 hours" },
    means: {
      zh: "一次服务不太可能这么久，照常质检，但请留意",
      en: "unlikely for one contact; audited as it is",
    },
    next: { zh: "请抽查所列的行，确认日期没有错", en: "look at the lines listed: is the date right?" },
  },
  "clock-rounding": {
    name: { zh: "时间相差一两秒", en: "clocks differ by a second or two" },
    means: {
      zh: "两个系统取整造成的微小倒挂，按同一时刻处理",
      en: "two systems rounded differently; taken as the same moment",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "midnight-rollover": {
    name: { zh: "跨过零点", en: "crosses midnight" },
    means: {
      zh: "结束时间在第二天，且与记录的时长吻合，已按跨天计算",
      en: "it ends on the next day, as its recorded duration confirms, and was counted so",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "unknown-speaker": {
    name: { zh: "看不出是谁说的", en: "speaker not recognised" },
    means: {
      zh: "不知道是坐席还是客户，用语规则不判这句话",
      en: "neither agent nor customer for certain: rules about wording leave the turn alone",
    },
    next: {
      zh: "请在配置的 values.speaker 里写明这种写法指谁",
      en: "say who it is under “values.speaker” in the config",
    },
  },
  "unknown-outcome": {
    name: { zh: "看不出接没接通", en: "outcome not recognised" },
    means: {
      zh: "不算接通也不算放弃，接通类规则记为未评",
      en: "neither answered nor abandoned: rules about answering are not assessed",
    },
    next: {
      zh: "请在配置的 values.outcome 里写明这种写法的含义",
      en: "say what it means under “values.outcome” in the config",
    },
  },
  "unknown-channel": {
    name: { zh: "看不出是什么渠道", en: "channel not recognised" },
    means: {
      zh: "只管某个渠道的规则记为未评",
      en: "rules for one channel only are not assessed",
    },
    next: {
      zh: "请在配置里给这个文件写明 channel",
      en: "name the “channel” of the file in the config",
    },
  },
  "unknown-direction": {
    name: { zh: "看不出呼入还是呼出", en: "direction not recognised" },
    means: {
      zh: "只管呼入或只管呼出的规则记为未评",
      en: "rules for inbound or outbound calls only are not assessed",
    },
    next: {
      zh: "请在配置的 values.direction 里写明这种写法的含义",
      en: "say what it means under “values.direction” in the config",
    },
  },
  "unknown-flag": {
    name: { zh: "看不出是还是否", en: "neither yes nor no" },
    means: {
      zh: "这一格按空值处理，用到它的规则记为未评",
      en: "the cell counts as empty; rules that need it are not assessed",
    },
    next: { zh: "请改成 是/否、Y/N、1/0 之类的写法", en: "write yes/no, Y/N or 1/0" },
  },
  "empty-text": {
    name: { zh: "对话内容为空", en: "empty text" },
    means: { zh: "这句话没有内容可查", en: "there is nothing in the turn to check" },
    next: {
      zh: "图片、语音等消息属正常；若整列为空请检查导出",
      en: "normal for pictures or voice; check the export if all are empty",
    },
  },
  "invalid-utf8": {
    name: { zh: "有乱码", en: "invalid characters" },
    means: {
      zh: "有些字节不合文件的编码，已用 � 代替，其余照常质检",
      en: "some bytes do not fit the file's encoding; shown as �, the rest was audited",
    },
    next: {
      zh: "如果到处都是 �，说明编码认错了，请在配置里写明 encoding",
      en: "if � is everywhere, the encoding was misread: name it under “encoding” in the config",
    },
  },
  "turns-reordered": {
    name: { zh: "对话顺序已按序号或时间重排", en: "turns put in order" },
    means: {
      zh: "文件里的先后与对话的先后不同，已按序号（没有序号就按时间）重排后质检",
      en: "the file did not list them as they were said; they were ordered by their number, or by time",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "non-contiguous": {
    name: { zh: "同一流水号的行没有排在一起", en: "rows of one contact are scattered" },
    means: {
      zh: "已合并成一次服务，话的先后以文件里的顺序为准",
      en: "joined into one contact, turns in the order of the file",
    },
    next: { zh: "导出时按流水号和时间排序更稳妥", en: "sort the export by contact id and time to be safe" },
  },
  "survey-without-contact": {
    name: { zh: "问卷找不到对应的服务", en: "survey of an unknown contact" },
    means: {
      zh: "问卷里的流水号在其他文件里没有，归不到坐席和服务记录",
      en: "its id is in no other file, so it belongs to no contact and no agent",
    },
    next: { zh: "请确认问卷和通话导出的是同一段时间", en: "check that both exports cover the same days" },
  },
  "no-contact-id": {
    name: { zh: "文件里没有流水号列", en: "file without a contact id" },
    means: {
      zh: "每行当作一次服务，用行号代替流水号，无法和其他文件对上",
      en: "each row counts as a contact named by its line, and joins no other file",
    },
    next: {
      zh: "如果有这样的列，请在配置的 columns 里写 contact-id: 表头",
      en: "if there is such a column, write “contact-id: ITS HEADER” under “columns” in the config",
    },
  },
  "missing-as-zero": {
    name: { zh: "用 0 表示没有", en: "zero that means “none”" },
    means: {
      zh: "没接通的电话也记了 0 秒，算进去会把平均值拉低，已按没有处理",
      en: "unanswered calls carry 0 s, which would flatter the average; taken as missing",
    },
    next: {
      zh: "如果 0 是真实的值，请在配置的 missing 里去掉",
      en: "if a zero is real, say so under “missing” in the config",
    },
  },
} as const satisfies Record<string, LedgerWords>;
