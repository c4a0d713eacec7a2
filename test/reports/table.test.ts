import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { type Column, text } from "../../src/reports/document.js";
import { ruler } from "../../src/reports/measure.js";
import { layoutTable } from "../../src/reports/terminal/table.js";
import type { Line } from "../../src/reports/terminal/wrap.js";

const word = fc.string({
  unit: fc.constantFrom(
    "张",
    "三",
    "Ａ",
    "（",
    "，",
    "。",
    "”",
    "a",
    "b",
    "-",
    "/",
    " ",
    "9",
    ".",
    "é",
    "😀",
    "👨‍👩‍👧",
    "“",
    "…",
    "●",
  ),
  maxLength: 30,
});
const column: fc.Arbitrary<Column> = fc.record({
  head: word,
  align: fc.constantFrom("left", "right"),
  wraps: fc.boolean(),
});

const tables = fc.array(column, { minLength: 1, maxLength: 6 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.array(word, { minLength: columns.length, maxLength: columns.length }), {
      maxLength: 6,
    }),
    width: fc.integer({ min: 40, max: 140 }),
    ambiguousWide: fc.boolean(),
  }),
);

test("every line of a table has the same width, within the width given", () => {
  fc.assert(
    fc.property(tables, ({ columns, rows, width, ambiguousWide }) => {
      const cells = rows.map((row) => row.map((cell) => [text(cell)]));
      const lines = layoutTable(columns, cells, width, ruler(ambiguousWide));
      const widths = new Set(lines.map((line) => drawn(line, ambiguousWide)));
      expect(widths.size).toBe(1);
      expect(Math.max(...widths)).toBeLessThanOrEqual(width);
      expect(lines.every((line) => line.width === drawn(line, ambiguousWide))).toBe(true);
    }),
  );
});

test("no cell loses a character but blanks", () => {
  fc.assert(
    fc.property(tables, ({ columns, rows, width }) => {
      const cells = rows.map((row) => row.map((cell) => [text(cell)]));
      const lines = layoutTable(columns, cells, width, ruler(false));
      const given = [...columns.map((one) => one.head), ...rows.flat()].join("");
      const shown = lines.map(plain).join("");
      // The joiner of an emoji family is dropped on purpose, so that all terminals draw it alike.
      const letters = (all: string): string[] => [...all.replace(/[\s\u200d]/g, "")].sort();
      expect(letters(shown)).toEqual(letters(given));
    }),
  );
});

test("figures are right-aligned under their head and not broken while texts can give", () => {
  const columns: Column[] = [
    { head: "规则", align: "left", wraps: true },
    { head: "合格率", align: "right", wraps: false },
  ];
  const rows = [[[text("在线消息五分钟内首次响应，超过五分钟的一律记为不合格")], [text("62.5%")]]];
  expect(layoutTable(columns, rows, 40, ruler(false)).map(plain)).toEqual([
    "规则                              合格率",
    "在线消息五分钟内首次响应，超过五   62.5%",
    "分钟的一律记为不合格                    ",
  ]);
});

function plain(line: Line): string {
  return line.spans.map((span) => span.text).join("");
}

function drawn(line: Line, ambiguousWide: boolean): number {
  return stringWidth(plain(line).replaceAll("\u200d", ""), { ambiguousIsNarrow: !ambiguousWide });
}
