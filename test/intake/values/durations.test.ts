import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unitOfHeader } from "../../../src/intake/recognise/headers.js";
import { BAD } from "../../../src/intake/values/cell.js";
import { type DurationUnit, durationReader } from "../../../src/intake/values/durations.js";
import { readNumber } from "../../../src/intake/values/numbers.js";

function read(text: string, unit: DurationUnit = "s"): number {
  const cell = Buffer.from(text);
  return durationReader(unit)(cell, 0, cell.length);
}

describe("every way in which vendors write a duration, in milliseconds", () => {
  test.each<[string, string, DurationUnit, number]>([
    ["Five9", "00:00:46", "s", 46_000],
    ["Five9, queue wait", "00:00:00.235", "s", 235],
    ["Aircall, seconds", "217", "s", 217_000],
    ["Aircall, clock, in the same export", "00:03:37", "s", 217_000],
    ["Genesys, milliseconds", "221500", "ms", 221_500],
    ["a clock is a clock, whatever the unit", "00:03:37", "ms", 217_000],
    ["Zendesk, minutes", "95", "min", 5_700_000],
    ["Zendesk, minutes with thousands", "1,500", "min", 90_000_000],
    ["Freshdesk, hours that are a clock", "01:35:20", "h", 5_720_000],
    ["hours and minutes", "1:35", "h", 5_700_000],
    ["minutes and seconds", "1:35", "s", 95_000],
    ["hours as a number", "1.5", "h", 5_400_000],
    ["a spreadsheet's 2 min 23 s", "12:02:23 AM", "s", 143_000],
    ["a spreadsheet's 1 h 2 min 3 s", "1:02:03 AM", "s", 3_723_000],
    ["a spreadsheet's 13 h", "1:00:00 PM", "s", 46_800_000],
    ["a fraction of a day", "0.00165509", "d", 143_000],
    ["a small fraction of a day", "1.157E-05", "d", 1000],
    ["UCCX, a moment of day 0", "1899-12-31 00:03:18", "s", 198_000],
    ["day 0 of another spreadsheet", "1899-12-30T00:00:05Z", "s", 5000],
    ["day 0 in American", "12/31/1899 00:01:23", "s", 83_000],
    ["a day more", "1900-01-01 01:00:00", "s", 90_000_000],
    ["ISO 8601", "PT1M30S", "s", 90_000],
    ["ISO 8601 with a day", "P1DT2H", "s", 93_600_000],
    ["in words", "1h 02m 3s", "s", 3_723_000],
    ["in longer words", "2 minutes, 5 seconds", "s", 125_000],
    ["in signs", "2'05\"", "s", 125_000],
    ["中文", "1小时2分3秒", "s", 3_723_000],
    ["中文，只有秒", "45秒", "s", 45_000],
    ["中文，分钟", "3分钟", "s", 180_000],
    ["中文，天", "1天2小时", "s", 93_600_000],
    ["中文，毫秒", "350毫秒", "s", 350],
    ["more than a day on the clock", "26:00:00", "s", 93_600_000],
    ["negative", "-5", "s", -5000],
    ["negative on the clock", "-0:01:00", "s", -60_000],
    ["zero on the clock", "0:00:00", "s", 0],
  ])("%s: %s", (_, text, unit, expected) => {
    expect(Math.abs(read(text, unit) - expected)).toBeLessThanOrEqual(unit === "d" ? 1000 : 0);
  });

  test.each(["", "-", "nan", "NULL", "[None]", "N/A", "无"])("%j is none", (text) => {
    expect(read(text)).toBeNaN();
  });

  test.each(["abc", "1:60", "1:02:99", "1:2:3:4", "12:00:00 XM", "5 apples", "3秒2分", "::"])(
    "%j cannot be read",
    (text) => {
      expect(read(text)).toBe(BAD);
    },
  );

  test("what is written on the clock, in seconds or in words is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 * 3_600_000 }), (ms) => {
        const [h, m, s] = [
          Math.floor(ms / 3_600_000),
          Math.floor(ms / 60_000) % 60,
          Math.floor(ms / 1000) % 60,
        ];
        const fraction = String(ms % 1000).padStart(3, "0");
        const clock = [h, m, s].map((part) => String(part).padStart(2, "0")).join(":");
        expect(read(`${clock}.${fraction}`)).toBe(ms);
        expect(read(String(ms), "ms")).toBe(ms);
        expect(read(`${Math.floor(ms / 1000)}.${fraction}`)).toBe(ms);
        expect(read(`${h}小时${m}分${s}秒`)).toBe(ms - (ms % 1000));
        expect(read(`PT${h}H${m}M${s}.${fraction}S`)).toBe(ms);
      }),
    );
  });
});

test.each<[string, DurationUnit | null]>([
  ["排队时长(秒)", "s"],
  ["排队时长（秒）", "s"],
  ["等待时间（分钟）", "min"],
  ["First reply time in minutes", "min"],
  ["First reply time (in minutes)", "min"],
  ["First reply time (min)", "min"],
  ["First response time (in hrs)", "h"],
  ["First response time (seconds)", "s"],
  ["Speed of answer in seconds", "s"],
  ["BeginOffsetMillis", "ms"],
  ["talk_ms", "ms"],
  ["振铃毫秒", "ms"],
  ["处理时长（小时）", "h"],
  ["Talk Time", null],
  ["Items", null],
  ["通话时长", null],
])("the unit that a header names: %s → %s", (header, unit) => {
  expect(unitOfHeader(header)).toBe(unit);
});

describe("plain numbers", () => {
  const number = (text: string) => {
    const cell = Buffer.from(text);
    return readNumber(cell, 0, cell.length);
  };
  test.each([
    ["12", 12],
    ["-3.5", -3.5],
    ["+7", 7],
    [".5", 0.5],
    ["5.", 5],
    ["1.2E-05", 0.000012],
    ["1,234", 1234],
    ["1,234,567.5", 1_234_567.5],
    ["1'234.5", 1234.5],
    ["1 234", 1234],
    ["1\u202f234", 1234],
    ["1\u00a0234\u00a0567", 1_234_567],
    ["123456789012345678", Number("123456789012345678")],
  ])("%s", (text, expected) => {
    expect(number(text)).toBe(expected);
  });
  test.each(["1,23", "12,34,567", "1.2.3", "1,234'567", "twelve", "."])("%s is none", (text) => {
    expect(number(text)).toBe(BAD);
  });
  test("the fast path is what Number says", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.nat({ max: 14 }), (digits, point) => {
        const text = String(digits);
        const at = Math.max(0, text.length - point);
        const decimal =
          point === 0 ? text : `${text.slice(0, at) || "0"}.${text.slice(at).padStart(point, "0")}`;
        expect(number(decimal)).toBe(Number(decimal));
      }),
    );
  });
});
