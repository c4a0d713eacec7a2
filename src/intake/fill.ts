import { FIELD_INDEX, FIELDS, type FieldType } from "../model/fields.js";
import { type CellReader, cellReader, cellSample } from "./cells.js";
import type { Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import type { Layout } from "./open.js";
import type { MappedColumn } from "./recognise/recognise.js";
import { lineOf, type RowBatch } from "./row-batch.js";
import { BAD } from "./values/cell.js";
import { UNKNOWN_WORD } from "./values/codes.js";
import type { ClockOddity } from "./values/instants.js";

/** Reads one column of a batch into its array, whole column after whole column: each loop stays small and hot. */
export type ColumnFiller = (rows: RowBatch, ledger: LedgerBook) => void;

/** `wanted`: of which rows the column is read; of all where it is left out. */
export function columnFiller(
  mapped: MappedColumn,
  layout: Layout,
  labels: Labels,
  wanted?: (row: number) => boolean,
): ColumnFiller {
  const { field, reader } = mapped;
  const index = FIELD_INDEX[field];
  const read: CellReader = cellReader(mapped, layout, labels);
  const type: FieldType = FIELDS[field];
  const badCode = type in BAD_CODES ? BAD_CODES[type as keyof typeof BAD_CODES] : "bad-number";
  const unknownCode = UNKNOWN_CODES[type as keyof typeof UNKNOWN_CODES];
  const coded = unknownCode !== undefined;
  const oddities = odditiesOf(reader);
  return (rows, ledger) => {
    const column = rows.columns[index]!;
    // what the first rows showed when the file was opened is not this batch's
    for (let i = 0; i < oddities.length; i++) oddities[i]!.last = "exact";
    for (let row = 0; row < rows.rows; row++) {
      if (wanted !== undefined && !wanted(row)) continue;
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
      for (let i = 0; i < oddities.length; i++) {
        if (oddities[i]!.last !== "exact") noteOddity(oddities[i]!, rows, row, ledger);
      }
    }
  };

  function noteOddity(oddity: ClockOddity, rows: RowBatch, row: number, ledger: LedgerBook): void {
    const code = oddity.last === "gap" ? "dst-gap" : "dst-overlap";
    oddity.last = "exact";
    if (rows.dropped[row] === 0) ledger.note(code, lineOf(rows, row), sample(rows, row), field);
  }

  function sample(rows: RowBatch, row: number): string {
    return cellSample(mapped, rows.batch, rows.record[row]!);
  }
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
} as const satisfies Partial<Record<FieldType, string>>;

function odditiesOf(reader: MappedColumn["reader"]): readonly ClockOddity[] {
  switch (reader.type) {
    case "value":
    case "joined":
      return reader.oddity === undefined ? [] : [reader.oddity];
    case "first-of":
    case "minus":
      return reader.of.flatMap((column) => odditiesOf(column.reader));
    case "cases":
      return [reader.column, ...reader.cases.map(({ value }) => value)].flatMap((column) =>
        typeof column === "object" && column !== null ? odditiesOf(column.reader) : [],
      );
    default:
      return [];
  }
}
