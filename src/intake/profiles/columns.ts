import { userError } from "../../messages/errors.js";
import { FIELDS, type FieldName } from "../../model/fields.js";
import type { UserError } from "../../model/user-error.js";
import {
  type ColumnReader,
  type ReadAs,
  type ReadingContext,
  readAs,
  readJoined,
} from "../recognise/columns.js";
import type { MappedColumn, Recognition, Undecided } from "../recognise/recognise.js";
import { toldFormat } from "../recognise/told-format.js";
import { loadWordTable } from "../tables.js";
import { cellText } from "../values/cell.js";
import { casesOf } from "./cases.js";
import { type CaseValue, constantOf } from "./constants.js";
import type { ColumnObject, ColumnSpec, ExportFormat } from "./format.js";
import { headerIndex } from "./headers.js";
import { countReader, narrowing } from "./part.js";

/** A mapping of columns, or a date column whose order has to be decided first. */
export type Mapping = readonly MappedColumn[] | Undecided;

/**
 * The fields that a profile reads from a file. Columns that the file lacks are left out; so are those whose cells cannot
 * be what the profile says.
 *
 * @throws UserError `column-not-found` where the profile is the user's own and names a column that is not there
 */
export function profileColumns(
  format: ExportFormat,
  columns: ExportFormat["columns"],
  input: Recognition,
): Mapping {
  const mapped: MappedColumn[] = [];
  for (const [field, spec] of Object.entries(columns) as [FieldName, ColumnSpec | undefined][]) {
    if (spec === undefined) continue;
    const found = mapSpec(field, spec, format, input);
    if (found === null) continue;
    if ("column" in found) return found;
    mapped.push(found);
  }
  return mapped;
}

/** A single field of a profile; null where the file does not have it. */
export function mapSpec(
  field: FieldName,
  written: ColumnSpec,
  format: ExportFormat,
  input: Recognition,
): MappedColumn | Undecided | null {
  const spec: ColumnObject =
    typeof written === "string" || isList(written) ? { header: written as string | string[] } : written;
  const at = headerIndex(input.headers);
  const missing = new Set([...(format.missing ?? []), ...(spec.missing ?? []), ...toldMissing(field, input)]);
  if (input.strict) demand(field, spec, at, input);
  const plain = (names: readonly string[]) => plainColumn(field, names, spec, format, input, missing);
  if (spec.is !== undefined) return constantColumn(field, spec.is, input);
  if (spec.minus !== undefined) {
    const [more, less] = spec.minus.map((name) => (at(name) < 0 ? null : plain([name])));
    if (!isColumn(more) || !isColumn(less)) return null;
    return together(field, [more, less], { type: "minus", of: [more, less] });
  }
  const own = firstOf(field, spec, at, plain);
  if (own !== null && "column" in own) return own;
  if (spec.when === undefined) return own;
  const undecided: Undecided[] = [];
  const cases = casesOf(spec.when, at, missing, (one) => {
    if (one.read === undefined) return constantOf(field, one.is ?? "");
    const column = at(one.read) < 0 ? null : plain([one.read]);
    if (column !== null && "column" in column) undecided.push(column);
    return isColumn(column) ? column : null;
  });
  if (undecided[0] !== undefined) return undecided[0];
  if (cases.length === 0) return own;
  const otherwise: CaseValue = spec.else === undefined ? Number.NaN : constantOf(field, spec.else);
  const read = [own, ...cases.map(({ value }) => value)].flatMap((one) =>
    typeof one === "object" && one !== null ? one.columns : [],
  );
  const tested = cases.flatMap(({ tests }) => tests.map(({ column }) => column));
  const columns = [...new Set([...read, ...tested])];
  return mappedBy(
    field,
    columns,
    { reader: { type: "cases", cases, column: own, otherwise }, format: null },
    input,
  );
}

/** What the user's own profile names must be there; of `first-of`, one column. */
function demand(
  field: FieldName,
  spec: ColumnObject,
  at: (name: string) => number,
  input: Recognition,
): void {
  const first = spec["first-of"] ?? [];
  const named = [
    ...[spec.header ?? []].flat(),
    ...(spec.minus ?? []),
    ...(spec.when ?? []).flatMap((one) => [
      ...Object.keys(one.if),
      ...(one.read === undefined ? [] : [one.read]),
    ]),
    ...(first.some((name) => at(name) >= 0) ? [] : first),
  ];
  const absent = named.find((name) => at(name) < 0);
  if (absent !== undefined) throw notFound(field, absent, input);
}

/** A column that the user's own profile names and the file lacks. */
export function notFound(
  field: FieldName,
  name: string,
  { file, headers, headerLine: line }: Recognition,
): UserError {
  return userError("column-not-found", { field, name, header: headers.join(" | ") }, { file, line });
}

function firstOf(
  field: FieldName,
  spec: ColumnObject,
  at: (name: string) => number,
  plain: (names: readonly string[]) => MappedColumn | Undecided | null,
): MappedColumn | Undecided | null {
  if (spec["first-of"] === undefined) {
    if (spec.header === undefined) return null;
    const names = typeof spec.header === "string" ? [spec.header] : spec.header;
    return names.some((name) => at(name) < 0) ? null : plain(names);
  }
  const found: MappedColumn[] = [];
  const met = new Set<number>([-1]);
  for (const name of spec["first-of"]) {
    // names that differ only in brackets are one column
    const column = met.has(at(name)) ? null : plain([name]);
    met.add(at(name));
    if (column !== null && "column" in column) return column;
    if (column !== null) found.push(column);
  }
  return found.length < 2 ? (found[0] ?? null) : together(field, found, { type: "first-of", of: found });
}

function plainColumn(
  field: FieldName,
  names: readonly string[],
  spec: ColumnObject,
  format: ExportFormat,
  input: Recognition,
  missing: ReadonlySet<string>,
): MappedColumn | Undecided | null {
  const at = headerIndex(input.headers);
  const columns = names.map(at);
  const [first = 0, second] = columns;
  const samples = columns.map((column) => samplesOf(input.samples[column]!, spec, missing));
  const context = contextFor(field, first, spec, format, input);
  const extras = {
    ...(spec.part === undefined ? {} : { part: spec.part }),
    ...(missing.size === 0 ? {} : { missing: [...missing] }),
  };
  if (spec.part?.count !== undefined) {
    const reader: ColumnReader = { type: "value", read: countReader(spec.part.count) };
    return mappedBy(field, columns, { reader, format: null }, input);
  }
  const read: ReadAs | "ambiguous" | null =
    second !== undefined && FIELDS[field] === "instant"
      ? readJoined(samples[0]!, samples[1]!, context)
      : readAs(field, names.join(" + "), samples[0]!, context);
  if (read === "ambiguous") {
    const hint = context.expected?.kind === "date-time" ? context.expected.order : null;
    return { field, column: first, hint };
  }
  return read === null ? null : { ...mappedBy(field, columns, read, input), ...extras };
}

function contextFor(
  field: FieldName,
  column: number,
  spec: ColumnObject,
  format: ExportFormat,
  { options, timezone, decided }: Recognition,
): ReadingContext {
  const told = options.formats?.[field];
  return {
    timezone: spec.timezone ?? options.timezone ?? format.timezone ?? timezone,
    words: loadWordTable(),
    told: { ...format.values?.[field], ...options.values?.[field] },
    format: told === undefined ? (decided.get(column) ?? null) : toldFormat(told),
    expected: spec.format === undefined ? null : toldFormat(spec.format),
    unit: spec.unit,
  };
}

function samplesOf(
  samples: readonly Uint8Array[],
  spec: ColumnObject,
  missing: ReadonlySet<string>,
): readonly Uint8Array[] {
  const narrow = spec.part === undefined ? null : narrowing(spec.part);
  return samples.map((cell) => {
    if (missing.has(cellText(cell, 0, cell.length))) return cell.subarray(0, 0);
    const span = { bytes: cell, from: 0, to: cell.length };
    narrow?.(span);
    return cell.subarray(span.from, span.to);
  });
}

/** Cells that the user says mean "did not happen" in this field. */
function toldMissing(field: FieldName, { options: { missing } }: Recognition): readonly string[] {
  if (missing === undefined) return [];
  return isList(missing) ? missing : (missing[field] ?? []);
}

function isList<T>(value: readonly string[] | T): value is readonly string[] {
  return Array.isArray(value);
}

function isColumn(found: MappedColumn | Undecided | null | undefined): found is MappedColumn {
  return found !== null && found !== undefined && "reader" in found;
}

function constantColumn(field: FieldName, is: string, input: Recognition): MappedColumn {
  const reader: ColumnReader = { type: "constant", value: constantOf(field, is) };
  return mappedBy(field, [], { reader, format: is }, input);
}

function together(field: FieldName, parts: readonly MappedColumn[], reader: ColumnReader): MappedColumn {
  const columns = parts.flatMap((part) => part.columns);
  const names = parts.flatMap((part) => part.reading.columns);
  const { format } = parts[0]!.reading;
  return { field, columns, reader, reading: { field, columns: names, by: "profile", format } };
}

function mappedBy(
  field: FieldName,
  columns: readonly number[],
  { reader, format }: ReadAs,
  { headers }: Recognition,
): MappedColumn {
  const names = columns.map((column) => headers[column]!);
  return { field, columns, reader, reading: { field, columns: names, by: "profile", format } };
}
