import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildAutomaton } from "../../src/phrases/automaton.js";
import { placeRows } from "../../src/phrases/rows.js";
import { walk } from "../../src/phrases/walk.js";

interface Ended {
  readonly pattern: string;
  /** Byte after it. */
  readonly end: number;
}

function walkOver(patterns: readonly string[], text: string, room = 64): Ended[] {
  const automaton = buildAutomaton(patterns);
  const bytes = new TextEncoder().encode(text);
  const position = new Int32Array(2);
  const out = new Int32Array(room);
  const ended: Ended[] = [];
  while (position[0]! < bytes.length) {
    const filled = walk(bytes, bytes.length, automaton, position, out);
    for (let i = 0; i < filled; i += 2)
      for (let p = automaton.patternsFrom[out[i]!]!; p < automaton.patternsFrom[out[i]! + 1]!; p++)
        ended.push({ pattern: patterns[automaton.patterns[p]!]!, end: out[i + 1]! });
  }
  return inOrder(ended);
}

function inOrder(ended: readonly Ended[]): Ended[] {
  return [...ended].sort((a, b) => a.end - b.end || (a.pattern < b.pattern ? -1 : 1));
}

describe("the automaton", () => {
  test("loses no overlapping literal", () => {
    const found = walkOver(["我处理不了", "处理", "处理不了", "理不", "不了", "了"], "我处理不了").map(
      ({ pattern }) => pattern,
    );
    expect(found).toEqual(
      ["处理", "理不", "不了", "了", "处理不了", "我处理不了"].sort((a, b) => order(a) - order(b)),
    );

    function order(pattern: string): number {
      return ["处理", "理不", "不了", "了", "处理不了", "我处理不了"].indexOf(pattern);
    }
  });

  test("reads through folding, skipped characters and fillers", () => {
    expect(walkOver(["处理不了"], "處 理，呃不😭了")).toEqual([{ pattern: "处理不了", end: 23 }]);
  });

  test("reports a filler that is asked for, and reads on through it", () => {
    expect(walkOver(["嗯", "好的"], "好嗯的")).toEqual([
      { pattern: "嗯", end: 6 },
      { pattern: "好的", end: 9 },
    ]);
  });

  test("finds what a search for every literal finds, also with a small buffer", () => {
    const char = fc.constantFrom(..."我处理不了这个a1𠮷");
    const word = (longest: number) =>
      fc.array(char, { minLength: 1, maxLength: longest }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.uniqueArray(word(5), { minLength: 1, maxLength: 12 }),
        fc.array(word(3), { maxLength: 20 }),
        (patterns, parts) => {
          const text = parts.join("");
          const expected: Ended[] = [];
          for (const pattern of patterns)
            for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
              expected.push({
                pattern,
                end: new TextEncoder().encode(text.slice(0, at + pattern.length)).length,
              });
          expect(walkOver(patterns, text, 8)).toEqual(inOrder(expected));
        },
      ),
    );
  });

  test("one character more costs no memory to speak of: rows are sparse", () => {
    const patterns = Array.from({ length: 3000 }, (_, i) =>
      [0, 1, 2, 3].map((k) => han(i * 7 + k * 911)).join(""),
    );
    const { cells, root } = buildAutomaton(patterns);
    // 12,000 nodes and 4,000 classes would be 190 MB as a full table.
    expect(cells.byteLength + root.byteLength).toBeLessThan(1_000_000);
  });
});

function han(index: number): string {
  return String.fromCodePoint(0x4e00 + (index % 4000));
}

test("rows lie over each other without meeting", () => {
  const row = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (numbers) => {
      const rows = numbers.map((classes) => classes.map((entry) => entry * 2).sort((a, b) => a - b));
      const places = placeRows(rows);
      const taken = rows.flatMap((classes, i) => classes.map((entry) => places[i]! + entry));
      expect(new Set(taken).size).toBe(taken.length);
      expect(new Set(places).size).toBe(places.length);
      for (const place of places) expect(place).toBeGreaterThan(0);
    }),
  );
});
