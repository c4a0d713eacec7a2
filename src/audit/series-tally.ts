import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import { type Growable, growable } from "./growable.js";

/**
 * When each rule that charts are drawn of was met and failed, as whole numbers by quarter of an hour: every time zone
 * is a whole number of them from UTC, so days and hours of the desk's clock are added up afterwards, and parts of an
 * audit too.
 */
export interface SeriesTally {
  /** Quarters of an hour since 1970, in the order in which they came. */
  readonly quarters: number[];
  /** `counts[2 * quarter + verdict]` of each rule, quarter by its position in `quarters`; null where nothing was counted. */
  readonly counts: (Growable<Int32Array> | null)[];
  /** Verdicts of contacts of which no moment is known, by rule. */
  readonly undated: Float64Array;
  /** Position of a quarter. */
  readonly known: Map<number, number>;
  last: number;
  lastAt: number;
}

export const QUARTER = 900_000;

export function createSeries(rules: number): SeriesTally {
  return {
    quarters: [],
    counts: Array.from({ length: rules }, () => null),
    undated: new Float64Array(rules),
    known: new Map(),
    last: Number.NaN,
    lastAt: -1,
  };
}

/** Counts a verdict (0 pass, 1 fail) at a moment (ms; NaN where none is known). */
export function countWhen(series: SeriesTally, rule: number, verdict: number, moment: number): void {
  const quarter = Math.floor(moment / QUARTER);
  if (quarter !== series.last) {
    if (Number.isNaN(quarter)) {
      series.undated[rule]! += 1;
      return;
    }
    series.last = quarter;
    series.lastAt = positionOf(series, quarter);
  }
  const index = 2 * series.lastAt + verdict;
  const counts = countsOf(series, rule);
  counts.reach(index);
  counts.array[index]! += 1;
}

/** Adds what another share of the audit has counted. */
export function addSeries(
  series: SeriesTally,
  other: {
    readonly quarters: readonly number[];
    readonly counts: readonly (Int32Array | null)[];
    readonly undated: Float64Array;
  },
): void {
  const places = other.quarters.map((quarter) => positionOf(series, quarter));
  other.counts.forEach((counts, rule) => {
    if (counts === null) return;
    const into = countsOf(series, rule);
    for (let at = 0; at < counts.length; at++) {
      const index = 2 * places[at >> 1]! + (at & 1);
      into.reach(index);
      into.array[index]! += counts[at]!;
    }
  });
  for (let rule = 0; rule < other.undated.length; rule++) series.undated[rule]! += other.undated[rule]!;
}

/** The moment by which a contact is put on the calendar: when it came in, as far as anything says. NaN: nothing does. */
export function momentOf({ columns, row, turns }: Contact): number {
  for (let at = 0; at < MOMENTS.length; at++) {
    const moment = columns[MOMENTS[at]!]![row];
    if (moment !== undefined && !Number.isNaN(moment)) return moment;
  }
  return turns !== null && turns.clock === "instant" && turns.length > 0 ? turns.start(0) : Number.NaN;
}

const MOMENTS = (
  ["offered-at", "received-at", "queued-at", "ringing-at", "answered-at"] satisfies FieldName[]
).map((field) => FIELD_INDEX[field]);

function countsOf(series: SeriesTally, rule: number): Growable<Int32Array> {
  const known = series.counts[rule]!;
  if (known !== null) return known;
  const counts = growable((length) => new Int32Array(length));
  series.counts[rule] = counts;
  return counts;
}

function positionOf(series: SeriesTally, quarter: number): number {
  const known = series.known.get(quarter);
  if (known !== undefined) return known;
  const at = series.quarters.push(quarter) - 1;
  series.known.set(quarter, at);
  return at;
}
