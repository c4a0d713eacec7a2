import type { BytesReporter } from "./report.js";
import { bookOf } from "./xlsx/cells.js";
import { findingsSheet } from "./xlsx/findings.js";
import { agentsSheet, rulesSheet } from "./xlsx/groups.js";
import { ledgerSheet } from "./xlsx/ledger.js";
import { promisesSheet } from "./xlsx/promises.js";
import { summarySheet } from "./xlsx/summary.js";
import { workbook } from "./xlsx/workbook.js";

/** A workbook for people who filter and sort: summary with gates, agents, rules, findings, promises, ledger. */
export const xlsx: BytesReporter = (result, options) => {
  const book = bookOf(result, options);
  const findings = findingsSheet(book);
  const unlisted = result.findings.length - findings.rows.length;
  return workbook([
    summarySheet(book, unlisted),
    agentsSheet(book),
    rulesSheet(book),
    findings,
    ...promisesSheet(book),
    ledgerSheet(book),
  ]);
};
