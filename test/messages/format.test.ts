import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatBytes,
  formatDate,
  formatDuration,
  formatInstant,
  formatNumber,
  formatPercent,
  formatScore,
  formatScores,
  formatShares,
  inUnits,
} from "../../src/messages/index.js";

test.each([
  [0, 0, "0"],
  [999, 0, "999"],
  [1_000, 0, "1,000"],
  [-1_234_567.891, 2, "-1,234,567.89"],
  [0.5, 1, "0.5"],
  [-0.0001, 2, "0.00"],
])("number %d with %d digits is %s", (value, digits, text) => {
  expect(formatNumber(value, digits)).toBe(text);
});

test.each([
  [0, "0%"],
  [1, "100%"],
  [0.8133, "81.3%"],
  [0.5, "50.0%"],
  [0.9999, ">99.9%"],
  [0.0001, "<0.1%"],
  [0.9994, "99.9%"],
])("share %d is %s", (share, text) => {
  expect(formatPercent(share, "zh-CN")).toBe(text);
  expect(formatPercent(share, "en")).toBe(text);
});

test("what is not there is said, never a number", () => {
  expect(formatPercent(null, "zh-CN")).toBe("无数据");
  expect(formatPercent(null, "en")).toBe("n/a");
  expect(formatScore(null, "en")).toBe("n/a");
  expect(formatDuration(null, "zh-CN")).toBe("无数据");
  expect(formatShares(null)).toBe("");
});

test("scores", () => {
  expect(formatScore(84.96, "en")).toBe("85.0");
  expect(formatScore(84.96, "en", 2)).toBe("84.96");
  expect(formatScore(99.96, "en")).toBe(">99.9");
  expect(formatScore(99.96, "en", 2)).toBe("99.96");
  expect(formatScore(100, "en", 2)).toBe("100");
  expect(formatScores([83.8, 86.14])).toBe("83.8–86.1");
  expect(formatShares([0.2553, 0.3662])).toBe("25.5–36.6%");
});

test.each([
  [0, "0 秒", "0 s"],
  [9, "9 秒", "9 s"],
  [14.25, "14.3 秒", "14.3 s"],
  [59.94, "59.9 秒", "59.9 s"],
  [59.97, "1 分", "1 min"],
  [75, "1 分 15 秒", "1 min 15 s"],
  [3_599.6, "1 小时", "1 h"],
  [3_725, "1 小时 2 分", "1 h 2 min"],
  [86_399, "1 天", "1 d"],
  [93_600, "1 天 2 小时", "1 d 2 h"],
  [-75, "-1 分 15 秒", "-1 min 15 s"],
])("%d seconds", (seconds, zh, en) => {
  expect(formatDuration(seconds, "zh-CN")).toBe(zh);
  expect(formatDuration(seconds, "en")).toBe(en);
});

test("a duration is off by no more than its smallest unit shows", () => {
  const units: Record<string, number> = { d: 86_400, h: 3600, min: 60, s: 1 };
  fc.assert(
    fc.property(fc.double({ min: 0, max: 5_000_000, noNaN: true }), (seconds) => {
      const parts = [...formatDuration(seconds, "en").matchAll(/([\d.,]+) (d|h|min|s)/g)];
      const read = parts.reduce(
        (sum, [, count, unit]) => sum + Number(count!.replace(",", "")) * units[unit!]!,
        0,
      );
      const slack = seconds < 60 ? 0.06 : seconds < 3_600 ? 0.6 : seconds < 86_400 ? 31 : 1_801;
      expect(Math.abs(read - seconds)).toBeLessThanOrEqual(slack);
    }),
  );
});

test("instants keep their own clock", () => {
  expect(formatInstant("2026-03-02T09:15:07+08:00", "zh-CN")).toBe("2026年3月2日 09:15");
  expect(formatInstant("2026-03-02T09:15:07+08:00", "en")).toBe("2 Mar 2026 09:15");
  expect(formatInstant("2026-12-31T23:59:59Z", "en", "no-year")).toBe("31 Dec 23:59");
  expect(formatDate("2026-12-31", "zh-CN", "no-year")).toBe("12月31日");
  expect(formatInstant("yesterday", "en")).toBe("yesterday");
});

test.each([
  ["≤ 15 s (3 × 5 s)", "≤ 15 秒 (3 × 5 秒)"],
  ["≥ 80% (≤ 20 s, F6)", "≥ 80% (≤ 20 秒, F6)"],
  ["8 min 20 s", "8 分 20 秒"],
  ["> 24 h", "> 24 小时"],
  ["3 d 2 h", "3 天 2 小时"],
  ["≤ 1 working day", "≤ 1 个工作日"],
  ["≤ 2 working days", "≤ 2 个工作日"],
  ["≤ 8 working hours", "≤ 8 个工作小时"],
  ["160–300 chars/min", "160–300 字/分"],
  ["4 rings", "4 声"],
  ["≥ 95%", "≥ 95%"],
  ["2 seats", "2 seats"],
])("neutral quantities in the reader's units: %s", (neutral, zh) => {
  expect(inUnits(neutral, "zh-CN")).toBe(zh);
  expect(inUnits(neutral, "en")).toBe(neutral);
});

test("bytes", () => {
  expect([999, 1_000, 48_213, 1_840_922, 3.2e9].map(formatBytes)).toEqual([
    "999 B",
    "1.0 kB",
    "48.2 kB",
    "1.8 MB",
    "3.2 GB",
  ]);
});
