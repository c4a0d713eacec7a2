import { UserError } from "../model/user-error.js";
import { EXAMPLE, notUnderstood, type Token, tokenise, WEEK } from "./hours-tokens.js";

/** One opening, in minutes since midnight of the day it begins on: 0 ≤ open < 1440, open < close ≤ open + 1440. */
export interface Shift {
  readonly open: number;
  /** Above 1440 where the shift ends on the next day. */
  readonly close: number;
}

export interface WeeklyHours {
  /** Shifts by weekday, Monday first, each in order of opening. Seven entries. */
  readonly days: readonly (readonly Shift[])[];
  /** "24/7" was written: open on public holidays too, whatever the calendar says. */
  readonly always: boolean;
}

/**
 * Reads weekly opening hours: `Mon-Fri 09:00-12:00, 13:30-18:00; Sat 10:00-14:00`, `周一至周五 9:00-18:00`,
 * `Mon-Sun 20:00-04:00` (past midnight), `24/7`. Parts are separated by `;` or a new line, and add up; a part
 * without a day is for every day. Days may be lists and ranges, in English (full, three or two letters) or Chinese.
 *
 * @throws UserError `hours-not-understood` (with `expected`: `day`, `time`, `to` or `end`), `hours-empty` (opening and
 * closing at the same time), `hours-overlap`; each with the 0-based `offset`, what was `found` there and an `example`.
 */
export function parseHours(text: string): WeeklyHours {
  const tokens = tokenise(text);
  if (tokens.length === 2 && tokens[0]!.type === "always")
    return { days: WEEK.map(() => ALL_DAY), always: true };
  const shifts: PlacedShift[] = [];
  let next = 0;
  while (next < tokens.length - 1) {
    next = readPart(text, tokens, next, shifts);
    if (tokens[next]!.type === "part") next++;
  }
  if (shifts.length === 0) throw notUnderstood(text, tokens[0]!, "day");
  refuseOverlaps(text, shifts);
  const byOpening = shifts.toSorted((a, b) => a.open - b.open);
  const days = WEEK.map((day) =>
    byOpening.filter((s) => s.day === day).map(({ open, close }) => ({ open, close })),
  );
  return { days, always: false };
}

interface PlacedShift extends Shift {
  readonly day: number;
  readonly at: number;
}

const ALL_DAY: readonly Shift[] = [{ open: 0, close: 1440 }];

/** Reads `days times` from the token at `next`; the index of the token after it. */
function readPart(text: string, tokens: readonly Token[], start: number, shifts: PlacedShift[]): number {
  let next = start;
  const at = (index: number): Token => tokens[Math.min(index, tokens.length - 1)]!;
  const days = new Set<number>();
  while (at(next).type === "day") {
    const first = at(next);
    const isRange = at(next + 1).type === "to";
    if (isRange && !at(next + 2).type.endsWith("day")) throw notUnderstood(text, at(next + 2), "day");
    const last = isRange ? at(next + 2) : first;
    if (isRange && first.values.length + last.values.length > 2)
      throw notUnderstood(text, at(next + 1), "time");
    for (const day of isRange ? daysBetween(first.values[0]!, last.values[0]!) : first.values) days.add(day);
    next += isRange ? 3 : 1;
    if (at(next).type === "and" && at(next + 1).type === "day") next++;
  }
  if (at(next).type !== "time") throw notUnderstood(text, at(next), days.size === 0 ? "day" : "time");
  while (at(next).type === "time") {
    if (at(next + 1).type !== "to") throw notUnderstood(text, at(next + 1), "to");
    if (at(next + 2).type !== "time") throw notUnderstood(text, at(next + 2), "time");
    const shift = shiftBetween(text, at(next), at(next + 2));
    for (const day of days.size === 0 ? WEEK : days) shifts.push({ ...shift, day, at: at(next).at });
    next += 3;
    if (at(next).type === "and" && at(next + 1).type === "time") next++;
  }
  if (at(next).type !== "part" && at(next).type !== "end") throw notUnderstood(text, at(next), "end");
  return next;
}

/** Weekdays from one to another, over the week's end where need be: Fri-Mon is four days. */
function daysBetween(first: number, last: number): readonly number[] {
  const count = ((last - first + 7) % 7) + 1;
  return WEEK.slice(0, count).map((step) => (first + step) % 7);
}

function shiftBetween(text: string, from: Token, to: Token): Shift {
  const open = from.values[0]!;
  const close = to.values[0]!;
  if (open === 1440) throw notUnderstood(text, from, "time");
  if (open === close) {
    const found = text.slice(from.at, to.at + to.text.length);
    throw new UserError("hours-empty", { text, offset: from.at, found, example: "00:00-24:00" });
  }
  return { open, close: close > open ? close : close + 1440 };
}

/** Two shifts at one moment: the text says two things of one day, and neither is known to be meant. */
function refuseOverlaps(text: string, shifts: readonly PlacedShift[]): void {
  const inWeek = shifts
    .map((s) => ({ ...s, from: s.day * 1440 + s.open, to: s.day * 1440 + s.close }))
    .toSorted((a, b) => a.from - b.from);
  for (const [index, shift] of inWeek.entries()) {
    const following = inWeek[index + 1] ?? { ...inWeek[0]!, from: inWeek[0]!.from + 7 * 1440 };
    if (shift.to <= following.from) continue;
    const later = shift.at > following.at ? shift : following;
    const found = text
      .slice(later.at)
      .split(/[,，;；\n]/)[0]!
      .trim();
    throw new UserError("hours-overlap", { text, offset: later.at, found, example: EXAMPLE });
  }
}
