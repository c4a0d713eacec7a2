import { DAY, HOUR, localParts } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { DayCount, HourCount, RuleSeries } from "../model/result.js";
import { distribution } from "../scoring/distribution.js";
import { QUARTER } from "./series-tally.js";
import type { AuditState } from "./state.js";

/** The series of every rule that was counted by time, on the clock of the audit's zone, and its measure's distribution. */
export function seriesOf({ set, tally, context }: AuditState): Readonly<Record<string, RuleSeries>> {
  const clock = tally.series.quarters.map((quarter) => wallClock(quarter * QUARTER, context.zone));
  const series: Record<string, RuleSeries> = {};
  set.rules.forEach(({ info, check }, rule) => {
    const counts = tally.series.counts[rule]?.array ?? new Int32Array(0);
    const undated = tally.series.undated[rule]!;
    const { measure } = check;
    const values = measure === undefined ? null : tally.measures[rule]!.values.entries();
    const spread =
      measure === undefined || values === null
        ? null
        : distribution(measure.unit, values, measure.limit ?? null);
    if (counts.length === 0 && undated === 0 && spread === null) return;
    series[info.id] = { ...byClock(clock, counts), undated, distribution: spread };
  });
  return series;
}

interface WallClock {
  readonly day: string;
  readonly weekday: number;
  readonly hour: number;
}

function wallClock(instant: number, zone: Zone): WallClock {
  const { year, month, day, weekday, hour } = localParts(zone.local(instant));
  const two = (value: number) => String(value).padStart(2, "0");
  return { day: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`, weekday, hour };
}

function byClock(clock: readonly WallClock[], counts: Int32Array): Pick<RuleSeries, "days" | "hours"> {
  const days = new Map<string, { pass: number; fail: number }>();
  const hours = new Map<number, { pass: number; fail: number }>();
  clock.forEach(({ day, weekday, hour }, at) => {
    const pass = counts[2 * at] ?? 0;
    const fail = counts[2 * at + 1] ?? 0;
    if (pass + fail === 0) return;
    add(days, day, pass, fail);
    add(hours, weekday * HOURS + hour, pass, fail);
  });
  return {
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, n]): DayCount => ({ day, ...n })),
    hours: [...hours]
      .sort(([a], [b]) => a - b)
      .map(([at, n]): HourCount => ({ weekday: Math.floor(at / HOURS), hour: at % HOURS, ...n })),
  };
}

const HOURS = DAY / HOUR;

function add<Key>(to: Map<Key, { pass: number; fail: number }>, key: Key, pass: number, fail: number): void {
  const known = to.get(key) ?? { pass: 0, fail: 0 };
  to.set(key, { pass: known.pass + pass, fail: known.fail + fail });
}
