import { FIELD_INDEX, FIELDS, type FieldName, type FieldType } from "../model/fields.js";
import type { Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import type { Layout } from "./open.js";
import type { MappedColumn } from "./recognise/recognise.js";
import { lineOf, type RowBatch } from "./row-batch.js";
import { type Batch, FIELD_ESCAPED } from "./scan/batch.js";
import { BAD, cellText, isMissing, unescaped } from "./values/cell.js";
import { UNKNOWN_WORD } from "./values/codes.js";

/** Reads one column of a batch into its array, whole column after whole column: each loop stays small and hot. */
export type ColumnFiller = (rows: RowBatch, ledger: LedgerBook) => void;

export function columnFiller(mapped: MappedColumn, layout: Layout, labels: Labels): ColumnFiller {
  const { field, reader } = mapped;
  const index = FIELD_INDEX[field];
  const read = cellReader(mapped, layout, labels);
  const type: FieldType = FIELDS[field];
  const badCode = type in BAD_CODES ? BAD_CODES[type as keyof typeof BAD_CODES] : "bad-number";
  const unknownCode = UNKNOWN_CODES[type as keyof typeof UNKNOWN_CODES];
  const coded = reader.type === "coded";
  return (rows, ledger) => {
    const column = rows.columns[index]!;
    for (let row = 0; row < rows.rows; row++) {
      const value = read(rows.batch, rows.record[row]!);
      column[row] = value;
      if (value === BAD) {
        column[row] = Number.NaN;
        if (rows.dropped[row] === 1) continue;
        rows.dropped[row] = 1;
        ledger.out("rejected", badCode, lineOf(rows, row), sample(rows, row), field);
      } else if (coded && value === UNKNOWN_WORD) {
        column[row] = type === "flag" ? Number.NaN : 0;
        if (rows.dropped[row] === 0) ledger.note(unknownCode, lineOf(rows, row), sample(rows, row), field);
      }
    }
  };

  function sample(rows: RowBatch, row: number): string {
    return cellSample(mapped, rows.batch, rows.record[row]!);
  }
}

/** What stands in the cells of a field, for messages. */
export function cellSample({ columns }: MappedColumn, batch: Batch, record: number): string {
  const first = batch.firstField[record]!;
  return columns
    .map((column) =>
      Buffer.from(unescaped(batch, first + column))
        .toString("utf8")
        .trim(),
    )
    .join(" ");
}

/** What an unreadable cell of each type is called in the ledger. */
const BAD_CODES = { instant: "bad-time", duration: "bad-duration", number: "bad-number" } as const;

/** What a word that means nothing known is called. */
const UNKNOWN_CODES = {
  outcome: "unknown-outcome",
  direction: "unknown-direction",
  channel: "unknown-channel",
  speaker: "unknown-speaker",
  flag: "unknown-flag",
} as const;

/** Reads the value of one field from a record: NaN where it is empty, BAD where it cannot be read. */
export type CellReader = (batch: Batch, record: number) => number;

export function cellReader(
  { field, columns, reader }: MappedColumn,
  layout: Layout,
  labels: Labels,
): CellReader {
  const span = { bytes: new Uint8Array(0), from: 0, to: 0 };
  const other = { bytes: new Uint8Array(0), from: 0, to: 0 };
  const gone = missingTokens(field, layout);
  const [first = 0, second = 0] = columns;
  switch (reader.type) {
    case "prose":
      return () => Number.NaN;
    case "label": {
      const interner = labels.of[FIELD_INDEX[field]]!;
      if (columns.length > 1) {
        return (batch, record) => {
          const parts = columns.map((column) => {
            take(span, batch, record, column);
            return cellText(span.bytes, span.from, span.to);
          });
          return parts.every((part) => part === "") ? Number.NaN : interner.internText(parts.join("/"));
        };
      }
      return (batch, record) => {
        take(span, batch, record, first);
        if (isMissing(span.bytes, span.from, span.to) || gone(span)) return Number.NaN;
        return interner.intern(span.bytes, span.from, span.to);
      };
    }
    case "joined":
      return (batch, record) => {
        take(span, batch, record, first);
        take(other, batch, record, second);
        if (gone(span) || gone(other)) return Number.NaN;
        // both cells lie in the batch, unless one was unescaped: dates and times never are
        return reader.read(batch.bytes, span.from, span.to, other.from, other.to);
      };
    default:
      return (batch, record) => {
        take(span, batch, record, first);
        if (gone(span)) return Number.NaN;
        return reader.read(span.bytes, span.from, span.to);
      };
  }
}

interface Span {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** A cell's content without the spaces around it. */
function take(span: Span, batch: Batch, record: number, column: number): void {
  const field = batch.firstField[record]! + column;
  span.bytes = batch.bytes;
  span.from = batch.fieldStart[field]!;
  span.to = batch.fieldEnd[field]!;
  if ((batch.fieldFlags[field]! & FIELD_ESCAPED) !== 0) {
    span.bytes = unescaped(batch, field);
    span.from = 0;
    span.to = span.bytes.length;
  }
  while (span.from < span.to && span.bytes[span.from]! <= 0x20) span.from += 1;
  while (span.to > span.from && span.bytes[span.to - 1]! <= 0x20) span.to -= 1;
}

/** Cells that the user says mean "did not happen". */
function missingTokens(field: FieldName, { options }: Layout): (span: Span) => boolean {
  const { missing } = options;
  const told = Array.isArray(missing)
    ? missing
    : (missing as Partial<Record<FieldName, readonly string[]>>)?.[field];
  if (told === undefined || told.length === 0) return () => false;
  const tokens = new Set(told);
  const longest = Math.max(...told.map((token) => Buffer.byteLength(token)));
  return ({ bytes, from, to }) => to - from <= longest && tokens.has(cellText(bytes, from, to));
}
