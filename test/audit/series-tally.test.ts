import { describe, expect, it } from "vitest";
import { countLabels, createLabelTally } from "../../src/audit/label-tally.js";
import { countWhen, createSeries, QUARTER } from "../../src/audit/series-tally.js";
import { FIELD_INDEX, FIELD_NAMES } from "../../src/model/fields.js";

describe("countWhen", () => {
  it("counts by quarter of an hour, whatever the order", () => {
    const moments = [0, 899_999, 900_000, 5 * QUARTER, 1, -1];
    const totals = (order: readonly number[]) => {
      const series = createSeries(2);
      for (const moment of order) countWhen(series, 1, moment % 2 === 0 ? 0 : 1, moment);
      return series.quarters
        .map((quarter, at) => [quarter, series.counts[1]!.array[2 * at], series.counts[1]!.array[2 * at + 1]])
        .sort((a, b) => a[0]! - b[0]!);
    };
    expect(totals(moments)).toEqual([
      [-1, 0, 1],
      [0, 1, 2],
      [1, 1, 0],
      [5, 1, 0],
    ]);
    expect(totals(moments.toReversed())).toEqual(totals(moments));
  });

  it("counts apart what has no moment", () => {
    const series = createSeries(1);
    countWhen(series, 0, 0, Number.NaN);
    countWhen(series, 0, 1, 3);
    countWhen(series, 0, 1, Number.NaN);
    expect(series.undated[0]).toBe(2);
    expect(series.quarters).toEqual([0]);
  });
});

describe("countLabels", () => {
  it("counts labels and outcomes of the fields that a file carries, with the first contacts of each", () => {
    const columns = FIELD_NAMES.map(() => new Float64Array(5).fill(Number.NaN));
    columns[FIELD_INDEX.topic] = Float64Array.from([0, 1, 0, 0, 0]);
    columns[FIELD_INDEX.resolved] = Float64Array.from([1, 0, Number.NaN, 0, 1]);
    const has = new Uint8Array(FIELD_NAMES.length);
    has[FIELD_INDEX.topic] = 1;
    has[FIELD_INDEX.resolved] = 1;
    const tally = createLabelTally();
    countLabels(tally, columns, has, [10, 11, 12, 13, 14], 5);
    const [topics, types] = tally.subjects;
    expect([...topics!.contacts.array.subarray(0, 2)]).toEqual([4, 1]);
    expect([...topics!.examples.array.subarray(0, 6)]).toEqual([10, 12, 13, 11, -1, -1]);
    expect(topics!.asked).toBe(5);
    expect(types!.asked).toBe(0);
    expect([tally.resolved, tally.unresolved]).toEqual([2, 2]);
  });
});
