import { formatDuration, formatTarget, type Target } from "../calendar/durations.js";
import type { WorkingCalendar } from "../calendar/working-time.js";
import type { Contact } from "../model/contact.js";
import { UserError } from "../model/user-error.js";
import { cadenceOf, type Reading, type RingCountry, ringLimit } from "./rings.js";
import type { TimeSource } from "./times.js";

export interface LimitOptions {
  readonly within?: Target | undefined;
  /** ms: a shorter time does not meet the limit either. */
  readonly "at-least"?: number | undefined;
  readonly rings?: number | undefined;
  readonly country?: RingCountry | undefined;
  readonly cadence?: { readonly on: number; readonly off: number } | undefined;
  readonly reading: Reading;
  readonly clock: "calendar" | "working";
}

/** What a clock rule holds a time to, and how it reads the time for that. */
export interface ClockLimit {
  /** `≤ 15 s (3 × 5 s)` */
  readonly text: string;
  /** The longest time that meets it, ms; null where that differs from contact to contact (whole working days). */
  readonly limit: number | null;
  /** Whether this source can be held against the limit at all: a count of rings only against rings. */
  takes(source: TimeSource): boolean;
  /** Whether the calendar knows the days that the time ran over. */
  covers(source: TimeSource, contact: Contact): boolean;
  /** The time on the clock that counts, in ms, or the count; NaN where it cannot be told. */
  amount(source: TimeSource, contact: Contact): number;
  met(source: TimeSource, contact: Contact): boolean;
  /** The last instant at which what began at `start` is in time. */
  due(start: number): number;
  /** The amount in words that need no translation. */
  show(source: TimeSource, contact: Contact): string;
  /** What is known of something that is overdue and still open: `> 24 h`. */
  readonly more: string;
  readonly expected: (source: TimeSource) => string;
}

/**
 * @param workdays what counts whole working days where no working hours are configured
 * @throws UserError `calendar-missing` where working time is asked for and no working hours are configured
 */
export function clockLimit(
  options: LimitOptions,
  calendar: WorkingCalendar | null,
  workdays: () => WorkingCalendar,
): ClockLimit {
  const rings = options.rings ?? (options.within?.kind === "rings" ? options.within.rings : null);
  if (rings !== null) return ringClock(rings, options);
  const within = options.within!;
  if (within.kind === "working-days") return workingClock(within, workdays());
  if (within.kind === "working-time") return workingClock(within, calendar);
  if (within.kind === "time" && options.clock === "working") {
    return workingClock({ kind: "working-time", ms: within.ms }, calendar);
  }
  return wallClock(within.kind === "time" ? within.ms : 0, formatTarget(within), options["at-least"] ?? 0);
}

function wallClock(limit: number, text: string, least = 0): ClockLimit {
  const bounds = least === 0 ? `≤ ${text}` : `${formatDuration(least)} – ${text}`;
  return {
    text: bounds,
    limit,
    takes: (source) => !source.counts,
    covers: () => true,
    amount: (source, contact) => source.value(contact),
    met: (source, contact) => source.value(contact) <= limit && source.value(contact) >= least,
    due: (start) => start + limit,
    show: (source, contact) => formatDuration(source.value(contact)),
    more: `> ${text}`,
    expected: () => bounds,
  };
}

function ringClock(rings: number, { country, cadence, reading }: LimitOptions): ClockLimit {
  const ring = cadence === undefined ? cadenceOf(country!) : [cadence.on, cadence.off];
  const { limit, text } = ringLimit(rings, ring, reading);
  const wall = wallClock(limit, formatDuration(limit));
  return {
    ...wall,
    text,
    takes: () => true,
    met: (source, contact) => source.value(contact) <= (source.counts ? rings : limit),
    show: (source, contact) => (source.counts ? String(source.value(contact)) : wall.show(source, contact)),
    expected: (source) => (source.counts ? `≤ ${rings}` : text),
  };
}

function workingClock(
  target: Extract<Target, { kind: "working-time" | "working-days" }>,
  calendar: WorkingCalendar | null,
): ClockLimit {
  if (calendar === null) throw new UserError("calendar-missing", { target: formatTarget(target) });
  const text = formatTarget(target);
  // A reply before its question, and a moment for which the calendar knows no end, are no times to judge.
  const amount = (source: TimeSource, contact: Contact) =>
    Number.isNaN(source.value(contact)) || Number.isNaN(calendar.due(source.from(contact), target))
      ? Number.NaN
      : calendar.elapsed(source.from(contact), source.to(contact));
  return {
    text: `≤ ${text}`,
    limit: target.kind === "working-time" ? target.ms : null,
    takes: (source) => !source.counts,
    covers: (source, contact) => calendar.covers(source.from(contact), source.to(contact)),
    amount,
    met: (source, contact) => source.to(contact) <= calendar.due(source.from(contact), target),
    due: (start) => calendar.due(start, target),
    show: (source, contact) => formatTarget({ kind: "working-time", ms: amount(source, contact) }),
    more: `> ${text}`,
    expected: () => `≤ ${text}`,
  };
}
