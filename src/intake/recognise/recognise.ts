import { userError } from "../../messages/errors.js";
import { FIELD_NAMES, FIELDS, type FieldName, type Kind } from "../../model/fields.js";
import type { ColumnReading } from "../../model/ledger.js";
import { UserError } from "../../model/user-error.js";
import type { InputOptions } from "../options.js";
import { type AppliedProfile, applyProfile } from "../profiles/applied.js";
import type { ExportFormat, Part } from "../profiles/format.js";
import { plainHeader } from "../profiles/headers.js";
import { loadHeaderTable, loadWordTable } from "../tables.js";
import type { DateOrder } from "../values/date-time.js";
import type { InstantFormat } from "../values/instants.js";
import { type ColumnReader, type ReadAs, type ReadingContext, readAs, readJoined } from "./columns.js";
import { candidates, normaliseHeader, unitOfHeader } from "./headers.js";
import { toldFormat } from "./told-format.js";

/** One field and the columns it is read from. */
export interface MappedColumn {
  readonly field: FieldName;
  readonly columns: readonly number[];
  readonly reader: ColumnReader;
  readonly reading: ColumnReading;
  /** What of each cell counts, where a profile says that not all of it does. */
  readonly part?: Part;
  /** Cells that mean "did not happen". Where absent, the user's `missing` counts. */
  readonly missing?: readonly string[];
}

export interface Recognised {
  readonly kind: Kind;
  readonly columns: readonly MappedColumn[];
  readonly unused: readonly string[];
  /** The profile that columns were mapped by. */
  readonly profile: AppliedProfile | null;
}

/** Dates whose order the first rows do not decide: the caller reads the whole column and asks again. */
export interface Undecided {
  readonly field: FieldName;
  readonly column: number;
  /** The order that a profile expects, where the whole column does not decide either. */
  readonly hint?: DateOrder | null;
}

export interface Recognition {
  readonly headers: readonly string[];
  /** Cells of the first rows, by column. */
  readonly samples: readonly (readonly Uint8Array[])[];
  readonly options: InputOptions;
  readonly timezone: string;
  /** Date orders that whole columns decided, by column. */
  readonly decided: ReadonlyMap<number, InstantFormat>;
  /** What the export is, where its header or its rows told. */
  readonly profile: ExportFormat | null;
  /** The profile is the user's own: a column that it names must be there. */
  readonly strict: boolean;
  readonly file: string;
  readonly headerLine: number;
}

/**
 * What a file is and which columns mean what, from its header and first rows. The user's own mapping comes first, then
 * the vendor's profile, then known header names whose cells also look like the field.
 *
 * @throws UserError `header-unknown`, `column-not-found`, `column-unreadable`
 */
export function recognise(input: Recognition): Recognised | Undecided {
  const told = input.options.kind;
  const kinds =
    told !== undefined ? [told] : input.profile?.kind !== undefined ? [input.profile.kind] : TRIED;
  const missing = new Map<Kind, readonly string[]>();
  for (const kind of kinds) {
    const profile = input.profile?.kind === kind ? applyProfile(input.profile, input) : null;
    if (profile !== null && "column" in profile) return profile;
    const mapped = mapColumns(input, kind, profile);
    if ("column" in mapped) return mapped;
    const certain = told !== undefined || input.profile !== null;
    const lacks = lacking(kind, new Set(mapped.map((column) => column.field)), certain);
    if (lacks.length === 0) {
      return { kind, columns: mapped, unused: unusedHeaders(input.headers, mapped), profile };
    }
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
  // an export that keeps the time to the reply instead of both moments is still one of tickets
  if (kind === "tickets" && told && fields.has("first-reply-seconds") && fields.has("contact-id")) return [];
  return lacks.map((group) => group.slice(0, 3).join(" / "));
}

function mapColumns(
  input: Recognition,
  kind: Kind,
  profile: AppliedProfile | null,
): MappedColumn[] | Undecided {
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
  if (profile !== null) {
    for (const column of profile.columns) {
      if (mapped.some(({ field }) => field === column.field)) continue;
      mapped.push(column);
      for (const used of column.columns) taken.add(used);
    }
    // what the profile knows no name for is not to be guessed where the columns have no names of their own
    if (profile.format.header === "none" || profile.events !== null) return inOrder(mapped);
    for (const column of misleading(profile.format, input.headers)) taken.add(column);
    if (profile.chat !== null) {
      const { column } = profile.chat;
      const inCell: ReadAs = { reader: { type: "prose" }, format: null };
      for (const field of CHAT_FIELDS) {
        mapped.push(mappedColumn(field, [column], inCell, input.headers, "profile"));
      }
      taken.add(column);
    }
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
  return inOrder(mapped);
}

/** What a whole chat in one cell gives its contact: chat/read.ts. */
const CHAT_FIELDS = ["speaker", "said-at", "text"] as const satisfies readonly FieldName[];

function inOrder(mapped: MappedColumn[]): MappedColumn[] {
  return mapped.sort((a, b) => FIELD_NAMES.indexOf(a.field) - FIELD_NAMES.indexOf(b.field));
}

/** Columns that the profile says are not what their names promise. */
function misleading({ unused = [] }: ExportFormat, headers: readonly string[]): readonly number[] {
  const names = new Set(unused.map(plainHeader));
  return headers.flatMap((header, column) => (names.has(plainHeader(header)) ? [column] : []));
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
  // "queue (seconds)" is no queue's name
  if (FIELDS[field] === "text" && unitOfHeader(input.headers[column]!) !== null) return null;
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
