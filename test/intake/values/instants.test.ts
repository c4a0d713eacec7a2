import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zone } from "../../../src/calendar/zone.js";
import { BAD } from "../../../src/intake/values/cell.js";
import {
  allowsOrder,
  areBareDates,
  areTimesOfDay,
  detectInstant,
} from "../../../src/intake/values/detect.js";
import {
  type ClockOddity,
  type InstantFormat,
  instantReader,
  joinedInstantReader,
} from "../../../src/intake/values/instants.js";

const bytes = (text: string) => Buffer.from(text);
const UTC = zone("UTC");

function read(text: string, format: InstantFormat, at = UTC): number {
  const cell = bytes(text);
  return instantReader(format, at)(cell, 0, cell.length);
}

const order = (name: "YMD" | "DMY" | "MDY" | "named"): InstantFormat => ({ kind: "date-time", order: name });
const utc = (...parts: [number, number, number, number?, number?, number?, number?]) => {
  const [year, month, day, ...time] = parts;
  return Date.UTC(year, month - 1, day, ...time);
};

describe("every way in which vendors write a moment", () => {
  test.each<[string, string, InstantFormat, number]>([
    ["Five9", "Fri, 21 Aug 2026 09:00:06", order("named"), utc(2026, 8, 21, 9, 0, 6)],
    ["UCCX", "Mon Sep 02 09:00:00 2019", order("named"), utc(2019, 9, 2, 9)],
    ["Twitter", "Tue Oct 31 22:10:47 +0000 2017", order("named"), utc(2017, 10, 31, 22, 10, 47)],
    ["Twitter, elsewhere", "Tue Oct 31 22:10:47 +0800 2017", order("named"), utc(2017, 10, 31, 14, 10, 47)],
    ["D-Mon-YY", "1-Jan-21", order("named"), utc(2021, 1, 1)],
    ["D-Mon-YY with a time", "02-SEP-2019 9:00 PM", order("named"), utc(2019, 9, 2, 21)],
    ["RFC 5322", "Fri, 21 Aug 2026 09:00:06 GMT", order("named"), utc(2026, 8, 21, 9, 0, 6)],
    ["American, in words", "August 21, 2026 9:00 AM", order("named"), utc(2026, 8, 21, 9)],
    ["Aircall", "2025-12-04 07:57:14", order("YMD"), utc(2025, 12, 4, 7, 57, 14)],
    ["Aircall, UTC column", "2025-12-04 12:57:14.083", order("YMD"), utc(2025, 12, 4, 12, 57, 14, 83)],
    ["Genesys", "6/23/25 07:00 AM", order("MDY"), utc(2025, 6, 23, 7)],
    ["Genesys at noon", "6/23/25 12:15 PM", order("MDY"), utc(2025, 6, 23, 12, 15)],
    ["Genesys at midnight", "6/24/25 12:01 AM", order("MDY"), utc(2025, 6, 24, 0, 1)],
    ["Amazon", "2026-03-02T01:00:00Z", order("YMD"), utc(2026, 3, 2, 1)],
    ["Twilio", "2026-03-02T01:00:00.000Z", order("YMD"), utc(2026, 3, 2, 1)],
    ["RingCentral", "2016-06-06T18:26:52.000Z", order("YMD"), utc(2016, 6, 6, 18, 26, 52)],
    ["FreePBX", "1/9/2017 16:33:01", order("DMY"), utc(2017, 9, 1, 16, 33, 1)],
    ["a German spreadsheet", "31.01.2021 09:12", order("DMY"), utc(2021, 1, 31, 9, 12)],
    ["a Czech spreadsheet", "31. 1. 2021", order("DMY"), utc(2021, 1, 31)],
    ["the bank of 1999", "990201", order("YMD"), utc(1999, 2, 1)],
    ["digits alone", "20210131 091258", order("YMD"), utc(2021, 1, 31, 9, 12, 58)],
    ["fourteen digits", "20210131091258", order("YMD"), utc(2021, 1, 31, 9, 12, 58)],
    ["3CX", "2026-09-22T22:01:05", order("YMD"), utc(2026, 9, 22, 22, 1, 5)],
    ["Zendesk", "2026-03-02 09:00:00 +0000", order("YMD"), utc(2026, 3, 2, 9)],
    ["with an offset", "2026-03-02T09:00:00+05:30", order("YMD"), utc(2026, 3, 2, 3, 30)],
    ["ending in UTC", "2026-03-02 09:00:00 UTC", order("YMD"), utc(2026, 3, 2, 9)],
    ["Yeastar", "03/02/2026 09:00:00", order("MDY"), utc(2026, 3, 2, 9)],
    ["中文", "2026年3月2日 下午3:05", order("YMD"), utc(2026, 3, 2, 15, 5)],
    ["中文，时分秒", "2026年03月02日15时05分30秒", order("YMD"), utc(2026, 3, 2, 15, 5, 30)],
    ["中文，上午十二点", "2026/3/2 上午12:05:00", order("YMD"), utc(2026, 3, 2, 0, 5)],
    ["中文，斜线", "2026/3/2 9:05", order("YMD"), utc(2026, 3, 2, 9, 5)],
    ["the end of a day", "2026-03-02 24:00:00", order("YMD"), utc(2026, 3, 3)],
    ["天润", "1772413200", { kind: "epoch", unit: "s" }, utc(2026, 3, 2, 1)],
    ["阿里云", "1772413200000", { kind: "epoch", unit: "ms" }, utc(2026, 3, 2, 1)],
    ["epoch with a fraction", "1772413200.5", { kind: "epoch", unit: "s" }, utc(2026, 3, 2, 1, 0, 0, 500)],
    ["a spreadsheet's serial", "44197.38400462962963", { kind: "serial" }, utc(2021, 1, 1, 9, 12, 58)],
    ["a spreadsheet's date", "44197", { kind: "serial" }, utc(2021, 1, 1)],
  ])("%s: %s", (_, text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  test.each([
    ["2026-02-30 09:00:00", order("YMD")],
    ["2026-13-01", order("YMD")],
    ["2026-03-02 25:00:00", order("YMD")],
    ["2026-03-02 09:60:00", order("YMD")],
    ["31/04/2026", order("DMY")],
    ["Fri, 21 Foo 2026 09:00:06", order("named")],
    ["31 Feb 2026", order("named")],
    ["yesterday", order("YMD")],
    ["2026-03-02 09:00:00 trailing", order("YMD")],
    ["12:00", order("YMD")],
  ] as const)("%s is no moment", (text, format) => {
    expect(read(text, format)).toBe(BAD);
  });

  test.each([
    "",
    "-",
    "NULL",
    "\\N",
    "nan",
    "[None]",
    "[No associated user]",
    "NO_SERVER",
    "0000-00-00 00:00:00",
    "#N/A",
    "无",
  ])("%j is none", (text) => {
    expect(read(text, order("YMD"))).toBeNaN();
  });
});

describe("a column shows how it is written", () => {
  const detect = (...cells: string[]) => detectInstant(cells.map(bytes));

  test.each<[string, readonly string[], InstantFormat | "ambiguous" | null]>([
    ["a day above 12 tells", ["1/9/2017 16:33:01", "23/9/2017 08:00:00"], order("DMY")],
    ["a month's place above 12 tells", ["6/23/25 07:00 AM", "6/1/25 07:00 AM"], order("MDY")],
    ["no cell tells", ["1/9/2017", "2/9/2017"], "ambiguous"],
    ["dots are day first", ["01.02.2021", "03.04.2021"], order("DMY")],
    ["years of two digits in front that are no days", ["99-02-01", "99-02-02"], order("YMD")],
    ["names of months", ["1-Jan-21", "2-Feb-21"], order("named")],
    ["seconds since 1970, with 0 for never", ["0", "1772413200"], { kind: "epoch", unit: "s" }],
    ["milliseconds since 1970", ["1772413200000"], { kind: "epoch", unit: "ms" }],
    ["microseconds since 1970", ["1772413200000000"], { kind: "epoch", unit: "us" }],
    ["serials", ["44197.384", "44198"], { kind: "serial" }],
    ["numbers that are none of these", ["12", "300"], null],
    ["a few broken cells do not matter", ["2026-03-02", "2026-03-03", "??"], order("YMD")],
    ["mostly broken is no column of moments", ["2026-03-02", "a", "b"], null],
    ["nothing", ["", "-"], null],
  ])("%s", (_, cells, expected) => {
    expect(detect(...cells)).toEqual(expected);
  });

  test("one cell rules an order out, an empty one none", () => {
    expect([allowsOrder("DMY", bytes("6/23/25")), allowsOrder("MDY", bytes("6/23/25"))]).toEqual([
      false,
      true,
    ]);
    expect([allowsOrder("DMY", bytes("")), allowsOrder("MDY", bytes("-"))]).toEqual([true, true]);
  });

  test("dates and times of day apart", () => {
    expect(areBareDates([bytes("2026-03-02"), bytes("")], order("YMD"))).toBe(true);
    expect(areBareDates([bytes("2026-03-02 00:00:00")], order("YMD"))).toBe(false);
    expect(areTimesOfDay([bytes("9:00"), bytes("0.384")])).toBe(true);
    expect(areTimesOfDay([bytes("9:00"), bytes("25:00")])).toBe(false);
  });
});

describe("a date in one column and a time in another", () => {
  const joined = (date: string, time: string, format: InstantFormat) => {
    const cell = bytes(date + time);
    return joinedInstantReader(format, UTC)(cell, 0, date.length, date.length, cell.length);
  };
  test("as a clock time or as a fraction of a day", () => {
    const expected = utc(2021, 1, 1, 9, 12, 58);
    expect(joined("1-Jan-21", "9:12:58", order("named"))).toBe(expected);
    expect(joined("01.01.2021", "0.38400462962963", order("DMY"))).toBe(expected);
    expect(joined("44197", "9:12:58 AM", { kind: "serial" })).toBe(expected);
  });
  test("either missing is none, either broken is broken", () => {
    expect(joined("", "9:00", order("YMD"))).toBeNaN();
    expect(joined("2026-03-02", "", order("YMD"))).toBeNaN();
    expect(joined("2026-03-02", "99:00", order("YMD"))).toBe(BAD);
    expect(joined("2026-03-99", "9:00", order("YMD"))).toBe(BAD);
  });
});

describe("the zone of a column", () => {
  const newYork = zone("America/New_York");

  test("local times are read on its clock, those with an offset are not", () => {
    expect(read("2026-08-21 09:00:06", order("YMD"), newYork)).toBe(utc(2026, 8, 21, 13, 0, 6));
    expect(read("2026-08-21 09:00:06Z", order("YMD"), newYork)).toBe(utc(2026, 8, 21, 9, 0, 6));
    expect(read("1772413200", { kind: "epoch", unit: "s" }, newYork)).toBe(utc(2026, 3, 2, 1));
    expect(read("44197", { kind: "serial" }, newYork)).toBe(utc(2021, 1, 1, 5));
  });

  test.each([
    ["2026-03-08 02:30:00", "gap"],
    ["2026-11-01 01:30:00", "overlap"],
    ["2026-11-01 03:30:00", "exact"],
    ["2026-11-01 01:30:00Z", "exact"],
  ])("a clock that is set says so: %s is %s", (text, kind) => {
    const oddity: ClockOddity = { last: "exact" };
    const cell = bytes(text);
    instantReader(order("YMD"), newYork, oddity)(cell, 0, cell.length);
    expect(oddity.last).toBe(kind);
  });
});

/** The years whose last two digits name them (POSIX: 1969–2068). */
const moment = fc.date({ min: new Date("1970-01-01"), max: new Date("2068-12-31"), noInvalidDate: true });
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => String(value).padStart(2, "0");

test("what is written in any of the ways is read back", () => {
  fc.assert(
    fc.property(moment, (date) => {
      const at = Math.floor(date.getTime() / 1000) * 1000;
      const d = new Date(at);
      const [y, mo, day] = [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()];
      const [h, mi, s] = [d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds()];
      const time = `${two(h)}:${two(mi)}:${two(s)}`;
      const half = `${h % 12 === 0 ? 12 : h % 12}:${two(mi)}:${two(s)} ${h < 12 ? "AM" : "PM"}`;
      expect(read(d.toISOString(), order("YMD"))).toBe(at);
      expect(read(`${y}/${mo}/${day} ${time}`, order("YMD"))).toBe(at);
      expect(
        read(`${y}年${mo}月${day}日 ${h < 12 ? "上午" : "下午"}${half.slice(0, -3)}`, order("YMD")),
      ).toBe(at);
      expect(read(`${day}/${mo}/${y} ${time}`, order("DMY"))).toBe(at);
      expect(read(`${mo}/${day}/${two(y % 100)} ${half}`, order("MDY"))).toBe(at);
      expect(read(`${day}-${MONTHS[mo - 1]}-${y} ${time}`, order("named"))).toBe(at);
      expect(read(d.toUTCString(), order("named"))).toBe(at);
      expect(read(String(at / 1000), { kind: "epoch", unit: "s" })).toBe(at);
      expect(Math.abs(read(String(at / 86_400_000 + 25_569), { kind: "serial" }) - at)).toBeLessThanOrEqual(
        1,
      );
    }),
  );
});
