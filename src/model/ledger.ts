import type { Kind } from "./fields.js";

/** The account of every row of one file. Always: rows = audited + rejected + duplicate + ignored. */
export interface LedgerFile {
  readonly file: string;
  readonly kind: Kind | null;
  readonly rows: number;
  readonly audited: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly ignored: number;
  /** What was noticed, worst first: rejected rows, then duplicates, ignored ones, and rows audited with a remark. */
  readonly entries: readonly LedgerEntry[];
  /** How the file was read: recognised, guessed or told. */
  readonly read: FileReading;
}

export const LEDGER_EFFECTS = ["rejected", "duplicate", "ignored", "noted"] as const;
export type LedgerEffect = (typeof LEDGER_EFFECTS)[number];

export interface LedgerEntry {
  /** Stable name of what was found: `ragged-row`, `negative-duration` … Words for people are in `messages/`. */
  readonly code: string;
  readonly effect: LedgerEffect;
  readonly count: number;
  /** Line numbers of the first rows concerned, at most ten. */
  readonly lines: readonly number[];
  /** What was found in the first of them, for the message; never more than a short extract. */
  readonly sample: string | null;
  /** The field or column concerned, where one is. */
  readonly field: string | null;
}

export interface FileReading {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  /** canonical field → header names it is read from, and how that was decided. */
  readonly columns: readonly ColumnReading[];
  /** Header names that no field reads. */
  readonly unused: readonly string[];
  /** The vendor's export that the file was recognised as: `Five9 · Call Log report`. Absent where none was. */
  readonly profile?: string;
}

export interface ColumnReading {
  readonly field: string;
  readonly columns: readonly string[];
  readonly by: "config" | "alias" | "profile" | "guess";
  /** The clock or unit the values are read in: `YYYY-MM-DD`, `seconds`, `HH:MM:SS` … null for text. */
  readonly format: string | null;
}
