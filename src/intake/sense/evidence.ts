import { DAY } from "../../calendar/civil.js";
import { FIELDS, type FieldName, OUTCOMES } from "../../model/fields.js";
import { cellReader } from "../cells.js";
import { createLabels } from "../labels.js";
import type { Layout } from "../open.js";
import type { MappedColumn } from "../recognise/recognise.js";
import type { Batch } from "../scan/batch.js";
import { cellText } from "../values/cell.js";

/**
 * What the first rows of a file show about its values, decided once for the whole file: the same row means the same
 * wherever it stands.
 */
export interface Evidence {
  /** Waits, ratings and moments in which a zero of a call that nobody answered means "none". */
  readonly zeros: ReadonlySet<FieldName>;
  /** Moments behind this, ms, are none: 2099-12-31, 9999-12-31. */
  readonly horizon: number;
}

/** Waits that exports fill with 0 where nobody answered. Of these a caller may have given up at once. */
const WAITS: readonly FieldName[] = ["answer-seconds", "queue-seconds"];
/** A telephone that nobody picked up and that rang for no time at all did not ring; nobody rates a call that was not taken. */
const NEVER_ZERO: readonly FieldName[] = ["ring-seconds", "rating"];
/** Where nearly all unanswered calls of the first rows carry 0, none of the zeros is a wait. */
const ZERO_SHARE = 0.9;
/** Hardly one call in a thousand begins in the very second of midnight: beyond this share it stands for "none". */
const MIDNIGHT_SHARE = 0.05;
const HORIZON = 30 * 365.25 * DAY;
const ANSWERED = OUTCOMES.indexOf("answered");
const DROPPED = OUTCOMES.indexOf("dropped");

export function evidenceOf(layout: Omit<Layout, "evidence">, batch: Batch, first: number): Evidence {
  const labels = createLabels();
  const width = layout.headers.length;
  const records: number[] = [];
  for (let record = first; record < batch.records; record++) {
    if (batch.firstField[record + 1]! - batch.firstField[record]! >= width) records.push(record);
  }
  const columnOf = (field: FieldName) => layout.columns.find((column) => column.field === field);
  const valuesOf = (column: MappedColumn) => {
    const read = cellReader(column, { ...layout, evidence: NONE }, labels);
    return records.map((record) => read(batch, record));
  };
  const outcome = columnOf("outcome");
  const outcomes = outcome === undefined ? [] : valuesOf(outcome);
  const zeros = new Set<FieldName>();
  for (const field of WAITS) {
    const column = columnOf(field);
    if (column === undefined || outcome === undefined || isTold(layout, field)) continue;
    const waits = valuesOf(column).filter((wait, i) => isUnanswered(outcomes[i]!) && !Number.isNaN(wait));
    if (waits.filter((wait) => wait === 0).length >= waits.length * ZERO_SHARE) zeros.add(field);
  }
  for (const field of NEVER_ZERO) {
    if (outcome !== undefined && columnOf(field) !== undefined && !isTold(layout, field)) zeros.add(field);
  }
  for (const column of layout.columns) {
    const [, time] = column.columns;
    if (column.reader.type !== "joined" || time === undefined || isTold(layout, column.field)) continue;
    if (column.field === "offered-at" || column.field === "received-at") continue;
    const times = records.map((record) => textOf(batch, batch.firstField[record]! + time));
    const midnights = times.filter((text) => /^0{1,2}:00(:00)?$/.test(text)).length;
    if (midnights > times.length * MIDNIGHT_SHARE && midnights > 1) zeros.add(column.field);
  }
  const moments = layout.columns
    .filter(({ field }) => FIELDS[field] === "instant")
    .flatMap(valuesOf)
    .filter((at) => at > DAY)
    .toSorted((a, b) => a - b);
  const middle = moments[moments.length >> 1];
  return { zeros, horizon: middle === undefined ? Number.POSITIVE_INFINITY : middle + HORIZON };
}

/** Nothing was looked at: every value counts as it stands. */
export const NONE: Evidence = { zeros: new Set(), horizon: Number.POSITIVE_INFINITY };

/** Whether a call's outcome, a code of OUTCOMES, says that nobody took it. One that broke off was taken before. */
export function isUnanswered(outcome: number): boolean {
  return outcome > 0 && outcome !== ANSWERED && outcome !== DROPPED;
}

/** Who says what is missing in a field says also that its zeros are real, or are not. */
function isTold({ options: { missing } }: Pick<Layout, "options">, field: FieldName): boolean {
  return missing !== undefined && !Array.isArray(missing) && field in missing;
}

function textOf(batch: Batch, field: number): string {
  return cellText(batch.bytes, batch.fieldStart[field]!, batch.fieldEnd[field]!).trim();
}
