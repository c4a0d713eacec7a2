import type { LedgerBook } from "./ledger.js";
import type { Layout } from "./open.js";
import { normaliseHeader } from "./recognise/headers.js";
import type { Batch } from "./scan/batch.js";
import { cellText, unescaped } from "./values/cell.js";

/** Whether a record is a row of the audit. What is not is entered in the ledger with its reason. */
export type RowFilter = (batch: Batch, record: number) => boolean;

export interface RowFilters {
  /** Whether the record has the shape of a row at all. */
  readonly isRow: RowFilter;
  /** Whether the user wants the row audited. Ask only about rows. */
  readonly isWanted: RowFilter;
}

const SAMPLE_LENGTH = 80;

export function rowFilters(layout: Layout, ledger: LedgerBook): RowFilters {
  const width = layout.headers.length;
  const { least } = layout.widths;
  const ignored = ignoredCells(layout);
  return { isRow, isWanted };

  function isRow(batch: Batch, record: number): boolean {
    const first = batch.firstField[record]!;
    const end = batch.firstField[record + 1]!;
    const bytes = batch.recordStart[record + 1]! - batch.recordStart[record]!;
    // a line of delimiters alone, as spreadsheets write below the data, has no more bytes than these and its line end
    if (bytes <= end - first + 1 && areBlank(batch, first, end)) {
      ledger.out("ignored", "blank-line", batch.recordLine[record]!);
      return false;
    }
    if (end - first <= width && end - first >= least) return true;
    if (areBlank(batch, first, end)) {
      ledger.out("ignored", "blank-line", batch.recordLine[record]!);
      return false;
    }
    // "a,b,c,," where the header has three names: some exports close every line with delimiters
    if (end - first > width && areBlank(batch, first + width, end)) return true;
    const text = cellText(batch.bytes, batch.recordStart[record]!, batch.recordStart[record + 1]!).trimEnd();
    const found = `${end - first}/${width}: ${text.slice(0, SAMPLE_LENGTH)}`;
    ledger.out("rejected", "ragged-row", batch.recordLine[record]!, found);
    return false;
  }

  function isWanted(batch: Batch, record: number): boolean {
    for (const { column, cells } of ignored) {
      const cell = Buffer.from(unescaped(batch, batch.firstField[record]! + column))
        .toString("utf8")
        .trim();
      if (!cells.has(cell)) continue;
      ledger.out("ignored", "ignored-by-config", batch.recordLine[record]!, cell, layout.headers[column]);
      return false;
    }
    return true;
  }
}

function areBlank(batch: Batch, from: number, to: number): boolean {
  for (let field = from; field < to; field++) {
    for (let at = batch.fieldStart[field]!; at < batch.fieldEnd[field]!; at++) {
      if (batch.bytes[at]! > 0x20) return false;
    }
  }
  return true;
}

function ignoredCells(layout: Layout): readonly { column: number; cells: ReadonlySet<string> }[] {
  return Object.entries(layout.options.ignore ?? {}).map(([header, cells]) => ({
    column: columnOf(layout, header),
    cells: new Set(cells),
  }));
}

/** The column that a header of the config names, as `recognise` finds it. */
function columnOf(layout: Layout, header: string): number {
  const exact = layout.headers.indexOf(header);
  if (exact >= 0) return exact;
  return layout.headers.findIndex((name) => normaliseHeader(name) === normaliseHeader(header));
}
