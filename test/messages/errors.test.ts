import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPlace, formatUserError, userError } from "../../src/messages/index.js";
import { UserError } from "../../src/model/user-error.js";

test("says where, what was found, what was expected and what to do", () => {
  const error = userError("quote-unclosed", {}, { file: "calls.csv", line: 12, column: 5 });
  expect(formatUserError(error, "zh-CN")).toBe(
    [
      "calls.csv:12:5: 错误：这里打开的引号一直没有闭合，后面的内容全被并进了同一格",
      '  应为：成对的英文双引号；文本里的引号要写两遍（""）',
      "  请试：打开文件，在这一行补上缺的引号",
    ].join("\n"),
  );
  expect(formatUserError(error, "en")).toBe(
    [
      "calls.csv:12:5: error: the quote opened here is never closed, so everything after it falls into one cell",
      '  expected: quotes in pairs; one inside a text is doubled ("")',
      "  try: open the file and add the missing quote on this line",
    ].join("\n"),
  );
});

test("a file that the message names is not named twice", () => {
  const error = userError("file-not-found", { path: "nowhere.csv" }, { file: "nowhere.csv" });
  expect(formatUserError(error, "zh-CN").split("\n")[0]).toBe("错误：找不到文件 nowhere.csv");
});

test("an unknown header shows the header, what each kind lacks, and the config to write", () => {
  const error = userError(
    "header-unknown",
    {
      file: "export.csv",
      header: "甲 | 乙 | 丙",
      missing: "transcripts: text, speaker, contact-id; calls: agent, answered-at / outcome",
    },
    { file: "export.csv", line: 1 },
  );
  expect(formatUserError(error, "zh-CN")).toBe(
    [
      "export.csv:1: 错误：从表头看不出这是哪一类记录，表头是：",
      "    甲 | 乙 | 丙",
      "  应为：认得出的列。作为各类记录，还缺：",
      "    通话转写：对话内容（text）、说话人（speaker）、流水号（contact-id）",
      "    通话记录：坐席（agent）、接听时间（answered-at）或接通结果（outcome）",
      '  请试：输入 deskcheck inspect "export.csv" 看每一列里是什么，再在 deskcheck.config.yaml 里写明哪一列是什么（右边换成您的列名）：',
      "    inputs:",
      '      - files: "export.csv"',
      "        kind: calls",
      "        columns:",
      '          agent: "您的列名"',
      '          answered-at: "您的列名"',
    ].join("\n"),
  );
});

test("mistakes found together are shown together", () => {
  const second = userError("rule-unknown", { rule: "wording/x" }, { file: "a.yaml", line: 9 });
  const first = userError("config-not-found", { file: "b.yaml" });
  const both = new UserError(first.code, first.args, first.place, [second]);
  const shown = formatUserError(both, "en");
  expect(shown.split("\n\n")).toEqual([formatUserError(first, "en"), formatUserError(second, "en")]);
});

test("a code without words and a missing argument are still readable", () => {
  expect(
    formatUserError(new UserError("brand-new", { a: 1, b: "x\u001b" }, { file: "f", line: 2 }), "en"),
  ).toBe("f:2: error: brand-new (a=1, b=x␛)");
  expect(formatUserError(new UserError("file-not-found"), "en")).toMatch(/^error: there is no file \?\n/);
});

test("whatever a file or a value is called, only our own line breaks reach the terminal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (nasty) => {
      const error = new UserError(
        "config-bad-value",
        { key: nasty, found: nasty, expected: nasty, example: "a\nb" },
        { file: nasty },
      );
      const shown = formatUserError(error, "zh-CN");
      expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(shown.split("\n")).toHaveLength(5);
    }),
  );
});

test("a place is what an editor can jump to", () => {
  expect(formatPlace({ file: "a.csv" })).toBe("a.csv");
  expect(formatPlace({ file: "a.csv", line: 3 })).toBe("a.csv:3");
  expect(formatPlace({ file: "a.csv", line: 3, column: 14 })).toBe("a.csv:3:14");
  expect(formatPlace({ file: "a.csv", column: 14 })).toBe("a.csv");
});

test("numbers are grouped, words follow them", () => {
  const crashed = userError("crash", { message: "boom" });
  expect(formatUserError(crashed, "zh-CN")).toContain("不是您的数据有问题：boom");
});
