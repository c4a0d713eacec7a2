import { DAY } from "../../calendar/civil.js";
import type { Zone } from "../../calendar/zone.js";
import { BAD, type Cursor, isMissing, type ValueReader } from "./cell.js";
import { type DateOrder, dateTimeReader } from "./date-time.js";
import { readNumber } from "./numbers.js";
import { readTime } from "./time-of-day.js";

/** How a column writes moments. `serial` counts days since 1899-12-30 (Excel); `epoch` counts units since 1970 UTC. */
export type InstantFormat =
  | { readonly kind: "date-time"; readonly order: DateOrder }
  | { readonly kind: "epoch"; readonly unit: EpochUnit }
  | { readonly kind: "serial" };

export type EpochUnit = keyof typeof EPOCH_FACTORS;

const EPOCH_FACTORS = { s: 1000, ms: 1, us: 0.001 } as const;

/** Days between Excel's day 0 and 1970-01-01. */
const SERIAL_EPOCH = 25_569;

/**
 * What was odd about the local time read last: clocks sprang over it (`gap`), or showed it twice (`overlap`). Set by
 * readers, cleared by who has noted it.
 */
export interface ClockOddity {
  last: "exact" | "gap" | "overlap";
}

/** Cells to instants (ms since 1970 UTC). Local times are read on the clock of `zone`. */
export function instantReader(format: InstantFormat, zone: Zone, oddity?: ClockOddity): ValueReader {
  const toInstant = watched(zone, oddity);
  if (format.kind === "epoch") return scaled(EPOCH_FACTORS[format.unit], 0, (value) => value);
  if (format.kind === "serial") return scaled(DAY, -SERIAL_EPOCH * DAY, toInstant);
  const read = dateTimeReader(format.order);
  return (bytes, from, to) => {
    const at = read(bytes, from, to);
    if (Number.isNaN(at.local)) return nothing(bytes, from, to) ? Number.NaN : BAD;
    return Number.isNaN(at.offset) ? toInstant(at.local) : at.local - at.offset;
  };
}

/** A date in one column and the time of day in another, as a clock time or as a fraction of a day. */
export type JoinedReader = (
  bytes: Uint8Array,
  dateFrom: number,
  dateTo: number,
  timeFrom: number,
  timeTo: number,
) => number;

export function joinedInstantReader(format: InstantFormat, zone: Zone, oddity?: ClockOddity): JoinedReader {
  const onPaper: Zone = { ...zone, instant: (local) => local };
  const date = instantReader(format, onPaper);
  const toInstant = watched(zone, oddity);
  return (bytes, dateFrom, dateTo, timeFrom, timeTo) => {
    if (isMissing(bytes, dateFrom, dateTo) || isMissing(bytes, timeFrom, timeTo)) return Number.NaN;
    const day = date(bytes, dateFrom, dateTo);
    const time = timeOfDay(bytes, timeFrom, timeTo);
    if (Number.isNaN(day)) return Number.NaN;
    return day === BAD || time === BAD ? BAD : toInstant(Math.floor(day / DAY) * DAY + time);
  };
}

/** `9:12:58` or `0.384004`: milliseconds since midnight, BAD where it is neither. */
export function timeOfDay(bytes: Uint8Array, from: number, to: number): number {
  const cursor: Cursor = { at: from };
  const time = readTime(bytes, to, cursor);
  if (!Number.isNaN(time) && cursor.at === to) return time;
  const fraction = readNumber(bytes, from, to);
  return fraction >= 0 && fraction < 1 ? Math.round(fraction * 86_400) * 1000 : BAD;
}

function scaled(factor: number, shift: number, toInstant: (local: number) => number): ValueReader {
  return (bytes, from, to) => {
    const value = readNumber(bytes, from, to);
    return value === BAD || Number.isNaN(value) ? value : toInstant(Math.round(value * factor) + shift);
  };
}

function watched(zone: Zone, oddity: ClockOddity | undefined): (local: number) => number {
  if (oddity === undefined) return (local) => zone.instant(local);
  return (local) => {
    const kind = zone.kind(local);
    if (kind !== "exact") oddity.last = kind;
    return zone.instant(local);
  };
}

const ZERO = 0x30;
const NINE = 0x39;

/** An empty cell, or MySQL's zero date `0000-00-00 00:00:00`. */
function nothing(bytes: Uint8Array, from: number, to: number): boolean {
  if (isMissing(bytes, from, to)) return true;
  for (let at = from; at < to; at++) if (bytes[at]! > ZERO && bytes[at]! <= NINE) return false;
  return bytes[from] === ZERO && to - from >= 8;
}
