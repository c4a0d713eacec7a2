import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabels } from "../../../src/intake/labels.js";
import { openLedger } from "../../../src/intake/ledger.js";
import { type OpenedFile, openInput } from "../../../src/intake/open.js";
import { readRows } from "../../../src/intake/rows.js";
import { readTurns } from "../../../src/intake/turns.js";
import type { LedgerFile } from "../../../src/model/ledger.js";
import { UserError } from "../../../src/model/user-error.js";
import { runs } from "../../runs.js";
import { damageOf, readTable } from "../read-table.js";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures");
const FILES = [
  "demo/calls.csv",
  "demo/transcripts.csv",
  "encodings/simplified.utf-8.csv",
  "encodings/simplified.gb18030.csv",
  "encodings/simplified.utf-16-le.csv",
  "encodings/traditional.big5.csv",
  "dialects/python/excel.csv",
  "dialects/python/backslash.csv",
].map((name) => ({ name, bytes: readFileSync(join(FIXTURES, name)) }));

/** Bytes that mean something to a reader, and any others. */
const anyByte = fc.oneof(
  fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x00, 0x27, 0x5c, 0x3b, 0x80, 0xff),
  fc.integer({ min: 0, max: 255 }),
);
const anyDamage = fc.record({
  file: fc.constantFrom(...FILES),
  flips: fc.array(fc.record({ at: fc.nat(), byte: anyByte }), { minLength: 1, maxLength: 3 }),
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-flips-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("bytes flipped anywhere: no crash, no line lost in silence, and the ledger adds up", () => {
  fc.assert(
    fc.property(anyDamage, ({ file, flips }) => {
      const bytes = Buffer.from(file.bytes);
      for (const { at, byte } of flips) bytes[at % bytes.length] = byte;
      orUserError(() => everyLineIsAccountedFor(bytes));
      orUserError(() => theLedgerAddsUp(file.name, bytes));
    }),
    { ...runs(60), endOnFailure: true },
  );
});

/** A mistake that is explained to the user is no crash. */
function orUserError(attempt: () => void): void {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Line after line from the header on: each begins a row, is reported, or lies within the row or stretch before it. */
function everyLineIsAccountedFor(bytes: Uint8Array): void {
  const read = readTable(bytes);
  const { loneCr } = read.dialect;
  const ends = loneCr ? /\r\n|\n|\r/ : /\n/;
  let next: number | null = null;
  const lost = read.damage.map(({ line, lines }) => ({ line, length: lines }));
  const rows = read.rows.map(({ line, cells }) => ({ line, length: cells.join("").split(ends).length }));
  for (const { line, length } of [...rows, ...lost].sort((a, b) => a.line - b.line)) {
    if (next !== null) expect(line).toBe(next);
    next = line + length;
  }
  expect(damageOf(read).length === 0).toBe(lost.length === 0);
}

function theLedgerAddsUp(name: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, "file.csv"), bytes);
  const options = name.startsWith("dialects") ? { kind: "transcripts" as const } : {};
  const input = openInput({ path: "file.csv", options }, "Asia/Shanghai", folder);
  try {
    const { rows, audited, rejected, duplicate, ignored } = accountOf(input);
    expect(audited + rejected + duplicate + ignored).toBe(rows);
    expect(rows).toBeGreaterThan(0);
  } finally {
    input.source.close();
  }
}

function accountOf(input: OpenedFile): LedgerFile {
  const { layout } = input;
  const ledger = openLedger(layout.file, layout.kind);
  const progress = { advance: () => {} };
  if (layout.kind === "transcripts" || layout.kind === "messages") {
    readTurns(input, createLabels(), ledger, progress, () => {});
  } else {
    readRows(input, createLabels(), ledger, progress, (rows) => ledger.audited(rows.rows));
  }
  return ledger.close(layout.reading);
}
