import { CHANNELS, FIELD_INDEX } from "../model/fields.js";
import { readCombined } from "./combine/read.js";
import { type ColumnFiller, columnFiller } from "./fill.js";
import { rowFilters } from "./filter.js";
import type { Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import { defaultChannel, type Layout, type OpenedFile } from "./open.js";
import { openRecords } from "./records.js";
import { compactRows, createRows, growRows, lineOf, type RowBatch } from "./row-batch.js";
import { senseChecks } from "./sense.js";
import type { ByteSource } from "./source.js";
import { cellText } from "./values/cell.js";

/** Told of every stretch read, for people who wait. */
export interface Progress {
  advance(bytes: number, rows: number): void;
}

/**
 * Reads a table batch by batch and hands the good rows to `sink`: one row a contact, several rows of one combined. Rows
 * that cannot be read are entered in the ledger and left out; the sink accounts for the others, since it knows which of
 * them are duplicates.
 */
export function readRows(
  input: OpenedFile,
  labels: Labels,
  ledger: LedgerBook,
  progress: Progress,
  sink: (rows: RowBatch) => void,
): void {
  const combine = input.layout.profile?.combine ?? null;
  if (combine !== null) {
    readCombined(input, combine, labels, ledger, progress, sink);
    return;
  }
  const check = senseChecks(input.layout, labels, ledger);
  fillRows(input, labels, ledger, progress, (rows) => {
    // rows that are left out are looked at too: what is wrong with an export is said of all of it
    check.values(rows);
    check.contacts(rows);
    check.talks(rows);
    compactRows(rows);
    if (rows.rows > 0) sink(rows);
  });
  check.finish();
}

/** Reads a table batch by batch, its columns filled; rows that are left out are marked as dropped and accounted for. */
export function fillRows(
  { layout, source }: OpenedFile,
  labels: Labels,
  ledger: LedgerBook,
  progress: Progress,
  each: (rows: RowBatch) => void,
): void {
  const reader = openRecords(layout, source, ledger);
  const { isRow, isWanted } = rowFilters(layout, ledger);
  const rows = createRows(layout, reader.batch);
  const fill = rowFiller(layout, labels);
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
    fill(rows, ledger);
    assumeChannel(rows);
    each(rows);
    progress.advance(reader.scanned - scanned, batch.records);
    scanned = reader.scanned;
  }
}

/** Reads the file once more from its start, batch by batch and unfilled. Damage has been reported the first time. */
export function eachBatch(input: OpenedFile, each: (rows: RowBatch) => void): void {
  const { layout } = input;
  const source = input.reopen();
  try {
    skip(source, layout.head.length);
    const reader = openRecords(layout, source, null);
    const rows = createRows(layout, reader.batch);
    while (reader.next(0)) each(rows);
  } finally {
    source.close();
  }
}

/** Passes over what the layout holds already. */
function skip(source: ByteSource, bytes: number): void {
  const head = new Uint8Array(bytes);
  for (let at = 0; at < bytes; ) {
    const count = source.read(head, at);
    if (count === 0) return;
    at += count;
  }
}

/** Fills in the channel that the kind of file implies, where no cell says any: a word that is not understood says one. */
export function assumeChannel(rows: RowBatch): void {
  const { layout } = rows;
  const channel = defaultChannel(layout.kind, layout.options);
  if (channel === null) return;
  const code = CHANNELS.indexOf(channel);
  const column = rows.columns[FIELD_INDEX.channel]!;
  const said = layout.columns.some(({ field }) => field === "channel");
  for (let row = 0; row < rows.rows; row++) if (!said || Number.isNaN(column[row]!)) column[row] = code;
}

function rowFiller(layout: Layout, labels: Labels): ColumnFiller {
  const events = layout.profile?.events ?? null;
  if (events === null) {
    const fillers = layout.columns.map((column) => columnFiller(column, layout, labels));
    return (rows, ledger) => {
      for (const fill of fillers) fill(rows, ledger);
    };
  }
  return eventFiller(layout, labels, events);
}

/** Of a log of events each row carries the fields of its event, and those that all events have. */
function eventFiller(
  layout: Layout,
  labels: Labels,
  { column, of, base }: NonNullable<NonNullable<Layout["profile"]>["events"]>,
): ColumnFiller {
  const words = [...of.keys()];
  let events = new Int8Array(0);
  const fillers = [
    ...base.map((mapped) => columnFiller(mapped, layout, labels)),
    ...words.flatMap((word, event) =>
      of.get(word)!.map((mapped) => columnFiller(mapped, layout, labels, (row) => events[row] === event)),
    ),
  ];
  const own = new Set([...base, ...[...of.values()].flat()].map(({ field }) => FIELD_INDEX[field]));
  return (rows, ledger) => {
    if (events.length < rows.rows) events = new Int8Array(rows.rows * 2);
    for (const field of own) rows.columns[field]!.fill(Number.NaN, 0, rows.rows);
    for (let row = 0; row < rows.rows; row++) {
      const word = eventOf(rows, row, column);
      events[row] = words.indexOf(word.toUpperCase());
      if (events[row]! >= 0 || rows.dropped[row] === 1) continue;
      rows.dropped[row] = 1;
      ledger.out("ignored", "other-event", lineOf(rows, row), word);
    }
    for (const fill of fillers) fill(rows, ledger);
  };
}

function eventOf({ batch, record }: RowBatch, row: number, column: number): string {
  const field = batch.firstField[record[row]!]! + column;
  if (field >= batch.firstField[record[row]! + 1]!) return "";
  return cellText(batch.bytes, batch.fieldStart[field]!, batch.fieldEnd[field]!).trim();
}
