import { DAY, HOUR, localParts, localTime } from "../calendar/civil.js";
import type { WorkingCalendar } from "../calendar/working-time.js";
import type { Zone } from "../calendar/zone.js";

/** What a deadline in words is read against: the desk's clock on the wall, its working days and, where known, its hours. */
export interface DeskClock {
  readonly zone: Zone;
  readonly workdays: () => WorkingCalendar;
  /** Opening hours; null where none are configured. */
  readonly hours: WorkingCalendar | null;
}

/** A moment as the desk's clock shows it: days since 1970, and milliseconds since midnight. */
export interface DeskTime {
  readonly day: number;
  readonly inDay: number;
  /** ISO: 1 Monday – 7 Sunday. */
  readonly weekday: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

export function deskTime(clock: DeskClock, instant: number): DeskTime {
  const local = clock.zone.local(instant);
  const { weekday, year, month, day: date } = localParts(local);
  const day = Math.floor(local / DAY);
  return { day, inDay: local - day * DAY, weekday, year, month, date };
}

/** The instant at which the desk's clock shows `ms` after midnight of a day. */
export function instantOf(clock: DeskClock, day: number, ms: number): number {
  return clock.zone.instant(day * DAY + ms);
}

/** The number of a date; NaN where there is no such date. Months may run over: month 13 is January. */
export function dayOfDate(year: number, month: number, date: number): number {
  const over = Math.floor((month - 1) / 12);
  return localTime(year + over, month - over * 12, date) / DAY;
}

export function lastDayOfMonth(year: number, month: number): number {
  return dayOfDate(year, month + 1, 1) - 1;
}

/** When the desk closes on a day: by its hours where they are known and it opens that day, else at six. */
export function closingOf(clock: DeskClock, day: number): number {
  const six = instantOf(clock, day, 18 * HOUR);
  if (clock.hours === null) return six;
  const closing = clock.hours.due(instantOf(clock, day - 1, 12 * HOUR), { kind: "working-days", days: 1 });
  return closing < instantOf(clock, day + 1, 12 * HOUR) && closing > instantOf(clock, day, 0) ? closing : six;
}
