import { DAY } from "../../calendar/civil.js";
import { FIELD_INDEX, type FieldName } from "../../model/fields.js";
import type { LedgerBook } from "../ledger.js";
import type { Layout } from "../open.js";
import { lineOf, type RowBatch } from "../row-batch.js";

/** Clocks of different machines, and whole seconds, make neighbouring moments swap by this much. */
const ROUNDING = 2000;
/** How near a recorded duration must be to an interval to confirm that it crosses midnight: anything else is a day off. */
const AGREES = 60_000;

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
  {
    to: "ringing-at",
    after: [
      { from: "queued-at", recorded: [["queue-seconds"]] },
      { from: "offered-at", recorded: [["ivr-seconds", "queue-seconds"]] },
    ],
  },
  {
    to: "answered-at",
    after: [
      {
        from: "offered-at",
        recorded: [
          ["answer-seconds"],
          ["ivr-seconds", "answer-seconds"],
          ["ivr-seconds", "queue-seconds", "ring-seconds"],
        ],
      },
      {
        from: "queued-at",
        recorded: [["answer-seconds"], ["queue-seconds"], ["queue-seconds", "ring-seconds"]],
      },
      { from: "ringing-at", recorded: [["ring-seconds"]] },
    ],
  },
  {
    to: "ended-at",
    after: [
      { from: "answered-at", recorded: [["talk-seconds"], ["talk-seconds", "hold-seconds"]] },
      { from: "queued-at", recorded: [["queue-seconds"], ["queue-seconds", "talk-seconds"]] },
      {
        from: "offered-at",
        recorded: [["duration-seconds"], ["ivr-seconds", "queue-seconds", "talk-seconds"]],
      },
    ],
  },
  { to: "first-reply-at", after: [{ from: "received-at", recorded: [["first-reply-seconds"]] }] },
  { to: "resolved-at", after: [{ from: "received-at", recorded: [["duration-seconds"]] }] },
  { to: "submitted-at", after: [{ from: "sent-at", recorded: [] }] },
];

/**
 * Moments that come before what they follow. An interval that is negative by a second or two is rounding; one of a log
 * that writes the date only once crosses midnight where a recorded duration agrees; all others are reported and stay.
 */
export function orderChecks(layout: Layout, ledger: LedgerBook): (rows: RowBatch) => void {
  const fields = new Set(layout.columns.map(({ field }) => field));
  // of joined columns the date may be that of the call's beginning
  const rolling = new Set(
    layout.columns.filter(({ reader }) => reader.type === "joined").map(({ field }) => field),
  );
  const moments = ORDER.filter(({ to }) => fields.has(to)).map(({ to, after }) => ({
    to,
    rolls: rolling.has(to),
    after: after.filter(({ from }) => fields.has(from)),
  }));
  return (rows) => {
    for (const moment of moments) checkMoment(rows, moment, ledger);
  };
}

function checkMoment(rows: RowBatch, moment: Moment & { readonly rolls: boolean }, ledger: LedgerBook): void {
  const to = rows.columns[FIELD_INDEX[moment.to]]!;
  const before = moment.after.map(({ from }) => rows.columns[FIELD_INDEX[from]]!);
  for (let row = 0; row < rows.rows; row++) {
    let worst = 0;
    for (let i = 0; i < before.length; i++) {
      const interval = to[row]! - before[i]![row]!;
      if (interval < worst) worst = interval;
    }
    if (worst < 0) settle(rows, row, moment, worst, ledger);
  }
}

function settle(
  rows: RowBatch,
  row: number,
  { to, rolls, after }: Moment & { readonly rolls: boolean },
  worst: number,
  ledger: LedgerBook,
): void {
  const column = rows.columns[FIELD_INDEX[to]]!;
  const line = lineOf(rows, row);
  const rolled =
    rolls &&
    after.some(({ from, recorded }) => {
      const interval = column[row]! - rows.columns[FIELD_INDEX[from]]![row]!;
      return interval < 0 && recorded.some((sum) => agrees(rows, row, sum, interval + DAY));
    });
  if (rolled) {
    ledger.note("midnight-rollover", line, `${(worst + DAY) / 1000} s`, to);
    column[row] = column[row]! + DAY;
  } else if (worst >= -ROUNDING) {
    ledger.note("clock-rounding", line, `${worst / 1000} s`, to);
    column[row] = column[row]! - worst;
  } else {
    // which of the two is wrong cannot be told: both stay, and no check takes a negative interval for a time
    ledger.note("end-before-start", line, `${worst / 1000} s`, to);
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
