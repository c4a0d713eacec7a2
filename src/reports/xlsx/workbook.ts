import { visibleInCell } from "../../messages/index.js";

/** What a column holds: how wide it is, in characters, and how its numbers are shown. */
export interface SheetColumn {
  readonly head: string;
  readonly width: number;
  readonly format?: "share" | "score" | "moment";
}

/**
 * Texts stay texts whatever they begin with; a moment is a Date whose UTC fields are what the clock on the wall said. A share
 * in a column of other things says itself how many decimals of a per cent it is shown with.
 */
export type SheetCell = string | number | Date | Share | null;

interface Share {
  readonly share: number;
  readonly decimals: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/**
 * The bytes of an XLSX workbook: a header row that stays in view with filters on it. The only place that knows hucre, so
 * that another library is a change of this file. The same sheets are the same bytes: nothing in it says when it was made.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // loaded when a workbook is asked for: it takes as long to load as the rest of the program
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ width, format }) => ({
        width,
        ...(format === undefined ? {} : { numFmt: FORMATS[format] }),
      })),
      rows: [columns.map(({ head }) => head), ...rows.map((row) => row.map(cell))],
      cells: new Map(ownStyles(columns, rows)),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
    })),
    properties: { creator: "deskcheck", created: EPOCH, modified: EPOCH },
  });
}

const FORMATS = { share: "0.0%", score: "0.00", moment: "yyyy-mm-dd hh:mm:ss" } as const;

/** Calibri 11 is the font of everything else: a font that is only bold would be of another size. */
const HEAD = { bold: true, name: "Calibri", size: 11 };

/** Not when it was made, which would change the bytes. */
const EPOCH = new Date(0);

/** What one cell of Excel can hold. */
const LONGEST = 32_767;

/** The head's style, and how cells are shown that their column does not say it of. By `row,column`, from 0. */
function* ownStyles(
  columns: Sheet["columns"],
  rows: Sheet["rows"],
): Iterable<[string, { style: { font: typeof HEAD } | { numFmt: string } }]> {
  for (const column of columns.keys()) yield [`0,${column}`, { style: { font: HEAD } }];
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      const numFmt = ownFormat(value);
      if (numFmt === null || columns[column]?.format !== undefined) continue;
      yield [`${row + 1},${column}`, { style: { numFmt } }];
    }
  }
}

function ownFormat(value: SheetCell): string | null {
  if (value instanceof Date) return FORMATS.moment;
  if (value === null || typeof value !== "object") return null;
  return `0${value.decimals === 0 ? "" : `.${"0".repeat(value.decimals)}`}%`;
}

function cell(value: SheetCell): string | number | Date | null {
  if (typeof value === "object" && value !== null && "share" in value) return value.share;
  if (typeof value !== "string") return value;
  if (value === "") return null;
  const text = visibleInCell(value);
  const short =
    text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
  // `_x0041_` is how a workbook writes a character by its code: a text that says so is not to be taken for one
  return short.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
}

/** 1 → A, 27 → AA. */
function letters(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return `${before === 0 ? "" : letters(before)}${String.fromCharCode(65 + rest)}`;
}
