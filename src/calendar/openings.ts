import { DAY, MINUTE, TABLE_DAYS } from "./civil.js";
import type { Shift } from "./hours.js";
import type { Zone } from "./zone.js";

/** Every opening of 1970–2069 in order of time, with the time worked before it: each question is a binary search. */
export interface Openings {
  /** First and last moment (exclusive) that the table speaks of. */
  readonly from: number;
  readonly to: number;
  /** Open time (ms) from the table's start until an instant. */
  workedUntil(instant: number): number;
  /** The moment at which the desk has been open for `ms` since `start`; for 0 the first open moment. NaN: never. */
  after(start: number, ms: number): number;
  /** When the desk closes on the n-th (1, 2 …) day after `day` on which it opens. NaN: never. */
  closing(day: number, nth: number): number;
}

/** `shiftsOf`: the shifts that begin on a day (days since 1970), which may end on the next. */
export function openings(zone: Zone, shiftsOf: (day: number) => readonly Shift[]): Openings {
  const opens: number[] = [];
  const closes: number[] = [];
  /** Time worked before each opening. */
  const worked: number[] = [0];
  /** When each open day closes, and which day it is. */
  const days: number[] = [];
  const dayCloses: number[] = [];

  for (let day = 0; day < TABLE_DAYS; day++) {
    for (const shift of shiftsOf(day)) {
      const close = zone.instant(day * DAY + shift.close * MINUTE);
      // A night shift may run into hours that a make-up day or an override gave to the next day.
      const before = closes.at(-1) ?? Number.NEGATIVE_INFINITY;
      const open = Math.max(zone.instant(day * DAY + shift.open * MINUTE), before);
      if (open >= close) continue;
      opens.push(open);
      closes.push(close);
      worked.push(worked.at(-1)! + close - open);
      if (days.at(-1) === day) dayCloses[dayCloses.length - 1] = close;
      else {
        days.push(day);
        dayCloses.push(close);
      }
    }
  }

  function workedUntil(instant: number): number {
    const last = countUpTo(opens, instant) - 1;
    return last < 0 ? 0 : worked[last]! + Math.min(instant, closes[last]!) - opens[last]!;
  }

  function after(start: number, ms: number): number {
    const last = countUpTo(opens, start) - 1;
    if (ms === 0) return last >= 0 && start < closes[last]! ? start : (opens[last + 1] ?? Number.NaN);
    const goal = workedUntil(start) + ms;
    const shift = countBelow(worked, goal) - 1;
    return shift < opens.length ? opens[shift]! + goal - worked[shift]! : Number.NaN;
  }

  return {
    from: zone.instant(0),
    to: zone.instant(TABLE_DAYS * DAY),
    workedUntil,
    after,
    closing: (day, nth) => dayCloses[countUpTo(days, day) + nth - 1] ?? Number.NaN,
  };
}

function countUpTo(sorted: readonly number[], limit: number): number {
  return countWhile(sorted, (value) => value <= limit);
}

function countBelow(sorted: readonly number[], limit: number): number {
  return countWhile(sorted, (value) => value < limit);
}

/** How many at the front satisfy the condition, where no later one does once one does not. */
function countWhile(sorted: readonly number[], condition: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (condition(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
