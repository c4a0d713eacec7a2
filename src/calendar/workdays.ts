import { chinaDays } from "./china.js";
import { WEEK } from "./hours-tokens.js";
import { type CalendarDays, type WorkingCalendar, workingCalendar } from "./working-time.js";
import type { Zone } from "./zone.js";

/**
 * The calendar that counts working days where no opening hours are configured: Monday to Friday, each from midnight to
 * midnight, less the public holidays of the zone's country. Only China's are known; elsewhere no date is covered, which
 * verdicts say (`outside-calendar`).
 */
export function plainWorkdays(zone: Zone): WorkingCalendar {
  const days = WEEK.map((day) => (day < 5 ? [{ open: 0, close: 1440 }] : []));
  return workingCalendar(zone, { days, always: false }, IN_CHINA.includes(zone.id) ? chinaDays() : NO_DAYS);
}

/** A country's days off with those that a desk adds or changes: a date that both list is what the desk says it is. */
export function withOwnDays(country: CalendarDays, own: Partial<CalendarDays>): CalendarDays {
  const holidays = own.holidays ?? [];
  const makeUpDays = own.makeUpDays ?? [];
  const [from, to] = country.coverage;
  const last = [to, ...holidays, ...makeUpDays].toSorted().at(-1)!;
  return {
    coverage: own.coverage ?? [from, last > to ? `${last.slice(0, 4)}-12-31` : to],
    holidays: [...country.holidays.filter((date) => !makeUpDays.includes(date)), ...holidays],
    makeUpDays: [...country.makeUpDays.filter((date) => !holidays.includes(date)), ...makeUpDays],
  };
}

const IN_CHINA = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin", "PRC"];
const NO_DAYS: CalendarDays = { coverage: ["1970-01-01", "1970-01-01"], holidays: [], makeUpDays: [] };
