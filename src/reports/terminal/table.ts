import type { Column, Inline } from "../document.js";
import { text } from "../document.js";
import type { Ruler } from "../measure.js";
import { type Breaks, type Line, longestWord, wrap } from "./wrap.js";

/** Columns between two columns of a table. */
const GAP = 2;
/** A column of texts is not squeezed below the first while others can give, nor below the second before numbers break. */
const READABLE = 12;
const BEARABLE = 8;

/**
 * Lays out a table in at most `width` columns: a header, then the rows. Every line has the same width, and a column
 * starts at the same place in all of them. Texts wrap first; only where that is not enough do other columns.
 */
export function layoutTable(
  columns: readonly Column[],
  rows: readonly (readonly Inline[])[],
  width: number,
  ruler: Ruler,
): readonly Line[] {
  const head = columns.map((column) => [text(column.head, "dim")]);
  if (columns.length === 0) return [];
  const widths = columnWidths(columns, [head, ...rows], width, ruler);
  return [head, ...rows].flatMap((cells) => rowLines(columns, cells, widths, ruler));
}

/** A horizontal rule of that many columns (or one less, where the terminal draws `─` two columns wide). */
export function ruleLine(width: number, ruler: Ruler): Line {
  const one = ruler.width("─");
  const count = Math.floor(width / one);
  const spans = [text("─".repeat(count), "dim"), text(" ".repeat(width - count * one))];
  return { spans, width };
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Inline[])[],
  width: number,
  ruler: Ruler,
): number[] {
  const measured = columns.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? []);
    const natural = Math.max(
      1,
      ...cells.map((cell) => wrap(cell, Number.POSITIVE_INFINITY, ruler)[0]!.width),
    );
    return { natural, word: Math.max(1, ...cells.map((cell) => longestWord(cell, ruler, breaksOf(column)))) };
  });
  const widths = measured.map((column) => column.natural);
  const room = width - GAP * (columns.length - 1);
  const texts = columns.flatMap((column, index) => (column.wraps ? [index] : []));
  const figures = columns.flatMap((column, index) => (column.wraps ? [] : [index]));
  shrink(widths, texts, room, (index) => Math.max(READABLE, measured[index]!.word));
  shrink(widths, texts, room, () => READABLE);
  shrink(widths, figures, room, (index) => measured[index]!.word);
  shrink(widths, texts, room, () => BEARABLE);
  shrink(widths, [...texts, ...figures], room, () => 2);
  return widths;
}

function breaksOf(column: Column): Breaks {
  return column.wraps ? "anywhere" : "spaces";
}

/** Takes a column at a time from the widest of `among` that is above its least width, until the row fits. */
function shrink(
  widths: number[],
  among: readonly number[],
  room: number,
  least: (index: number) => number,
): void {
  let over = widths.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    let widest = -1;
    for (const index of among) {
      if (widths[index]! > least(index) && (widest === -1 || widths[index]! > widths[widest]!))
        widest = index;
    }
    if (widest === -1) return;
    widths[widest]! -= 1;
    over -= 1;
  }
}

function rowLines(
  columns: readonly Column[],
  cells: readonly Inline[],
  widths: readonly number[],
  ruler: Ruler,
): readonly Line[] {
  const wrapped = columns.map((column, index) =>
    wrap(cells[index] ?? [], widths[index]!, ruler, breaksOf(column)),
  );
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    joinCells(columns.map((column, index) => padded(wrapped[index]![at], widths[index]!, column.align))),
  );
}

function padded(line: Line | undefined, width: number, align: Column["align"]): Line {
  const spans = line?.spans ?? [];
  const blank = text(" ".repeat(Math.max(0, width - (line?.width ?? 0))));
  return {
    spans: align === "left" ? [...spans, blank] : [blank, ...spans],
    width: Math.max(width, line?.width ?? 0),
  };
}

function joinCells(cells: readonly Line[]): Line {
  const spans = cells.flatMap((cell, index) =>
    index === 0 ? cell.spans : [text(" ".repeat(GAP)), ...cell.spans],
  );
  return { spans, width: cells.reduce((sum, cell) => sum + cell.width, GAP * (cells.length - 1)) };
}
