import { HOUR, MINUTE } from "../calendar/civil.js";
import { closingOf, type DeskClock, type DeskTime, deskTime, instantOf } from "./desk-clock.js";
import type { Expression } from "./expression.js";
import { type NamedDays, namedDays } from "./named-days.js";
import { numberOf } from "./numerals.js";

const NUMBER = "(?:\\d+|[零〇一二两三四五六七八九十]+)";
const DAY_NAME = [
  "大后天|后天|明天|明日|明儿|今天|今日|今儿|当天|当日|次日|第二天|隔天",
  "(?<!上个?)(?:这个?|本|下下个?|下个?)?(?:周|星期|礼拜)[一二三四五六日天末]",
  `(?:${NUMBER}月|下个?月|这个?月|本月)${NUMBER}[号日]|${NUMBER}号|${NUMBER}日(?=之?前|以前|上午|中午|下午|晚上)`,
  "(?:这个?|本|下个?)(?:周|星期|礼拜)|(?:这个?|本|下个?)?月底|下个?月初|年底|周末|下一?个?工作日",
].join("|");
const PART = "凌晨|清早|一早|早上|早晨|上午|午前|中午|午后|下午|傍晚|晚上|晚间|夜里|一?上班|下班";
const TIME = `(${NUMBER})点钟?(?:(半|一刻|三刻)|(${NUMBER})分?)?|(\\d{1,2}):(\\d\\d)`;
const NIGHT = "今晚|今夜|明晚|今早|明早";
/** `明天上午十点之前`, `下周一`, `今天下班前`, `15号前`, `下午三点半`, `今晚`. */
const PATTERN = new RegExp(
  `(?:(${DAY_NAME})|(${NIGHT}))?的?(${PART})?的?(?:${TIME})?(之内|以内|内|之前|以前|前|左右|之后|以后|后|里)?`,
  "g",
);

/** Days and times of day, as the moments at which they are over. One that was over when it was said is left out. */
export function days(text: string, made: number, clock: DeskClock): readonly Expression[] {
  return [...text.matchAll(PATTERN)].flatMap((match): readonly Expression[] => {
    const [whole, day, night, part, hour, fraction, minute, digital, digitalMinute, suffix = ""] = match;
    const hasTime = hour !== undefined || digital !== undefined;
    if (day === undefined && night === undefined && part === undefined && !hasTime) return [];
    const now = deskTime(clock, made);
    if (day !== undefined && /工作日/.test(day)) {
      const due = clock.workdays().due(made, { kind: "working-days", days: 1 });
      return [{ from: match.index, to: match.index + whole.length, due, about: false }];
    }
    const named = namedDays(night === undefined ? (day ?? null) : NIGHTS[night]!.day, now, /前/.test(suffix));
    if (named === null) return [];
    const spoken: Spoken = {
      part: night === undefined ? (part ?? null) : NIGHTS[night]!.part,
      time: hasTime ? minutesOf(hour ?? digital!, fraction, minute ?? digitalMinute) : null,
      suffix,
    };
    const due = dueOf(spoken, named, now, made, clock);
    if (!(due > made)) return [];
    const about = spoken.time !== null && !/前|内/.test(suffix);
    return [{ from: match.index, to: match.index + whole.length, due, about }];
  });
}

interface Spoken {
  readonly part: string | null;
  /** Minutes since midnight, as it was said: three may be 15:00. */
  readonly time: number | null;
  readonly suffix: string;
}

const NIGHTS: Readonly<Record<string, { readonly day: string; readonly part: string }>> = {
  今晚: { day: "今天", part: "晚上" },
  今夜: { day: "今天", part: "晚上" },
  明晚: { day: "明天", part: "晚上" },
  今早: { day: "今天", part: "上午" },
  明早: { day: "明天", part: "上午" },
};

function minutesOf(hour: string, fraction: string | undefined, minute: string | undefined): number {
  const extra = fraction === "半" ? 30 : fraction === "一刻" ? 15 : fraction === "三刻" ? 45 : 0;
  return numberOf(hour) * 60 + extra + (minute === undefined ? 0 : numberOf(minute));
}

function dueOf(spoken: Spoken, named: NamedDays, now: DeskTime, made: number, clock: DeskClock): number {
  const { part, time, suffix } = spoken;
  const isToday = named.last === now.day;
  if (time !== null && !/后/.test(suffix)) {
    const minutes = hourMeant(time, part, isToday ? now : null);
    const due = instantOf(clock, named.last, minutes * MINUTE);
    // nobody promises what is past: three o'clock, said at four without a day, is tomorrow's
    return due > made || named.said ? due : instantOf(clock, named.last + 1, minutes * MINUTE);
  }
  const end = partEnd(time !== null && part === null ? "晚上" : part, named.last, suffix, clock);
  return end > made || named.said ? end : partEnd(part, named.last + 1, suffix, clock);
}

/** 下午三点 is 15:00; a bare hour is the next one of that name today, and in office hours on other days. */
function hourMeant(time: number, part: string | null, today: DeskTime | null): number {
  if (time >= 13 * 60) return time;
  if (part !== null) {
    if (/下午|午后|傍晚|晚/.test(part)) return time < 12 * 60 ? time + 720 : time;
    return part === "中午" && time < 3 * 60 ? time + 720 : time;
  }
  if (today !== null) return time * MINUTE > today.inDay || time >= 720 ? time : time + 720;
  return time < 7 * 60 ? time + 720 : time;
}

/** When a part of the day is over. What people mean by it is wide: the promise is given the whole of it. */
function partEnd(part: string | null, day: number, suffix: string, clock: DeskClock): number {
  if (part === "下班") return closingOf(clock, day);
  if (part === "中午" && /前/.test(suffix)) return instantOf(clock, day, 12 * HOUR);
  const hours = part === null ? 24 : (PART_ENDS.find(([names]) => names.includes(part))?.[1] ?? 24);
  return hours === 24 ? instantOf(clock, day + 1, 0) : instantOf(clock, day, hours * HOUR);
}

const PART_ENDS: readonly (readonly [names: readonly string[], hour: number])[] = [
  [["凌晨"], 6],
  [["清早", "一早", "早上", "早晨", "上午", "午前", "上班", "一上班"], 12],
  [["中午"], 14],
  [["下午", "午后"], 18],
  [["傍晚"], 20],
];
