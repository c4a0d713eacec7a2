import { CHANNELS, FIELD_INDEX } from "../model/fields.js";
import { columnFiller } from "./fill.js";
import { rowFilters } from "./filter.js";
import type { Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import { defaultChannel, type OpenedFile } from "./open.js";
import { openReader } from "./reader.js";
import { compactRows, createRows, growRows, type RowBatch } from "./row-batch.js";
import { senseChecks } from "./sense.js";

/** Told of every stretch read, for people who wait. */
export interface Progress {
  advance(bytes: number, rows: number): void;
}

/**
 * Reads a table batch by batch and hands the good rows to `sink`. Rows that cannot be read are entered in the ledger
 * and left out; the sink accounts for the others, since it knows which of them are duplicates.
 */
export function readRows(
  { layout, source }: OpenedFile,
  labels: Labels,
  ledger: LedgerBook,
  progress: Progress,
  sink: (rows: RowBatch) => void,
): void {
  const reader = openReader(source, {
    dialect: layout.dialect,
    head: layout.head,
    start: layout.start,
    line: layout.line,
    width: layout.headers.length,
    onDamage: (code, line, sample) => {
      ledger.read();
      ledger.out("rejected", code, line, sample);
    },
  });
  const { isRow, isWanted } = rowFilters(layout, ledger);
  const rows = createRows(layout, reader.batch);
  const fillers = layout.columns.map((column) => columnFiller(column, layout, labels));
  const assume = assumedChannel(rows);
  const check = senseChecks(layout, ledger);
  let scanned = 0;
  while (reader.next(0)) {
    const { batch } = reader;
    ledger.read(batch.records);
    growRows(rows);
    rows.rows = 0;
    for (let record = 0; record < batch.records; record++) {
      if (!isRow(batch, record)) continue;
      rows.dropped[rows.rows] = isWanted(batch, record) ? 0 : 1;
      rows.record[rows.rows++] = record;
    }
    for (const fill of fillers) fill(rows, ledger);
    assume();
    // rows that are left out are looked at too: what is wrong with an export is said of all of it
    check(rows);
    compactRows(rows);
    if (rows.rows > 0) sink(rows);
    progress.advance(reader.scanned - scanned, batch.records);
    scanned = reader.scanned;
  }
}

/** Fills in the channel that the kind of file implies, where no cell says another. */
function assumedChannel(rows: RowBatch): () => void {
  const { layout } = rows;
  const channel = defaultChannel(layout.kind, layout.options);
  if (channel === null) return () => {};
  const code = CHANNELS.indexOf(channel);
  return () => {
    const column = rows.columns[FIELD_INDEX.channel]!;
    for (let row = 0; row < rows.rows; row++) if (!(column[row]! > 0)) column[row] = code;
  };
}
