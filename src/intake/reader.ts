import { userError } from "../messages/errors.js";
import { type Batch, createBatch } from "./scan/batch.js";
import { createDiagnosis, type DamageCode } from "./scan/diagnose.js";
import { extentOf } from "./scan/extent.js";
import { CR, LF, type ScanDamage, type ScanDialect, scanRecords } from "./scan/scan.js";
import type { Widths } from "./scan/suspect.js";
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
  /** Byte of the text at which the batch's buffer begins. */
  readonly offset: number;
}

export interface ReaderOptions {
  readonly dialect: ScanDialect;
  /** The first bytes of the text, which were read already to recognise the file. */
  readonly head: Uint8Array;
  /** Where in `head` the data starts, and on which line. */
  readonly start: number;
  readonly line: number;
  /** How many fields a row may have. A record over several lines with another number has an unclosed quote somewhere. */
  readonly widths: Widths;
  readonly bufferSize?: number;
  /** When a record has not ended after this many bytes, its quote counts as never closed. */
  readonly recordLimit?: number;
  /** Called once for each record that is left out; it takes so many lines with it. */
  onDamage(code: DamageCode, line: number, sample: string, lines: number): void;
}

/** 2 MiB, read in one go into a reused buffer: where reading was measured to cost least. */
const BUFFER_SIZE = 2 * 1024 * 1024;
const RECORD_LIMIT = 16 * 1024 * 1024;
/** Rows that have to be held together, and a line without an end behind them, may grow the buffer up to here. */
const BUFFER_LIMIT = 512 * 1024 * 1024;
const SAMPLE_BYTES = 120;
/** A longer stretch is not read a second time: the scanner's word has to do. */
const DIAGNOSED_BYTES = 64 * 1024;

/** @throws UserError `line-too-long` where a line has no end within half a gigabyte */
export function openReader(source: ByteSource, options: ReaderOptions): Reader {
  const { dialect, widths, recordLimit = RECORD_LIMIT } = options;
  const batch = createBatch();
  const diagnose = createDiagnosis(dialect);
  let buffer = new Uint8Array(Math.max(options.bufferSize ?? BUFFER_SIZE, options.head.length));
  buffer.set(options.head);
  let filled = options.head.length;
  let position = options.start;
  let line = options.line;
  let ended = false;
  let discarded = 0; // bytes that have left the buffer at its front
  let reported = -1; // byte of the text where the last damage was reported: kept records are scanned twice
  let skipping = false; // in a line that is too long, whose end has not come yet

  return {
    batch,
    next,
    get scanned() {
      return discarded + position - options.start;
    },
    get offset() {
      return discarded;
    },
  };

  function next(kept: number): boolean {
    if (kept > 0) {
      const first = batch.records - kept;
      position = batch.recordStart[first]!;
      line = batch.recordLine[first]!;
    }
    let start = position;
    let startLine = line;
    for (;;) {
      start = fill(start);
      batch.records = 0;
      position = start;
      line = startLine;
      scanBuffer();
      if (batch.records > kept) return true;
      if (ended) return false;
      if (kept > 0) continue;
      start = position;
      startLine = line;
    }
  }

  /** Makes room behind `start`'s bytes and reads on. Returns where those bytes lie now. */
  function fill(start: number): number {
    const rest = filled - start;
    if (rest > buffer.length / 2) {
      if (buffer.length * 2 > BUFFER_LIMIT) throw userError("line-too-long", {}, { file: source.file, line });
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
      if (skipping && !skipLine()) return;
      const end = scanRecords(batch, buffer, position, filled, line, dialect, ended, widths);
      position = end.at;
      line = end.line;
      if (end.damage !== "none") {
        if (!stepOver(end.damage, end.damageAt)) return;
      } else if (ended || filled - position <= recordLimit) {
        return;
      } else if (lineEndFrom(position) < filled) {
        if (!stepOver("quote-unclosed", position)) return;
      } else if (batch.records === 0) {
        report("record-too-long", position + SAMPLE_BYTES, 1);
        skipping = true;
      } else {
        return; // what stands before the line has to be delivered first
      }
    }
  }

  /** Leaves the record at `position` out and goes on behind it. False when its end is not in the buffer yet. */
  function stepOver(found: ScanDamage, damageAt: number): boolean {
    const extent = extentOf(
      batch,
      buffer.subarray(0, filled),
      position,
      found,
      damageAt,
      dialect,
      ended,
      widths,
    );
    if (extent === "incomplete") return false;
    const { code, to, lines } = extent;
    const stretchEnd = code === "quote-damage" ? Math.min(damageAt + SAMPLE_BYTES, filled) : to;
    report(code, Math.max(stretchEnd, to), lines);
    position = to;
    line += lines;
    return true;
  }

  function report(code: DamageCode, stretchEnd: number, lines: number): void {
    if (discarded + position <= reported) return;
    reported = discarded + position;
    const stretch = Buffer.from(buffer.buffer, position, Math.min(stretchEnd, filled) - position);
    const diagnosed =
      code === "quote-damage" && stretch.length <= DIAGNOSED_BYTES ? diagnose(stretch, code) : code;
    const sample = stretch.toString("utf8", 0, Math.min(lineEndFrom(position) - position, SAMPLE_BYTES));
    options.onDamage(diagnosed, line, sample, lines);
  }

  /** Drops what belongs to a line that is too long. False while its end has not come. */
  function skipLine(): boolean {
    const lineEnd = lineEndFrom(position);
    if (lineEnd === filled) {
      position = filled;
      return false;
    }
    skipping = false;
    position = buffer[lineEnd] === CR && buffer[lineEnd + 1] === LF ? lineEnd + 2 : lineEnd + 1;
    line += 1;
    return true;
  }

  /** Where the physical line at `from` ends; `filled` where that has not come yet. */
  function lineEndFrom(from: number): number {
    const found = Buffer.from(buffer.buffer, 0, filled).indexOf(LF, from);
    const lf = found < 0 ? filled : found;
    const cr = dialect.loneCr ? Buffer.from(buffer.buffer, 0, lf).indexOf(CR, from) : -1;
    return cr < 0 ? lf : cr;
  }
}
