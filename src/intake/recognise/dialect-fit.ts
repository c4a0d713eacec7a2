import type { Batch } from "../scan/batch.js";
import type { ScanDialect } from "../scan/scan.js";
import { loadHeaderTable } from "../tables.js";
import { cellsOf, type Head, isBlankRecord, readHead } from "./head.js";
import { knownHeaders } from "./headers.js";

/** How well a dialect fits the head of a file. */
export interface Fit {
  /** Rows, those that could not be read among them. */
  readonly rows: number;
  /** How many fields most rows have. */
  readonly width: number;
  /** Rows with another number of fields, or damaged. */
  readonly bad: number;
  /** Share of the rows with that width, less for few rows, and where the first row has another width. */
  readonly share: number;
  /** Known header names in the row that has most of them. */
  readonly names: number;
}

const HEADER_ROWS = 20;

export function dialectFit(head: Head, dialect: ScanDialect): Fit {
  const { batch, damaged } = readHead(head, dialect);
  const counts = new Map<number, number>();
  let rows = damaged;
  let first = -1;
  for (let record = 0; record < batch.records; record++) {
    if (isBlankRecord(batch, record)) continue;
    rows += 1;
    const width = batch.firstField[record + 1]! - batch.firstField[record]!;
    if (first < 0) first = width;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const width = commonWidth(counts);
  const good = counts.get(width) ?? 0;
  const share = rows === 0 ? 0 : (good / rows) * (first === width ? 1 : 0.9) - 1 / (rows + 1);
  return { rows, width, bad: rows - good, share, names: mostNames(batch) };
}

/** So many lines of a single field to one of several: prose, in which a delimiter is a comma now and then. */
const PROSE = 4;

/** The width that most rows have; a single field makes no table, so it counts only where hardly anything else is there. */
function commonWidth(counts: ReadonlyMap<number, number>): number {
  let best = 1;
  for (const [width, count] of counts) {
    const most = best > 1 ? counts.get(best)! : 0;
    if (width > 1 && (count > most || (count === most && width > best))) best = width;
  }
  return (counts.get(1) ?? 0) > (counts.get(best) ?? 0) * PROSE ? 1 : best;
}

/** Known names decide; else the more regular table does, and of two as regular ones the wider. */
export function fitsBetter(one: Fit, than: Fit): boolean {
  const names = namesOf(one) - namesOf(than);
  if (names !== 0) return names > 0;
  if (one.width > 1 !== than.width > 1) return one.width > 1;
  if (Math.abs(one.share - than.share) > 0.02) return one.share > than.share;
  return one.width > than.width;
}

/** A single known word may stand anywhere. */
function namesOf({ names }: Fit): number {
  return names < 2 ? 0 : names;
}

function mostNames(batch: Batch): number {
  const table = loadHeaderTable();
  let most = 0;
  for (let record = 0; record < Math.min(batch.records, HEADER_ROWS); record++) {
    most = Math.max(most, knownHeaders(cellsOf(batch, record), table));
  }
  return most;
}
