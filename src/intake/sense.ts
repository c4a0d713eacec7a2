import { DAY } from "../calendar/civil.js";
import { FIELD_INDEX, FIELDS, type FieldName } from "../model/fields.js";
import type { LedgerBook } from "./ledger.js";
import type { Layout } from "./open.js";
import { lineOf, type RowBatch } from "./row-batch.js";

/** Clocks of different machines, and whole seconds, make neighbouring moments swap by this much. */
const ROUNDING = 2000;
/** How near a recorded duration must be to an interval to confirm that it crosses midnight: anything else is a day off. */
const AGREES = 60_000;

/**
 * Looks for what cannot be: negative and day-long durations, ends before starts. What is found is entered in the ledger.
 * A negative duration is taken out, so that the rules that need it are not assessed instead of being wrong.
 */
export function senseChecks(layout: Layout, ledger: LedgerBook): (rows: RowBatch) => void {
  const fields = new Set(layout.columns.map((column) => column.field));
  const durations = [...fields].filter((field) => FIELDS[field] === "duration");
  const rolling = new Set(
    layout.columns.filter(({ reader }) => reader.type === "joined").map(({ field }) => field),
  );
  const moments = ORDER.filter(({ to }) => fields.has(to)).map(({ to, after }) => ({
    to,
    rolls: rolling.has(to),
    after: after.filter(({ from }) => fields.has(from)),
  }));
  return (rows) => {
    for (const field of durations) checkDuration(rows, field, ledger);
    for (const moment of moments) checkMoment(rows, moment, ledger);
  };
}

interface Moment {
  readonly to: FieldName;
  /** Moments that come before it, and the recorded durations that add up to the time between. */
  readonly after: readonly {
    readonly from: FieldName;
    readonly recorded: readonly (readonly FieldName[])[];
  }[];
}

/** Each moment comes after its earlier ones have been put right. */
const ORDER: readonly Moment[] = [
  { to: "queued-at", after: [{ from: "offered-at", recorded: [["ivr-seconds"]] }] },
  { to: "ringing-at", after: [{ from: "queued-at", recorded: [["queue-seconds"]] }] },
  {
    to: "answered-at",
    after: [
      {
        from: "offered-at",
        recorded: [["answer-seconds"], ["ivr-seconds", "queue-seconds", "ring-seconds"]],
      },
      { from: "queued-at", recorded: [["queue-seconds"], ["queue-seconds", "ring-seconds"]] },
      { from: "ringing-at", recorded: [["ring-seconds"]] },
    ],
  },
  {
    to: "ended-at",
    after: [
      { from: "answered-at", recorded: [["talk-seconds"]] },
      { from: "queued-at", recorded: [["queue-seconds"]] },
      {
        from: "offered-at",
        recorded: [["duration-seconds"], ["ivr-seconds", "queue-seconds", "talk-seconds"]],
      },
    ],
  },
  { to: "first-reply-at", after: [{ from: "received-at", recorded: [["first-reply-seconds"]] }] },
  { to: "resolved-at", after: [{ from: "received-at", recorded: [] }] },
  { to: "submitted-at", after: [{ from: "sent-at", recorded: [] }] },
];

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

function checkMoment(rows: RowBatch, moment: Moment & { readonly rolls: boolean }, ledger: LedgerBook): void {
  const to = rows.columns[FIELD_INDEX[moment.to]]!;
  for (let row = 0; row < rows.rows; row++) {
    let worst = 0;
    let rolled = false;
    for (const { from, recorded } of moment.after) {
      const interval = to[row]! - rows.columns[FIELD_INDEX[from]]![row]!;
      if (!(interval < 0)) continue;
      worst = Math.min(worst, interval);
      rolled ||= moment.rolls && recorded.some((sum) => agrees(rows, row, sum, interval + DAY));
    }
    if (worst === 0) continue;
    const line = lineOf(rows, row);
    if (rolled) {
      ledger.note("midnight-rollover", line, `${(worst + DAY) / 1000} s`, moment.to);
      to[row] = to[row]! + DAY;
    } else if (worst >= -ROUNDING) {
      ledger.note("clock-rounding", line, `${worst / 1000} s`, moment.to);
      to[row] = to[row]! - worst;
    } else {
      // which of the two is wrong cannot be told: both stay, and no check takes a negative interval for a time
      ledger.note("end-before-start", line, `${worst / 1000} s`, moment.to);
    }
  }
}

/** Whether the recorded durations, those that are there, add up to the interval. */
function agrees(rows: RowBatch, row: number, fields: readonly FieldName[], interval: number): boolean {
  let sum = 0;
  let known = false;
  for (const field of fields) {
    const value = rows.columns[FIELD_INDEX[field]]![row]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    known = true;
  }
  return known && Math.abs(interval - sum) <= AGREES;
}
