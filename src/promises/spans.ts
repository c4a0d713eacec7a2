import { DAY, HOUR, MINUTE } from "../calendar/civil.js";
import { type DeskClock, dayOfDate, deskTime } from "./desk-clock.js";
import type { Expression } from "./expression.js";
import { numberOf } from "./numerals.js";

const NUMBER = "(\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百]+|半)";
const RANGE = `(?:${NUMBER}(?:个|分钟|小时|天|)(?:到|至|-|~|—|–|或者?))?${NUMBER}`;
const UNITS = "工作日|分钟|分|刻钟|小时|钟头|钟|天|日|周|星期|礼拜|月";
/** `半小时后`, `24小时内`, `三到五个工作日`, `一个半小时之内`, `两天半`. */
const SPAN = new RegExp(
  `${RANGE}(?:个)?(半)?(?:的)?(${UNITS})(半)?(?:的?时间)?(之内|以内|内|里面|里|之后|以后|过后|后|左右|之前|以前|前)?`,
  "g",
);

/** Lengths of time from the moment they were said, each as the moment at which it is over. */
export function spans(text: string, made: number, clock: DeskClock): readonly Expression[] {
  return [...text.matchAll(SPAN)].flatMap((match): readonly Expression[] => {
    const [whole, , number = "", half, unit = "", halfUnit, suffix = ""] = match;
    const count = numberOf(number) + (half === undefined && halfUnit === undefined ? 0 : 0.5);
    // 3日之前 is a date, 三点半 and 五分 alone are times of day, 两天前 is past
    const isDate = (unit === "日" || unit === "月") && !/[内里]|后|工作/.test(suffix + unit);
    const isClock = /[点时:]$/.test(text.slice(0, match.index)) || (unit === "分" && suffix === "");
    const isOrdinal = /[第上下周每]$/.test(text.slice(0, match.index)) || unit === "钟";
    if (Number.isNaN(count) || isDate || isClock || isOrdinal || /前$/.test(suffix)) return [];
    const due = dueOf(count, unit, made, clock);
    const about = /后|左右/.test(suffix);
    return [{ from: match.index, to: match.index + whole.length, due, about }];
  });
}

function dueOf(count: number, unit: string, made: number, clock: DeskClock): number {
  if (unit === "工作日") {
    return clock.workdays().due(made, { kind: "working-days", days: Math.max(1, Math.ceil(count)) });
  }
  if (unit === "月") {
    const { year, month, date, inDay } = deskTime(clock, made);
    const day = dayOfDate(year, month + Math.ceil(count), Math.min(date, 28));
    return clock.zone.instant(day * DAY + inDay);
  }
  return made + Math.round(count * LENGTHS[unit]!);
}

const LENGTHS: Readonly<Record<string, number>> = {
  分钟: MINUTE,
  分: MINUTE,
  刻钟: 15 * MINUTE,
  小时: HOUR,
  钟头: HOUR,
  天: DAY,
  日: DAY,
  周: 7 * DAY,
  星期: 7 * DAY,
  礼拜: 7 * DAY,
};
