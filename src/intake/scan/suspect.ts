import { type Batch, FIELD_QUOTED } from "./batch.js";
import { createQuotedRecord, type QuotedRecord, splitQuoted } from "./quoted.js";
import type { ScanDialect } from "./scan.js";

/** How many fields a row of the file may have. */
export interface Widths {
  readonly least: number;
  readonly most: number;
}

/** Nothing is known of the rows yet: every record is taken as it stands. */
export const ANY_WIDTH: Widths = { least: 0, most: Number.POSITIVE_INFINITY };

/** A row whose end is not in sight after this many bytes is taken for no row. */
const TRIAL_BYTES = 256 * 1024;

const LF = 10;
const CR = 13;

/**
 * Whether a record over several lines is one at all. A stray quote runs on to the next quote of the file, which is one
 * that opens a cell of another row: `quote-unclosed`, if that line by itself is a good row, and the record as it stands
 * is no clean one, or leaves a rest that is none. Else a wrong number of fields is `ragged-lines`. The record's fields lie
 * in the batch from `firstField` to `record.fields`.
 */
export function suspicionOf(
  record: QuotedRecord,
  batch: Batch,
  view: Buffer,
  firstField: number,
  dialect: ScanDialect,
  atEnd: boolean,
  widths: Widths,
): "none" | "quote-unclosed" | "ragged-lines" | "incomplete" {
  if (widths.most === Number.POSITIVE_INFINITY) return "none";
  const end = record.fields;
  for (let field = firstField; field < end; field++) {
    if ((batch.fieldFlags[field]! & FIELD_QUOTED) === 0) continue;
    const close = batch.fieldEnd[field]!;
    const lineStart = lastLineStart(view, batch.fieldStart[field]!, close, dialect.loneCr);
    if (lineStart < 0) continue; // all on one line
    if (close > lineStart && view[close - 1] !== dialect.delimiter) continue; // no cell could open here
    const swallowed = looksLikeRow(batch, view, lineStart, end, dialect, atEnd, widths);
    if (swallowed === "incomplete") return "incomplete";
    if (swallowed === "no") continue;
    if (!isClean(batch, view, firstField, end, dialect, widths)) return "quote-unclosed";
    if (record.at >= view.length) return atEnd ? "none" : "incomplete";
    if (view[record.at] === LF || view[record.at] === CR) continue; // a blank line
    const rest = looksLikeRow(batch, view, record.at, end, dialect, atEnd, widths);
    if (rest !== "yes") return rest === "no" ? "quote-unclosed" : "incomplete";
  }
  const width = end - firstField;
  return width >= widths.least && width <= widths.most ? "none" : "ragged-lines";
}

/**
 * Whether a good row starts at byte `from`: the right number of fields, and no quote inside an unquoted one. Uses the
 * batch's fields from `scratch` on.
 */
export function looksLikeRow(
  batch: Batch,
  view: Buffer,
  from: number,
  scratch: number,
  dialect: ScanDialect,
  atEnd: boolean,
  widths: Widths,
): "yes" | "no" | "incomplete" {
  const trial = createQuotedRecord();
  splitQuoted(trial, batch, view, from, scratch, dialect, atEnd, widths.most, from);
  if (trial.state === "incomplete") return view.length - from > TRIAL_BYTES ? "no" : "incomplete";
  return trial.state === "done" && isClean(batch, view, scratch, trial.fields, dialect, widths)
    ? "yes"
    : "no";
}

/** The right number of fields, and no quote inside an unquoted one. */
function isClean(
  batch: Batch,
  view: Buffer,
  firstField: number,
  endField: number,
  { quote }: ScanDialect,
  widths: Widths,
): boolean {
  const width = endField - firstField;
  if (width < widths.least || width > widths.most) return false;
  for (let field = firstField; field < endField; field++) {
    if (batch.fieldFlags[field]! !== 0) continue; // in quotes, or with a quote escaped by a backslash
    for (let at = batch.fieldStart[field]!; at < batch.fieldEnd[field]!; at++) {
      if (view[at] === quote) return false;
    }
  }
  return true;
}

/** Where the last physical line of `view[from, to)` starts; -1 where it all stands on one. */
function lastLineStart(view: Buffer, from: number, to: number, loneCr: boolean): number {
  for (let at = to - 1; at >= from; at--) if (view[at] === LF || (loneCr && view[at] === CR)) return at + 1;
  return -1;
}
