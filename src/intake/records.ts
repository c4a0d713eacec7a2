import type { LedgerBook } from "./ledger.js";
import type { Layout } from "./open.js";
import { openReader, type Reader } from "./reader.js";
import { CR, LF } from "./scan/scan.js";
import type { ByteSource } from "./source.js";

/** A source whose invalid bytes were replaced; plain bytes in tests have none. */
type Source = ByteSource & { readonly replaced?: number[] };

/** Where the records of a file are and how they are written: all that reading them takes. */
export type RecordsLayout = Pick<Layout, "dialect" | "head" | "start" | "line" | "widths" | "remarks">;

/**
 * Reads the records of a file that was recognised. Records that are left out and places with invalid bytes are entered in
 * the ledger; without one, the file is read a second time and they have been.
 */
export function openRecords(layout: RecordsLayout, source: Source, ledger: LedgerBook | null): Reader {
  const { dialect, head, start, line, widths } = layout;
  const reader = openReader(source, {
    dialect,
    head,
    start,
    line,
    widths,
    onDamage: (code, at, sample) => {
      ledger?.read();
      ledger?.out("rejected", code, at, sample);
    },
  });
  for (const remark of layout.remarks) ledger?.note(remark.code, remark.line, remark.sample);
  const places = source.replaced ?? [];
  const { loneCr } = dialect;
  while (places[0] !== undefined && places[0] < start) {
    const at = places.shift()!;
    ledger?.note("invalid-bytes", lineOfByte(head, 0, 1, at, loneCr), extract(head, at));
  }
  return {
    get batch() {
      return reader.batch;
    },
    get scanned() {
      return reader.scanned;
    },
    get offset() {
      return reader.offset;
    },
    next(kept) {
      const more = reader.next(kept);
      if (places.length > 0 && ledger !== null) notePlaces(places, reader, ledger, loneCr);
      return more;
    },
  };
}

/** Enters the invalid places of the batch, each once: rows that are kept for the next batch are done with. */
function notePlaces(places: number[], { batch, offset }: Reader, ledger: LedgerBook, loneCr: boolean): void {
  let done = 0;
  let record = 0;
  for (; done < places.length; done++) {
    const at = places[done]! - offset;
    while (record < batch.records && batch.recordStart[record + 1]! <= at) record += 1;
    if (record === batch.records) break;
    const from = batch.recordStart[record]!;
    const line = lineOfByte(batch.bytes, from, batch.recordLine[record]!, at, loneCr);
    ledger.note("invalid-bytes", line, extract(batch.bytes, at));
  }
  places.splice(0, done);
}

/** The physical line of byte `at`, given that byte `from` is on line `line`. */
function lineOfByte(bytes: Uint8Array, from: number, line: number, at: number, loneCr: boolean): number {
  let found = line;
  for (let i = from; i < at; i++) {
    if (bytes[i] === LF || (loneCr && bytes[i] === CR && bytes[i + 1] !== LF)) found += 1;
  }
  return found;
}

/** Bytes shown before and behind an invalid place. */
const EXTRACT = 30;

/** What stands around a place on its line, without half characters at its ends. */
function extract(bytes: Uint8Array, at: number): string {
  let from = at;
  while (from > 0 && at - from < EXTRACT && bytes[from - 1]! >= 0x20) from -= 1;
  while ((bytes[from]! & 0xc0) === 0x80) from += 1;
  let to = at;
  while (to < bytes.length && to - at < EXTRACT && bytes[to]! >= 0x20) to += 1;
  while (to > at && to < bytes.length && (bytes[to]! & 0xc0) === 0x80) to -= 1;
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("utf8");
}
