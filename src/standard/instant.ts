import { localTime } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";

/**
 * A moment as a person writes it in a config: `2026-03-02`, `2026-03-02 09:00`, `2026-03-02T09:00:03.250`, with `Z` or an
 * offset `+08:00`, else on the zone's clock. A date alone is its midnight. Milliseconds since 1970; null where the text
 * is no such moment.
 */
export function parseInstant(text: string, zone: Zone): number | null {
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? 0 : Number(part)));
  const fraction = Math.round(Number(`0.${match[7] ?? "0"}`) * 1000);
  const local = localTime(year, month, day, hour, minute, second, fraction);
  if (Number.isNaN(local)) return null;
  const offset = match[8];
  if (offset === undefined) return zone.instant(local);
  return local - offsetOf(offset);
}

const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

function offsetOf(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}
