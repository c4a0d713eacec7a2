import { Temporal } from "temporal-polyfill";
import { UserError } from "../model/user-error.js";
import { DAY, HOUR, localParts, TABLE_DAYS } from "./civil.js";

/** What a wall clock's reading means: one instant, none (clocks sprang over it), or two (clocks were set back). */
type LocalKind = "exact" | "gap" | "overlap";

/**
 * An IANA zone. All times are milliseconds: instants since 1970-01-01T00:00Z, local times since 1970-01-01T00:00 on
 * the zone's own clock (`localTime` of civil.ts). NaN in, NaN out; so is anything more than 250,000 years from 1970.
 */
export interface Zone {
  readonly id: string;
  /** How far the zone's clock is ahead of UTC at an instant. */
  offset(instant: number): number;
  /** What the zone's clock shows at an instant. */
  local(instant: number): number;
  /**
   * When the zone's clock shows a local time. In an overlap the earlier of the two instants, in a gap the instant
   * reached by the clock that was not yet set forward: Temporal's and RFC 5545's "compatible".
   */
  instant(local: number): number;
  /** Whether that instant was the only one possible, for the ledger. */
  kind(local: number): LocalKind;
}

/**
 * The zone with this IANA id or offset ("Asia/Shanghai", "+08:00").
 *
 * A conversion costs a division and a look-up: offsets are kept by day, for 1970–2069, in two tables that are filled a
 * whole stretch between two transitions at a time. Only days within 26 hours of a transition, and years outside the
 * tables, walk the list of stretches.
 *
 * @throws UserError `timezone-unknown`
 */
export function zone(id: string): Zone {
  const known = zones.get(id);
  if (known) return known;
  const made = makeZone(id);
  zones.set(id, made);
  return made;
}

/** `2026-03-01T09:00:00+08:00`: the local time and its offset, with milliseconds where there are any. */
export function isoString(zone: Zone, instant: number): string {
  const offset = zone.offset(instant);
  const parts = localParts(instant + offset);
  const date = `${isoYear(parts.year)}-${two(parts.month)}-${two(parts.day)}`;
  const time = `${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}`;
  const fraction = parts.millisecond === 0 ? "" : `.${String(parts.millisecond).padStart(3, "0")}`;
  return `${date}T${time}${fraction}${isoOffset(offset)}`;
}

/** A stretch of time in which the zone's offset does not change: from ≤ t < to. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const zones = new Map<string, Zone>();

const UNKNOWN = 0x7fff_ffff;
/** No zone was ever further from UTC (Manila −15:56 before 1844), and a clock can jump a whole day (Apia, 2011). */
const REACH = 26 * HOUR;
/** Short of the furthest instant of Temporal (8.64e15), so that a step to either side of it stays within. */
const FURTHEST = 8e15;

function makeZone(id: string): Zone {
  checkId(id);
  const stretches: Stretch[] = [];
  const byInstant = new Int32Array(TABLE_DAYS).fill(UNKNOWN);
  const byLocal = new Int32Array(TABLE_DAYS).fill(UNKNOWN);

  function stretchAt(instant: number): Stretch {
    const known = stretches.find((s) => s.from <= instant && instant < s.to);
    if (known) return known;
    const found = findStretch(id, instant);
    stretches.push(found);
    byInstant.fill(found.offset, ...wholeDays(found.from, found.to));
    // A day of the wall clock is settled only if no clock before or after this stretch can have shown it as well.
    byLocal.fill(found.offset, ...wholeDays(found.from + REACH, found.to - REACH));
    return found;
  }

  function resolve(local: number): { instant: number; kind: LocalKind } {
    let stretch = stretchAt(local - REACH);
    let before = stretch;
    const instants: number[] = [];
    for (;;) {
      const instant = local - stretch.offset;
      if (stretch.from <= instant && instant < stretch.to) instants.push(instant);
      if (stretch.to + stretch.offset <= local) before = stretch;
      if (stretch.to > local + REACH) break;
      stretch = stretchAt(stretch.to);
    }
    const first = instants[0];
    if (first === undefined) return { instant: local - before.offset, kind: "gap" };
    return { instant: first, kind: instants.length === 1 ? "exact" : "overlap" };
  }

  function offset(instant: number): number {
    const day = Math.floor(instant / DAY);
    const known = day >= 0 && day < TABLE_DAYS ? byInstant[day]! : UNKNOWN;
    if (known !== UNKNOWN) return known;
    return Math.abs(instant) <= FURTHEST ? stretchAt(instant).offset : Number.NaN;
  }

  function settled(local: number): number {
    const day = Math.floor(local / DAY);
    return day >= 0 && day < TABLE_DAYS ? byLocal[day]! : UNKNOWN;
  }

  return {
    id,
    offset,
    local: (instant) => instant + offset(instant),
    instant(local) {
      const known = settled(local);
      if (known !== UNKNOWN) return local - known;
      return Math.abs(local) <= FURTHEST ? resolve(local).instant : Number.NaN;
    },
    kind(local) {
      if (settled(local) !== UNKNOWN || !(Math.abs(local) <= FURTHEST)) return "exact";
      return resolve(local).kind;
    },
  };
}

function findStretch(id: string, instant: number): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(id);
  // "previous" is strictly before, and this instant may itself be the transition.
  const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const next = at.getTimeZoneTransition("next");
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: at.offsetNanoseconds / 1e6,
  };
}

function checkId(id: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
  } catch {
    throw new UserError("timezone-unknown", { found: id, example: "Asia/Shanghai" });
  }
}

/** The table's days that lie wholly between two moments, as the arguments of `fill`. */
function wholeDays(from: number, to: number): [start: number, end: number] {
  const start = Math.min(Math.max(Math.ceil(from / DAY), 0), TABLE_DAYS);
  return [start, Math.min(Math.max(Math.floor(to / DAY), start), TABLE_DAYS)];
}

function isoYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, "0");
  return `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`;
}

/** `+08:00`; with seconds where a zone's local mean time of old had them. */
function isoOffset(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return `${offset < 0 ? "-" : "+"}${text}${seconds % 60 === 0 ? "" : `:${two(seconds % 60)}`}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
