import { DAY } from "../../calendar/civil.js";
import { zone } from "../../calendar/zone.js";
import { FIELD_INDEX, FIELDS, type FieldName } from "../../model/fields.js";
import type { LedgerBook } from "../ledger.js";
import type { Layout } from "../open.js";
import { lineOf, type RowBatch } from "../row-batch.js";
import { isUnanswered } from "./evidence.js";

type Check = (rows: RowBatch) => void;

/** Until here a moment stands for "never": UNIX 0 in any zone, and the day 0 of spreadsheets, .NET and SQL before it. */
const NEVER = DAY * 1.5;

/**
 * Values that cannot be, one by one: negative and day-long durations, moments of 1970 and of the far future, moments behind
 * "now". A value that is none is taken out, so that the rules that need it are not assessed instead of being wrong.
 */
export function valueChecks(layout: Layout, ledger: LedgerBook): Check {
  const fields = [...new Set(layout.columns.map(({ field }) => field))];
  const durations = fields.filter((field) => FIELDS[field] === "duration");
  const instants = fields.filter((field) => FIELDS[field] === "instant");
  const { horizon } = layout.evidence;
  const asOf = layout.options.asOf ?? Number.POSITIVE_INFINITY;
  return (rows) => {
    for (const field of durations) checkDuration(rows, field, ledger);
    for (const field of instants) {
      // what is due may lie in the future
      const latest = field === "due-at" ? horizon : Math.min(horizon, asOf);
      checkInstant(rows, field, latest, horizon, ledger);
    }
  };
}

function checkDuration(rows: RowBatch, field: FieldName, ledger: LedgerBook): void {
  const column = rows.columns[FIELD_INDEX[field]]!;
  for (let row = 0; row < rows.rows; row++) {
    const value = column[row]!;
    if (value >= 0 && value <= DAY) continue;
    if (value < 0) {
      ledger.note("negative-duration", lineOf(rows, row), `${value / 1000} s`, field);
      column[row] = Number.NaN;
    } else if (value > DAY) {
      ledger.note("over-24h", lineOf(rows, row), `${value / 1000} s`, field);
    }
  }
}

function checkInstant(
  rows: RowBatch,
  field: FieldName,
  latest: number,
  horizon: number,
  ledger: LedgerBook,
): void {
  const column = rows.columns[FIELD_INDEX[field]]!;
  const { timezone } = rows.layout;
  for (let row = 0; row < rows.rows; row++) {
    const value = column[row]!;
    if (value > NEVER && value <= latest) continue;
    if (Number.isNaN(value)) continue;
    if (value <= NEVER) {
      ledger.note("epoch-zero", lineOf(rows, row), undefined, field);
      column[row] = Number.NaN;
    } else {
      const code = value > horizon ? "far-future" : "after-as-of";
      ledger.note(code, lineOf(rows, row), dateOf(value, timezone), field);
      if (value > horizon) column[row] = Number.NaN;
    }
  }
}

/**
 * Zeros of calls that nobody answered, where the file writes 0 for "none" (evidence.ts). A 0 that stayed would flatter the
 * mean and pass for a caller who hung up at once.
 */
export function zeroChecks(layout: Layout, ledger: LedgerBook): Check {
  const waits = [...layout.evidence.zeros].filter((field) => FIELDS[field] !== "instant");
  const moments = [...layout.evidence.zeros].filter((field) => FIELDS[field] === "instant");
  const clock = zone(layout.options.timezone ?? layout.timezone);
  return (rows) => {
    const outcome = rows.columns[FIELD_INDEX.outcome]!;
    for (const field of waits) {
      const column = rows.columns[FIELD_INDEX[field]]!;
      for (let row = 0; row < rows.rows; row++) {
        if (column[row] === 0 && isUnanswered(outcome[row]!)) gone(rows, row, field, column);
      }
    }
    for (const field of moments) {
      const column = rows.columns[FIELD_INDEX[field]]!;
      for (let row = 0; row < rows.rows; row++) {
        if (clock.local(column[row]!) % DAY === 0) gone(rows, row, field, column);
      }
    }
  };

  function gone(rows: RowBatch, row: number, field: FieldName, column: Float64Array): void {
    column[row] = Number.NaN;
    ledger.note("missing-as-zero", lineOf(rows, row), undefined, field);
  }
}

function dateOf(at: number, timezone: string): string {
  const date = new Date(zone(timezone).local(at));
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString().slice(0, 19).replace("T", " ");
}
