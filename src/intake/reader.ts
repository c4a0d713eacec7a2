import { type Batch, createBatch } from "./scan/batch.js";
import { type DamageCode, diagnose } from "./scan/diagnose.js";
import { CR, LF, type ScanDialect, scanRecords } from "./scan/scan.js";
import type { ByteSource } from "./source.js";

/** Reads a file batch by batch. A damaged record is reported and skipped; every other record is delivered. */
export interface Reader {
  /** Valid after `next` said true, until the next call. */
  readonly batch: Batch;
  /**
   * Reads on. The last `kept` records of the batch are delivered again at the head of the next one, with more behind
   * them, so that a caller who needs the rows of a contact together never sees it cut. False when nothing came after
   * the kept records: they, if any, are then the last.
   */
  next(kept: number): boolean;
  /** Bytes of the data that were scanned. */
  readonly scanned: number;
}

export interface ReaderOptions {
  readonly dialect: ScanDialect;
  /** Bytes that were read already, to recognise the file. */
  readonly head: Uint8Array;
  /** Where in `head` the data starts, and on which line. */
  readonly start: number;
  readonly line: number;
  /** Number of columns. A record over several lines with another number of fields has an unclosed quote somewhere. */
  readonly width: number;
  readonly bufferSize?: number;
  /** When a record has not ended after this many bytes, its quote counts as never closed. */
  readonly recordLimit?: number;
  onDamage(code: DamageCode | "record-too-long", line: number, sample: string): void;
}

/** 2 MiB, read in one go into a reused buffer: where reading was measured to cost least. */
const BUFFER_SIZE = 2 * 1024 * 1024;
const RECORD_LIMIT = 16 * 1024 * 1024;
const SAMPLE_BYTES = 120;

export function openReader(source: ByteSource, options: ReaderOptions): Reader {
  const { dialect, width, recordLimit = RECORD_LIMIT } = options;
  const batch = createBatch();
  let buffer = new Uint8Array(Math.max(options.bufferSize ?? BUFFER_SIZE, options.head.length));
  buffer.set(options.head);
  let filled = options.head.length;
  let position = options.start;
  let line = options.line;
  let ended = false;
  let discarded = 0; // bytes that have left the buffer at its front
  let reported = -1; // file offset of the last damage that was reported: kept records are scanned twice

  return {
    batch,
    next,
    get scanned() {
      return discarded + position - options.start;
    },
  };

  function next(kept: number): boolean {
    if (kept > 0) {
      const first = batch.records - kept;
      position = batch.recordStart[first]!;
      line = batch.recordLine[first]!;
    }
    let start = position;
    const startLine = line;
    for (;;) {
      start = fill(start);
      batch.records = 0;
      position = start;
      line = startLine;
      scanBuffer();
      if (batch.records > kept) return true;
      if (ended) return false;
    }
  }

  /** Makes room behind `start`'s bytes and reads on. Returns where those bytes lie now. */
  function fill(start: number): number {
    const rest = filled - start;
    if (rest > buffer.length / 2) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer.subarray(start, filled));
      buffer = larger;
    } else {
      buffer.copyWithin(0, start, filled);
    }
    discarded += start;
    filled = rest;
    while (!ended && filled < buffer.length) {
      const count = source.read(buffer, filled);
      if (count === 0) ended = true;
      filled += count;
    }
    return 0;
  }

  /** Scans the buffer to its end, stepping over damage. */
  function scanBuffer(): void {
    for (;;) {
      const known = batch.records;
      const fromLine = line;
      const end = scanRecords(batch, buffer, position, filled, line, dialect, ended);
      position = end.at;
      line = end.line;
      const suspect = end.line - fromLine > batch.records - known ? wrongWidth(known) : -1;
      if (suspect >= 0) {
        position = batch.recordStart[suspect]!;
        line = batch.recordLine[suspect]!;
        batch.records = suspect;
        if (!stepOver("quote-damage", batch.recordStart[suspect + 1]!)) return;
      } else if (end.damage !== "none") {
        if (!stepOver(end.damage, Math.min(end.damageAt + SAMPLE_BYTES, filled))) return;
      } else if (!ended && filled - position > recordLimit) {
        const quoted = buffer.subarray(position, filled).includes(dialect.quote);
        if (!stepOver(quoted ? "quote-unclosed" : "record-too-long", position)) return;
      } else {
        return;
      }
    }
  }

  /** The first record from `known` on that spans lines and has not the width of the others, or -1. */
  function wrongWidth(known: number): number {
    for (let record = known; record < batch.records; record++) {
      const nextLine = record + 1 < batch.records ? batch.recordLine[record + 1]! : line;
      if (nextLine - batch.recordLine[record]! < 2) continue;
      if (batch.firstField[record + 1]! - batch.firstField[record]! !== width) return record;
    }
    return -1;
  }

  /** Leaves the line at `position` out and goes on behind it. False when its end is not in the buffer yet. */
  function stepOver(found: DamageCode | "record-too-long", stretchEnd: number): boolean {
    let lineEnd = position;
    while (lineEnd < filled && buffer[lineEnd] !== LF && !(dialect.loneCr && buffer[lineEnd] === CR))
      lineEnd++;
    if (lineEnd === filled && !ended) return false;
    if (discarded + position > reported) {
      reported = discarded + position;
      const stretch = Buffer.from(buffer.subarray(position, Math.max(stretchEnd, lineEnd)));
      const code = found === "record-too-long" ? found : diagnose(stretch, dialect, found);
      const sample = stretch.toString("utf8", 0, Math.min(lineEnd - position, SAMPLE_BYTES));
      options.onDamage(code, line, sample);
    }
    if (buffer[lineEnd] === CR && buffer[lineEnd + 1] === LF) lineEnd++;
    position = Math.min(lineEnd + 1, filled);
    line += 1;
    return true;
  }
}
