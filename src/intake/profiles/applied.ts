import { FIELD_NAMES, type FieldName } from "../../model/fields.js";
import type { MappedColumn, Recognition, Undecided } from "../recognise/recognise.js";
import { BAD } from "../values/cell.js";
import { readNumber } from "../values/numbers.js";
import { mapSpec, notFound, profileColumns } from "./columns.js";
import type { ColumnSpec, ExportFormat } from "./format.js";
import { headerIndex } from "./headers.js";
import { type Policy, policyOf } from "./policies.js";

/** A profile as it applies to one file: what goes beyond reading columns. */
export interface AppliedProfile {
  readonly format: ExportFormat;
  /** The fields of each row, and for logs of events those of each event. */
  readonly columns: readonly MappedColumn[];
  readonly events: AppliedEvents | null;
  /** How several rows of one contact become one; null where each row is one. */
  readonly combine: Combine | null;
  readonly chat: AppliedChat | null;
}

export interface AppliedEvents {
  readonly column: number;
  /** What every row carries. */
  readonly base: readonly MappedColumn[];
  /** What else the rows of an event carry, by its word in upper case. */
  readonly of: ReadonlyMap<string, readonly MappedColumn[]>;
}

export interface Combine {
  /** `legs`: rows are parts of the contact. `newest`: rows are versions of it. */
  readonly how: "legs" | "newest";
  /** What puts the rows in order; null: the order of the file. */
  readonly order: MappedColumn | null;
  readonly policyOf: (field: FieldName) => Policy;
}

export interface AppliedChat {
  readonly column: number;
  /** -1 where the file has no such column. */
  readonly agent: number;
  readonly customer: number;
  readonly begins: readonly string[];
  readonly dateLine: string | undefined;
}

/** Applies a profile to a file; a date column whose order has to be decided first comes back instead. */
export function applyProfile(format: ExportFormat, input: Recognition): AppliedProfile | Undecided {
  const base = profileColumns(format, format.columns, input);
  if ("column" in base) return base;
  const at = headerIndex(input.headers);
  const events = applyEvents(format, base, input);
  if (events !== null && "field" in events) return events;
  const columns = withEvents(base, events, format.events?.column ?? "");
  const keyed = columns.some(({ field }) => field === "contact-id");
  const combine = keyed ? combineOf(format, input) : null;
  if (combine !== null && "field" in combine) return combine;
  const { chat } = format;
  if (chat !== undefined && at(chat.column) < 0 && input.strict) throw notFound("text", chat.column, input);
  return {
    format,
    columns,
    events,
    combine,
    chat:
      chat === undefined || at(chat.column) < 0
        ? null
        : {
            column: at(chat.column),
            agent: at(chat.agent ?? ""),
            customer: at(chat.customer ?? ""),
            begins: chat.begins,
            dateLine: chat["date-line"],
          },
  };
}

function applyEvents(
  format: ExportFormat,
  base: readonly MappedColumn[],
  input: Recognition,
): AppliedEvents | Undecided | null {
  if (format.events === undefined) return null;
  const column = headerIndex(input.headers)(format.events.column);
  if (column < 0 && input.strict) throw notFound("outcome", format.events.column, input);
  if (column < 0) return null;
  const of = new Map<string, readonly MappedColumn[]>();
  for (const [word, columns] of Object.entries(format.events.of)) {
    const found = profileColumns(format, columns, input);
    if ("column" in found) return found;
    of.set(word.toUpperCase(), found);
  }
  return { column, base, of };
}

/** The columns of all rows, and of those of the events the first that gives a field. */
function withEvents(
  base: readonly MappedColumn[],
  events: AppliedEvents | null,
  name: string,
): readonly MappedColumn[] {
  const all = new Map(base.map((column) => [column.field, column]));
  for (const columns of events?.of.values() ?? []) {
    for (const column of columns) if (!all.has(column.field)) all.set(column.field, byEvent(column, name));
  }
  return FIELD_NAMES.flatMap((field) => all.get(field) ?? []);
}

/** What an event stands for as a whole is read from the event's name. */
function byEvent(column: MappedColumn, name: string): MappedColumn {
  if (column.reader.type !== "constant") return column;
  return { ...column, reading: { ...column.reading, columns: [name], format: null } };
}

function combineOf(format: ExportFormat, input: Recognition): Combine | Undecided | null {
  const { legs, redelivered, events } = format;
  if (redelivered !== undefined) {
    const order = mapSpec("updated-at", redelivered.newest, format, input);
    if (order !== null && "column" in order) return order;
    return { how: "newest", order, policyOf };
  }
  if (legs === undefined && events === undefined) return null;
  const order = legs?.order === undefined ? null : orderColumn(legs.order, format, input);
  if (order !== null && "column" in order) return order;
  const own = ownPolicies(format);
  return { how: "legs", order, policyOf: (field) => own.get(field) ?? policyOf(field) };
}

/** Rows are put in order by a number, or by a moment where the column holds moments. */
function orderColumn(spec: ColumnSpec, format: ExportFormat, input: Recognition) {
  const header = typeof spec === "string" ? spec : "header" in spec ? spec.header : undefined;
  const column = typeof header === "string" ? headerIndex(input.headers)(header) : -1;
  const samples = column < 0 ? [] : input.samples[column]!;
  const numbers = samples.filter((cell) => readNumber(cell, 0, cell.length) !== BAD).length;
  const isPart = typeof spec !== "string" && "part" in spec;
  const field = isPart || numbers * 2 >= samples.length ? "index" : "updated-at";
  return mapSpec(field, spec, format, input);
}

function ownPolicies({ columns, events }: ExportFormat): ReadonlyMap<FieldName, Policy> {
  const own = new Map<FieldName, Policy>();
  for (const specs of [columns, ...Object.values(events?.of ?? {})]) {
    for (const [field, spec] of Object.entries(specs) as [FieldName, ColumnSpec | undefined][]) {
      if (typeof spec !== "object" || !("combine" in spec) || spec.combine === undefined) continue;
      own.set(field, spec.combine);
    }
  }
  return own;
}
