import { userError } from "../messages/errors.js";
import type { LedgerCode } from "../messages/ledger.js";
import type { FieldName, Kind } from "../model/fields.js";
import type { FileReading } from "../model/ledger.js";
import { UserError } from "../model/user-error.js";
import type { FoundEncoding } from "./encoding/detect.js";
import type { TextSource } from "./encoding/text-source.js";
import type { InputFile } from "./files.js";
import type { InputOptions } from "./options.js";
import type { AppliedProfile } from "./profiles/applied.js";
import { findProfile } from "./profiles/find.js";
import { profileTitle, withProfile } from "./profiles/options.js";
import { aggregationError } from "./recognise/aggregated.js";
import { decideOrder } from "./recognise/decide.js";
import { delimiterOf } from "./recognise/dialect.js";
import { findHeader } from "./recognise/find-header.js";
import { type MappedColumn, recognise } from "./recognise/recognise.js";
import type { Batch } from "./scan/batch.js";
import type { ScanDialect } from "./scan/scan.js";
import type { Widths } from "./scan/suspect.js";
import { type Evidence, evidenceOf } from "./sense/evidence.js";
import { firstCells, layTable, type OpenedTable, openTable } from "./table.js";
import { unescaped } from "./values/cell.js";
import type { InstantFormat } from "./values/instants.js";

/** A file that is understood: what it holds, which column is what, and where its data begins. */
export interface Layout {
  readonly file: string;
  readonly kind: Kind;
  readonly options: InputOptions;
  readonly timezone: string;
  readonly dialect: ScanDialect;
  readonly headers: readonly string[];
  readonly columns: readonly MappedColumn[];
  readonly reading: FileReading;
  /** The first bytes of the file, where in them the data begins, and on which line. */
  readonly head: Uint8Array;
  readonly start: number;
  readonly line: number;
  /** How many fields a row may have. */
  readonly widths: Widths;
  /** What the ledger has to say of the file as a whole. */
  readonly remarks: readonly Remark[];
  /** The vendor's profile that columns were mapped by; null where the header alone told. */
  readonly profile: AppliedProfile | null;
  /** Whether rows may end before the last column. */
  readonly shortRows: boolean;
  /** What the first rows show about all values. */
  readonly evidence: Evidence;
}

/** Something about the file that is a guess. */
export interface Remark {
  readonly code: LedgerCode;
  readonly line: number;
  readonly sample: string;
}

export interface OpenedFile {
  readonly layout: Layout;
  readonly source: TextSource;
  /** The same text once more, from its start. The caller closes it. */
  reopen(): TextSource;
}

const SAMPLE_ROWS = 200;
/** Rows by which a vendor's export is told. */
const PROFILE_ROWS = 40;

/**
 * Opens a file and recognises it.
 *
 * @throws UserError those of `openTable`, `header-unknown`, `column-not-found`, `column-unreadable`,
 * `date-order-undecidable`, `file-aggregated`, `profile-unknown`, `profile-mismatch`
 */
export function openInput(input: InputFile, timezone: string, folder: string): OpenedFile {
  const table = openTable(input, input.options, folder);
  const { source, reopen } = table;
  try {
    const layout = understand(table, input, timezone, folder);
    const remarks = [...layout.remarks, ...sheetRemarks(input, layout.reading.headerLine)];
    return { layout: { ...layout, remarks }, source, reopen };
  } catch (error) {
    source.close();
    throw withSheets(error, input);
  }
}

function understand(table: OpenedTable, input: InputFile, timezone: string, folder: string): Layout {
  const { file, dialect, encoding } = table;
  const given = input.options;
  const dialogues = input.unpacked?.dialogues ?? false;
  const known = findProfile(firstCells(table, PROFILE_ROWS), given, { file, folder, dialogues });
  const header = known?.header ?? (given.header === undefined ? findHeader(table.batch, given) : -1);
  const shape = layTable(table, header, known?.names ?? given.header ?? null);
  const options = withProfile(given, known, shape.headers);
  const { headers, headerLine, widths, start, line, rows } = shape;
  const profile = known?.format ?? null;
  const summary = aggregationError(file, headerLine, headers, profile);
  if (summary !== null && given.kind === undefined) throw summary;
  const samples = headers.map((_, column) => samplesOf(rows, column));
  const decided = new Map<number, InstantFormat>();
  const recognition = {
    headers,
    samples,
    options,
    timezone,
    decided,
    file,
    headerLine,
    profile,
    strict: known?.own ?? false,
  };
  let found = recognise(recognition);
  while ("column" in found) {
    const { column, field, hint } = found;
    decided.set(column, decideOrder(table, field, headers, column, hint ?? null, widths));
    found = recognise(recognition);
  }
  const reading: FileReading = {
    encoding: encodingName(encoding),
    delimiter: dialogues ? "JSON" : delimiterOf(dialect),
    headerLine,
    columns: [
      ...found.columns.map((column) => column.reading),
      ...assumed(found.kind, found.columns, options, given),
    ],
    unused: found.unused,
    ...(known === null || found.profile === null ? {} : { profile: profileTitle(known) }),
  };
  const { kind, columns } = found;
  const shortRows = profile?.["short-rows"] ?? false;
  const remarks = remarksOn(encoding, headerLine);
  const base = { file, kind, options, timezone, dialect, headers, columns, reading, start, line, remarks };
  const short = shortRows ? { ...widths, least: 1 } : widths;
  const layout = { ...base, head: table.head.bytes, widths: short, profile: found.profile, shortRows };
  return { ...layout, evidence: evidenceOf(layout, rows, 0) };
}

function encodingName({ encoding, mark }: FoundEncoding): string {
  return mark > 0 && encoding === "UTF-8" ? "UTF-8 BOM" : encoding;
}

function remarksOn({ encoding, by }: FoundEncoding, headerLine: number): readonly Remark[] {
  return by === "guess"
    ? [{ code: "encoding-guessed", line: Math.max(headerLine, 1), sample: encoding }]
    : [];
}

/** A workbook's first sheet is often a cover: the error names the others. */
function withSheets(error: unknown, { path, unpacked }: InputFile): unknown {
  const { read, others = [] } = unpacked?.sheets ?? {};
  if (
    !(error instanceof UserError) ||
    error.code !== "header-unknown" ||
    read === undefined ||
    others.length === 0
  )
    return error;
  const example = `${path.endsWith(`#${read}`) ? path.slice(0, -read.length - 1) : path}#${others[0]}`;
  const more = userError("sheet-choice", { sheet: read, known: others.join(", "), example }, error.place);
  return new UserError(error.code, error.args, error.place, [...error.more, more]);
}

/** Sheets that nobody asked for are not audited in silence. */
function sheetRemarks({ sheet, unpacked }: InputFile, headerLine: number): readonly Remark[] {
  const others = sheet === undefined ? (unpacked?.sheets?.others ?? []) : [];
  if (others.length === 0) return [];
  return [{ code: "other-sheets", line: Math.max(headerLine, 1), sample: others.join(", ") }];
}

function samplesOf(rows: Batch, column: number): Uint8Array[] {
  const samples: Uint8Array[] = [];
  for (let record = 0; record < rows.records && samples.length < SAMPLE_ROWS; record++) {
    const field = rows.firstField[record]! + column;
    if (field < rows.firstField[record + 1]!) samples.push(trimmed(unescaped(rows, field)));
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
  given: InputOptions,
): FileReading["columns"] {
  const channel = defaultChannel(kind, options);
  if (channel === null || columns.some((column) => column.field === "channel")) return [];
  const by = given.channel !== undefined ? "config" : options.channel === undefined ? "guess" : "profile";
  return [{ field: "channel" satisfies FieldName, columns: [], by, format: channel }];
}

/** The channel of contacts whose file has no channel column. A transcript without a recording's clock may be either. */
export function defaultChannel(kind: Kind, options: InputOptions): "phone" | "chat" | "email" | null {
  if (options.channel !== undefined) return options.channel;
  if (kind === "calls") return "phone";
  if (kind === "messages") return "chat";
  return kind === "tickets" ? "email" : null;
}
