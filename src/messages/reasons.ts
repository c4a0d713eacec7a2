import type { Bilingual } from "../model/rule.js";
import type { Reason } from "../model/verdict.js";

/** Why a rule did not apply to a contact, is still pending, or counted it as it did. */
export const REASON_WORDS = {
  none: { zh: "未注明原因", en: "no reason given" },
  "other-channel": { zh: "不是本规则管的渠道", en: "another channel" },
  "other-direction": { zh: "不是本规则管的呼叫方向", en: "another direction" },
  "not-answered": { zh: "电话没有接通", en: "the call was not answered" },
  "did-not-queue": { zh: "没有进入排队", en: "it did not queue" },
  "no-agent-turns": { zh: "没有坐席的发言", en: "the agent said nothing" },
  "no-customer-turns": { zh: "没有客户的发言", en: "the customer said nothing" },
  "transcript-cut": { zh: "对话记录不完整，头或尾被截掉了", en: "the transcript is cut" },
  "no-trigger": { zh: "没有出现需要这样做的情形", en: "nothing in it called for it" },
  "not-due": { zh: "尚未到期", en: "not due yet" },
  overdue: { zh: "已过期仍未完成", en: "overdue" },
  "answered-late": { zh: "接听超时", en: "answered late" },
  "abandoned-within": { zh: "客户在目标时限内放弃", en: "abandoned within the target" },
  "abandoned-short": { zh: "短时放弃", en: "short abandon" },
  "abandoned-late": { zh: "客户等到超时后放弃", en: "abandoned after the target" },
  "abandoned-unknown": { zh: "客户放弃，等了多久没有记录", en: "abandoned, wait not recorded" },
  "not-offered": { zh: "没有转到人工", en: "never offered to an agent" },
  "other-kind": { zh: "不是本规则管的记录类型", en: "another kind of record" },
  "speakers-swapped": { zh: "坐席和客户疑似标反", en: "speakers look swapped" },
  "outside-hours": { zh: "不在服务时间内", en: "outside service hours" },
  "not-a-complaint": { zh: "不是投诉", en: "not a complaint" },
  "already-met": { zh: "前面已经做到", en: "already met earlier" },
  "outside-calendar": {
    zh: "超出节假日表的年份，只按星期计算",
    en: "outside the years of the holiday calendar: counted by weekdays alone",
  },
  "not-configured": { zh: "没有设置这条规则需要的参数", en: "the rule lacks a setting of yours" },
  "too-little-said": { zh: "说的话太少，不足以判定", en: "too little was said to judge by" },
  "nothing-to-compare": { zh: "没有可比的记录", en: "nothing to compare it with" },
  "no-other-contact": { zh: "没有其他相关记录", en: "no other contact concerned" },
  "repeat-any-topic": {
    zh: "缺主题，任何再次来电都算重复",
    en: "no topic: any contact again counts as a repeat",
  },
  "other-record": { zh: "不符合规则限定的条件", en: "outside the conditions of the rule" },
  "rating-out-of-scale": { zh: "评分超出量表范围", en: "the rating is beyond its scale" },
  "no-answer-given": { zh: "客户没有作答", en: "the customer gave no answer" },
  "other-language": { zh: "说的不是这条规则的语言", en: "spoken in another language than the rule's" },
} as const satisfies Record<Reason, Bilingual>;
