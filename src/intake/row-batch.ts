import { FIELD_INDEX, FIELD_NAMES, type FieldName } from "../model/fields.js";
import { CONTACT_ID } from "./labels.js";
import type { Layout } from "./open.js";
import type { Batch } from "./scan/batch.js";

/** Rows of a file with one contact (or one survey answer) a row, as columns. Reused from batch to batch. */
export interface RowBatch {
  readonly layout: Layout;
  readonly batch: Batch;
  rows: number;
  /** By field index; NaN where a cell is empty or the file has no such column. The contact's number is always filled in. */
  readonly columns: Float64Array[];
  /** 1 where the file carries the field, by field index. */
  readonly has: Uint8Array;
  /** The record of each row in the batch. */
  record: Int32Array;
  /** 1 where the row is entered in the ledger as ignored, rejected or duplicate; such rows are taken out. */
  dropped: Uint8Array;
}

export function createRows(layout: Layout, batch: Batch): RowBatch {
  const has = new Uint8Array(FIELD_NAMES.length);
  for (const { field } of layout.reading.columns) has[FIELD_INDEX[field as FieldName]] = 1;
  return {
    layout,
    batch,
    rows: 0,
    columns: FIELD_NAMES.map(() => EMPTY),
    has,
    record: new Int32Array(0),
    dropped: new Uint8Array(0),
  };
}

const EMPTY = new Float64Array(0);

/** Makes room for as many rows as the batch has records. Columns that the file lacks stay NaN. */
export function growRows(rows: RowBatch): void {
  const { records } = rows.batch;
  if (records <= rows.record.length) return;
  const length = Math.max(records, rows.record.length * 2);
  rows.record = new Int32Array(length);
  rows.dropped = new Uint8Array(length);
  const absent = new Float64Array(length).fill(Number.NaN);
  rows.has.forEach((has, field) => {
    rows.columns[field] = has === 1 || field === CONTACT_ID ? new Float64Array(length) : absent;
  });
}

/** Takes the dropped rows out, in place. */
export function compactRows(rows: RowBatch): void {
  let kept = 0;
  while (kept < rows.rows && rows.dropped[kept] === 0) kept += 1;
  if (kept === rows.rows) return;
  const filled = rows.columns.filter((_, field) => rows.has[field] === 1 || field === CONTACT_ID);
  for (let row = kept; row < rows.rows; row++) {
    if (rows.dropped[row] === 1) continue;
    rows.record[kept] = rows.record[row]!;
    for (const column of filled) column[kept] = column[row]!;
    kept += 1;
  }
  rows.rows = kept;
  rows.dropped.fill(0, 0, kept);
}

export function lineOf(rows: RowBatch, row: number): number {
  return rows.batch.recordLine[rows.record[row]!]!;
}
