import type { InputOptions } from "../options.js";
import type { Batch } from "../scan/batch.js";
import { loadHeaderTable } from "../tables.js";
import { cellsOf, isBlankRecord, usualWidth, widthOf } from "./head.js";
import { knownHeaders, normaliseHeader } from "./headers.js";

/** A header may stand below so many title lines. */
const HEADER_ROWS = 20;

/**
 * The record that is the header: the one that holds the user's own names, else the one with the most known names. Where no
 * name is known, the first that is as wide as the rows below it and has no empty cells; else the first that is not blank.
 */
export function findHeader(batch: Batch, options: InputOptions): number {
  const table = loadHeaderTable();
  const told = Object.values(options.columns ?? {})
    .flat()
    .map(normaliseHeader);
  let best = -1;
  let most = 0;
  for (let record = 0; record < Math.min(batch.records, HEADER_ROWS); record++) {
    if (isBlankRecord(batch, record)) continue;
    const cells = cellsOf(batch, record);
    const names = new Set(cells.map(normaliseHeader));
    const count = told.filter((name) => names.has(name)).length * 100 + knownHeaders(cells, table);
    if (count > most) {
      best = record;
      most = count;
    }
  }
  // one known word in one wide row is no header yet: a title may hold it
  return most > 1 || (best >= 0 && isWide(batch, best)) ? best : firstWide(batch);
}

function firstWide(batch: Batch): number {
  let first = -1;
  for (let record = 0; record < Math.min(batch.records, HEADER_ROWS); record++) {
    if (isBlankRecord(batch, record)) continue;
    if (first < 0) first = record;
    if (isWide(batch, record) && cellsOf(batch, record).some((cell) => /\p{L}/u.test(cell))) return record;
  }
  return Math.max(first, 0);
}

/** Whether a record has at least as many fields as most of the first ones. */
function isWide(batch: Batch, record: number): boolean {
  return widthOf(batch, record) >= usualWidth(batch, 0, HEADER_ROWS * 2);
}
