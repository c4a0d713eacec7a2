import { type DeskTime, dayOfDate, lastDayOfMonth } from "./desk-clock.js";
import { numberOf } from "./numerals.js";

/** The last day that a name of days speaks of, counted since 1970. */
export interface NamedDays {
  readonly last: number;
  /** A day was named at all; else it is the day on which it was said. */
  readonly said: boolean;
}

/**
 * The days that a name means when it is said on a day: 明天, 下周三, 15号, 3月5日, 本周, 月底. A weekday without 这 or 下 is the next
 * one, today included. null where the text names none. `before`: it is followed by 前, so that 下周之前 ends with this week.
 */
export function namedDays(name: string | null, now: DeskTime, before: boolean): NamedDays | null {
  if (name === null) return { last: now.day, said: false };
  const last = RELATIVE[name] ?? Number.NaN;
  if (!Number.isNaN(last)) return { last: now.day + last, said: true };
  const day = weekday(name, now) ?? wholeWeek(name, now, before) ?? dateOf(name, now);
  return day === null || Number.isNaN(day) ? null : { last: day, said: true };
}

const RELATIVE: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今儿: 0,
  当天: 0,
  当日: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  次日: 1,
  第二天: 1,
  隔天: 1,
  后天: 2,
  大后天: 3,
};

function weekday(name: string, now: DeskTime): number | null {
  const match = /^(这个?|本|下下个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天末])$/.exec(name);
  if (match === null) return null;
  const wanted = "一二三四五六日".indexOf(match[2]!.replace(/[天末]/, "日")) + 1;
  const monday = now.day - now.weekday + 1;
  const which = match[1] ?? "";
  if (which.startsWith("下下")) return monday + 14 + wanted - 1;
  if (which.startsWith("下")) return monday + 7 + wanted - 1;
  if (which !== "") return monday + wanted - 1;
  return now.day + ((wanted - now.weekday + 7) % 7);
}

function wholeWeek(name: string, now: DeskTime, before: boolean): number | null {
  const sunday = now.day - now.weekday + 7;
  if (name === "周末") return sunday;
  const match = /^(这个?|本|下个?)(?:周|星期|礼拜)$/.exec(name);
  if (match === null) return null;
  return match[1]!.startsWith("下") && !before ? sunday + 7 : sunday;
}

function dateOf(name: string, now: DeskTime): number | null {
  const { year, month, date } = now;
  if (name === "年底") return dayOfDate(year, 12, 31);
  if (/^下个?月初$/.test(name)) return dayOfDate(year, month + 1, 10);
  if (/月底$/.test(name)) return lastDayOfMonth(year, name.startsWith("下") ? month + 1 : month);
  const match = /^(?:(下个?月|这个?月|本月)|(.+)月)?(.+)[号日]$/.exec(name);
  if (match === null) return null;
  const [, relative, named, spoken = ""] = match;
  const wanted = numberOf(spoken);
  if (named !== undefined) {
    const inMonth = numberOf(named);
    return dayOfDate(inMonth < month - 6 ? year + 1 : year, inMonth, wanted);
  }
  if (relative !== undefined) return dayOfDate(year, relative.startsWith("下") ? month + 1 : month, wanted);
  return dayOfDate(year, wanted < date ? month + 1 : month, wanted);
}
