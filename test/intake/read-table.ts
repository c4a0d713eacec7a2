import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FoundEncoding } from "../../src/intake/encoding/detect.js";
import { openLedger } from "../../src/intake/ledger.js";
import type { InputOptions } from "../../src/intake/options.js";
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
  readonly ledger: LedgerFile;
}

/** Reads bytes as a user's file would be: encoding, dialect and header are found out, then every record is read. */
export function readTable(content: string | Uint8Array, options: InputOptions = {}): ReadTable {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-table-"));
  try {
    writeFileSync(join(folder, "file.csv"), content);
    const table = openTable({ path: "file.csv" }, options, folder);
    const header = options.header === undefined ? findHeader(table.batch, options) : -1;
    const { headers, headerLine, widths, start, line } = layTable(table, header, options.header ?? null);
    const { encoding, dialect, source } = table;
    const ledger = openLedger("file.csv", null);
    const layout = { dialect, head: table.head.bytes, start, line, widths, remarks: [] };
    const reader = openRecords(layout, source, ledger);
    const rows: { line: number; cells: readonly string[] }[] = [];
    while (reader.next(0)) {
      const { batch } = reader;
      ledger.read(batch.records);
      ledger.audited(batch.records);
      for (let record = 0; record < batch.records; record++)
        rows.push({ line: batch.recordLine[record]!, cells: cellsOf(batch, record) });
    }
    source.close();
    const reading = { encoding: encoding.encoding, delimiter: "", headerLine, columns: [], unused: [] };
    return { encoding, dialect, headers, headerLine, rows, ledger: ledger.close(reading) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
