import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import type { Finding } from "../../src/model/result.js";
import { collect } from "../../src/reports/content/collect.js";
import { excerptOf } from "../../src/reports/content/excerpt.js";
import { ruler } from "../../src/reports/measure.js";
import { excerptLine } from "../../src/reports/terminal/excerpt.js";
import { sampleFindings } from "./sample-findings.js";

const said = sampleFindings().find((finding) => finding.quote === "我处理不了")!;

function spoken(text: string, quote: string | null): Finding {
  return { ...said, quote, context: [{ turn: 3, speaker: "customer", text }] };
}

test("the quoted words are found in their sentence", () => {
  expect(excerptOf(said, "zh-CN")).toEqual({
    speaker: "坐席",
    before: "您好，这个",
    mark: "我处理不了",
    after: "，您再等等看吧。",
  });
  expect(excerptOf(spoken("好的好的", "好的"), "en")).toEqual({
    speaker: "customer",
    before: "",
    mark: "好的",
    after: "好的",
  });
});

test("words that their sentence does not hold, or that come without one, stand alone", () => {
  expect(excerptOf(spoken("别的话", "好的"), "zh-CN")).toEqual({
    speaker: "客户",
    before: "",
    mark: "好的",
    after: "",
  });
  expect(excerptOf({ ...said, context: [] }, "zh-CN")).toEqual({
    speaker: null,
    before: "",
    mark: "我处理不了",
    after: "",
  });
  expect(excerptOf(spoken("别的话", null), "zh-CN")).toBeNull();
});

test("a cell of any length yields a short excerpt, and no character is torn", () => {
  const long = "😀".repeat(10_000);
  const excerpt = excerptOf(spoken(`${long}好的x${long}`, "好的"), "zh-CN")!;
  expect(excerpt.before.length + excerpt.after.length).toBeLessThan(700);
  expect(excerpt.before).toMatch(/^…(?:😀)+$/u);
  expect(excerpt.after).toMatch(/^x(?:😀)+…$/u);
});

test("on one line, the marked words stay in view", () => {
  const words = fc.string({ unit: fc.constantFrom("字", "a", "，", "😀", " "), maxLength: 80 });
  const marks = fc.string({ unit: fc.constantFrom("字", "a"), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, marks, words, fc.integer({ min: 30, max: 120 }), (before, mark, after, width) => {
      const line = excerptLine({ speaker: null, before, mark, after }, width, ruler(false));
      const text = line.spans.map((span) => span.text).join("");
      expect(stringWidth(text)).toBeLessThanOrEqual(width);
      expect(line.spans[1]).toMatchObject({ text: mark, tone: "mark" });
      expect(line.markAt).toBe(stringWidth(line.spans[0]!.text));
      expect(line.markWidth).toBe(stringWidth(mark));
      const whole = stringWidth(before + mark + after) <= width;
      expect(text === before + mark + after).toBe(whole);
    }),
  );
});

test("words longer than the line are cut at their end", () => {
  const line = excerptLine(
    { speaker: null, before: "前", mark: "很长的一句话", after: "后" },
    8,
    ruler(false),
  );
  expect(line.spans.map((span) => span.text)).toEqual(["…", "很长的…", ""]);
});

test("findings are grouped in one walk, the first of each kept", () => {
  let walks = 0;
  const findings = {
    *[Symbol.iterator]() {
      walks += 1;
      yield* sampleFindings();
    },
  };
  const groups = collect(findings, 2);
  expect(walks).toBe(1);
  expect(groups.map(({ rule, count, agents, shown }) => [rule, count, agents, shown.length])).toEqual([
    ["response/chat-first-reply", 8, 2, 2],
    ["wording/cannot-handle", 3, 3, 2],
    ["opening/greeting", 1, 1, 1],
    ["closing/satisfaction-check", 1, 0, 1],
    ["empathy/personal-apology", 1, 1, 1],
  ]);
});
