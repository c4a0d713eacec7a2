import { describe, expect, test } from "vitest";
import { createFolded, foldText } from "../../src/phrases/folded.js";
import { findQuotes, isQuoted } from "../../src/phrases/quotes.js";

function quoted(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const folded = createFolded();
  foldText(bytes, 0, bytes.length, folded);
  const stretches = findQuotes(folded, bytes.length);
  return Array.from({ length: stretches.length / 2 }, (_, i) =>
    new TextDecoder().decode(bytes.subarray(stretches[i * 2], stretches[i * 2 + 1])),
  );
}

describe("quoted stretches", () => {
  test.each<[string, string[]]>([
    ["您说“不行”对吗", ["不行"]],
    ['您说"不行"对吗', ["不行"]],
    ["他说「办不了」又说『算了』", ["办不了", "算了"]],
    ["见《退货规定》第三条", ["退货规定"]],
    ["他说‘不行’", ["不行"]],
    ["he said ‘I don’t know’ twice", ["I don’t know"]],
    ["I don't know, it's late", []],
    ["“外面‘里面’外面”说完", ["外面‘里面’外面"]],
    ["他说“没有完", []],
    ["没有开始”他说", []],
    ["“整句都在引号里”", []],
    ["“整句‘里面’都在引号里。”", ["里面"]],
    // The field of a CSV file as it stands there, with its quotes doubled.
    ['您说""不行""对吗', ["不行"]],
    ['屏幕15"，很好', []],
    ["他（说）【不行】", []],
    ["「他说“不行」然后走了", ["他说“不行"]],
  ])("%s", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test("a hit is quoted only if all of it is", () => {
    const stretches = [3, 9, 20, 30];
    expect([isQuoted(stretches, 3, 9), isQuoted(stretches, 4, 8), isQuoted(stretches, 20, 21)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isQuoted(stretches, 2, 5), isQuoted(stretches, 8, 10), isQuoted(stretches, 9, 12)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(isQuoted([], 0, 1)).toBe(false);
  });

  test("marks without partners cost no search", () => {
    // Quadratic would run into the time limit of tests.
    expect(quoted("「".repeat(200_000) + "』x".repeat(1000))).toEqual([]);
  });
});
