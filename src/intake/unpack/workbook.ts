import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { CellValue, Sheet } from "hucre/xlsx";
import Papa from "papaparse";
import { userError } from "../../messages/errors.js";
import type { SheetChoice } from "../source.js";

/**
 * Writes a sheet of a workbook out as CSV in UTF-8, row for row: line 17 of the text is row 17 of the sheet. Moments become
 * ISO 8601, times of day and lengths of time `HH:MM:SS`, formulas the value that was saved with them. The only file that
 * knows which library reads workbooks.
 *
 * @throws UserError `workbook-unreadable`, `sheet-not-found`, `sheet-empty`
 */
export async function readSheet(
  name: string,
  path: string,
  wanted: string | undefined,
  into: string,
): Promise<SheetChoice> {
  const sheets = await sheetsOf(name, path);
  const names = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
  const sheet = wanted === undefined ? (names[0] ?? sheets[0]) : sheets.find((one) => one.name === wanted);
  const file = wanted === undefined ? name : name.slice(0, -wanted.length - 1);
  const others = names.filter((one) => one !== sheet && one.rows.length > 0).map((one) => one.name);
  const example = `${file}#${others[0] ?? sheet?.name ?? ""}`;
  const place = { file: name };
  if (sheet === undefined) {
    const known = sheets.map((one) => one.name).join(", ");
    throw userError("sheet-not-found", { path: file, sheet: wanted ?? "", known, example }, place);
  }
  if (!sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== ""))) {
    const known = others.join(", ") || "-";
    throw userError("sheet-empty", { path: file, sheet: sheet.name, known, example }, place);
  }
  await writeFile(into, lines(sheet.rows));
  return { read: sheet.name, others };
}

async function sheetsOf(name: string, path: string): Promise<readonly Sheet[]> {
  try {
    const { readXlsx } = await import("hucre/xlsx");
    return (await readXlsx(readFileSync(path))).sheets;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw userError("workbook-unreadable", { path: name, reason }, { file: name });
  }
}

function* lines(rows: readonly (readonly CellValue[])[]): Iterable<string> {
  const dated = rows.reduce<number>((most, row) => Math.max(most, row.length), 0);
  const timed = Array.from({ length: dated }, (_, column) => rows.some((row) => hasTime(row[column])));
  for (const row of rows) {
    const cells = row.map((cell, column) => cellText(cell, timed[column] ?? false));
    yield `${Papa.unparse([cells], { header: false })}\n`;
  }
}

function cellText(cell: CellValue, withTime: boolean): string {
  if (cell === null) return "";
  if (cell instanceof Date) return momentText(cell, withTime);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  // fifteen digits are what a spreadsheet keeps and shows of a number
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  // a lone CR is no line end beside LF: so a cell of several lines does not move the rows below it
  return cell.replace(/\r\n|\n/g, "\r");
}

/** Day 0 of a spreadsheet's calendar. What lies within this year of it is a length of time, not a moment. */
const DAY_ZERO = Date.UTC(1899, 11, 31);
const YEAR = 366 * 24 * 3600 * 1000;

function isLength(date: Date): boolean {
  return date.getTime() < DAY_ZERO + YEAR;
}

function hasTime(cell: CellValue | undefined): boolean {
  return cell instanceof Date && !isLength(cell) && cell.getTime() % (24 * 3600 * 1000) !== 0;
}

/** A column of bare dates stays one; where one cell has a time of day, all are written with theirs. */
function momentText(date: Date, withTime: boolean): string {
  if (isLength(date)) return lengthText(date.getTime() - DAY_ZERO);
  const iso = date.toISOString();
  const day = iso.slice(0, 10);
  if (!withTime) return day;
  const time = iso.slice(11, 23);
  return `${day} ${time.endsWith(".000") ? time.slice(0, 8) : time}`;
}

function lengthText(ms: number): string {
  const sign = ms < 0 ? "-" : "";
  const seconds = Math.round(Math.abs(ms) / 1000);
  const part = (value: number) => String(value).padStart(2, "0");
  return `${sign}${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
