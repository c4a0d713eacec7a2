import { isUtf8 } from "node:buffer";
import { userError } from "../messages/errors.js";
import type { FieldName, Kind } from "../model/fields.js";
import type { FileReading } from "../model/ledger.js";
import type { InputOptions } from "./options.js";
import { decideOrder } from "./recognise/decide.js";
import { type Dialect, sniffDialect } from "./recognise/dialect.js";
import { knownHeaders, normaliseHeader } from "./recognise/headers.js";
import { type MappedColumn, recognise } from "./recognise/recognise.js";
import { type Batch, createBatch } from "./scan/batch.js";
import { scanRecords } from "./scan/scan.js";
import { type ByteSource, openFile } from "./source.js";
import { loadHeaderTable } from "./tables.js";
import { unescaped } from "./values/cell.js";
import type { InstantFormat } from "./values/instants.js";

/** A file that is understood: what it holds, which column is what, and where its data begins. */
export interface Layout {
  readonly file: string;
  readonly kind: Kind;
  readonly options: InputOptions;
  readonly timezone: string;
  readonly dialect: Dialect;
  readonly headers: readonly string[];
  readonly columns: readonly MappedColumn[];
  readonly reading: FileReading;
  /** The first bytes of the file, where in them the data begins, and on which line. */
  readonly head: Uint8Array;
  readonly start: number;
  readonly line: number;
}

export interface OpenedFile {
  readonly layout: Layout;
  readonly source: ByteSource;
}

/** Enough to see some hundred rows of any export; what is read here is not read again. */
const HEAD_BYTES = 256 * 1024;
const SAMPLE_ROWS = 200;
const HEADER_ROWS = 20;

/**
 * Opens a file and recognises it.
 *
 * @throws UserError `file-not-found`, `is-a-directory`, `file-unreadable`, `file-empty`, `file-binary`, `not-utf8`,
 * `header-unknown`, `column-not-found`, `column-unreadable`, `date-order-undecidable`
 */
export function openInput(file: string, options: InputOptions, timezone: string, folder: string): OpenedFile {
  const source = openFile(file, folder);
  try {
    const { head, complete } = readHead(source);
    return { layout: understand(file, head, complete, options, timezone, folder), source };
  } catch (error) {
    source.close();
    throw error;
  }
}

function understand(
  file: string,
  head: Uint8Array,
  complete: boolean,
  options: InputOptions,
  timezone: string,
  folder: string,
): Layout {
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  checkText(file, head, bom, complete);
  const dialect = sniffDialect(head.subarray(bom), options.delimiter);
  const batch = createBatch();
  scanRecords(batch, head, bom, head.length, 1, dialect, complete);
  const header = findHeader(batch, options);
  const headers = cellsOf(batch, header).map((cell) => cell.trim());
  const samples = headers.map((_, column) => samplesOf(batch, header, column));
  const decided = new Map<number, InstantFormat>();
  const input = { headers, samples, options, timezone, decided, file, headerLine: batch.recordLine[header]! };
  let found = recognise(input);
  while ("column" in found) {
    const { column, field } = found;
    decided.set(
      column,
      decideOrder({ file, folder }, field, headers, column, {
        dialect,
        start: 0,
        line: 1,
        head: new Uint8Array(0),
      }),
    );
    found = recognise(input);
  }
  const reading: FileReading = {
    encoding: bom > 0 ? "UTF-8 BOM" : "UTF-8",
    delimiter: dialect.name,
    headerLine: input.headerLine,
    columns: [
      ...found.columns.map((column) => column.reading),
      ...assumed(found.kind, found.columns, options),
    ],
    unused: found.unused,
  };
  const start = batch.recordStart[header + 1]!;
  const line = header + 1 < batch.records ? batch.recordLine[header + 1]! : input.headerLine + 1;
  const { kind, columns } = found;
  return { file, kind, options, timezone, dialect, headers, columns, reading, head, start, line };
}

function readHead(source: ByteSource): { head: Uint8Array; complete: boolean } {
  const head = new Uint8Array(HEAD_BYTES);
  let filled = 0;
  while (filled < head.length) {
    const count = source.read(head, filled);
    if (count === 0) return { head: head.subarray(0, filled), complete: true };
    filled += count;
  }
  return { head, complete: false };
}

function checkText(file: string, head: Uint8Array, bom: number, complete: boolean): void {
  const place = { file };
  if (head.subarray(bom).every((byte) => byte <= 0x20)) throw userError("file-empty", { path: file }, place);
  if (head.includes(0)) throw userError("file-binary", { path: file }, place);
  const whole = complete ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1);
  if (!isUtf8(whole) && mostlyInvalid(whole)) throw userError("not-utf8", { path: file }, place);
}

/** A few bad bytes are reported where they stand; a file full of them is in another encoding. */
function mostlyInvalid(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("utf8");
  let bad = 0;
  let beyond = 0;
  for (const char of text) {
    if (char === "\ufffd") bad += 1;
    else if (char > "\u007f") beyond += 1;
  }
  return bad > beyond;
}

/** The row that holds the user's own header names, else the one with the most known names, else the first. */
function findHeader(batch: Batch, options: InputOptions): number {
  const table = loadHeaderTable();
  const told = Object.values(options.columns ?? {})
    .flat()
    .map(normaliseHeader);
  let best = -1;
  let bestCount = -1;
  for (let record = 0; record < Math.min(batch.records, HEADER_ROWS); record++) {
    const cells = cellsOf(batch, record);
    if (cells.every((cell) => cell.trim() === "")) continue;
    const names = new Set(cells.map(normaliseHeader));
    const count = told.filter((name) => names.has(name)).length * 100 + knownHeaders(cells, table);
    if (count > bestCount) {
      best = record;
      bestCount = count;
    }
  }
  return Math.max(best, 0);
}

function cellsOf(batch: Batch, record: number): string[] {
  const cells: string[] = [];
  for (let field = batch.firstField[record]!; field < batch.firstField[record + 1]!; field++) {
    cells.push(Buffer.from(unescaped(batch, field)).toString("utf8"));
  }
  return cells;
}

function samplesOf(batch: Batch, header: number, column: number): Uint8Array[] {
  const samples: Uint8Array[] = [];
  for (let record = header + 1; record < batch.records && samples.length < SAMPLE_ROWS; record++) {
    const field = batch.firstField[record]! + column;
    if (field < batch.firstField[record + 1]!) samples.push(trimmed(unescaped(batch, field)));
  }
  return samples;
}

function trimmed(cell: Uint8Array): Uint8Array {
  let from = 0;
  let to = cell.length;
  while (from < to && cell[from]! <= 0x20) from += 1;
  while (to > from && cell[to - 1]! <= 0x20) to -= 1;
  return cell.slice(from, to);
}

/** What no column says and the kind of file implies: said in the report, because it is an assumption. */
function assumed(
  kind: Kind,
  columns: readonly MappedColumn[],
  options: InputOptions,
): FileReading["columns"] {
  const channel = defaultChannel(kind, options);
  if (channel === null || columns.some((column) => column.field === "channel")) return [];
  const by = options.channel === undefined ? "guess" : "config";
  return [{ field: "channel" satisfies FieldName, columns: [], by, format: channel }];
}

/** The channel of contacts whose file has no channel column. A transcript without a recording's clock may be either. */
export function defaultChannel(kind: Kind, options: InputOptions): "phone" | "chat" | "email" | null {
  if (options.channel !== undefined) return options.channel;
  if (kind === "calls") return "phone";
  if (kind === "messages") return "chat";
  return kind === "tickets" ? "email" : null;
}
