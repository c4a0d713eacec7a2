import Papa from "papaparse";
import { escapeFormula } from "../escape.js";

/** Without it, Excel on a Chinese Windows reads UTF-8 as GBK. */
export const BOM = "\ufeff";

export type Cell = string | number;

/** Rows of CSV (RFC 4180, CRLF). Numbers stay numbers: a guard against formulas on them would turn -5 into a text. */
export function csvRows(cells: readonly (readonly Cell[])[]): string {
  const safe = cells.map((line) =>
    line.map((cell) => (typeof cell === "number" ? cell : escapeFormula(cell))),
  );
  return `${Papa.unparse(safe, { newline: "\r\n", escapeFormulae: true })}\r\n`;
}

/** A whole table: one object a row, in the order of `columns`. What is null is an empty cell. */
export function csvTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell | null>>[],
  bom: boolean,
): string {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  return `${bom ? BOM : ""}${csvRows([columns, ...cells])}`;
}
