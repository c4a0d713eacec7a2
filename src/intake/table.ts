import { userError } from "../messages/errors.js";
import type { FoundEncoding } from "./encoding/detect.js";
import { openTextFile, reopenText } from "./encoding/open-text.js";
import type { TextSource } from "./encoding/text-source.js";
import type { InputOptions } from "./options.js";
import { findDialect, separatorLine } from "./recognise/dialect.js";
import { cellsOf, type Head, readHead, usualWidth } from "./recognise/head.js";
import type { Batch } from "./scan/batch.js";
import { CR, countLines, LF, type ScanDialect } from "./scan/scan.js";
import type { Widths } from "./scan/suspect.js";
import type { FilePlace } from "./source.js";

/** A file as a table of texts: how it is encoded, how it separates, and its first records. What it is about, is not known. */
export interface OpenedTable {
  readonly file: string;
  readonly source: TextSource;
  readonly encoding: FoundEncoding;
  readonly dialect: ScanDialect;
  readonly head: Head;
  /** The first records, title lines and header among them. */
  readonly batch: Batch;
  /** Byte of the text at which the batch's buffer begins. */
  readonly offset: number;
  /** The same text once more, from its start. The caller closes it. */
  reopen(): TextSource;
}

/** Where the header and the rows of a table are. */
export interface TableShape {
  readonly headers: readonly string[];
  /** 0 where the file has none. */
  readonly headerLine: number;
  readonly widths: Widths;
  /** Byte of the text and line where the rows begin. */
  readonly start: number;
  readonly line: number;
  /** The first rows. */
  readonly rows: Batch;
}

/** Enough to see some hundred rows of any export; what is read here is not read again. */
const HEAD_BYTES = 256 * 1024;

/**
 * Opens a file as a table.
 *
 * @throws UserError `file-not-found`, `is-a-directory`, `file-unreadable`, `file-empty`, `file-binary`,
 * `encoding-unknown`, `delimiter-unsupported`
 */
export function openTable(place: FilePlace, options: InputOptions, folder: string): OpenedTable {
  const { source, encoding } = openTextFile(place, folder, options.encoding);
  try {
    const head = firstBytes(source);
    const file = place.path;
    if (head.bytes.every((byte) => byte <= 0x20)) throw userError("file-empty", { path: file }, { file });
    const separator = separatorLine(head.bytes);
    const rest = separator === null ? head : { ...head, start: separator.length, line: 2 };
    const dialect = findDialect(rest, options.delimiter ?? separator?.delimiter);
    const { batch, offset } = readHead(rest, dialect);
    const reopen = () => reopenText(place, folder, encoding);
    return { file, source, encoding, dialect, head: rest, batch, offset, reopen };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** The cells of the first records. */
export function firstCells({ batch }: OpenedTable, most: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.min(batch.records, most) }, (_, record) => cellsOf(batch, record));
}

/**
 * Lays a table out whose header is record `header` of its first ones, or which has none (-1) and columns called `names`.
 * Empty names at the end of a header are left away where the rows do not reach that far.
 */
export function layTable(table: OpenedTable, header: number, names: readonly string[] | null): TableShape {
  const { batch, head, dialect } = table;
  const written = names ?? (header < 0 ? [] : cellsOf(batch, header).map((cell) => cell.trim()));
  const first = header + 1;
  const headerLine = header < 0 ? 0 : batch.recordLine[header]!;
  // of a file that breaks off in its first record, nothing can be read: its header is not known
  const { start, line } = header < 0 || header >= batch.records ? head : behind(table, header);
  const usual = usualWidth(batch, first) || written.length;
  const named = written.findLastIndex((name) => name !== "") + 1;
  const headers = written.slice(0, Math.max(named, Math.min(usual, written.length)));
  // a row may end before the columns that have no name: nobody reads them
  const widths = { least: Math.max(named, 1), most: Math.max(written.length, usual) };
  const rows = readHead({ ...head, start, line }, dialect, widths).batch;
  return { headers, headerLine, widths, start, line, rows };
}

/** Where the record ends: the next one found may lie further down, below lines that have to be reported. */
function behind(
  { batch, offset, dialect, head }: OpenedTable,
  record: number,
): { readonly start: number; readonly line: number } {
  const { bytes } = batch;
  // the buffer is longer than what was read into it
  const end = Math.min(bytes.length, head.bytes.length - offset);
  let at = batch.fieldEnd[batch.firstField[record + 1]! - 1]!;
  while (at < end && bytes[at] !== LF && bytes[at] !== CR) at += 1;
  at = Math.min(bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1, end);
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines = countLines(view, batch.recordStart[record]!, at, dialect.loneCr);
  return { start: offset + at, line: batch.recordLine[record]! + lines };
}

function firstBytes(source: TextSource): Head {
  const bytes = new Uint8Array(HEAD_BYTES);
  let filled = 0;
  while (filled < bytes.length) {
    const count = source.read(bytes, filled);
    if (count === 0) return { bytes: bytes.subarray(0, filled), complete: true, start: 0, line: 1 };
    filled += count;
  }
  return { bytes, complete: false, start: 0, line: 1 };
}
