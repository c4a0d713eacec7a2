import { describe, expect, test } from "vitest";
import { chinaDays } from "../../src/calendar/china.js";
import { parseDate, weekdayOf } from "../../src/calendar/civil.js";
import { plainWorkdays, withOwnDays } from "../../src/calendar/workdays.js";
import { isoString, zone } from "../../src/calendar/zone.js";
import { parseInstant } from "../../src/standard/instant.js";

const china = chinaDays();
const shanghai = zone("Asia/Shanghai");
const at = (text: string) => parseInstant(text, shanghai)!;

test("2026 by the State Council's notice: six make-up days, all of them Saturdays or Sundays", () => {
  expect(china.makeUpDays.filter((date) => date.startsWith("2026"))).toEqual([
    "2026-01-04",
    "2026-02-14",
    "2026-02-28",
    "2026-05-09",
    "2026-09-20",
    "2026-10-10",
  ]);
  expect(china.holidays.filter((date) => date.startsWith("2026-02"))).toHaveLength(9);
});

describe("in every year", () => {
  test.each(Array.from({ length: 23 }, (_, step) => 2004 + step))("%i", (year) => {
    const holidays = china.holidays.filter((date) => date.startsWith(String(year)));
    const makeUp = china.makeUpDays.filter((date) => date.startsWith(String(year)));
    // The law gives 10 days (11 from 2008, 13 from 2025); with the weekends beside them more.
    expect(holidays.length).toBeGreaterThanOrEqual(year < 2008 ? 21 : 22);
    expect(holidays).toContain(`${year}-01-01`);
    expect(holidays).toContain(`${year}-05-01`);
    expect(holidays).toContain(`${year}-10-01`);
    expect(makeUp.every((date) => weekdayOf(parseDate(date)!) >= 6)).toBe(true);
    expect(makeUp.filter((date) => holidays.includes(date))).toEqual([]);
    expect(new Set(holidays).size).toBe(holidays.length);
  });
});

describe("two working days where no hours are configured", () => {
  const calendar = plainWorkdays(shanghai);
  test.each([
    // a Monday; the day itself does not count
    ["2026-03-02 10:00", "2026-03-05T00:00:00+08:00"],
    // a Friday before a plain weekend
    ["2026-03-06 10:00", "2026-03-11T00:00:00+08:00"],
    // the Friday before Spring Festival: Saturday the 14th is worked, then nothing until the 24th
    ["2026-02-13 10:00", "2026-02-25T00:00:00+08:00"],
    // Sunday 20 September is worked for the Mid-Autumn holiday
    ["2026-09-18 10:00", "2026-09-22T00:00:00+08:00"],
  ])("from %s: until %s", (start, due) => {
    expect(isoString(shanghai, calendar.due(at(start), { kind: "working-days", days: 2 }))).toBe(due);
  });

  test("says where its dates end", () => {
    expect(calendar.covers(at("2026-12-30"), at("2026-12-31 23:59"))).toBe(true);
    expect(calendar.covers(at("2026-12-30"), at("2027-01-04"))).toBe(false);
    expect(calendar.covers(at("2003-12-31"), at("2004-01-04"))).toBe(false);
  });

  test("covers no date outside China", () => {
    const elsewhere = plainWorkdays(zone("Europe/Berlin"));
    expect(elsewhere.covers(at("2026-03-02"), at("2026-03-03"))).toBe(false);
    const due = elsewhere.due(at("2026-10-01 12:00"), { kind: "working-days", days: 1 });
    expect(isoString(zone("Europe/Berlin"), due)).toBe("2026-10-03T00:00:00+02:00");
  });
});

test("a desk adds days of its own, and what it says of a date counts", () => {
  const days = withOwnDays(china, { holidays: ["2026-05-09", "2027-01-01"], makeUpDays: ["2026-05-05"] });
  expect(days.holidays).toContain("2026-05-09");
  expect(days.makeUpDays).not.toContain("2026-05-09");
  expect(days.holidays).not.toContain("2026-05-05");
  expect(days.makeUpDays).toContain("2026-05-05");
  expect(days.coverage).toEqual(["2004-01-01", "2027-12-31"]);
});
