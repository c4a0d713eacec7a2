import { doubled } from "../doubled.js";

/**
 * Records found in a stretch of bytes: the buffer, and where each field lies in it. Nothing is decoded or copied.
 * The arrays grow to the largest batch met and are then reused.
 */
export interface Batch {
  bytes: Uint8Array;
  /** The byte that escapes a quote inside quotes: the quote itself, or a backslash. */
  escape: number;
  /** How many records were found. */
  records: number;
  /** Index of each record's first field; one more entry than records. */
  firstField: Int32Array;
  /** Byte where each record starts; one more entry than records: where the last one's line end is over. */
  recordStart: Int32Array;
  /** Physical line, counted from 1, on which each record starts. */
  recordLine: Int32Array;
  /** Content of each field: quotes are left out, end is exclusive. */
  fieldStart: Int32Array;
  fieldEnd: Int32Array;
  /** FIELD_QUOTED, FIELD_ESCAPED. */
  fieldFlags: Uint8Array;
}

/** The field stands in quotes. */
export const FIELD_QUOTED = 1;
/** Its content holds doubled quotes (or escapes) that a reader has to undo. */
export const FIELD_ESCAPED = 2;

export function createBatch(): Batch {
  return {
    bytes: new Uint8Array(0),
    escape: 0x22,
    records: 0,
    firstField: new Int32Array(1024),
    recordStart: new Int32Array(1024),
    recordLine: new Int32Array(1024),
    fieldStart: new Int32Array(8192),
    fieldEnd: new Int32Array(8192),
    fieldFlags: new Uint8Array(8192),
  };
}

/** Makes room for one more record than there is. */
export function growRecords(batch: Batch): void {
  batch.firstField = doubled(batch.firstField);
  batch.recordStart = doubled(batch.recordStart);
  batch.recordLine = doubled(batch.recordLine);
}

export function growFields(batch: Batch): void {
  batch.fieldStart = doubled(batch.fieldStart);
  batch.fieldEnd = doubled(batch.fieldEnd);
  batch.fieldFlags = doubled(batch.fieldFlags);
}
