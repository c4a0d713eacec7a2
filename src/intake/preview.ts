import { FIELD_NAMES, type FieldName } from "../model/fields.js";
import type { InspectedColumn, PreviewRow, TextForm } from "../model/inspection.js";
import { UserError } from "../model/user-error.js";
import type { InputFile } from "./files.js";
import { type Layout, openInput } from "./open.js";
import { previewRows } from "./preview/rows.js";
import { unusedColumn } from "./preview/unused.js";
import { delimiterOf } from "./recognise/dialect.js";
import { findHeader } from "./recognise/find-header.js";
import { cellsOf, isBlankRecord, readHead } from "./recognise/head.js";
import type { Batch } from "./scan/batch.js";
import type { ScanDialect } from "./scan/scan.js";
import { layTable, type OpenedTable, openTable } from "./table.js";

/** What can be said of a file from its first rows, whether or not it is recognised. */
export interface Preview {
  readonly input: InputFile;
  /** null: it could not be recognised. */
  readonly layout: Layout | null;
  readonly error: UserError | null;
  /** Moments whose day and month cannot be told apart: `layout` takes the day to come first, so that the rest can be seen. */
  readonly undecided: readonly FieldName[];
  /** null: it is no table. */
  readonly text: TextForm | null;
  readonly headers: readonly string[];
  readonly columns: readonly InspectedColumn[];
  /** By column, the different cells of the first rows, as they are written: not more than can be asked about. */
  readonly words: readonly (readonly string[])[];
  readonly rows: readonly PreviewRow[];
}

/** Samples of a column, and rows by which they are chosen. */
const SAMPLES = 3;
const SAMPLED = 200;
const WORDS = 16;

/**
 * Looks at the head of a file. What is wrong with it comes back as `error`, beside everything that can be said all the
 * same: whoever has a file that is not recognised needs to see what is in it.
 */
export function previewFile(input: InputFile, timezone: string, folder: string): Preview {
  const nothing = {
    input,
    layout: null,
    undecided: [],
    text: null,
    headers: [],
    columns: [],
    words: [],
    rows: [],
  };
  let table: OpenedTable;
  try {
    table = openTable(input, input.options, folder);
  } catch (error) {
    return { ...nothing, error: asUserError(error) };
  }
  table.source.close();
  const { layout, error, undecided } = opened(input, timezone, folder);
  const { headers, headerLine, start, line, dialect } =
    layout === null ? guessed(table, input) : whereOf(layout);
  const widths = { least: headers.length, most: Math.max(headers.length, 1) };
  const head = readHead({ ...table.head, start, line }, dialect, layout?.widths ?? widths);
  // the last record of a head that is not the whole file is cut
  const batch = table.head.complete
    ? head.batch
    : { ...head.batch, records: Math.max(0, head.batch.records - 1) };
  const { kind = null, columns = [] } = layout ?? {};
  return {
    input,
    layout,
    error,
    undecided,
    text: { ...textForm(table, dialect), headerLine, ...fitOf(batch, head.damaged, layout, headers.length) },
    headers,
    columns: headers.map((header, at) => ({
      column: at + 1,
      header,
      ...samplesOf(batch, at),
      fields: columns
        .filter((mapped) => mapped.columns.includes(at))
        .map(({ field, reading: { by, format } }) => ({
          field,
          by,
          format: undecided.includes(field) ? "DMY or MDY" : format,
        })),
      unused: columns.some((mapped) => mapped.columns.includes(at))
        ? null
        : unusedColumn(header, kind, layout),
    })),
    words: headers.map((_, at) => cellsIn(batch, at, WORDS).different),
    rows: layout === null ? [] : previewRows(layout, timezone).map((row) => withoutFields(row, undecided)),
  };
}

type Opened = Pick<Preview, "layout" | "error" | "undecided">;

function opened(input: InputFile, timezone: string, folder: string): Opened {
  try {
    const { layout, source } = openInput(input, timezone, folder);
    source.close();
    return { layout, error: null, undecided: [] };
  } catch (thrown) {
    const error = asUserError(thrown);
    const field = FIELD_NAMES.find((name) => name === error.args.field);
    const { formats } = input.options;
    if (error.code !== "date-order-undecidable" || field === undefined || formats?.[field] !== undefined)
      return { layout: null, error, undecided: [] };
    const options = { ...input.options, formats: { ...formats, [field]: DAY_FIRST } };
    const { layout, error: next, undecided } = opened({ ...input, options }, timezone, folder);
    const more = next === null ? [] : [next, ...next.more];
    const all = new UserError(error.code, error.args, error.place, more);
    return { layout, error: all, undecided: [field, ...undecided] };
  }
}

/** How a date is read whose order nobody knows. */
const DAY_FIRST = "DD/MM/YYYY";

function withoutFields({ line, values }: PreviewRow, fields: readonly FieldName[]): PreviewRow {
  const unknown = fields.filter((field) => field in values).map((field) => [field, null] as const);
  return { line, values: { ...values, ...Object.fromEntries(unknown) } };
}

interface Where {
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly start: number;
  readonly line: number;
  readonly dialect: ScanDialect;
}

function whereOf({ headers, reading, start, line, dialect }: Layout): Where {
  return { headers, headerLine: reading.headerLine, start, line, dialect };
}

/** Where header and rows of a file that was not recognised most likely are. */
function guessed(table: OpenedTable, { options }: InputFile): Where {
  const header = options.header === undefined ? findHeader(table.batch, options) : -1;
  const { headers, headerLine, start, line } = layTable(table, header, options.header ?? null);
  return { headers, headerLine, start, line, dialect: table.dialect };
}

function textForm(
  { encoding: { encoding, mark, by } }: OpenedTable,
  dialect: ScanDialect,
): Pick<TextForm, "encoding" | "encodingBy" | "delimiter"> {
  return {
    encoding: mark > 0 && encoding === "UTF-8" ? "UTF-8 BOM" : encoding,
    encodingBy: by,
    delimiter: delimiterOf(dialect),
  };
}

/** How many of the first rows have as many cells as the header. */
function fitOf(
  batch: Batch,
  damaged: number,
  layout: Layout | null,
  width: number,
): Pick<TextForm, "fitting" | "looked"> {
  let fitting = 0;
  let looked = damaged;
  for (let record = 0; record < batch.records; record++) {
    if (isBlankRecord(batch, record)) continue;
    looked += 1;
    const cells = batch.firstField[record + 1]! - batch.firstField[record]!;
    if (cells === width || (cells < width && layout?.shortRows === true)) fitting += 1;
  }
  return { fitting, looked };
}

function samplesOf(batch: Batch, column: number): Pick<InspectedColumn, "samples" | "filled" | "looked"> {
  const { different: samples, filled, looked } = cellsIn(batch, column, SAMPLES);
  return { samples, filled, looked };
}

/** The different cells of a column in the first rows, at most `most`; and how many have something in it. */
function cellsIn(
  batch: Batch,
  column: number,
  most: number,
): { readonly different: readonly string[]; readonly filled: number; readonly looked: number } {
  const different = new Set<string>();
  let filled = 0;
  let looked = 0;
  for (let record = 0; record < batch.records && looked < SAMPLED; record++) {
    if (isBlankRecord(batch, record)) continue;
    looked += 1;
    const cell = cellsOf(batch, record)[column]?.trim() ?? "";
    if (cell === "") continue;
    filled += 1;
    if (different.size < most) different.add(cell);
  }
  return { different: [...different], filled, looked };
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}
