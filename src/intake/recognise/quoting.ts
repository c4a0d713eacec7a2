import { type Batch, FIELD_ESCAPED, FIELD_QUOTED } from "../scan/batch.js";
import type { ScanDialect } from "../scan/scan.js";
import { dialectFit, type Fit } from "./dialect-fit.js";
import { type Head, readHead } from "./head.js";

const LF = 10;
const CR = 13;
const SPACE = 32;
export const BACKSLASH = 0x5c;

/** How many fields look as if they stood in this quote: it opens behind a border and closes before one. */
export function quotesAtBorders(
  { bytes, start }: Head,
  quote: number,
  delimiters: readonly number[],
): number {
  const isBorder = (byte: number | undefined) =>
    byte === undefined || byte === LF || byte === CR || delimiters.includes(byte);
  let opens = 0;
  let closes = 0;
  for (let at = bytes.indexOf(quote, start); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    if (at === start || isBorder(bytes[at - 1])) opens += 1;
    if (isBorder(bytes[at + 1])) closes += 1;
  }
  return Math.min(opens, closes);
}

/**
 * The finer points of quoting, each taken only where the rows come out better with it: quotes escaped by a backslash,
 * spaces before quotes, and no quoting at all, where quotes are mostly part of the text.
 */
export function refineQuoting(head: Head, found: ScanDialect, fit: Fit): ScanDialect {
  let best = { dialect: found, fit };
  const consider = (dialect: ScanDialect, better: (fit: Fit) => boolean) => {
    const other = dialectFit(head, dialect);
    if (better(other)) best = { dialect, fit: other };
  };
  const { quote, delimiter } = found;
  const { needy, doubled } = rowsInQuotes(head, found, fit.width);
  if (pairs(head, BACKSLASH, (next) => next === quote) > doubled) {
    const { bad } = best.fit;
    consider({ ...best.dialect, escape: BACKSLASH }, (other) => other.bad < bad);
  }
  if (delimiter !== SPACE && paddedQuotes(head, found)) {
    const { bad } = best.fit;
    consider({ ...best.dialect, padded: true }, (other) => other.bad <= bad);
  }
  if (best.fit.bad > 0 || best.fit.width < 2) {
    const { bad, width } = best.fit;
    const { batch } = readHead(head, { ...found, quote: -1, escape: -1 });
    if (quotesAreText(batch, quote)) {
      // without quoting, rows that need it come out wrong, if only by the quotes around their cells; and one row that
      // comes out better is no custom but a broken row
      const better = (other: Fit) => other.bad + needy + 1 < bad && other.width >= width;
      consider({ ...found, quote: -1, escape: -1, padded: false }, better);
    }
    const escaped = pairs(head, BACKSLASH, (next) => next === delimiter || next === LF);
    if (escaped > 0 && quotesAtBorders(head, quote, [delimiter]) === 0) {
      const { bad } = best.fit;
      consider({ ...found, quote: -1, escape: BACKSLASH, padded: false }, (other) => other.bad < bad);
    }
  }
  return best.dialect;
}

/**
 * How many rows of the table's width cannot do without their quotes, because there is a delimiter, a line end or a quote
 * between them; and how many of these have a doubled quote.
 */
function rowsInQuotes(
  head: Head,
  dialect: ScanDialect,
  width: number,
): { readonly needy: number; readonly doubled: number } {
  const { batch } = readHead(head, dialect);
  let needy = 0;
  let doubled = 0;
  for (let record = 0; record < batch.records; record++) {
    const first = batch.firstField[record]!;
    const end = batch.firstField[record + 1]!;
    if (end - first !== width) continue;
    let flags = 0;
    let needs = false;
    for (let field = first; field < end; field++) {
      const flag = batch.fieldFlags[field]!;
      if ((flag & FIELD_QUOTED) === 0) continue;
      flags |= flag;
      needs ||= batch.bytes
        .subarray(batch.fieldStart[field], batch.fieldEnd[field])
        .some((byte) => byte === dialect.delimiter || byte === LF || byte === CR);
    }
    if ((flags & FIELD_ESCAPED) !== 0) doubled += 1;
    if (needs || (flags & FIELD_ESCAPED) !== 0) needy += 1;
  }
  return { needy, doubled };
}

/** How often the byte stands before one of the wanted. */
export function pairs(
  { bytes, start }: Head,
  byte: number,
  wanted: (next: number | undefined) => boolean,
): number {
  let count = 0;
  for (let at = bytes.indexOf(byte, start); at >= 0; at = bytes.indexOf(byte, at + 2)) {
    if (wanted(bytes[at + 1])) count += 1;
  }
  return count;
}

function paddedQuotes({ bytes, start }: Head, { quote, delimiter }: ScanDialect): boolean {
  for (let at = bytes.indexOf(quote, start); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    let before = at - 1;
    while (before >= start && bytes[before] === SPACE) before -= 1;
    if (before < at - 1 && bytes[before] === delimiter) return true;
  }
  return false;
}

/** Whether, split without quoting, more fields have a quote somewhere than stand in quotes. */
function quotesAreText(batch: Batch, quote: number): boolean {
  let around = 0;
  let inside = 0;
  const fields = batch.firstField[batch.records]!;
  for (let field = 0; field < fields; field++) {
    const from = batch.fieldStart[field]!;
    const to = batch.fieldEnd[field]!;
    const at = batch.bytes.subarray(from, to).indexOf(quote);
    if (at < 0) continue;
    if (at === 0 && to - from > 1 && batch.bytes[to - 1] === quote) around += 1;
    else inside += 1;
  }
  return inside > around;
}
