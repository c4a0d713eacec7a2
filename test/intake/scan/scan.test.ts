import { parse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { COMMAS, readCells } from "./read-cells.js";

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "客", "😀", ";", "\t", " "), maxLength: 8 }),
  fc.constantFrom("", "您好", 'say "hi"', "two\nlines", "=1+1"),
);

const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

const layout = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n"),
  finalNewline: fc.boolean(),
  quoteAll: fc.boolean(),
  bufferSize: fc.integer({ min: 1, max: 80 }),
  piece: fc.integer({ min: 1, max: 9 }),
});

/** Written cell by cell, independently of the code under test. A CR in a cell is quoted like a line feed. */
function written(
  rows: readonly (readonly string[])[],
  { delimiter, newline, quoteAll, finalNewline }: Written,
): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((text) =>
        quoteAll || text === "" || /["\r\n]/.test(text) || text.includes(delimiter) || text.trim() !== text
          ? `"${text.replaceAll('"', '""')}"`
          : text,
      )
      .join(delimiter);
  return rows.map(line).join(newline) + (finalNewline ? newline : "");
}
interface Written {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly finalNewline: boolean;
}

describe("scanner against csv-parse and papaparse", () => {
  it("finds the same cells, on the same lines", () => {
    fc.assert(
      fc.property(table, layout, (rows, options) => {
        const text = written(rows, options);
        const dialect = { ...COMMAS, delimiter: options.delimiter.charCodeAt(0) };
        const found = readCells(text, { ...options, dialect, width: rows[0]!.length });
        const oracle = parse(text, {
          delimiter: options.delimiter,
          record_delimiter: options.newline,
          relax_column_count: true,
          info: true,
        }) as unknown as { record: string[]; info: { lines: number } }[];
        const papa = Papa.parse<string[]>(text, { delimiter: options.delimiter, newline: options.newline });
        const papaRows = papa.data.slice(0, rows.length);
        expect(found.damage).toEqual([]);
        expect(found.records.map(({ cells }) => cells)).toEqual(oracle.map(({ record }) => record));
        expect(found.records.map(({ cells }) => cells)).toEqual(papaRows);
        // csv-parse counts a CRLF inside quotes as two lines; no editor does
        if (rows.flat().some((text) => text.includes("\r"))) return;
        // it says on which line a record ends; the next one starts on the line after
        const starts = [1, ...oracle.slice(0, -1).map(({ info }) => info.lines + 1)];
        expect(found.records.map(({ line }) => line)).toEqual(starts);
      }),
      { numRuns: 1500 },
    );
  });

  it("delivers kept records again with what follows, and none twice", () => {
    fc.assert(
      fc.property(table, layout, fc.integer({ min: 0, max: 3 }), (rows, options, keep) => {
        const text = written(rows, options);
        const dialect = { ...COMMAS, delimiter: options.delimiter.charCodeAt(0) };
        const whole = readCells(text, {
          dialect,
          bufferSize: 1 << 16,
          piece: 1 << 16,
          width: rows[0]!.length,
        });
        expect(readCells(text, { ...options, dialect, keep, width: rows[0]!.length })).toEqual(whole);
      }),
    );
  });
});

describe("line ends", () => {
  const rows = [
    ["a", "b"],
    ["1", "x\ny"],
    ["2", ""],
  ];
  for (const [name, newline, loneCr] of [
    ["LF", "\n", false],
    ["CRLF", "\r\n", false],
    ["CR", "\r", true],
  ] as const) {
    it(name, () => {
      const text = written(rows, { delimiter: ",", newline, quoteAll: false, finalNewline: true });
      for (const bufferSize of [1, 2, 3, 5, 8, 13, 100]) {
        const found = readCells(text, { dialect: { ...COMMAS, loneCr }, bufferSize, piece: 1, width: 2 });
        expect(found.records.map(({ cells }) => cells)).toEqual(rows);
        expect(found.records.map(({ line }) => line)).toEqual([1, 2, 4]);
      }
    });
  }

  it("mixed, where lone CRs end records", () => {
    const found = readCells("a,b\r1,2\r\n3,4\n5,6\r", { dialect: { ...COMMAS, loneCr: true }, width: 2 });
    expect(found.records.map(({ cells }) => cells.join())).toEqual(["a,b", "1,2", "3,4", "5,6"]);
    expect(found.records.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it("a CR inside a text is content where lines end with LF", () => {
    expect(readCells("a,b\n1,x\ry\n", { width: 2 }).records[1]).toEqual({ line: 2, cells: ["1", "x\ry"] });
  });
});

describe("damage", () => {
  it("a broken row costs no other row", () => {
    const text = 'id,text\n1,"fine, yes"\n2,"bro"ken\n3,good\n4,"also ""good"""\n';
    const found = readCells(text, { width: 2 });
    expect(found.records.map(({ cells }) => cells[0])).toEqual(["id", "1", "3", "4"]);
    expect(found.damage).toEqual([{ code: "quote-damage", line: 3, lines: 1 }]);
  });

  it("a quote that is never closed costs its own line only", () => {
    const text = 'id,text\n1,fine\n2,"open\n3,good\n4,good\n';
    const found = readCells(text, { width: 2 });
    expect(found.records.map(({ cells }) => cells[0])).toEqual(["id", "1", "3", "4"]);
    expect(found.damage).toEqual([{ code: "quote-unclosed", line: 3, lines: 1 }]);
  });

  it("a quote that closes on a later row is found out by the row's width", () => {
    const text = 'id,text,end\n1,"open,x\n2,"closed",y\n3,good,z\n';
    const found = readCells(text, { width: 3 });
    expect(found.records.map(({ cells }) => cells[0])).toEqual(["id", "2", "3"]);
    expect(found.damage.map(({ line }) => line)).toEqual([2]);
  });

  it("a runaway quote is stopped at the limit, and everything after its line is read", () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${i},text of row ${i}`);
    const text = ['0,"never closed', ...rows].join("\n");
    const found = readCells(text, { width: 2, recordLimit: 256 });
    expect(found.damage).toEqual([{ code: "quote-unclosed", line: 1, lines: 1 }]);
    expect(found.records).toHaveLength(500);
    expect(found.records.at(-1)).toEqual({ line: 501, cells: ["499", "text of row 499"] });
  });

  it("quotes inside unquoted cells are content", () => {
    expect(readCells('a,b\n1,5" pipe\n', { width: 2 }).records[1]!.cells).toEqual(["1", '5" pipe']);
  });

  it("whatever the bytes, every line is delivered or reported", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("a", ",", '"', "客", " "), maxLength: 10 }), {
          minLength: 1,
        }),
        fc.integer({ min: 1, max: 40 }),
        (lines, bufferSize) => {
          const text = `${lines.join("\n")}\n`;
          const { records, damage } = readCells(text, { bufferSize, width: 3 });
          const starts = [...records, ...damage].map(({ line }) => line);
          expect(new Set(starts).size).toBe(starts.length);
          // every physical line begins a record, is reported, or lies inside a record of several lines
          let next = 1;
          const lost = damage.map(({ line, lines }) => ({ line, cells: ["\n".repeat(lines - 1)] }));
          for (const { line, cells } of [...records, ...lost].sort((a, b) => a.line - b.line)) {
            expect(line).toBe(next);
            next = line + cells.join("").split("\n").length;
          }
          expect(next).toBe(lines.length + 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
