import { describe, expect, test } from "vitest";
import { SPEAKER } from "../../src/model/fields.js";
import { compilePhraseBook } from "../../src/phrases/index.js";
import { requiredLiteral } from "../../src/phrases/regex.js";
import { agentList, scanText } from "./helpers.js";

function found(regex: readonly string[], text: string, phrases: readonly string[] = []) {
  const book = compilePhraseBook([agentList(phrases, { regex, guards: ["negation"] })], {
    named: {},
    guards: [{ id: "negation", phrases: ["不是"], where: "before" }],
  });
  return scanText(book, book.scanner(), text);
}

describe("raw expressions", () => {
  test("match the original, at the right bytes, as written", () => {
    expect(found(["保证.{0,6}到账"], "我😭保证，明天到账！")).toEqual([
      {
        id: "list",
        phrase: "保证.{0,6}到账",
        quote: "保证，明天到账",
        from: 3,
        how: "as-written",
        waived: null,
      },
    ]);
    expect(found(["保证.{0,6}到账"], "保證明天到賬")).toEqual([]);
  });

  test("are numbered after the phrases, merge with them, and are waived like them", () => {
    const hits = found(["保证.*", "[0-9]{4}"], "工号1234，不是保证", ["保证"]);
    expect(hits.map(({ phrase, waived }) => [phrase, waived])).toEqual([
      ["[0-9]{4}", null],
      ["保证", "negation"],
    ]);
  });

  test("without a literal they are tried on every turn, and the book says so", () => {
    const book = compilePhraseBook([agentList([], { regex: ["[0-9]{4}", "工号[0-9]+"] })], {
      named: {},
      guards: [],
    });
    expect(book.unfiltered).toEqual([["list", "[0-9]{4}"]]);
    expect(scanText(book, book.scanner(), "1234", SPEAKER.agent)).toHaveLength(1);
  });

  test("empty matches are no hits", () => {
    expect(found(["\\b"], "ab 保")).toEqual([]);
  });

  test.each([
    ["(", "bad-regex"],
    ["(?=保证)", "bad-regex"],
    ["(保)\\1", "bad-regex"],
    ["a*", "matches-empty"],
    ["^$", "matches-empty"],
  ])("%s is an error", (regex, code) => {
    expect(() => found([regex], "")).toThrowError(
      expect.objectContaining({ code, path: ["lists", "list", "regex", 0] }),
    );
  });

  test("a pattern that backtracking engines choke on is linear", () => {
    // Backtracking would run into the time limit of tests.
    expect(found(["^(a+)+$"], `${"a".repeat(5000)}!`)).toEqual([]);
  });
});

describe("the literal of an expression", () => {
  test.each<[string, string | null]>([
    ["保证.{0,6}到账", "保证"],
    ["(?i)Cannot help", "cannothe"],
    ["处理(不了|不掉)吗", "处理"],
    ["[处办]理不了", "理不了"],
    ["处理+不了", "处理"],
    ["处理?不了好", "不了好"],
    ["处理{2}不了", "不了"],
    ["(处理)?办", "办"],
    ["a\\.b", "ab"],
    ["\\d+元整", "元整"],
    ["^您好$", "您好"],
    ["呃处理呃", "处理"],
    ["保證", "保证"],
    ["保证|到账", null],
    ["保证\\x41", null],
    ["\\p{Han}保证", null],
    ["\\Q保证\\E", null],
    [".*", null],
    ["[a-z]+", null],
    ["[^]]保证", "保证"],
    ["[[:alpha:]|]保证", "保证"],
  ])("%s: %s", (source, literal) => {
    expect(requiredLiteral(source)).toBe(literal);
  });
});
