import type { Labels } from "./labels.js";
import type { LedgerBook } from "./ledger.js";
import type { Layout } from "./open.js";
import type { RowBatch } from "./row-batch.js";
import { orderChecks } from "./sense/order.js";
import { overlapCheck } from "./sense/overlap.js";
import { valueChecks, zeroChecks } from "./sense/values.js";

/**
 * Looks for what cannot be in a table. What is found is entered in the ledger; a value that is none is taken out. Rows
 * that are left out are looked at too, except for overlaps: what is wrong with an export is said of all of it.
 */
export interface SenseChecks {
  /** Values one by one: before rows of one contact are combined. */
  values(rows: RowBatch): void;
  /** Values against each other: when a row is a whole contact. */
  contacts(rows: RowBatch): void;
  /** Agents in two calls at once. Rows are stretches of talk of one agent each. */
  talks(rows: RowBatch): void;
  /** Call once, behind the last row. */
  finish(): void;
}

export function senseChecks(layout: Layout, labels: Labels, ledger: LedgerBook): SenseChecks {
  const values = valueChecks(layout, ledger);
  const zeros = zeroChecks(layout, ledger);
  const order = orderChecks(layout, ledger);
  const overlaps = layout.kind === "calls" ? overlapCheck(labels, ledger) : null;
  return {
    values,
    contacts(rows) {
      zeros(rows);
      order(rows);
    },
    talks: (rows) => overlaps?.add(rows),
    finish: () => overlaps?.finish(),
  };
}
