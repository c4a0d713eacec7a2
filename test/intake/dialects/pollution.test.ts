import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../runs.js";
import { readTable } from "../read-table.js";

/**
 * One row of a table is spoilt in one way; every other row has to come out with the right cells. The row itself may be
 * delivered or reported, but not be lost in silence. Ids stand first in each row, so that rows can be told apart.
 */

const WORDS = [
  "fine, yes",
  'say "hi"',
  "",
  "12.5",
  "it's",
  "好的，谢谢",
  "2026-03-01 10:00",
  "two\nlines",
  "a; b",
  "plain",
];
const NAMES = ["id", "who", "text", "kind", "note"];

interface Spoilt {
  readonly cells: readonly string[];
  readonly column: number;
  readonly delimiter: string;
  readonly lineEnd: string;
}

/** What can befall the written cells of a row; what comes out stands in its place. */
const WAYS: Readonly<Record<string, (row: Spoilt) => string>> = {
  "a delimiter too many": (row) => changed(row, (cell) => cell + row.delimiter),
  "a delimiter too few": ({ cells, delimiter }) =>
    cells.slice(0, -2).join(delimiter) + cells.slice(-2).join(""),
  "a quote before a cell": (row) => changed(row, (cell) => `"${cell}`),
  "a quote behind a cell": (row) => changed(row, (cell) => `${cell}"`),
  "a quote within a cell": (row) => changed(row, (cell) => `${cell.slice(0, 1)}"${cell.slice(1)}`),
  "a quote lost": (row) => changed(row, (cell) => cell.replace('"', "")),
  "the last quote lost": (row) => changed(row, (cell) => cell.replace(/"$/, "")),
  "quotes escaped by a backslash": (row) => changed(row, () => '"say \\"hi\\""'),
  "another delimiter": ({ cells, delimiter }) => cells.join(delimiter === ";" ? "," : ";"),
  "another quote": ({ cells, delimiter }) =>
    cells.map((cell) => `'${cell.replaceAll('"', "")}'`).join(delimiter),
  "a line end without quotes": (row) => changed(row, () => `one${row.lineEnd}two`),
  "spaces around delimiters": ({ cells, delimiter }) => cells.join(` ${delimiter} `),
  "a NUL": (row) => changed(row, () => "a\0b"),
  "a blank line": () => "",
  "delimiters alone": ({ delimiter }) => delimiter.repeat(4),
  "a remark": () => "remark in the middle of the file",
  "a quote alone": () => '"',
  "a row twice on one line": ({ cells, delimiter }) => cells.join(delimiter) + cells.join(delimiter),
};

function changed({ cells, column, delimiter }: Spoilt, change: (cell: string) => string): string {
  return cells.map((cell, at) => (at === column ? change(cell) : cell)).join(delimiter);
}

const anyFile = fc.record({
  rows: fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 4 }), {
    minLength: 12,
    maxLength: 40,
  }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  quoteAll: fc.boolean(),
  at: fc.nat(),
  column: fc.nat({ max: 4 }),
});

for (const [name, spoil] of Object.entries(WAYS)) {
  test(`${name}: costs no other row`, () => {
    fc.assert(
      fc.property(anyFile, ({ rows, delimiter, lineEnd, quoteAll, at, column }) => {
        const table = [NAMES, ...rows.map((cells, row) => [`k${row}`, ...cells])];
        const quoted = (cell: string) =>
          quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter)
            ? `"${cell.replaceAll('"', '""')}"`
            : cell;
        const broken = 1 + (at % rows.length);
        const lines = table.map((row, number) => {
          const cells = row.map(quoted);
          return number === broken ? spoil({ cells, column, delimiter, lineEnd }) : cells.join(delimiter);
        });
        const read = readTable(lines.join(lineEnd) + lineEnd);
        const found = new Map(read.rows.map(({ cells }) => [cells[0], cells]));
        for (const [number, cells] of table.entries()) {
          if (number > 0 && number !== broken) expect(found.get(cells[0])).toEqual(cells);
        }
        const { rows: all, audited, rejected } = read.ledger;
        expect(all).toBe(audited + rejected);
        // every line is a row's, or is reported
        const named = new Set([
          ...read.rows.map(({ line }) => line),
          ...read.ledger.entries.flatMap((e) => e.lines),
        ]);
        expect(named.has(lineOf(lines, broken, lineEnd))).toBe(true);
      }),
      { ...runs(25), endOnFailure: true },
    );
  });
}

/** The physical line on which a written row begins. */
function lineOf(lines: readonly string[], row: number, lineEnd: string): number {
  const before = lines.slice(0, row).map((line) => line + lineEnd);
  return 1 + before.join("").split("\n").length - 1;
}
