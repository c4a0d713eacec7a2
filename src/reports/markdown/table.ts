import type { Column } from "../document.js";
import { ruler } from "../measure.js";

/** A column is padded up to this width. Longer cells are left to run on: padding the others to them would help nobody. */
const PADDED = 60;

/** A GFM table of cells that are Markdown already, padded so that its columns stand straight in a plain editor too. */
export function markdownTable(
  columns: readonly Pick<Column, "head" | "align">[],
  rows: readonly (readonly string[])[],
): string {
  const measure = ruler(false);
  const cells = rows.map((row) => columns.map((_, index) => row[index] ?? ""));
  const widths = columns.map(({ head }, index) => {
    const column = [head, ...cells.map((row) => row[index]!)].map((cell) => measure.width(cell));
    return Math.max(4, ...column.filter((width) => width <= PADDED));
  });
  const pad = (cell: string, index: number): string => {
    const blank = " ".repeat(Math.max(0, widths[index]! - measure.width(cell)));
    return columns[index]!.align === "right" ? blank + cell : cell + blank;
  };
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const rule = columns.map(({ align }, index) =>
    align === "right" ? `${"-".repeat(widths[index]! - 1)}:` : "-".repeat(widths[index]!),
  );
  return [
    line(columns.map(({ head }, index) => pad(head, index))),
    line(rule),
    ...cells.map((row) => line(row.map(pad))),
  ].join("\n");
}
