import { type Batch, growFields, growRecords } from "./batch.js";
import { createQuotedRecord, splitQuoted } from "./quoted.js";
import { ANY_WIDTH, suspicionOf, type Widths } from "./suspect.js";

export interface ScanDialect {
  /** Byte between fields. */
  readonly delimiter: number;
  /** Byte around fields, or -1 where the file has no quoting. */
  readonly quote: number;
  /**
   * Byte that escapes a quote inside a quoted field: the quote itself, or a backslash, which escapes delimiters and quotes
   * outside of quotes too. Where there is no quoting, the byte that escapes delimiters and line ends, or -1.
   */
  readonly escape: number;
  /** Whether a lone CR ends a record. LF and CRLF always do. */
  readonly loneCr: boolean;
  /** Whether spaces may stand between a delimiter and an opening quote: `a, "b, c"`. */
  readonly padded: boolean;
}

/**
 * Why a record cannot be taken as it stands: text behind a closing quote; a quote that is never closed, or closes where
 * another row opens one; a row over several lines with the wrong number of fields.
 */
export type ScanDamage = "quote-damage" | "quote-unclosed" | "ragged-lines";

export interface ScanEnd {
  /** First byte that is not part of a complete record. */
  readonly at: number;
  /** Physical line of that byte. */
  readonly line: number;
  /** Why the scan stopped before `to`; `none` where it did not, or the record's rest is not in the buffer yet. */
  readonly damage: ScanDamage | "none";
  /** Byte where the trouble was met. */
  readonly damageAt: number;
}

export const LF = 10;
export const CR = 13;

/**
 * Finds the records of `bytes[from, to)`, adds them to the batch, and makes no string. Stops at a record that cannot be
 * taken as it stands, at one whose end is not in the buffer (unless `atEnd`: nothing follows `to`), or at `to`.
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
  widths: Widths = ANY_WIDTH,
): ScanEnd {
  const { delimiter, loneCr } = dialect;
  // a quote or a backslash that escapes keeps a line from the fast path
  const special = dialect.quote >= 0 ? dialect.quote : dialect.escape;
  const other = dialect.escape === special ? -1 : dialect.escape;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, to);
  const quoted = createQuotedRecord();
  let nextSpecial = special < 0 ? to : find(view, special, from);
  let nextOther = other < 0 ? to : find(view, other, from);
  let nextLf = find(view, LF, from);
  let nextCr = loneCr ? find(view, CR, from) : to;
  let position = from;
  let line = firstLine;
  let fields = batch.records === 0 ? 0 : batch.firstField[batch.records]!;
  batch.bytes = bytes;
  batch.escape = dialect.escape;
  while (position < to) {
    if (nextSpecial < position) nextSpecial = find(view, special, position);
    if (nextOther < position) nextOther = find(view, other, position);
    if (nextLf < position) nextLf = find(view, LF, position);
    if (nextCr < position) nextCr = find(view, CR, position);
    const lineEnd = nextCr + 1 < nextLf ? nextCr : nextLf;
    if (lineEnd === to && nextSpecial === to && !atEnd) break;
    if (nextCr === to - 1 && lineEnd >= nextCr && !atEnd) break; // the LF of this CR may follow
    if (batch.records + 2 > batch.recordStart.length) growRecords(batch);
    const record = batch.records;
    batch.firstField[record] = fields;
    batch.recordStart[record] = position;
    batch.recordLine[record] = line;
    if (nextSpecial >= lineEnd && nextOther >= lineEnd) {
      const content = lineEnd > position && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
      fields = splitPlain(batch, bytes, position, content, delimiter, fields);
      position = pastLineEnd(bytes, lineEnd, to);
      line += 1;
    } else {
      splitQuoted(quoted, batch, view, position, fields, dialect, atEnd, widths.most, lineEnd);
      const { state, at } = quoted;
      if (state === "incomplete") break;
      if (state !== "done") return { at: position, line, damage: state, damageAt: at };
      if (at > lineEnd + 2) {
        const suspicion = suspicionOf(quoted, batch, view, fields, dialect, atEnd, widths);
        if (suspicion === "incomplete") break;
        if (suspicion !== "none") return { at: position, line, damage: suspicion, damageAt: at - 1 };
      }
      line += lineEnd + 1 >= at ? 1 : countLines(view, position, at, loneCr);
      fields = quoted.fields;
      position = at;
    }
    batch.records = record + 1;
    batch.firstField[record + 1] = fields;
    batch.recordStart[record + 1] = position;
  }
  return { at: position, line, damage: "none", damageAt: position };
}

/** Physical lines of `view[from, to)`, a last one without a line end included. */
export function countLines(view: Buffer, from: number, to: number, loneCr: boolean): number {
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
