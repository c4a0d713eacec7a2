import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FoundEncoding } from "../../src/intake/encoding/detect.js";
import { openLedger } from "../../src/intake/ledger.js";
import type { InputOptions } from "../../src/intake/options.js";
import { openReader, type Reader } from "../../src/intake/reader.js";
import { findHeader } from "../../src/intake/recognise/find-header.js";
import { cellsOf } from "../../src/intake/recognise/head.js";
import { openRecords } from "../../src/intake/records.js";
import type { ScanDialect } from "../../src/intake/scan/scan.js";
import { layTable, openTable } from "../../src/intake/table.js";
import type { LedgerFile } from "../../src/model/ledger.js";

export interface ReadTable {
  readonly encoding: FoundEncoding;
  readonly dialect: ScanDialect;
  readonly headers: readonly string[];
  readonly headerLine: number;
  /** Each row below the header with the line it starts on. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** What was left out, and so many lines with it. */
  readonly damage: readonly { readonly line: number; readonly lines: number }[];
  readonly ledger: LedgerFile;
}

/** Reads bytes as a user's file would be: encoding, dialect and header are found out, then every record is read. */
export function readTable(content: string | Uint8Array, options: InputOptions = {}): ReadTable {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-table-"));
  try {
    writeFileSync(join(folder, "file.csv"), content);
    return readFile(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFile(folder: string, options: InputOptions): ReadTable {
  const opened = () => {
    const table = openTable({ path: "file.csv" }, options, folder);
    const header = options.header === undefined ? findHeader(table.batch, options) : -1;
    const shape = layTable(table, header, options.header ?? null);
    const { start, line, widths } = shape;
    const layout = { dialect: table.dialect, head: table.head.bytes, start, line, widths, remarks: [] };
    return { table, shape, layout };
  };
  const { table, shape, layout } = opened();
  const damage: { line: number; lines: number }[] = [];
  const onDamage = (_: string, line: number, __: string, lines: number) => damage.push({ line, lines });
  const rows: { line: number; cells: readonly string[] }[] = [];
  eachBatch(openReader(table.source, { ...layout, onDamage }), ({ batch }) => {
    for (let record = 0; record < batch.records; record++)
      rows.push({ line: batch.recordLine[record]!, cells: cellsOf(batch, record) });
  });
  table.source.close();
  const again = opened();
  const ledger = openLedger("file.csv", null);
  eachBatch(openRecords(again.layout, again.table.source, ledger), ({ batch }) => {
    ledger.read(batch.records);
    ledger.audited(batch.records);
  });
  again.table.source.close();
  const { encoding, dialect } = table;
  const { headers, headerLine } = shape;
  const reading = { encoding: encoding.encoding, delimiter: "", headerLine, columns: [], unused: [] };
  return { encoding, dialect, headers, headerLine, rows, damage, ledger: ledger.close(reading) };
}

function eachBatch(reader: Reader, each: (reader: Reader) => void): void {
  while (reader.next(0)) each(reader);
}

/** The lines that were left out, by code. */
export function damageOf({ ledger }: ReadTable): readonly string[] {
  return ledger.entries
    .filter(({ effect }) => effect === "rejected")
    .map(({ code, lines }) => `${code} ${lines.join(",")}`);
}

export function cellsIn({ rows }: ReadTable): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}
