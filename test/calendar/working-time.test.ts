import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localTime } from "../../src/calendar/civil.js";
import { parseTarget } from "../../src/calendar/durations.js";
import { parseHours } from "../../src/calendar/hours.js";
import { type CalendarDays, workingCalendar } from "../../src/calendar/working-time.js";
import { isoString, type Zone, zone } from "../../src/calendar/zone.js";

const HOUR = 3_600_000;
const SHANGHAI = zone("Asia/Shanghai");
const NEW_YORK = zone("America/New_York");

/** Public holidays of 2026 that fall on weekdays, and the six make-up days, all of them Saturdays or Sundays. */
const CHINA_2026: CalendarDays = {
  coverage: ["2026-01-01", "2026-12-31"],
  holidays: [
    ...["2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
    ...["2026-02-23", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25"],
    ...["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
  ],
  makeUpDays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
};

function calendar(hours: string, days: CalendarDays | null = null, where: Zone = SHANGHAI) {
  const clock = workingCalendar(where, parseHours(hours), days);
  const at = (text: string): number => {
    const [year, month, day, hour, minute] = text.split(/\D/).map(Number);
    return where.instant(localTime(year!, month!, day!, hour!, minute!));
  };
  return {
    at,
    clock,
    hours: (from: string, to: string) => clock.elapsed(at(from), at(to)) / HOUR,
    due(from: string, target: string): string {
      const parsed = parseTarget(target);
      if (parsed.kind !== "working-time" && parsed.kind !== "working-days") throw new Error(target);
      const due = clock.due(at(from), parsed);
      return Number.isNaN(due) ? "never" : isoString(where, due).slice(0, 16);
    },
    covers: (from: string, to: string) => clock.covers(at(from), at(to)),
  };
}

describe("published examples (2026-03-02 is a Monday)", () => {
  test.each([
    ["airclou", "Mon-Fri 09:00-17:00", "2026-03-06T16:00", "4 working hours", "2026-03-09T12:00"],
    ["switchlabs", "Mon-Fri 09:00-17:00", "2026-03-05T15:00", "4 working hours", "2026-03-06T11:00"],
    ["switchlabs: starts", "Mon-Fri 09:00-17:00", "2026-03-04T18:00", "0 working hours", "2026-03-05T09:00"],
    [
      "nineminds, corrected",
      "Mon-Fri 08:00-17:00",
      "2026-03-06T16:00",
      "4 working hours",
      "2026-03-09T11:00",
    ],
    ["eesel, corrected", "Mon-Fri 09:00-17:00", "2026-03-06T17:00", "8 working hours", "2026-03-09T17:00"],
  ])("%s", (_, hours, start, target, due) => {
    expect(calendar(hours).due(start, target)).toBe(due);
  });
});

describe("elapsed", () => {
  const desk = calendar("Mon-Fri 09:00-12:00, 13:30-18:00");

  test.each([
    ["inside one shift", "2026-03-02T09:30", "2026-03-02T11:00", 1.5],
    ["over lunch", "2026-03-02T11:00", "2026-03-02T14:00", 1.5],
    ["over a night", "2026-03-02T17:00", "2026-03-03T10:00", 2],
    ["over a weekend", "2026-03-06T17:00", "2026-03-09T10:00", 2],
    ["a whole week", "2026-03-02T00:00", "2026-03-09T00:00", 37.5],
    ["asked and answered outside hours", "2026-03-02T19:00", "2026-03-02T22:00", 0],
    ["half-open: closing time is closed", "2026-03-02T12:00", "2026-03-02T13:30", 0],
    ["backwards", "2026-03-03T10:00", "2026-03-02T10:00", 0],
  ])("%s", (_, from, to, hours) => {
    expect(desk.hours(from, to)).toBe(hours);
  });

  test("is what a minute-by-minute count finds, across a change of the clocks", () => {
    const shifts = "Mon-Thu 08:00-12:00, 13:00-17:30; Fri 20:00-04:30; Sun 00:00-05:00";
    const clock = workingCalendar(NEW_YORK, parseHours(shifts), null);
    const isOpen = (minute: number): boolean => {
      // Independent of the module under test: the wall clock as Intl reads it.
      const [weekday, hour, min] = wallClock.format(minute).replace(",", "").split(/[\s:]/);
      const time = Number(hour) * 60 + Number(min);
      if (weekday === "Fri") return time >= 1200;
      if (weekday === "Sat") return time < 270;
      if (weekday === "Sun") return time < 300;
      return (time >= 480 && time < 720) || (time >= 780 && time < 1050);
    };
    const from = Date.parse("2026-03-05T00:00Z");
    const minutes = Array.from({ length: 7 * 1440 }, (_, index) => from + index * 60_000);
    const open = minutes.map(isOpen);
    const index = fc.integer({ min: 0, max: minutes.length - 1 });
    fc.assert(
      fc.property(index, index, (a, b) => {
        const counted = open.slice(Math.min(a, b), Math.max(a, b)).filter(Boolean).length;
        expect(clock.elapsed(minutes[Math.min(a, b)]!, minutes[Math.max(a, b)]!)).toBe(counted * 60_000);
      }),
    );
  });

  test("a shift by day keeps its hours when the clocks change, a shift by night does not", () => {
    const day = calendar("Mon-Sun 09:00-17:00", null, NEW_YORK);
    expect(day.hours("2026-03-08T00:00", "2026-03-09T00:00")).toBe(8);
    expect(day.hours("2026-11-01T00:00", "2026-11-02T00:00")).toBe(8);
    const night = calendar("Sat 22:00-06:00", null, NEW_YORK);
    expect(night.hours("2026-03-07T12:00", "2026-03-08T12:00")).toBe(7);
    expect(night.hours("2026-10-31T12:00", "2026-11-01T12:00")).toBe(9);
    const always = calendar("24/7", null, NEW_YORK);
    expect(always.hours("2026-03-08T00:00", "2026-03-09T00:00")).toBe(23);
    expect(always.hours("2026-11-01T00:00", "2026-11-02T00:00")).toBe(25);
  });
});

describe("due", () => {
  test("the target has run out exactly then, and not a moment before", () => {
    const clock = workingCalendar(NEW_YORK, parseHours("Mon-Fri 09:00-12:00, 13:30-18:00"), null);
    const start = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2026-12-31") });
    const ms = fc.integer({ min: 1, max: 100 * HOUR });
    fc.assert(
      fc.property(start, ms, (from, target) => {
        const due = clock.due(from, { kind: "working-time", ms: target });
        expect(clock.elapsed(from, due)).toBe(target);
        expect(clock.elapsed(from, due - 1)).toBe(target - 1);
      }),
    );
  });

  test.each([
    ["the day of the start does not count", "2026-03-02T10:00", "2 working days", "2026-03-04T18:00"],
    ["nor before opening", "2026-03-02T07:00", "1 working day", "2026-03-03T18:00"],
    ["a day of rest is no day", "2026-03-07T10:00", "1 working day", "2026-03-09T18:00"],
    ["after closing on Friday", "2026-03-06T19:00", "1 working day", "2026-03-09T18:00"],
    ["over a weekend", "2026-03-05T10:00", "2 working days", "2026-03-09T18:00"],
  ])("working days: %s", (_, start, target, due) => {
    expect(calendar("Mon-Fri 09:00-12:00, 13:30-18:00").due(start, target)).toBe(due);
  });

  test("a desk that never opens never answers", () => {
    const closed: CalendarDays = { coverage: ["1970-01-01", "2069-12-31"], holidays: [], makeUpDays: [] };
    const never = workingCalendar(SHANGHAI, { days: Array(7).fill([]), always: false }, closed);
    expect(never.due(0, { kind: "working-time", ms: 1 })).toBeNaN();
    expect(never.due(0, { kind: "working-time", ms: 0 })).toBeNaN();
    expect(never.due(0, { kind: "working-days", days: 1 })).toBeNaN();
    expect(never.elapsed(0, 1e12)).toBe(0);
  });
});

describe("holidays and make-up days", () => {
  const desk = calendar("Mon-Fri 09:00-18:00", CHINA_2026);

  test.each(CHINA_2026.makeUpDays.map((date) => [date]))("%s is worked", (date) => {
    const weekday = new Date(`${date}T00:00Z`).getUTCDay();
    expect([0, 6]).toContain(weekday);
    expect(desk.hours(`${date}T00:00`, `${date}T23:59`)).toBe(9);
    expect(calendar("Mon-Fri 09:00-18:00").hours(`${date}T00:00`, `${date}T23:59`)).toBe(0);
  });

  test.each(CHINA_2026.holidays.map((date) => [date]))("%s is not", (date) => {
    expect(desk.hours(`${date}T00:00`, `${date}T23:59`)).toBe(0);
  });

  test("Spring Festival: two working days from Friday 13 February end on 24 February", () => {
    // 14th made up (1), 15th to 23rd closed, 24th (2).
    expect(desk.due("2026-02-13T15:00", "2 working days")).toBe("2026-02-24T18:00");
    expect(desk.due("2026-02-13T17:00", "10 working hours")).toBe("2026-02-14T18:00");
  });

  test("make-up days keep the hours of a working day, not those of their weekday", () => {
    const shop = calendar("Tue-Fri 09:00-12:00, 13:30-18:00; Sat 10:00-14:00", CHINA_2026);
    expect(shop.hours("2026-02-14T00:00", "2026-02-14T23:59")).toBe(7.5);
    expect(shop.hours("2026-03-14T00:00", "2026-03-14T23:59")).toBe(4);
  });

  test("hours of one date win over holidays, make-up days and 24/7", () => {
    const days: CalendarDays = {
      ...CHINA_2026,
      overrides: { "2026-01-01": [{ open: 600, close: 720 }], "2026-02-14": [] },
    };
    const special = calendar("Mon-Fri 09:00-18:00", days);
    expect(special.hours("2026-01-01T00:00", "2026-01-01T23:59")).toBe(2);
    expect(special.hours("2026-02-14T00:00", "2026-02-14T23:59")).toBe(0);
    expect(calendar("24/7", days).hours("2026-01-01T00:00", "2026-01-02T00:00")).toBe(2);
  });

  test("24/7 is open on holidays", () => {
    expect(calendar("24/7", CHINA_2026).hours("2026-02-17T00:00", "2026-02-18T00:00")).toBe(24);
  });

  test("a night shift does not count twice where the next day was opened as well", () => {
    const days: CalendarDays = { ...CHINA_2026, overrides: { "2026-03-14": [{ open: 0, close: 480 }] } };
    const night = calendar("Fri 22:00-06:00", days);
    expect(night.hours("2026-03-13T12:00", "2026-03-14T12:00")).toBe(10);
  });
});

describe("coverage", () => {
  const desk = calendar("Mon-Fri 09:00-18:00", CHINA_2026);

  test.each([
    ["inside", "2026-01-01T00:00", "2026-12-31T23:59", true],
    ["beginning before", "2025-12-31T23:59", "2026-01-05T09:00", false],
    ["ending after", "2026-12-31T10:00", "2027-01-01T00:00", false],
  ])("%s", (_, from, to, covered) => {
    expect(desk.covers(from, to)).toBe(covered);
    expect(calendar("Mon-Fri 09:00-18:00").covers(from, to)).toBe(true);
  });

  test("outside it, weekly hours alone are counted", () => {
    expect(desk.hours("2027-01-01T00:00", "2027-01-02T00:00")).toBe(9);
  });

  test("moments that are not known, or centuries away, have no working time", () => {
    for (const [from, to] of [
      [Number.NaN, 0],
      [0, Number.NaN],
      [Date.UTC(1899, 0, 1), 0],
      [0, Date.UTC(2100, 0, 1)],
    ] as const) {
      expect(desk.clock.elapsed(from, to)).toBeNaN();
      expect(desk.clock.covers(from, to)).toBe(false);
    }
    expect(desk.clock.due(Number.NaN, { kind: "working-time", ms: 1 })).toBeNaN();
  });
});

test.each([
  ["no such date", { ...CHINA_2026, holidays: ["2026-02-30"] }, "2026-02-30"],
  ["no date at all", { ...CHINA_2026, coverage: ["2026", "2027"] as const }, "2026"],
  ["both closed and open", { ...CHINA_2026, makeUpDays: ["2026-01-01"] }, "2026-01-01"],
])("a calendar with %s is refused", (_, days, found) => {
  expect(() => workingCalendar(SHANGHAI, parseHours("Mon-Fri 9-18"), days)).toThrow(
    expect.objectContaining({ code: "calendar-date", args: { found, example: "2026-02-14" } }),
  );
});

const wallClock = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
