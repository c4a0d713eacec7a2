import { FIELD_INDEX } from "../../model/fields.js";
import { type CellReader, cellReader } from "../cells.js";
import { CONTACT_ID, type Labels } from "../labels.js";
import type { LedgerBook } from "../ledger.js";
import type { OpenedFile } from "../open.js";
import type { Combine } from "../profiles/applied.js";
import { compactRows, growRows, lineOf, type RowBatch } from "../row-batch.js";
import { assumeChannel, eachBatch, fillRows, type Progress } from "../rows.js";
import { senseChecks } from "../sense.js";
import { contactFolder } from "./fold.js";
import { addLegs, createLegs, eachContact, fieldsToKeep, type Legs } from "./legs.js";

/**
 * Reads a table in which several rows are one contact, and hands it over contact by contact. The file is read twice: first
 * for the values of all rows, then for the rows that stand for their contacts, so that findings point at cells of the
 * file. Each row is accounted for: further legs count as audited with their contact, older versions as duplicates.
 */
export function readCombined(
  input: OpenedFile,
  combine: Combine,
  labels: Labels,
  ledger: LedgerBook,
  progress: Progress,
  sink: (rows: RowBatch) => void,
): void {
  const check = senseChecks(input.layout, labels, ledger);
  // a leg is a stretch of talk of its own; an event is only part of one, and a version repeats the whole
  const talksInRows = combine.how === "legs" && input.layout.profile?.events === null;
  const order: CellReader | null =
    combine.order === null ? null : cellReader(combine.order, input.layout, labels);
  let legs: Legs | null = null;
  let record = 0;
  fillRows(input, labels, ledger, progress, (rows) => {
    check.values(rows);
    if (talksInRows) check.talks(rows);
    dropNameless(rows, ledger);
    compactRows(rows);
    legs ??= createLegs(fieldsToKeep(rows.has));
    addLegs(legs, rows, record, order);
    record += rows.batch.records;
  });
  if (legs === null) return;
  const mains =
    combine.how === "legs" ? foldAll(legs, combine, labels, ledger) : newestOf(legs, labels, ledger);
  handOver(input, legs, mains, (rows) => {
    check.contacts(rows);
    if (!talksInRows) check.talks(rows);
    sink(rows);
  });
  check.finish();
}

function dropNameless(rows: RowBatch, ledger: LedgerBook): void {
  const ids = rows.columns[CONTACT_ID]!;
  for (let row = 0; row < rows.rows; row++) {
    if (rows.dropped[row] === 1 || !Number.isNaN(ids[row]!)) continue;
    ledger.out("rejected", "missing-key", lineOf(rows, row), undefined, "contact-id");
    rows.dropped[row] = 1;
  }
}

/** The main legs, which hold the values of their contacts. */
function foldAll(legs: Legs, combine: Combine, labels: Labels, ledger: LedgerBook): readonly number[] {
  const fold = contactFolder(legs, combine.policyOf);
  const mains: number[] = [];
  const merged: number[] = [];
  eachContact(legs, (of) => {
    const main = fold(of);
    mains.push(main);
    for (const leg of of) if (leg !== main) merged.push(leg);
  });
  for (const leg of merged.toSorted((a, b) => a - b)) {
    ledger.audited();
    ledger.note("rows-merged", legs.line[leg]!, nameOf(legs, leg, labels), "contact-id");
  }
  return mains;
}

/** The newest version of each record; of equals the first. */
function newestOf(legs: Legs, labels: Labels, ledger: LedgerBook): readonly number[] {
  const mains: number[] = [];
  const older: number[] = [];
  eachContact(legs, (of) => {
    const newest = of.reduce((best, leg) => (legs.order[leg]! > legs.order[best]! ? leg : best));
    mains.push(newest);
    older.push(...of.filter((leg) => leg !== newest));
  });
  for (const leg of older.toSorted((a, b) => a - b)) {
    ledger.out("duplicate", "superseded-row", legs.line[leg]!, nameOf(legs, leg, labels), "contact-id");
  }
  return mains;
}

function nameOf(legs: Legs, leg: number, labels: Labels): string | undefined {
  return labels.text(CONTACT_ID, legs.contact[leg]!) ?? undefined;
}

/** Reads the file again and hands over the rows of the main legs, with the values of their contacts. */
function handOver(
  input: OpenedFile,
  legs: Legs,
  mains: readonly number[],
  sink: (rows: RowBatch) => void,
): void {
  const inFile = mains.toSorted((a, b) => a - b);
  let next = 0;
  let from = 0;
  eachBatch(input, (rows) => {
    const { records } = rows.batch;
    growRows(rows);
    rows.rows = 0;
    for (; next < inFile.length; next++) {
      const leg = inFile[next]!;
      if (legs.record[leg]! >= from + records) break;
      const row = rows.rows++;
      rows.record[row] = legs.record[leg]! - from;
      rows.dropped[row] = 0;
      legs.fields.forEach((field, i) => {
        rows.columns[FIELD_INDEX[field]]![row] = legs.values[i]![leg]!;
      });
      rows.columns[CONTACT_ID]![row] = legs.contact[leg]!;
    }
    from += records;
    if (rows.rows === 0) return;
    assumeChannel(rows);
    sink(rows);
  });
}
