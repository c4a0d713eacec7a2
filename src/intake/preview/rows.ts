import { type Zone, zone } from "../../calendar/zone.js";
import { FIELD_INDEX, type FieldName } from "../../model/fields.js";
import type { PreviewRow, PreviewValue } from "../../model/inspection.js";
import type { TextSource } from "../encoding/text-source.js";
import { createLabels, type Labels } from "../labels.js";
import { openLedger } from "../ledger.js";
import type { Layout } from "../open.js";
import { lineOf, type RowBatch } from "../row-batch.js";
import { readRows } from "../rows.js";
import { readTurns } from "../turns.js";
import { previewTurns } from "./turns.js";
import { shownValue } from "./value.js";

/** Rows shown of each file. */
const SHOWN = 3;

/**
 * The first rows of a file as the audit sees them, read by the very code that reads it: combined, put in order, with zeros
 * that mean "none" taken out. Only what is at hand of the file is read, so what it says of its last rows is not to be used.
 */
export function previewRows(layout: Layout, timezone: string): readonly PreviewRow[] {
  const labels = createLabels();
  const ledger = openLedger(layout.file, layout.kind);
  const silent = { advance: () => {} };
  const input = { layout, source: nothingMore(layout.file), reopen: () => nothingMore(layout.file) };
  const clock = zone(timezone);
  const found: PreviewRow[] = [];
  if (layout.kind === "transcripts" || layout.kind === "messages") {
    readTurns(input, labels, ledger, silent, (contact, block) => {
      if (found.length < TURNS_SHOWN)
        found.push(...previewTurns(block, contact, labels, clock, TURNS_SHOWN - found.length));
    });
    return found;
  }
  readRows(input, labels, ledger, silent, (rows) => {
    for (let row = 0; row < rows.rows && found.length < SHOWN; row++)
      found.push(previewRow(rows, row, labels, clock));
  });
  return found;
}

/** Turns are short, and it takes some to see who is who. */
const TURNS_SHOWN = 5;

function previewRow(rows: RowBatch, row: number, labels: Labels, clock: Zone): PreviewRow {
  const values: Partial<Record<FieldName, PreviewValue>> = {};
  for (const { field } of rows.layout.reading.columns as readonly { readonly field: FieldName }[]) {
    values[field] = shownValue(field, rows.columns[FIELD_INDEX[field]]![row]!, labels, clock);
  }
  return { line: lineOf(rows, row), values };
}

/** Stands for a file of which nothing is read beyond its head. */
function nothingMore(file: string): TextSource {
  return { file, replaced: [], read: () => 0, digest: () => ({ bytes: 0, sha256: "" }), close: () => {} };
}
