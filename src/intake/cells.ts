import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import type { Labels } from "./labels.js";
import type { Layout } from "./open.js";
import { narrowing, type Span, trim } from "./profiles/part.js";
import type { ColumnReader } from "./recognise/columns.js";
import type { MappedColumn } from "./recognise/recognise.js";
import { type Batch, FIELD_ESCAPED } from "./scan/batch.js";
import { BAD, cellText, isMissing, unescaped, type ValueReader } from "./values/cell.js";

/** Reads the value of one field from a record: NaN where it is empty, BAD where it cannot be read. */
export type CellReader = (batch: Batch, record: number) => number;

/** What stands in the cells of a field, for messages. */
export function cellSample({ columns }: MappedColumn, batch: Batch, record: number): string {
  const first = batch.firstField[record]!;
  return columns
    .filter((column) => first + column < batch.firstField[record + 1]!)
    .map((column) =>
      Buffer.from(unescaped(batch, first + column))
        .toString("utf8")
        .trim(),
    )
    .join(" ");
}

export function cellReader(mapped: MappedColumn, layout: Layout, labels: Labels): CellReader {
  const { field, columns, reader } = mapped;
  const span: Span = { bytes: new Uint8Array(0), from: 0, to: 0 };
  const gone = missingTokens(mapped, layout);
  const take = taker(mapped, layout);
  const [first = 0, second = 0] = columns;
  const part = (column: MappedColumn) => cellReader(column, layout, labels);
  switch (reader.type) {
    case "prose":
      return () => Number.NaN;
    case "label":
      return labelReader(mapped, take, gone, labels);
    case "joined": {
      const other: Span = { bytes: new Uint8Array(0), from: 0, to: 0 };
      return (batch, record) => {
        take(span, batch, record, first);
        take(other, batch, record, second);
        if (gone(span) || gone(other)) return Number.NaN;
        // both cells lie in the batch, unless one was unescaped: dates and times never are
        return reader.read(batch.bytes, span.from, span.to, other.from, other.to);
      };
    }
    case "constant": {
      const value = constant(field, reader.value, labels);
      return () => value;
    }
    case "first-of": {
      const parts = reader.of.map(part);
      return (batch, record) => {
        for (const read of parts) {
          const value = read(batch, record);
          if (!Number.isNaN(value)) return value;
        }
        return Number.NaN;
      };
    }
    case "minus": {
      const [more, less] = reader.of;
      const [readMore, readLess] = [part(more), part(less)];
      return (batch, record) => {
        const [a, b] = [readMore(batch, record), readLess(batch, record)];
        return a === BAD || b === BAD ? BAD : a - b;
      };
    }
    case "cases":
      return caseReader(reader, field, take, part, labels);
    default: {
      const { read } = reader;
      if (take === takeCell && gone === NEVER_GONE) return plainReader(first, read);
      return (batch, record) => {
        take(span, batch, record, first);
        if (gone(span)) return Number.NaN;
        return read(span.bytes, span.from, span.to);
      };
    }
  }
}

/** The common case, without a call more than it needs: whole cells, and no words of their own for "nothing". */
function plainReader(column: number, read: ValueReader): CellReader {
  return (batch, record) => {
    const { bytes } = batch;
    const field = batch.firstField[record]! + column;
    if ((batch.fieldFlags[field]! & FIELD_ESCAPED) !== 0) {
      const span: Span = { bytes, from: 0, to: 0 };
      takeCell(span, batch, record, column);
      return read(span.bytes, span.from, span.to);
    }
    let from = batch.fieldStart[field]!;
    let to = batch.fieldEnd[field]!;
    while (from < to && bytes[from]! <= 0x20) from += 1;
    while (to > from && bytes[to - 1]! <= 0x20) to -= 1;
    return read(bytes, from, to);
  };
}

type Take = (span: Span, batch: Batch, record: number, column: number) => void;

function labelReader(
  { field, columns }: MappedColumn,
  take: Take,
  gone: (span: Span) => boolean,
  labels: Labels,
): CellReader {
  const span: Span = { bytes: new Uint8Array(0), from: 0, to: 0 };
  const interner = labels.of[FIELD_INDEX[field]]!;
  const [first = 0] = columns;
  if (columns.length > 1) {
    return (batch, record) => {
      const parts = columns.map((column) => {
        take(span, batch, record, column);
        return cellText(span.bytes, span.from, span.to);
      });
      return parts.every((part) => part === "") ? Number.NaN : interner.internText(parts.join("/"));
    };
  }
  const read: ValueReader = (bytes, from, to) =>
    isMissing(bytes, from, to) ? Number.NaN : interner.intern(bytes, from, to);
  if (take === takeCell && gone === NEVER_GONE) return plainReader(first, read);
  return (batch, record) => {
    take(span, batch, record, first);
    return gone(span) ? Number.NaN : read(span.bytes, span.from, span.to);
  };
}

function caseReader(
  reader: Extract<ColumnReader, { type: "cases" }>,
  field: FieldName,
  take: Take,
  part: (column: MappedColumn) => CellReader,
  labels: Labels,
): CellReader {
  const span: Span = { bytes: new Uint8Array(0), from: 0, to: 0 };
  const own = reader.column === null ? null : part(reader.column);
  const otherwise = constant(field, reader.otherwise, labels);
  const cases = reader.cases.map(({ tests, value }) => ({
    tests,
    read: typeof value === "object" ? part(value) : null,
    value: typeof value === "object" ? Number.NaN : constant(field, value, labels),
  }));
  return (batch, record) => {
    for (const { tests, read, value } of cases) {
      const holds = tests.every((test) => {
        take(span, batch, record, test.column);
        return test.holds(span.bytes, span.from, span.to);
      });
      if (holds) return read === null ? value : read(batch, record);
    }
    const value = own === null ? Number.NaN : own(batch, record);
    return Number.isNaN(value) ? otherwise : value;
  };
}

function constant(field: FieldName, value: number | string, labels: Labels): number {
  return typeof value === "number" ? value : labels.of[FIELD_INDEX[field]]!.internText(value);
}

/** How a cell is taken from a record: without the spaces around it, and only the part of it that counts. */
function taker({ part }: MappedColumn, { shortRows }: Layout): Take {
  const whole: Take = shortRows ? takeIfThere : takeCell;
  if (part === undefined) return whole;
  const narrow = narrowing(part);
  return (span, batch, record, column) => {
    whole(span, batch, record, column);
    narrow(span);
  };
}

function takeIfThere(span: Span, batch: Batch, record: number, column: number): void {
  if (batch.firstField[record]! + column < batch.firstField[record + 1]!) {
    takeCell(span, batch, record, column);
  } else {
    span.bytes = batch.bytes;
    span.from = 0;
    span.to = 0;
  }
}

function takeCell(span: Span, batch: Batch, record: number, column: number): void {
  const field = batch.firstField[record]! + column;
  span.bytes = batch.bytes;
  span.from = batch.fieldStart[field]!;
  span.to = batch.fieldEnd[field]!;
  if ((batch.fieldFlags[field]! & FIELD_ESCAPED) !== 0) {
    span.bytes = unescaped(batch, field);
    span.from = 0;
    span.to = span.bytes.length;
  }
  trim(span);
}

/** Cells that a profile or the user says mean "did not happen". */
function missingTokens({ field, missing }: MappedColumn, { options }: Layout): (span: Span) => boolean {
  const told = missing ?? ofUser(options.missing, field);
  if (told === undefined || told.length === 0) return NEVER_GONE;
  const tokens = told.map((token) => Buffer.from(token));
  return (span) => tokens.some((token) => isToken(token, span));
}

const NEVER_GONE = (): boolean => false;

function isToken(token: Uint8Array, { bytes, from, to }: Span): boolean {
  if (to - from !== token.length) return false;
  for (let i = 0; i < token.length; i++) if (bytes[from + i] !== token[i]) return false;
  return true;
}

function ofUser(missing: Layout["options"]["missing"], field: FieldName): readonly string[] | undefined {
  if (missing === undefined || Array.isArray(missing)) return missing;
  return (missing as Partial<Record<FieldName, readonly string[]>>)[field];
}
