import { days } from "./days.js";
import type { DeskClock } from "./desk-clock.js";
import { english } from "./english.js";
import type { Expression } from "./expression.js";
import { type PlainText, plainText } from "./plain-text.js";
import { spans } from "./spans.js";

/** What an agent promised to get in touch by. Positions are UTF-16 units of the turn. */
export interface PromisedTime {
  readonly from: number;
  readonly to: number;
  /** The last moment in time, ms since 1970. */
  readonly due: number;
  /** It names a moment (半小时后, 明天十点) rather than a limit (半小时内, 明天十点前). */
  readonly about: boolean;
}

/**
 * The deadline by which the words around a hit promise to get in touch with the customer. null where they name no
 * deadline, promise something else (a delivery, a refund), or speak of somebody whose calls the desk does not see: the
 * courier, the shop, the customer himself.
 *
 * Read leniently, since a broken promise is a grave finding: a day ends at midnight, 周五之前 with that Friday, of a
 * range (三到五天) the longer end counts.
 *
 * @param from where in the text the promise was found, UTF-16 units, end exclusive
 * @param made when it was made, ms since 1970
 */
export function findDeadline(
  text: string,
  from: number,
  to: number,
  made: number,
  clock: DeskClock,
): PromisedTime | null {
  const [start, end] = sentenceAround(text, from, to);
  const plain = plainText(text.slice(start, end));
  const verb = contactVerb(plain.text);
  if (verb === null) return null;
  const found = nearest(expressions(plain.text, made, clock), verb);
  return found === null ? null : { ...inOriginal(found, plain, start), due: found.due, about: found.about };
}

function expressions(text: string, made: number, clock: DeskClock): readonly Expression[] {
  if (!/\p{Script=Han}/u.test(text)) return english(text, made, clock);
  const ofDays = days(text, made, clock);
  const free = spans(text, made, clock).filter(
    (one) => !ofDays.some((day) => one.from < day.to && day.from < one.to),
  );
  return [...ofDays, ...free].filter(({ due }) => !Number.isNaN(due)).sort((a, b) => a.from - b.from);
}

interface Verb {
  readonly from: number;
  readonly to: number;
}

const GET_IN_TOUCH = new RegExp(
  [
    "(?:回|打|致|去|来)(?:个|一个|您|你|)(?:电话|电|复|话|信|访|您电话|你电话)",
    "(?:联系|答复|回复|通知|告知|告诉|反馈|回访)",
    "(?:给|跟|和|向)(?:您|你)(?:.{0,6})(?:消息|信儿|回信|回话|结果|说法|答案|准信|交代|交待|说明|沟通|确认|回音|回应)",
    "\\b(?:call|ring|phone|contact|email|e-mail|update|inform|notify|text|message|reach) (?:you|back)\\b",
    "\\b(?:get|be|come) (?:back to|in touch with|in contact with) you\\b|\\bgive you (?:a call|an? (?:answer|update|reply))",
    "\\blet you know\\b|\\bfollow(?:ing)? up with you\\b|\\bhear (?:back )?from (?:us|me)\\b|\\breply to you\\b|\\breach out\\b",
  ].join("|"),
  "g",
);
/** The customer is asked to get in touch, or somebody whose calls the desk does not see will. */
const BY_THE_CUSTOMER =
  /(?:您|你)(?:.{0,10})(?:联系|打|拨|回复|致电|来电|告诉|告知|通知|反馈)(?:.{0,8})(?:我|客服|热线)|\bplease (?:call|contact|reply)/;
const BY_A_STRANGER =
  /(?:师傅|快递|物流|商家|商户|卖家|店家|厂家|厂商|配送|司机|骑手|门店|网点|安装工|维修工|银行|供应商|courier|driver|seller|merchant|shop|carrier)(?:.{0,12})$/;
/** It was done already. */
const DONE = /(?:已经|刚才|刚刚|昨天|上周|上次|前天|already)(?:.{0,8})$/;

function contactVerb(text: string): Verb | null {
  if (BY_THE_CUSTOMER.test(text)) return null;
  for (const match of text.matchAll(GET_IN_TOUCH)) {
    const before = text.slice(0, match.index);
    if (BY_A_STRANGER.test(before) || DONE.test(before)) continue;
    return { from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** 我明天上午给您回电: the last deadline before the verb; else the first behind it: 给您回电，明天上午. */
function nearest(found: readonly Expression[], verb: Verb): Expression | null {
  return (
    found.findLast(({ to }) => to <= verb.from) ??
    found.find(({ from }) => from >= verb.to) ??
    found[0] ??
    null
  );
}

function sentenceAround(text: string, from: number, to: number): readonly [start: number, end: number] {
  const first = Math.max(0, from - REACH);
  const last = Math.min(text.length, to + REACH);
  let start = from;
  while (start > first && !SENTENCE_END.test(text[start - 1]!)) start--;
  let end = to;
  while (end < last && !SENTENCE_END.test(text[end]!)) end++;
  return [start, end];
}

/** Speech recognition may leave out every full stop: a sentence is no longer than this to either side. */
const REACH = 160;
const SENTENCE_END = /[。！？!?；;\n]/;

/** The words from the deadline on: what a finding quotes. */
function inOriginal(
  { from, to }: Expression,
  { at }: PlainText,
  start: number,
): { from: number; to: number } {
  return { from: start + at[from]!, to: start + (at[to - 1]! + 1) };
}
