import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { cellsIn, damageOf, readTable } from "../read-table.js";

const FOLDER = resolve(import.meta.dirname, "../../../fixtures/dialects/python");
const CELLS: readonly (readonly string[])[] = JSON.parse(readFileSync(`${FOLDER}/cells.json`, "utf8"));

/** Line on which each row starts: two rows hold a line end. */
const LINES = [2, 3, 4, 6, 7, 8, 9, 11];

describe("what Python's csv module writes", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".csv"))) {
    it(`${name} reads back cell for cell, on the right lines`, () => {
      const table = readTable(readFileSync(`${FOLDER}/${name}`));
      expect(damageOf(table)).toEqual([]);
      expect(table.headers).toEqual(CELLS[0]);
      expect(cellsIn(table)).toEqual(CELLS.slice(1));
      expect(table.rows.map(({ line }) => line)).toEqual(LINES);
    });
  }
});
