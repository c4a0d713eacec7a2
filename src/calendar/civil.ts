export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** A day of the calendar on paper: local times know nothing of daylight saving. */
export const DAY = 86_400_000;

/** 1970-01-01 to 2069-12-31: the days, by number since 1970, that tables are kept for. */
export const TABLE_DAYS = 36_525;

/** What a clock and a calendar on the wall show. */
export interface LocalParts {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
  /** ISO 8601: 1 Monday – 7 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/**
 * A **local time**: what a wall clock shows, as milliseconds since 1970-01-01T00:00 on that same clock. It becomes an
 * instant only with a zone (`Zone.instant`).
 *
 * Returns NaN where the date or the time of day does not exist on any clock (30 February, 24:00, second 60).
 */
export function localTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const dateExists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  const within = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (!dateExists || !within || !(millisecond >= 0 && millisecond < 1000)) return Number.NaN;
  return dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000 + millisecond;
}

/**
 * The parts of a local time within 200,000 years of 1970, by the Gregorian calendar throughout.
 *
 * @throws RangeError for NaN and beyond: a moment that is not known has no parts.
 */
export function localParts(local: number): LocalParts {
  const number = Math.floor(local / DAY);
  if (!(Math.abs(number) < 73_000_000)) throw new RangeError(`no such local time: ${local}`);
  // Whole numbers of 32 bits from here on: V8 divides those several times faster.
  const inDay = (local - number * DAY) | 0;
  const seconds = (inDay / 1000) | 0;
  const minutes = (seconds / 60) | 0;
  const hour = (minutes / 60) | 0;
  const date = dateOf(number | 0);
  return {
    year: date >> 9,
    month: (date >> 5) & 15,
    day: date & 31,
    weekday: weekdayOf(number | 0),
    hour,
    minute: minutes - hour * 60,
    second: seconds - minutes * 60,
    millisecond: inDay - seconds * 1000,
  };
}

/** ISO weekday (1 Monday – 7 Sunday) of a day number; day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** The day number (days since 1970-01-01) of a date written `YYYY-MM-DD`; null where the text is no such date. */
export function parseDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const local = localTime(Number(match[1]), Number(match[2]), Number(match[3]));
  return Number.isNaN(local) ? null : local / DAY;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

// Both conversions are Howard Hinnant's `days_from_civil` and `civil_from_days` (chrono-Compatible Low-Level Date
// Algorithms): years begin in March, so that the leap day is the last of the year, and 400 years are 146,097 days.

function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = (y - era * 400) | 0;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Dates by day number, filled as they are asked for: a look-up costs a fraction of the arithmetic. */
const DATES = new Int32Array(TABLE_DAYS);

function dateOf(number: number): number {
  const known = number >= 0 ? (DATES[number] ?? 0) : 0;
  if (known !== 0) return known;
  const date = civilDate(number);
  DATES[number] = date; // Without effect where the array has no such index.
  return date;
}

/** Year, month and day packed in one number: year × 512 + month × 32 + day. */
function civilDate(number: number): number {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = (z - era * 146_097) | 0;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = (dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))) | 0;
  const shifted = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 512 + month * 32 + day;
}
