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
  "speakers-swapped": {
    name: { zh: "坐席和客户疑似标反", en: "speakers look swapped" },
    means: {
      zh: "“客户”说了问候、提供帮助、请稍候或结束语这类只有坐席才说的话，而“坐席”一句也没说；要看谁说的规则记为未评",
      en: "the “customer” says what only the desk says (offers help, asks to wait, closes), and the “agent” none of it: rules that depend on who spoke are not assessed",
    },
    next: {
      zh: "请核对说话人一列；如果标注没有错，加上 --trust-speakers 重新质检",
      en: "check the speaker column; if it is right, audit again with --trust-speakers",
    },
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
  "chat-unreadable": {
    name: { zh: "聊天记录看不懂", en: "chat not readable" },
    means: {
      zh: "这一格里找不到“谁、什么时候”这样的消息开头，分不出话来，用语类规则没有判这次服务",
      en: "no line of the cell names who spoke and when, so it cannot be told into turns: rules about wording leave the contact alone",
    },
    next: {
      zh: "请在自己的模板里用 chat.begins 写明消息开头的样子：profile: ./our-export.yaml",
      en: "say under “chat.begins” in a profile of your own how a message begins: profile: ./our-export.yaml",
    },
  },
  "empty-text": {
    name: { zh: "对话内容为空", en: "empty text" },
    means: { zh: "这句话没有内容可查", en: "there is nothing in the turn to check" },
    next: {
      zh: "图片、语音等消息属正常；若整列为空请检查导出",
      en: "normal for pictures or voice; check the export if all are empty",
    },
  },
  "invalid-bytes": {
    name: { zh: "有乱码", en: "invalid characters" },
    means: {
      zh: "有些字节不合文件的编码，已用 � 代替，其余照常质检",
      en: "some bytes do not fit the file's encoding; shown as �, the rest was audited",
    },
    next: {
      zh: "如果到处都是 �，说明编码认错了，请用 --encoding 写明，例如 --encoding gb18030",
      en: "if � is everywhere, the encoding was misread: name it, as in --encoding windows-1252",
    },
  },
  "encoding-guessed": {
    name: { zh: "编码是猜的", en: "encoding guessed" },
    means: {
      zh: "文件没有写明编码，按内容看最像这一种",
      en: "the file does not say how it is encoded; this is what its text looks like",
    },
    next: {
      zh: "如果下面引用的话是乱码，请用 --encoding 写明编码，例如 --encoding big5；导出时选 UTF-8 最稳妥",
      en: "if quotes are garbled, name it, as in --encoding big5; exporting UTF-8 leaves no doubt",
    },
  },
  "other-sheets": {
    name: { zh: "还有其他工作表", en: "other sheets" },
    means: {
      zh: "只质检了工作簿的第一张表，其他表没有读",
      en: "only the first sheet of the workbook was audited",
    },
    next: {
      zh: '要质检另一张，请写成 文件名#工作表，例如 "calls.xlsx#三月"',
      en: 'to audit another, name it behind a #: "calls.xlsx#March"',
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
  "dst-gap": {
    name: { zh: "夏令时跳过的时间", en: "time skipped by summer time" },
    means: {
      zh: "拨快时钟的那一小时不存在，已按未拨快的时钟理解",
      en: "clocks were set forward over it; read as if they had not been yet",
    },
    next: {
      zh: "请确认这一列的时区；导出时选 UTC 或带时区的时间最稳妥",
      en: "check the time zone of this column; export UTC or times with an offset to be safe",
    },
  },
  "dst-overlap": {
    name: { zh: "夏令时重复的时间", en: "time shown twice by summer time" },
    means: {
      zh: "拨慢时钟的那一小时出现两遍，已按较早的一遍理解，可能差一小时",
      en: "clocks were set back over it; taken as the earlier of the two, so it may be an hour off",
    },
    next: {
      zh: "导出时选 UTC 或带时区的时间，就没有这个问题",
      en: "export UTC or times with an offset, and there is no doubt",
    },
  },
  "epoch-zero": {
    name: { zh: "时间是 1970 年（即“没有”）", en: "a moment of 1970 that means “never”" },
    means: {
      zh: "系统用 0 表示这一刻没有发生，已按没有处理",
      en: "the system writes 0 where it did not happen; taken as missing",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "far-future": {
    name: { zh: "远在将来的时间", en: "a moment far in the future" },
    means: {
      zh: "比文件里的其他时间晚三十年以上（例如 2099、9999 年），多半表示“没有”，已按没有处理",
      en: "more than thirty years after the others (2099, 9999): hardly a real moment, taken as missing",
    },
    next: { zh: "请核对所列的行", en: "check the lines listed" },
  },
  "after-as-of": {
    name: { zh: "晚于质检时点", en: "after the moment of the audit" },
    means: {
      zh: "比指定的“现在”（as-of）还晚，照常质检，但请留意",
      en: "later than the “now” you gave (as-of); audited as it is",
    },
    next: {
      zh: "请核对 as-of、时区和日期的写法",
      en: "check as-of, the time zone and how the dates are written",
    },
  },
  "agent-overlap": {
    name: { zh: "同一坐席同时在两个电话里", en: "agent in two calls at once" },
    means: {
      zh: "两个电话的通话时间重叠 2 秒以上，照常质检，但工号或时间可能有误",
      en: "the talk times of two calls overlap by more than 2 s; audited, but agent or times may be wrong",
    },
    next: {
      zh: "请核对是否共用工号、三方通话，或时间列取错",
      en: "look for a shared login, a conference, or a wrong time column",
    },
  },
  "rows-merged": {
    name: { zh: "同一次服务的多行", en: "several rows of one contact" },
    means: {
      zh: "转接、再次振铃等另起的行，已合并成一次服务：从第一次排队算起，到第一个接起的坐席为止，转接另计",
      en: "transfers, further ring attempts and the like; joined into one contact, timed from its first queue to the first agent who answered, transfers counted",
    },
    next: { zh: "不用处理", en: "nothing to do" },
  },
  "missing-as-zero": {
    name: { zh: "用 0 表示没有", en: "zero that means “none”" },
    means: {
      zh: "没接通的电话也记了 0，算进去会把平均值拉低、或被当成短时放弃，已按没有处理",
      en: "unanswered calls carry a 0 that would flatter the average or pass for a short abandon; taken as missing",
    },
    next: {
      zh: "如果 0 是真实的值，请在配置的 missing 里去掉",
      en: "if a zero is real, say so under “missing” in the config",
    },
  },
} as const satisfies Record<string, LedgerWords>;
