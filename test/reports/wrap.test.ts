import { expect, test } from "vitest";
import { code, text } from "../../src/reports/document.js";
import { ruler } from "../../src/reports/measure.js";
import { longestWord, wrap } from "../../src/reports/terminal/wrap.js";

const narrow = ruler(false);

function lines(words: string, width: number): readonly string[] {
  return wrap([text(words)], width, narrow).map((line) => line.spans.map((span) => span.text).join(""));
}

test.each([
  ["at spaces", "one two three", 8, ["one two", "three"]],
  ["between Chinese characters", "遇到问题不要推", 8, ["遇到问题", "不要推"]],
  ["no closing mark begins a line", "遇到问题，不要推", 8, ["遇到问", "题，不要", "推"]],
  ["no opening mark ends a line", "遇到问（题）推", 8, ["遇到问", "（题）推"]],
  ["a number stays with its measure word", "一共有12条", 8, ["一共有", "12条"]],
  ["a sign stays with its number", "no more than ≤ 5", 14, ["no more than", "≤ 5"]],
  [
    "after a hyphen before a letter, not in a date",
    "pick-up 2026-03-02",
    6,
    ["pick-", "up", "2026-0", "3-02"],
  ],
  ["a word longer than the line is cut", "abcdefgh", 3, ["abc", "def", "gh"]],
  ["blanks at a break vanish", "ab   cd", 3, ["ab", "cd"]],
  ["nothing is one empty line", "", 10, [""]],
])("%s", (_, words, width, expected) => {
  expect(lines(words, width)).toEqual(expected);
});

test("code is broken at its separators, and only where it does not fit a line", () => {
  const inline = [text("规则 "), code("response/pickup-three-rings")];
  const plain = (width: number) =>
    wrap(inline, width, narrow).map((line) => line.spans.map((span) => span.text).join(""));
  expect(plain(30)).toEqual(["规则", "response/pickup-three-rings"]);
  expect(plain(16)).toEqual(["规则", "response/pickup-", "three-rings"]);
});

test("tones survive a break", () => {
  const [first, second] = wrap([text("好的", "good"), text("坏的", "bad")], 6, narrow);
  expect(first!.spans).toEqual([text("好的", "good"), text("坏", "bad")]);
  expect(second!.spans).toEqual([text("的", "bad")]);
  expect([first!.width, second!.width]).toEqual([6, 2]);
});

test("figures break at spaces alone", () => {
  expect(longestWord([text("质检得分 9")], narrow, "spaces")).toBe(8);
  expect(longestWord([text("质检得分 9")], narrow, "anywhere")).toBe(2);
});

test("ambiguous characters count two where the terminal draws them so", () => {
  expect(ruler(false).width("“好”…")).toBe(5);
  expect(ruler(true).width("“好”…")).toBe(8);
});
