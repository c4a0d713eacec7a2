import { type Batch, FIELD_ESCAPED, FIELD_QUOTED, growFields } from "./batch.js";
import type { ScanDialect } from "./scan.js";

/** What `splitQuoted` found. Reused from record to record, so that a quoted row allocates nothing. */
export interface QuotedRecord {
  state: "done" | "incomplete" | "quote-damage" | "quote-unclosed";
  /** Past the record's line end; or where the trouble is. */
  at: number;
  /** Fields in the batch after the record. */
  fields: number;
}

const LF = 10;
const CR = 13;

/**
 * Splits one record in which some field stands in quotes, starting at `from`. A quote inside an unquoted field is an
 * ordinary character (`5" pipe`); a closing quote must be followed by a delimiter or a line end.
 */
export function splitQuoted(
  into: QuotedRecord,
  batch: Batch,
  view: Buffer,
  from: number,
  firstField: number,
  dialect: ScanDialect,
  atEnd: boolean,
): QuotedRecord {
  const { delimiter, quote, loneCr } = dialect;
  const to = view.length;
  let at = from;
  let count = firstField;
  for (;;) {
    if (count === batch.fieldStart.length) growFields(batch);
    if (view[at] === quote) {
      const close = closingQuote(view, at + 1, dialect, atEnd);
      if (close < 0) return settle(into, atEnd ? "quote-unclosed" : "incomplete", at, count);
      batch.fieldStart[count] = at + 1;
      batch.fieldEnd[count] = close;
      batch.fieldFlags[count] =
        FIELD_QUOTED | (hasEscape(view, at + 1, close, dialect.escape) ? FIELD_ESCAPED : 0);
      at = close + 1;
    } else {
      const begin = at;
      while (at < to && view[at] !== delimiter && view[at] !== LF && !(loneCr && view[at] === CR)) at += 1;
      if (at === to && !atEnd) return settle(into, "incomplete", at, count);
      const crlf = at > begin && view[at - 1] === CR && (at === to || view[at] === LF);
      batch.fieldStart[count] = begin;
      batch.fieldEnd[count] = crlf ? at - 1 : at;
      batch.fieldFlags[count] = 0;
    }
    count += 1;
    if (at >= to) return settle(into, atEnd ? "done" : "incomplete", to, count);
    const next = view[at];
    if (next === delimiter) {
      at += 1;
    } else if (next === LF) {
      return settle(into, "done", at + 1, count);
    } else if (next === CR && at + 1 >= to) {
      return settle(into, atEnd ? "done" : "incomplete", to, count);
    } else if (next === CR && view[at + 1] === LF) {
      return settle(into, "done", at + 2, count);
    } else if (next === CR && loneCr) {
      return settle(into, "done", at + 1, count);
    } else {
      return settle(into, "quote-damage", at, count);
    }
  }
}

/** Where the quoted field that starts at `from` closes; -1 where its end is not in the buffer. */
function closingQuote(view: Buffer, from: number, dialect: ScanDialect, atEnd: boolean): number {
  const { quote } = dialect;
  if (dialect.escape !== quote) {
    for (let at = from; at < view.length; at++) {
      if (view[at] === dialect.escape) at += 1;
      else if (view[at] === quote) return at;
    }
    return -1;
  }
  let close = view.indexOf(quote, from);
  while (close >= 0 && view[close + 1] === quote) close = view.indexOf(quote, close + 2);
  // a quote at the very end of the buffer may be the first half of a doubled one
  return close === view.length - 1 && !atEnd ? -1 : close;
}

function hasEscape(view: Buffer, from: number, to: number, byte: number): boolean {
  const at = view.indexOf(byte, from);
  return at >= 0 && at < to;
}

function settle(into: QuotedRecord, state: QuotedRecord["state"], at: number, fields: number): QuotedRecord {
  into.state = state;
  into.at = at;
  into.fields = fields;
  return into;
}
