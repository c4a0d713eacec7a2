import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLabels } from "../../../src/intake/labels.js";
import { openLedger } from "../../../src/intake/ledger.js";
import { openInput } from "../../../src/intake/open.js";
import { readRows } from "../../../src/intake/rows.js";
import { readTurns } from "../../../src/intake/turns.js";
import type { LedgerFile } from "../../../src/model/ledger.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-rows-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("of calls: ragged rows are rejected with their widths, blank ones ignored, trailing delimiters do not matter", () => {
  const ledger = accountOf(
    [
      "contact_id,agent,outcome,ring_seconds,",
      "1,Lin,answered,6,",
      "2,Lin,answered,7",
      "3,Lin,answered,8,,,",
      "4,Lin,answered",
      "5,Lin,answered,9,,extra",
      ",,,,",
      "",
      "Total,4",
      "6,Lin,answered,5,",
      "7,Lin,answered,5,",
    ].join("\n"),
  );
  expect(ledger).toMatchObject({ rows: 10, audited: 5, rejected: 3, ignored: 2 });
  expect(ledger.entries.map(({ code, lines, sample }) => [code, lines, sample])).toEqual([
    ["ragged-row", [5, 6, 9], "3/5: 4,Lin,answered"],
    ["blank-line", [7, 8], null],
  ]);
});

it("of transcripts: a row that ends before a column without a name is a turn like the others", () => {
  const ledger = accountOf(
    "contact_id,speaker,start_s,text,\n1,agent,0,hello,\n1,customer,4,hi\n2,agent,0,hello,\n2,customer,3\n",
  );
  expect(ledger).toMatchObject({ rows: 4, audited: 3, rejected: 1 });
  expect(ledger.entries.map(({ code, lines }) => [code, lines])).toEqual([["ragged-row", [5]]]);
});

it("a damaged row right behind the header is reported", () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i},"Lin, A.",answered,6`);
  const ledger = accountOf(
    `contact_id,agent,outcome,ring_seconds\n99,"Li"n,answered,6\n${rows.join("\n")}\n`,
  );
  expect(ledger).toMatchObject({ rows: 21, audited: 20, rejected: 1 });
  expect(ledger.entries.map(({ code, lines }) => [code, lines])).toEqual([["quote-damage", [2]]]);
});

function accountOf(text: string): LedgerFile {
  writeFileSync(join(folder, "file.csv"), text);
  const input = openInput({ path: "file.csv", options: {} }, "Asia/Shanghai", folder);
  const { layout, source } = input;
  const ledger = openLedger("file.csv", layout.kind);
  const progress = { advance: () => {} };
  if (layout.kind === "transcripts") readTurns(input, createLabels(), ledger, progress, () => {});
  else readRows(input, createLabels(), ledger, progress, (rows) => ledger.audited(rows.rows));
  source.close();
  return ledger.close(layout.reading);
}
