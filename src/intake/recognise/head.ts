import { openReader } from "../reader.js";
import type { Batch } from "../scan/batch.js";
import type { ScanDialect } from "../scan/scan.js";
import { ANY_WIDTH, type Widths } from "../scan/suspect.js";
import type { ByteSource } from "../source.js";
import { unescaped } from "../values/cell.js";

/** The first bytes of a text, or all of it. */
export interface Head {
  readonly bytes: Uint8Array;
  /** Nothing follows. */
  readonly complete: boolean;
  /** Where the first record starts, and on which line: behind a `sep=;` line, if there is one. */
  readonly start: number;
  readonly line: number;
}

/** The records of a head, read in one dialect. */
export interface HeadRecords {
  readonly batch: Batch;
  /** Byte of the head at which the batch's buffer begins. */
  readonly offset: number;
  /** Lines that could not be read in it. */
  readonly damaged: number;
}

/** Reads the records of a head, stepping over damage. */
export function readHead(head: Head, dialect: ScanDialect, widths: Widths = ANY_WIDTH): HeadRecords {
  const records = scanned(head, dialect, widths, head.complete);
  if (head.complete || (records.offset + endOf(records.batch)) * 2 > head.bytes.length) return records;
  // most of it hangs on a quote that does not close within it: read on behind that line
  return scanned(head, dialect, widths, true);
}

/** The cells of a record as texts. */
export function cellsOf(batch: Batch, record: number): string[] {
  const cells: string[] = [];
  for (let field = batch.firstField[record]!; field < batch.firstField[record + 1]!; field++) {
    cells.push(Buffer.from(unescaped(batch, field)).toString("utf8"));
  }
  return cells;
}

/** Whether a record is an empty line, or has nothing but empty cells. */
export function isBlankRecord(batch: Batch, record: number): boolean {
  for (let field = batch.firstField[record]!; field < batch.firstField[record + 1]!; field++) {
    for (let at = batch.fieldStart[field]!; at < batch.fieldEnd[field]!; at++) {
      if (batch.bytes[at]! > 0x20) return false;
    }
  }
  return true;
}

/** How many fields a record has. */
export function widthOf(batch: Batch, record: number): number {
  return batch.firstField[record + 1]! - batch.firstField[record]!;
}

/** How many fields most records of `[from, to)` have, the wider where two are as frequent; 0 where there are none. */
export function usualWidth(batch: Batch, from: number, to = batch.records): number {
  const counts = new Map<number, number>();
  for (let record = from; record < Math.min(to, batch.records); record++) {
    if (isBlankRecord(batch, record)) continue;
    const width = widthOf(batch, record);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 0;
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0;
    if (count > most || (count === most && width > usual)) usual = width;
  }
  return usual;
}

function scanned(
  { bytes, start, line }: Head,
  dialect: ScanDialect,
  widths: Widths,
  atEnd: boolean,
): HeadRecords {
  let damaged = 0;
  const reader = openReader(NOTHING, {
    dialect,
    head: bytes,
    start,
    line,
    widths,
    // with room behind the head the reader notices that nothing follows
    bufferSize: atEnd ? bytes.length + 1 : bytes.length,
    onDamage: () => {
      damaged += 1;
    },
  });
  reader.next(0);
  return { batch: reader.batch, offset: reader.offset, damaged };
}

function endOf(batch: Batch): number {
  return batch.records === 0 ? 0 : batch.recordStart[batch.records]!;
}

const NOTHING: ByteSource = {
  file: "",
  read: () => 0,
  digest: () => ({ bytes: 0, sha256: "" }),
  close: () => {},
};
