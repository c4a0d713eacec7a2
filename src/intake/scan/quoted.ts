import { type Batch, FIELD_ESCAPED, FIELD_QUOTED, growFields } from "./batch.js";
import type { ScanDialect } from "./scan.js";

/** What `splitQuoted` found. Reused from record to record, so that a quoted row allocates nothing. */
export interface QuotedRecord {
  state: "done" | "incomplete" | "quote-damage" | "quote-unclosed" | "ragged-lines";
  /** Past the record's line end; or where the trouble is. */
  at: number;
  /** Fields in the batch after the record. */
  fields: number;
  /** Whether the quoted field that was closed last holds an escape. */
  escaped: boolean;
}

export function createQuotedRecord(): QuotedRecord {
  return { state: "done", at: 0, fields: 0, escaped: false };
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/**
 * Splits one record in which some field stands in quotes or holds an escape, starting at `from`. A
 * quote inside an unquoted field is an ordinary character (`5" pipe`); a closing quote must be followed by a delimiter or
 * a line end, with nothing but spaces between. A record that is past `lineEnd`, where its first line ends, and has more
 * than `most` fields is given up: so a stray quote costs no more than the next few.
 */
export function splitQuoted(
  into: QuotedRecord,
  batch: Batch,
  view: Buffer,
  from: number,
  firstField: number,
  dialect: ScanDialect,
  atEnd: boolean,
  most: number,
  lineEnd: number,
): QuotedRecord {
  const { delimiter, quote, loneCr } = dialect;
  const to = view.length;
  let at = from;
  let count = firstField;
  for (;;) {
    if (count === batch.fieldStart.length) growFields(batch);
    const open = dialect.padded ? pastBlanks(view, at, delimiter) : at;
    if (quote >= 0 && view[open] === quote) {
      const close = closingQuote(into, view, open + 1, dialect, atEnd);
      if (close < 0) return settle(into, atEnd ? "quote-unclosed" : "incomplete", open, count);
      batch.fieldStart[count] = open + 1;
      batch.fieldEnd[count] = close;
      batch.fieldFlags[count] = into.escaped ? FIELD_QUOTED | FIELD_ESCAPED : FIELD_QUOTED;
      at = pastBlanks(view, close + 1, delimiter);
    } else {
      at = plainField(batch, count, view, at, dialect);
      if (at >= to && !atEnd) return settle(into, "incomplete", at, count);
    }
    count += 1;
    if (at >= to) return settle(into, atEnd ? "done" : "incomplete", to, count);
    const next = view[at];
    if (next === delimiter) {
      at += 1;
      if (at > lineEnd && count - firstField >= most) return settle(into, "ragged-lines", at, count);
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

/** Enters the unquoted field that starts at `from`; returns where its delimiter or line end is. */
function plainField(
  batch: Batch,
  field: number,
  view: Buffer,
  from: number,
  { delimiter, quote, escape: escapeByte, loneCr }: ScanDialect,
): number {
  const to = view.length;
  const escaping = escapeByte === quote ? -1 : escapeByte;
  let flags = 0;
  let at = from;
  while (at < to) {
    const byte = view[at];
    if (byte === delimiter || byte === LF || (loneCr && byte === CR)) break;
    if (byte === escaping && (quote < 0 || !isLineEnd(view[at + 1]))) {
      flags = FIELD_ESCAPED;
      at += 1;
    }
    at += 1;
  }
  at = Math.min(at, to);
  const crlf = at > from && view[at - 1] === CR && (at === to || view[at] === LF);
  batch.fieldStart[field] = from;
  batch.fieldEnd[field] = crlf ? at - 1 : at;
  batch.fieldFlags[field] = flags;
  return at;
}

/** Where texts can stand in quotes, a backslash does not carry one over the end of its line. */
function isLineEnd(byte: number | undefined): boolean {
  return byte === LF || byte === CR;
}

function pastBlanks(view: Buffer, from: number, delimiter: number): number {
  let at = from;
  while ((view[at] === SPACE || view[at] === TAB) && view[at] !== delimiter) at += 1;
  return at;
}

/** Where the quoted field that starts at `from` closes; -1 where its end is not in the buffer. */
function closingQuote(
  into: QuotedRecord,
  view: Buffer,
  from: number,
  dialect: ScanDialect,
  atEnd: boolean,
): number {
  const { quote, escape: escapeByte } = dialect;
  into.escaped = false;
  if (escapeByte !== quote) {
    for (let at = from; at < view.length; at++) {
      if (view[at] === quote) return at;
      if (view[at] !== escapeByte) continue;
      into.escaped = true;
      at += 1;
    }
    return -1;
  }
  let close = view.indexOf(quote, from);
  while (close >= 0 && view[close + 1] === quote) {
    into.escaped = true;
    close = view.indexOf(quote, close + 2);
  }
  // a quote at the very end of the buffer may be the first half of a doubled one
  return close === view.length - 1 && !atEnd ? -1 : close;
}

function settle(into: QuotedRecord, state: QuotedRecord["state"], at: number, fields: number): QuotedRecord {
  into.state = state;
  into.at = at;
  into.fields = fields;
  return into;
}
