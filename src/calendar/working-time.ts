import { UserError } from "../model/user-error.js";
import { DAY, parseDate, weekdayOf } from "./civil.js";
import type { Target } from "./durations.js";
import type { Shift, WeeklyHours } from "./hours.js";
import { openings } from "./openings.js";
import type { Zone } from "./zone.js";

/** Public holidays and make-up working days (调休) of a country. Dates are `YYYY-MM-DD`, local. */
export interface CalendarDays {
  /** First and last date that the lists speak of. Outside it, "not listed" says nothing. */
  readonly coverage: readonly [from: string, to: string];
  readonly holidays: readonly string[];
  /** Days of rest that are worked instead: they keep the hours of the week's first open day. */
  readonly makeUpDays: readonly string[];
  /** Dates with hours of their own: they win over everything. An empty list is a closed day. */
  readonly overrides?: Readonly<Record<string, readonly Shift[]>>;
}

/** Instants and durations are milliseconds. NaN for moments outside 1970–2069, and where the time never comes. */
export interface WorkingCalendar {
  /** Open time between two instants; 0 where the second is not later. A shift is counted on the day it begins. */
  elapsed(start: number, end: number): number;
  /**
   * The last moment at which a target that began at `start` is still met (`reply ≤ due`).
   *
   * Working time: a start outside opening hours moves to the next opening, then the target runs while the desk is open.
   * Working days: the day of the start does not count, and the last one ends when the desk closes (Civil Code of
   * China, articles 201 and 203). A working day is one on which the desk opens.
   */
  due(start: number, target: Extract<Target, { kind: "working-time" | "working-days" }>): number;
  /** Whether the lists of holidays speak of the whole interval. Where they do not, weekly hours alone were counted. */
  covers(start: number, end: number): boolean;
}

/**
 * A clock that runs in opening hours only: weekly hours − holidays + make-up days + overrides, half-open [open, close),
 * counted in instants, so that a night shift over a change of the clocks has the hours that it really had.
 *
 * `days` null: no calendar of holidays is kept, and every day is covered.
 *
 * @throws UserError `calendar-date` for a date that is none or is listed both as a holiday and as a make-up day
 */
export function workingCalendar(zone: Zone, hours: WeeklyHours, days: CalendarDays | null): WorkingCalendar {
  const table = openings(zone, schedule(hours, days));
  const first = days ? zone.instant(dayOf(days.coverage[0]) * DAY) : table.from;
  const last = days ? zone.instant((dayOf(days.coverage[1]) + 1) * DAY) : table.to;
  const known = (instant: number): boolean => instant >= table.from && instant < table.to;

  return {
    elapsed(start, end) {
      if (!known(start) || !known(end)) return Number.NaN;
      return Math.max(0, table.workedUntil(end) - table.workedUntil(start));
    },
    due(start, target) {
      if (!known(start)) return Number.NaN;
      if (target.kind === "working-time") return table.after(start, target.ms);
      return table.closing(Math.floor(zone.local(start) / DAY), target.days);
    },
    covers: (start, end) => Math.min(start, end) >= first && Math.max(start, end) < last,
  };
}

/** The shifts of a day, by day number, with holidays, make-up days and overrides applied. */
function schedule(hours: WeeklyHours, days: CalendarDays | null): (day: number) => readonly Shift[] {
  const special = new Map<number, readonly Shift[]>();
  if (days && !hours.always) {
    const workday = hours.days.find((shifts) => shifts.length > 0) ?? [];
    for (const date of days.holidays) special.set(dayOf(date), []);
    for (const date of days.makeUpDays) {
      if (special.has(dayOf(date))) throw badDate(date);
      special.set(dayOf(date), workday);
    }
  }
  for (const [date, shifts] of Object.entries(days?.overrides ?? {})) special.set(dayOf(date), shifts);
  return (day) => special.get(day) ?? hours.days[weekdayOf(day) - 1]!;
}

function dayOf(date: string): number {
  const day = parseDate(date);
  if (day === null) throw badDate(date);
  return day;
}

function badDate(date: string): UserError {
  return new UserError("calendar-date", { found: date, example: "2026-02-14" });
}
