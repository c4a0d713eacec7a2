import fc from "fast-check";
import { expect, test } from "vitest";
import { compileStandard } from "../../src/standard/compile.js";
import { loadStandard } from "../../src/standard/effective.js";
import { tryTexts, type Utterance } from "../../src/standard/try-text.js";
import { access, handbook } from "./files.js";

const { books } = compileStandard(loadStandard(handbook, access()), {
  timezone: "Asia/Shanghai",
  calendar: null,
  lists: "all",
});
const tried = (speaker: Utterance["speaker"], text: string) =>
  tryTexts(books, [{ id: "1", speaker, text }])[0]!;

test("hits of rules and of named lists, with how they were found", () => {
  const { hits, ...utterance } = tried("agent", "您好，這個處 理 不 了");
  expect(utterance).toEqual({ id: "1", speaker: "agent", text: "您好，這個處 理 不 了" });
  expect(hits.filter(({ id }) => /greeting|cannot-handle/.test(id))).toEqual([
    { id: "courtesy/greeting", quote: "您好", from: 0, to: 2, how: "as-written", waived: null },
    { id: "wording/cannot-handle", quote: "處 理 不 了", from: 5, to: 12, how: "folded", waived: null },
  ]);
});

test("what waived a hit", () => {
  const waived = (speaker: Utterance["speaker"], text: string) =>
    tried(speaker, text)
      .hits.filter(({ id }) => id === "wording/cannot-handle")
      .map((hit) => hit.waived);
  expect(waived("customer", "你们处理不了吗")).toEqual(["speaker"]);
  expect(waived("agent", "您说“处理不了”，对吗")).toEqual(["quotation"]);
  expect(waived("agent", "如果商家处理不了，可以找我们")).toEqual([
    expect.stringMatching(/condition|third-party|unless/),
  ]);
  expect(waived("agent", "如果您要退款，我处理不了")).toEqual([null]);
  expect(waived("agent", "您那边弄不了吗")).not.toContain(null);
  expect(waived("agent", "这个单子我处理不了的，对吗")).toEqual(["question-tag"]);
});

test.each([
  "我处理不了，您看行吗",
  "这个我处理不了，我转组长好吗？",
  "不是，我处理不了",
  "不会的，这个我处理不了",
  "您别说了，我处理不了",
  "不是我不帮您，我处理不了",
  "不是我不想帮您，这个单子我真的处理不了",
  "您去找商家，我处理不了",
])("what another clause says waives nothing: %s", (text) => {
  const { hits } = tried("agent", text);
  expect(hits).toContainEqual(expect.objectContaining({ id: "wording/cannot-handle", waived: null }));
});

test("offsets count UTF-16 units, after characters of every length", () => {
  const hit = tried("agent", "😀é𠮷您好").hits.find(({ id }) => id === "courtesy/greeting");
  expect(hit).toMatchObject({ quote: "您好", from: 5, to: 7 });
});

test("a quote is always the text between its offsets", () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom("您好", "处理不了", "😀", "请稍等", "，", "thank you very much"),
        fc.string({ unit: "grapheme" }),
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (words) => {
      for (const { quote, from, to } of tried("agent", words).hits) {
        expect(words.slice(from, to)).toBe(quote);
        expect(quote).not.toBe("");
      }
    }),
  );
});
