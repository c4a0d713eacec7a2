import { type Batch, growFields, growRecords } from "./batch.js";
import { type QuotedRecord, splitQuoted } from "./quoted.js";

export interface ScanDialect {
  /** Byte between fields. */
  readonly delimiter: number;
  /** Byte around fields, or -1 where the file has no quoting. */
  readonly quote: number;
  /** Byte that escapes a quote inside a quoted field: the quote itself, or a backslash. */
  readonly escape: number;
  /** Whether a lone CR ends a record. LF and CRLF always do. */
  readonly loneCr: boolean;
}

export interface ScanEnd {
  /** First byte that is not part of a complete record. */
  readonly at: number;
  /** Physical line of that byte. */
  readonly line: number;
  /**
   * Why the scan stopped before `to`, if it did: a closing quote followed by neither delimiter nor line end, a quote
   * that is never closed, or nothing (the record's rest is not in the buffer yet).
   */
  readonly damage: "none" | "quote-damage" | "quote-unclosed";
  /** Byte where the trouble was met. */
  readonly damageAt: number;
}

export const LF = 10;
export const CR = 13;

/**
 * Finds the records of `bytes[from, to)`, adds them to the batch, and makes no string. Stops at damaged quoting, at a
 * record whose end is not in the buffer (unless `atEnd`: nothing follows `to`), or at `to`.
 *
 * A line without quotes takes the fast path: a native search finds its end, one byte loop its fields. A blank line is a
 * record with one empty field: the caller accounts for it.
 */
export function scanRecords(
  batch: Batch,
  bytes: Uint8Array,
  from: number,
  to: number,
  firstLine: number,
  dialect: ScanDialect,
  atEnd: boolean,
): ScanEnd {
  const { delimiter, quote, loneCr } = dialect;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, to);
  const quoted: QuotedRecord = { state: "done", at: 0, fields: 0 };
  let nextQuote = quote < 0 ? to : find(view, quote, from);
  let nextCr = loneCr ? find(view, CR, from) : to;
  let position = from;
  let line = firstLine;
  let fields = batch.records === 0 ? 0 : batch.firstField[batch.records]!;
  batch.bytes = bytes;
  batch.escape = dialect.escape;
  while (position < to) {
    if (nextQuote < position) nextQuote = find(view, quote, position);
    if (nextCr < position) nextCr = find(view, CR, position);
    let lineEnd = find(view, LF, position);
    if (nextCr + 1 < lineEnd) lineEnd = nextCr;
    if (lineEnd === to && nextQuote === to && !atEnd) break;
    if (nextCr === to - 1 && lineEnd >= nextCr && !atEnd) break; // the LF of this CR may follow
    if (batch.records + 2 > batch.recordStart.length) growRecords(batch);
    const record = batch.records;
    batch.firstField[record] = fields;
    batch.recordStart[record] = position;
    batch.recordLine[record] = line;
    if (nextQuote >= lineEnd) {
      const content = lineEnd > position && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
      fields = splitPlain(batch, bytes, position, content, delimiter, fields);
      position = pastLineEnd(bytes, lineEnd, to);
      line += 1;
    } else {
      splitQuoted(quoted, batch, view, position, fields, dialect, atEnd);
      if (quoted.state === "incomplete") break;
      if (quoted.state !== "done") return { at: position, line, damage: quoted.state, damageAt: quoted.at };
      line += lineEnd + 1 >= quoted.at ? 1 : countLines(view, position, quoted.at, loneCr);
      fields = quoted.fields;
      position = quoted.at;
    }
    batch.records = record + 1;
    batch.firstField[record + 1] = fields;
    batch.recordStart[record + 1] = position;
  }
  return { at: position, line, damage: "none", damageAt: position };
}

/** Physical lines of `view[from, to)`, a last one without a line end included. */
function countLines(view: Buffer, from: number, to: number, loneCr: boolean): number {
  let lines = 0;
  let at = from;
  while (at < to) {
    const byte = view[at]!;
    if (byte === LF || (loneCr && byte === CR && view[at + 1] !== LF)) lines += 1;
    at += 1;
  }
  return endsLine(view[to - 1], loneCr) ? lines : lines + 1;
}

function endsLine(byte: number | undefined, loneCr: boolean): boolean {
  return byte === LF || (loneCr && byte === CR);
}

/** Fields of a record that holds no quote. Returns the number of fields in the batch after it. */
function splitPlain(
  batch: Batch,
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  firstField: number,
): number {
  let { fieldStart, fieldEnd, fieldFlags } = batch;
  let count = firstField;
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] !== delimiter) continue;
    if (count === fieldStart.length) {
      growFields(batch);
      ({ fieldStart, fieldEnd, fieldFlags } = batch);
    }
    fieldStart[count] = start;
    fieldEnd[count] = at;
    fieldFlags[count] = 0;
    count += 1;
    start = at + 1;
  }
  return count;
}

function pastLineEnd(bytes: Uint8Array, lineEnd: number, to: number): number {
  if (lineEnd >= to) return to;
  return bytes[lineEnd] === CR && lineEnd + 1 < to && bytes[lineEnd + 1] === LF ? lineEnd + 2 : lineEnd + 1;
}

function find(view: Buffer, byte: number, from: number): number {
  const at = view.indexOf(byte, from);
  return at < 0 ? view.length : at;
}
