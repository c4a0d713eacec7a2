import type { LedgerCode } from "../messages/ledger.js";
import type { Kind } from "../model/fields.js";
import {
  type FileReading,
  LEDGER_EFFECTS,
  type LedgerEffect,
  type LedgerEntry,
  type LedgerFile,
} from "../model/ledger.js";

/** Keeps the account of one file while it is read. */
export interface LedgerBook {
  /** Records came from the file. Counted where they are read, so that what happens to them can be checked against it. */
  read(records?: number): void;
  /** A row was audited. Remarks on it are `note`d besides. */
  audited(rows?: number): void;
  /** A row is out of the audit: `rejected`, `duplicate` or `ignored`, with why and where. */
  out(
    effect: Exclude<LedgerEffect, "noted">,
    code: LedgerCode,
    line: number,
    sample?: string,
    field?: string,
  ): void;
  /** Something about a row that stays in the audit. */
  note(code: LedgerCode, line: number, sample?: string, field?: string): void;
  readonly rejected: number;
  close(reading: FileReading): LedgerFile;
}

/** How many line numbers an entry keeps. */
export const LINES_KEPT = 10;

export function openLedger(file: string, kind: Kind | null): LedgerBook {
  let rows = 0;
  const counts = { audited: 0, rejected: 0, duplicate: 0, ignored: 0 };
  const entries = new Map<string, Mutable<LedgerEntry>>();
  return {
    read(records = 1) {
      rows += records;
    },
    audited(count = 1) {
      counts.audited += count;
    },
    out(effect, code, line, sample, field) {
      counts[effect] += 1;
      enter(effect, code, line, sample, field);
    },
    note(code, line, sample, field) {
      enter("noted", code, line, sample, field);
    },
    get rejected() {
      return counts.rejected;
    },
    close(read) {
      return { file, kind, rows, ...counts, entries: [...entries.values()].sort(byWeight), read };
    },
  };

  function enter(
    effect: LedgerEffect,
    code: LedgerCode,
    line: number,
    sample?: string,
    field?: string,
  ): void {
    const key = `${effect} ${code} ${field ?? ""}`;
    const known = entries.get(key);
    if (known === undefined) {
      entries.set(key, {
        code,
        effect,
        count: 1,
        lines: [line],
        sample: sample ?? null,
        field: field ?? null,
      });
      return;
    }
    known.count += 1;
    if (known.lines.length < LINES_KEPT) known.lines.push(line);
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** The order of entries: the worst first. */
export function byWeight(a: LedgerEntry, b: LedgerEntry): number {
  return (
    LEDGER_EFFECTS.indexOf(a.effect) - LEDGER_EFFECTS.indexOf(b.effect) ||
    b.count - a.count ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
    ((a.field ?? "") < (b.field ?? "") ? -1 : 1)
  );
}
