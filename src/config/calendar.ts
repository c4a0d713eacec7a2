import { chinaDays } from "../calendar/china.js";
import { parseHours } from "../calendar/hours.js";
import { withOwnDays } from "../calendar/workdays.js";
import { type CalendarDays, type WorkingCalendar, workingCalendar } from "../calendar/working-time.js";
import type { Zone } from "../calendar/zone.js";
import { UserError } from "../model/user-error.js";
import { pathOfText } from "../standard/unknown-names.js";
import { type Path, partOf, type Sourced } from "../standard/yaml-source.js";
import type { ConfigValues } from "./schema.js";

/** The desk's working hours and days off: the country's, with those the config adds. Mistakes go to `errors`. */
export function readCalendar(
  calendar: ConfigValues["calendar"],
  written: Sourced,
  zone: Zone,
  errors: UserError[],
): WorkingCalendar | null {
  if (calendar === undefined) return null;
  try {
    return workingCalendar(zone, parseHours(calendar.hours), daysOf(calendar));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isDate = error.code === "calendar-date";
    const key = isDate ? "calendar" : "calendar.hours";
    const offset = Number(error.args.offset ?? 0);
    const place = isDate
      ? written.place(pathOfDate(written, String(error.args.found)), "value")
      : written.place(["hours"], "value", offset);
    errors.push(new UserError(error.code, { key, found: "", ...error.args }, place));
    return null;
  }
}

/** Where a date is written; of one that is a holiday and a make-up day, the latter. */
function pathOfDate(written: Sourced, date: string): Path {
  const lists = ["make-up-days", "holidays", "coverage"].map((key) => {
    const path = pathOfText(partOf(written, key).value, date);
    return path === null ? [] : [key, ...path];
  });
  return lists.find((path) => path.length > 0) ?? [];
}

function daysOf(calendar: NonNullable<ConfigValues["calendar"]>): CalendarDays | null {
  const { country, coverage, holidays, "make-up-days": makeUpDays } = calendar;
  if (country !== undefined) {
    return withOwnDays(chinaDays(), {
      ...(coverage === undefined ? {} : { coverage }),
      ...(holidays === undefined ? {} : { holidays }),
      ...(makeUpDays === undefined ? {} : { makeUpDays }),
    });
  }
  if (holidays === undefined && makeUpDays === undefined) return null;
  const dates = [...(holidays ?? []), ...(makeUpDays ?? [])].toSorted();
  return {
    coverage: coverage ?? (dates.length === 0 ? NO_DAY : wholeYears(dates[0]!, dates.at(-1)!)),
    holidays: holidays ?? [],
    makeUpDays: makeUpDays ?? [],
  };
}

const NO_DAY = ["1970-01-01", "1970-01-01"] as const;

/** Lists of days off are published by the year. */
function wholeYears(first: string, last: string): readonly [string, string] {
  return [`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`];
}
