import { byWeight, LINES_KEPT } from "../intake/ledger.js";
import type { LedgerCode } from "../messages/ledger.js";
import type { LedgerEntry, LedgerFile } from "../model/ledger.js";

/** Remarks on rows that stay in the audit, made while they are judged. They come out the same in whatever order they were made. */
export interface Notes {
  note(file: string, code: LedgerCode, line: number, sample: string, field: string): void;
  /** Adds what another share of the audit noted. */
  add(notes: readonly Noted[]): void;
  all(): readonly Noted[];
}

/** One kind of remark on one file. */
export interface Noted {
  readonly file: string;
  readonly code: LedgerCode;
  readonly field: string;
  readonly count: number;
  /** The first lines concerned, ascending, with what stands there. */
  readonly first: readonly { readonly line: number; readonly sample: string }[];
}

export function createNotes(): Notes {
  const known = new Map<string, Noted>();
  const add = (noted: Noted) => {
    const { file, code, field } = noted;
    const key = `${file}\0${code}\0${field}`;
    const before = known.get(key);
    known.set(key, before === undefined ? noted : joined(before, noted));
  };
  return {
    note: (file, code, line, sample, field) =>
      add({ file, code, field, count: 1, first: [{ line, sample }] }),
    add: (notes) => notes.forEach(add),
    all: () => [...known.values()],
  };
}

/** The account of a file with the remarks that judging its rows brought up. */
export function withNotes(ledger: LedgerFile, notes: readonly Noted[]): LedgerFile {
  const own = notes.filter(({ file }) => file === ledger.file);
  if (own.length === 0) return ledger;
  const entries = own.map(
    ({ code, field, count, first }): LedgerEntry => ({
      code,
      effect: "noted",
      count,
      lines: first.map(({ line }) => line),
      sample: first[0]?.sample ?? null,
      field,
    }),
  );
  return { ...ledger, entries: [...ledger.entries, ...entries].sort(byWeight) };
}

function joined(a: Noted, b: Noted): Noted {
  const first = [...a.first, ...b.first].sort((one, other) => one.line - other.line).slice(0, LINES_KEPT);
  return { ...a, count: a.count + b.count, first };
}
