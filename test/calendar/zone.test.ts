import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { localParts, localTime } from "../../src/calendar/civil.js";
import { isoString, zone } from "../../src/calendar/zone.js";

/** Half hours of daylight saving (Lord Howe), a day left out (Apia), a fast of daylight saving (Casablanca), none (Kolkata). */
const IDS = [
  "Asia/Shanghai",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "UTC",
  "+08:00",
];
const anyId = fc.constantFrom(...IDS);
const seconds = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(to) / 1000 }).map((s) => s * 1000);
const anyMoment = seconds("1880-01-01T00:00Z", "2120-01-01T00:00Z");

/** Transitions of the zone, found by Temporal, so that the hours round them are tried as often as all the others. */
const nearTransition = fc
  .tuple(anyId, seconds("1985-01-01T00:00Z", "2075-01-01T00:00Z"), fc.integer({ min: -180, max: 180 }))
  .map(([id, from, minutes]) => {
    const at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id);
    const transition = at.getTimeZoneTransition("next") ?? at;
    return { id, instant: transition.epochMilliseconds + minutes * 60_000 };
  });
const anywhere = fc.record({ id: anyId, instant: anyMoment });

describe("zone", () => {
  test("instant → local is Temporal's, everywhere and near transitions", () => {
    fc.assert(
      fc.property(fc.oneof(anywhere, nearTransition), ({ id, instant }) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id);
        const { year, month, day, weekday, hour, minute, second } = localParts(zone(id).local(instant));
        expect({ year, month, day, weekday, hour, minute, second }).toEqual({
          year: expected.year,
          month: expected.month,
          day: expected.day,
          weekday: expected.dayOfWeek,
          hour: expected.hour,
          minute: expected.minute,
          second: expected.second,
        });
      }),
      { numRuns: 400 },
    );
  });

  test("local → instant is Temporal's “compatible”; gaps and overlaps are what Temporal rejects", () => {
    fc.assert(
      fc.property(fc.oneof(anywhere, nearTransition), ({ id, instant: local }) => {
        const plain = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1));
        const earlier = plain.toZonedDateTime(id, { disambiguation: "earlier" });
        const later = plain.toZonedDateTime(id, { disambiguation: "later" });
        const same = earlier.epochMilliseconds === later.epochMilliseconds;
        const kind = same ? "exact" : earlier.toPlainDateTime().equals(plain) ? "overlap" : "gap";
        expect(zone(id).instant(local)).toBe(plain.toZonedDateTime(id).epochMilliseconds);
        expect(zone(id).kind(local)).toBe(kind);
      }),
      { numRuns: 400 },
    );
  });

  test("there and back again", () => {
    fc.assert(
      fc.property(fc.oneof(anywhere, nearTransition), ({ id, instant }) => {
        const here = zone(id);
        const local = here.local(instant);
        if (here.kind(local) === "exact") expect(here.instant(local)).toBe(instant);
      }),
    );
  });

  test("the answer does not depend on what was asked before", () => {
    const local = localTime(2026, 11, 1, 1, 30);
    const before = zone("America/Denver").instant(local);
    for (let year = 1960; year < 2080; year++) zone("America/Denver").instant(localTime(year, 7, 1));
    expect(zone("America/Denver").instant(local)).toBe(before);
  });

  test.each([
    ["spring forward", [2026, 3, 8, 2, 30], "gap", "2026-03-08T03:30:00-04:00"],
    ["the minute before", [2026, 3, 8, 1, 59], "exact", "2026-03-08T01:59:00-05:00"],
    ["the minute after", [2026, 3, 8, 3, 0], "exact", "2026-03-08T03:00:00-04:00"],
    ["fall back", [2026, 11, 1, 1, 30], "overlap", "2026-11-01T01:30:00-04:00"],
    ["an hour later", [2026, 11, 1, 2, 0], "exact", "2026-11-01T02:00:00-05:00"],
  ] as const)("New York, %s", (_, [year, month, day, hour, minute], kind, iso) => {
    const newYork = zone("America/New_York");
    const local = localTime(year, month, day, hour, minute);
    expect(newYork.kind(local)).toBe(kind);
    expect(isoString(newYork, newYork.instant(local))).toBe(iso);
  });

  test("Shanghai kept daylight saving until 1991", () => {
    const shanghai = zone("Asia/Shanghai");
    expect(isoString(shanghai, shanghai.instant(localTime(1991, 6, 1)))).toBe("1991-06-01T00:00:00+09:00");
    expect(isoString(shanghai, shanghai.instant(localTime(2026, 6, 1)))).toBe("2026-06-01T00:00:00+08:00");
  });

  test("Apia never saw 30 December 2011", () => {
    const apia = zone("Pacific/Apia");
    expect(apia.kind(localTime(2011, 12, 30, 12))).toBe("gap");
    expect(apia.kind(localTime(2011, 12, 29, 23))).toBe("exact");
    expect(apia.kind(localTime(2011, 12, 31, 0))).toBe("exact");
  });

  test("what is not a moment stays none", () => {
    const shanghai = zone("Asia/Shanghai");
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -8.64e15, 8.64e15]) {
      expect(shanghai.local(value)).toBeNaN();
      expect(shanghai.instant(value)).toBeNaN();
    }
  });

  test("an unknown zone is the user's mistake, with an example", () => {
    expect(() => zone("Asia/Peking")).toThrow(
      expect.objectContaining({
        code: "timezone-unknown",
        args: { found: "Asia/Peking", example: "Asia/Shanghai" },
      }),
    );
  });
});

describe("isoString", () => {
  test("names the same instant as it was made from", () => {
    fc.assert(
      fc.property(anyId, anyMoment, fc.integer({ min: 0, max: 999 }), (id, moment, ms) => {
        const text = isoString(zone(id), moment + ms);
        expect(Temporal.Instant.from(text).epochMilliseconds).toBe(moment + ms);
      }),
    );
  });

  test("milliseconds, seconds of old offsets, and far years", () => {
    expect(isoString(zone("Asia/Kolkata"), 1)).toBe("1970-01-01T05:30:00.001+05:30");
    expect(isoString(zone("Asia/Shanghai"), Date.UTC(1880, 0, 1))).toBe("1880-01-01T08:05:43+08:05:43");
    expect(isoString(zone("UTC"), Date.UTC(12026, 0, 1))).toBe("+012026-01-01T00:00:00+00:00");
    expect(isoString(zone("UTC"), Date.UTC(-1, 0, 1))).toBe("-000001-01-01T00:00:00+00:00");
  });
});
