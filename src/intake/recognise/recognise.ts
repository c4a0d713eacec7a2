import { userError } from "../../messages/errors.js";
import { FIELD_NAMES, FIELDS, type FieldName, type Kind } from "../../model/fields.js";
import type { ColumnReading } from "../../model/ledger.js";
import { UserError } from "../../model/user-error.js";
import type { InputOptions } from "../options.js";
import { loadHeaderTable, loadWordTable } from "../tables.js";
import type { InstantFormat } from "../values/instants.js";
import { type ColumnReader, type ReadAs, type ReadingContext, readAs, readJoined } from "./columns.js";
import { candidates, normaliseHeader } from "./headers.js";

/** One field and the columns it is read from. */
export interface MappedColumn {
  readonly field: FieldName;
  readonly columns: readonly number[];
  readonly reader: ColumnReader;
  readonly reading: ColumnReading;
}

export interface Recognised {
  readonly kind: Kind;
  readonly columns: readonly MappedColumn[];
  readonly unused: readonly string[];
}

/** Dates whose order the first rows do not decide: the caller reads the whole column and asks again. */
export interface Undecided {
  readonly field: FieldName;
  readonly column: number;
}

export interface Recognition {
  readonly headers: readonly string[];
  /** Cells of the first rows, by column. */
  readonly samples: readonly (readonly Uint8Array[])[];
  readonly options: InputOptions;
  readonly timezone: string;
  /** Date orders that whole columns decided, by column. */
  readonly decided: ReadonlyMap<number, InstantFormat>;
  readonly file: string;
  readonly headerLine: number;
}

/**
 * What a file is and which columns mean what, from its header and first rows. The user's own mapping comes first, then
 * known header names whose cells also look like the field.
 *
 * @throws UserError `header-unknown`, `column-not-found`, `column-unreadable`
 */
export function recognise(input: Recognition): Recognised | Undecided {
  const kinds = input.options.kind === undefined ? TRIED : [input.options.kind];
  const missing = new Map<Kind, readonly string[]>();
  for (const kind of kinds) {
    const mapped = mapColumns(input, kind);
    if ("column" in mapped) return mapped;
    const lacks = lacking(
      kind,
      new Set(mapped.map((column) => column.field)),
      input.options.kind !== undefined,
    );
    if (lacks.length === 0) return { kind, columns: mapped, unused: unusedHeaders(input.headers, mapped) };
    missing.set(kind, lacks);
  }
  const lacks = [...missing].map(([kind, names]) => `${kind}: ${names.join(", ")}`).join("; ");
  throw new UserError(
    "header-unknown",
    { header: input.headers.join(" | "), missing: lacks },
    { file: input.file, line: input.headerLine },
  );
}

/** Turns first: a chat export may carry call columns besides; then what only tickets have; calls are what is left. */
const TRIED: readonly Kind[] = ["transcripts", "messages", "tickets", "calls", "surveys"];

/** What a file of each kind must have: of each group, at least one. */
const REQUIRED: Readonly<Record<Kind, readonly (readonly FieldName[])[]>> = {
  transcripts: [["text"], ["speaker"], ["contact-id"]],
  messages: [["text"], ["speaker"], ["contact-id"], ["said-at"]],
  tickets: [["received-at"], ["first-reply-at", "first-reply-seconds", "resolved-at", "delivered-at"]],
  calls: [
    [
      "outcome",
      "answer-seconds",
      "ring-seconds",
      "queue-seconds",
      "rings",
      "answered-at",
      "ringing-at",
      "queued-at",
      "talk-seconds",
      "duration-seconds",
      "ended-at",
    ],
    ["contact-id", "offered-at", "agent", "queued-at"],
  ],
  surveys: [
    ["rating", "submitted-at", "sent-at"],
    ["contact-id", "customer", "agent"],
  ],
};

function lacking(kind: Kind, fields: ReadonlySet<FieldName>, told: boolean): readonly string[] {
  const lacks = REQUIRED[kind].filter((group) => !group.some((field) => fields.has(field)));
  // a chat is told from a call's transcript by its messages having moments instead of offsets into a recording
  if (kind === "transcripts" && !told && fields.has("said-at") && !fields.has("start-seconds"))
    return ["start-seconds"];
  return lacks.map((group) => group.slice(0, 3).join(" / "));
}

function mapColumns(input: Recognition, kind: Kind): MappedColumn[] | Undecided {
  const mapped: MappedColumn[] = [];
  const taken = new Set<number>();
  for (const [field, names] of Object.entries(input.options.columns ?? {}) as [
    FieldName,
    string | string[],
  ][]) {
    const told = toldColumn(input, field, typeof names === "string" ? [names] : names);
    if ("column" in told) return told;
    mapped.push(told);
    for (const column of told.columns) taken.add(column);
  }
  const table = loadHeaderTable();
  for (const [field, columns] of candidates(input.headers, kind, table)) {
    if (mapped.some((column) => column.field === field)) continue;
    for (const column of columns) {
      if (taken.has(column)) continue;
      const found = aliasColumn(input, field, column, taken);
      if (found === null) continue;
      if ("column" in found) return found;
      mapped.push(found);
      for (const used of found.columns) taken.add(used);
      break;
    }
  }
  return mapped.sort((a, b) => FIELD_NAMES.indexOf(a.field) - FIELD_NAMES.indexOf(b.field));
}

function toldColumn(
  input: Recognition,
  field: FieldName,
  names: readonly string[],
): MappedColumn | Undecided {
  const place = { file: input.file, line: input.headerLine };
  const columns = names.map((name) => {
    const exact = input.headers.indexOf(name);
    const column =
      exact >= 0 ? exact : input.headers.findIndex((h) => normaliseHeader(h) === normaliseHeader(name));
    if (column < 0) {
      throw userError("column-not-found", { field, name, header: input.headers.join(" | ") }, place);
    }
    return column;
  });
  const context = contextFor(input, field, columns[0]!);
  const header = names.join(" + ");
  const read =
    columns.length === 2 && FIELDS[field] === "instant"
      ? readJoined(input.samples[columns[0]!]!, input.samples[columns[1]!]!, context)
      : readAs(field, header, input.samples[columns[0]!]!, context);
  if (read === "ambiguous") return { field, column: columns[0]! };
  if (read === null) {
    const sample = input.samples[columns[0]!]!.find((cell) => cell.length > 0) ?? new Uint8Array(0);
    throw new UserError(
      "column-unreadable",
      { field, name: header, found: Buffer.from(sample).toString("utf8") },
      place,
    );
  }
  return mappedColumn(field, columns, read, input.headers, "config");
}

function aliasColumn(
  input: Recognition,
  field: FieldName,
  column: number,
  taken: ReadonlySet<number>,
): MappedColumn | Undecided | null {
  const context = contextFor(input, field, column);
  const samples = input.samples[column]!;
  if (FIELDS[field] === "instant") {
    for (const time of timeColumns(input.headers, column, taken)) {
      const joined = readJoined(samples, input.samples[time]!, context);
      if (joined === "ambiguous") return { field, column };
      if (joined !== null) return mappedColumn(field, [column, time], joined, input.headers, "alias");
    }
  }
  const read = readAs(field, input.headers[column]!, samples, context);
  if (read === "ambiguous") return { field, column };
  return read === null ? null : mappedColumn(field, [column], read, input.headers, "alias");
}

/** Columns that may hold the time of day to a date: `Time` to `Date`, `row_time` to `row_date`, `来电时间` to `来电日期`. */
function timeColumns(
  headers: readonly string[],
  date: number,
  taken: ReadonlySet<number>,
): readonly number[] {
  const name = normaliseHeader(headers[date]!);
  const wanted = new Set([name.replace("date", "time"), name.replace("日期", "时间"), "time", "时间"]);
  wanted.delete(name);
  return headers.flatMap((header, column) =>
    column !== date && !taken.has(column) && wanted.has(normaliseHeader(header)) ? [column] : [],
  );
}

function contextFor(input: Recognition, field: FieldName, column: number): ReadingContext {
  const told = input.options.formats?.[field];
  return {
    timezone: input.options.timezone ?? input.timezone,
    words: loadWordTable(),
    told: input.options.values?.[field] ?? {},
    format: told === undefined ? (input.decided.get(column) ?? null) : toldFormat(told),
  };
}

/** `DD/MM/YYYY HH:mm` says in which order day, month and year come; `excel`, `epoch`, `epoch-ms` name the others. */
function toldFormat(text: string): InstantFormat {
  const name = text.trim().toLowerCase();
  if (name === "excel") return { kind: "serial" };
  if (name === "epoch" || name === "epoch-ms") return { kind: "epoch", unit: name === "epoch" ? "s" : "ms" };
  const letters = text.replace(/[^YMD]/g, "").replace(/(.)\1+/g, "$1");
  return {
    kind: "date-time",
    order: letters.startsWith("D") ? "DMY" : letters.startsWith("M") ? "MDY" : "YMD",
  };
}

function mappedColumn(
  field: FieldName,
  columns: readonly number[],
  read: ReadAs,
  headers: readonly string[],
  by: ColumnReading["by"],
): MappedColumn {
  const names = columns.map((column) => headers[column]!);
  return { field, columns, reader: read.reader, reading: { field, columns: names, by, format: read.format } };
}

function unusedHeaders(headers: readonly string[], mapped: readonly MappedColumn[]): readonly string[] {
  const used = new Set(mapped.flatMap((column) => column.columns));
  return headers.filter((header, column) => header !== "" && !used.has(column));
}
