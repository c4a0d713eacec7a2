import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, formatTarget, parseTarget, type Target } from "../../src/calendar/durations.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const time = (ms: number): Target => ({ kind: "time", ms });
const working = (ms: number): Target => ({ kind: "working-time", ms });
const days = (days: number): Target => ({ kind: "working-days", days });
const rings = (rings: number): Target => ({ kind: "rings", rings });

describe("parseTarget", () => {
  test.each<[string, Target]>([
    ["20s", time(20 * SECOND)],
    ["20 s", time(20 * SECOND)],
    ["20 Seconds", time(20 * SECOND)],
    ["500ms", time(500)],
    ["1.5 h", time(90 * MINUTE)],
    ["5min", time(5 * MINUTE)],
    ["5m", time(5 * MINUTE)],
    ["24h", time(24 * HOUR)],
    ["2 days", time(48 * HOUR)],
    ["1h30min", time(90 * MINUTE)],
    ["1 h 30 min 5 s", time(90 * MINUTE + 5 * SECOND)],
    ["0s", time(0)],
    [" 20s ", time(20 * SECOND)],
    ["20秒", time(20 * SECOND)],
    ["２０秒", time(20 * SECOND)],
    ["5分钟", time(5 * MINUTE)],
    ["2分30秒", time(150 * SECOND)],
    ["24小时", time(24 * HOUR)],
    ["24 个小时", time(24 * HOUR)],
    ["3天", time(72 * HOUR)],
    ["3 rings", rings(3)],
    ["1 ring", rings(1)],
    ["3声", rings(3)],
    ["3响", rings(3)],
    ["2 working days", days(2)],
    ["1 business day", days(1)],
    ["2个工作日", days(2)],
    ["2 工作日", days(2)],
    ["8 working hours", working(8 * HOUR)],
    ["8 business  hours", working(8 * HOUR)],
    ["1 working hour 30 working minutes", working(90 * MINUTE)],
    ["8个工作小时", working(8 * HOUR)],
    ["30工作分钟", working(30 * MINUTE)],
  ])("%s", (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string | number, string]>([
    ["20", "20s"],
    [20, "20s"],
    [1.5, "1.5s"],
    [" ２０ ", "20s"],
  ])("%j has no unit", (value, example) => {
    expect(() => parseTarget(value)).toThrow(
      expect.objectContaining({ code: "target-without-unit", args: { value: String(value), example } }),
    );
    expect(() => parseTarget(example)).not.toThrow();
  });

  test.each<[string | number, number]>([
    ["", 0],
    ["soon", 0],
    ["20 lightyears", 3],
    ["5 min 20", 6],
    ["5 min 20 x", 9],
    ["-5s", 0],
    ["s", 0],
    ["1.5 rings", 0],
    ["0 rings", 0],
    ["0.5 working days", 0],
    ["2 working days 3 h", 15],
    ["1 h 3 rings", 4],
    ["2 working days 3 working days", 15],
    ["99999999999999999 h", 0],
    ["24小时内", 2],
    [Number.NaN, 0],
  ])("%j is refused at offset %i, with a valid example", (value, offset) => {
    const args = { found: String(value), offset, example: "20s" };
    expect(() => parseTarget(value)).toThrow(
      expect.objectContaining({ code: "target-not-understood", args }),
    );
    expect(parseTarget(args.example)).toEqual(time(20 * SECOND));
  });
});

describe("formatDuration", () => {
  test.each([
    [0, "0 s"],
    [250, "0.25 s"],
    [15_000, "15 s"],
    [15_400, "15.4 s"],
    [75_000, "1 min 15 s"],
    [300_001, "5 min 0.001 s"],
    [3_600_000, "1 h"],
    [86_400_000, "24 h"],
    [172_800_000, "48 h"],
    [259_200_000, "3 d"],
    [266_405_000, "3 d 2 h 5 s"],
    [-75_000, "-1 min 15 s"],
    [0.4, "0 s"],
    [-0.4, "0 s"],
    [Number.NaN, "n/a"],
    [Number.POSITIVE_INFINITY, "n/a"],
  ])("%f ms is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

test("a target that is written out is read back as it was", () => {
  const ms = fc.integer({ min: 0, max: 1e12 });
  const count = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(fc.oneof(ms.map(time), ms.map(working), count.map(days), count.map(rings)), (target) => {
      expect(parseTarget(formatTarget(target))).toEqual(target);
    }),
  );
});
