import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, localParts, localTime, parseDate, weekdayOf } from "../../src/calendar/civil.js";

const moment = fc.date({
  min: new Date("-005000-01-01"),
  max: new Date("+009999-12-31"),
  noInvalidDate: true,
});

describe("local time", () => {
  test("agrees with Date's UTC side, which keeps the same calendar, both ways", () => {
    fc.assert(
      fc.property(moment, (date) => {
        const parts = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          weekday: date.getUTCDay() || 7,
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          millisecond: date.getUTCMilliseconds(),
        };
        expect(localParts(date.getTime())).toEqual(parts);
        const { year, month, day, hour, minute, second, millisecond } = parts;
        expect(localTime(year, month, day, hour, minute, second, millisecond)).toBe(date.getTime());
      }),
    );
  });

  test("a date that is asked for twice is the same date", () => {
    const noon = Date.UTC(2024, 1, 29, 12);
    expect(localParts(noon)).toEqual(localParts(noon));
    expect(localParts(noon)).toMatchObject({ year: 2024, month: 2, day: 29, weekday: 4, hour: 12 });
  });

  test.each([
    ["30 February", [2026, 2, 30]],
    ["29 February of a common year", [2025, 2, 29]],
    ["29 February 1900", [1900, 2, 29]],
    ["31 April", [2026, 4, 31]],
    ["month 0", [2026, 0, 1]],
    ["month 13", [2026, 13, 1]],
    ["day 0", [2026, 1, 0]],
    ["24:00", [2026, 1, 1, 24]],
    ["minute 60", [2026, 1, 1, 0, 60]],
    ["second 60", [2026, 1, 1, 0, 0, 60]],
    ["not a number", [2026, Number.NaN, 1]],
  ] as const)("%s is on no clock", (_, parts) => {
    const [year, month, day, hour, minute, second] = parts;
    expect(localTime(year, month, day, hour, minute, second)).toBeNaN();
  });

  test("29 February 2000 is a day", () => {
    expect(localTime(2000, 2, 29)).toBe(Date.UTC(2000, 1, 29));
  });

  test("a moment that is not known has no parts", () => {
    expect(() => localParts(Number.NaN)).toThrow(RangeError);
    expect(() => localParts(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe("days", () => {
  test("weekdays, before 1970 too", () => {
    expect(weekdayOf(0)).toBe(4);
    expect(weekdayOf(3)).toBe(7);
    expect(weekdayOf(-4)).toBe(7);
    expect(weekdayOf(-3)).toBe(1);
  });

  test("dates as ISO writes them, and nothing else", () => {
    expect(parseDate("1970-01-02")).toBe(1);
    expect(parseDate("2026-02-14")).toBe(Date.UTC(2026, 1, 14) / DAY);
    for (const text of ["2026-2-14", "2026-02-30", "20260214", "2026-02-14T00:00", ""]) {
      expect(parseDate(text)).toBeNull();
    }
  });
});
