import { describe, expect, test } from "vitest";
import { PHRASE_ERROR_CODES, PhraseError, type PhraseErrorCode } from "../../src/phrases/index.js";
import { type Node, parsePhrase } from "../../src/phrases/notation.js";
import { bookOf, quotes } from "./helpers.js";

/** The tree in a compact form. */
function shape(node: Node): string {
  switch (node.kind) {
    case "char":
      return String.fromCodePoint(node.code);
    case "mark":
      return `[${String.fromCodePoint(node.raw)}]`;
    case "gap":
      return `…${node.most} `;
    case "number":
      return "#";
    case "edge":
      return `{${node.at}}`;
    case "list":
      return `@${node.name} `;
    case "sequence":
      return node.parts.map(shape).join("");
    case "choice":
      return `(${node.options.map(shape).join("|")})`;
  }
}

function failure(phrases: readonly string[], named: Record<string, readonly string[]> = {}): PhraseError {
  try {
    bookOf(phrases, named);
  } catch (error) {
    if (error instanceof PhraseError) return error;
    throw error;
  }
  expect.fail(`no error in ${phrases.join(" ")}`);
}

describe("the notation", () => {
  test.each([
    ["我處理不了", "我处理不了"],
    ["(我|我们)处理不了", "(我|我们)处理不了"],
    ["没(有|)办法", "没(有|)办法"],
    ["((a|b)c|d)e", "((a|b)c|d)e"],
    ["我…不了", "我…8 不了"],
    ["我……12不了", "我…12 不了"],
    ["我...4不了", "我…4 不了"],
    ["我…４不了", "我…4 不了"],
    ["v1.2", "v1[.]2"],
    ["@we…4不了", "@we …4 不了"],
    ["@courtesy/apology了", "@courtesy/apology 了"],
    ["第#条", "第#条"],
    ["<好的>", "{clause}好的{clause}"],
    ["^您好$", "{turn-start}您好{turn-end}"],
    ["（我｜我们）＠we", "(我|我们)@we "],
    ["\\#键\\(\\…8", "[#]键[(][…]8"],
    ["can not", "can[ ]not"],
    ["a|b", "(a|b)"],
    ["𠮷野家", "𠮷野家"],
  ])("%s", (phrase, expected) => {
    expect(shape(parsePhrase(phrase, []))).toBe(expected);
  });

  test.each<[string, PhraseErrorCode, number]>([
    ["没()办法", "empty-group", 1],
    ["没(|)办法", "empty-group", 1],
    ["没( )办法", "empty-group", 1],
    ["好(了|，)再见", "blank-alternative", 4],
    ["好（，｜了）", "blank-alternative", 2],
    ["好(了|呢(吧|， ))", "blank-alternative", 8],
    ["好(了| |)", "blank-alternative", 4],
    ["(我|我们处理不了", "unbalanced-bracket", 0],
    ["我)处理不了", "unbalanced-bracket", 1],
    ["处理((不了)", "unbalanced-bracket", 2],
    ["我…41不了", "gap-limit", 1],
    ["我…0不了", "gap-limit", 1],
    ["我@ 不了", "missing-list-name", 1],
    ["𠮷@nobody不了", "unknown-list", 2],
    ["处理不了\\", "dangling-escape", 4],
    ["(我|)…", "matches-empty", 0],
    ["", "matches-empty", 0],
    ["，", "matches-empty", 0],
    ["<>", "matches-empty", 0],
    ["#", "no-literal", 0],
    ["(a|#)", "no-literal", 0],
    ["(我|…3#)", "no-literal", 0],
    ["(嗯|#)", "no-literal", 0],
  ])("%s is an error: %s at %i", (phrase, code, offset) => {
    const error = failure([phrase]);
    expect(error).toMatchObject({ code, offset, phrase, path: ["lists", "list", "phrases", 0] });
  });

  test("the example of every error is a phrase that the notation takes", () => {
    const named = { we: ["我", "我们"] };
    for (const code of PHRASE_ERROR_CODES) {
      const { example } = new PhraseError(code, "", 0, [], "");
      if (code === "duplicate-list" || code === "unknown-guard" || code === "bad-regex") continue;
      expect(() => bookOf([example], named), code).not.toThrow();
    }
  });

  test("brackets a thousand deep are an error, not a crash", () => {
    expect(failure([`${"(".repeat(1000)}我${")".repeat(1000)}`]).code).toBe("too-large");
  });
});

describe("named lists", () => {
  test("may use each other and the lists of rules", () => {
    const named = { we: ["我", "@here"], here: ["这边", "我们(这边|)"] };
    expect(quotes("@we处理不了", "我们这边处理不了", named)).toEqual(["这边处理不了"]);
    expect(quotes("<@we处理不了", "我们这边处理不了", named)).toEqual(["我们这边处理不了"]);
  });

  test("a circle is an error that shows the way round, at the reference that closes it", () => {
    const error = failure(["@a了"], { a: ["我", "x@b"], b: ["@c"], c: ["y@a"] });
    expect(error).toMatchObject({
      code: "circular-list",
      detail: "@a → @b → @c → @a",
      offset: 1,
      path: ["named", "c", 0],
    });
  });

  test("a mistake in a list is told where it is, even if nobody uses the list", () => {
    expect(failure(["我"], { spare: ["好", "(坏"] })).toMatchObject({
      path: ["named", "spare", 1],
      offset: 0,
    });
  });

  test("lists that multiply beyond the limit are an error that says the limit, not a crash", () => {
    const named: Record<string, readonly string[]> = { l0: ["甲", "乙", "丙", "丁"] };
    for (let i = 1; i < 20; i++) named[`l${i}`] = [`@l${i - 1}@l${i - 1}`, `@l${i - 1}`];
    expect(failure(["@l19了"], named)).toMatchObject({ code: "too-large", detail: "4000" });
  });
});
