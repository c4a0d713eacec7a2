import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../runs.js";
import { cellsIn, damageOf, readTable } from "../read-table.js";
import { anyTable, anyWriting, showsItsEscape, startLines, written } from "./tables.js";

test("what is written reads back cell for cell, with the right line numbers, in any encoding and dialect", () => {
  fc.assert(
    fc.property(anyTable, anyWriting, (table, writing) => {
      fc.pre(showsItsEscape(table, writing));
      const read = readTable(written(table, writing));
      expect(damageOf(read)).toEqual([]);
      expect(read.headers).toEqual(table[0]);
      expect(cellsIn(read)).toEqual(table.slice(1));
      expect(read.rows.map(({ line }) => line)).toEqual(startLines(table).slice(1));
      expect(read.ledger.entries).toEqual([]);
    }),
    runs(150),
  );
});
