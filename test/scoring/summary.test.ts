import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHistogram } from "../../src/audit/histogram.js";
import { measureSummary, type ValueCounts } from "../../src/scoring/summary.js";

const summarise = (values: readonly number[], unit = "s") => measureSummary(unit, counted(values), {});

function counted(values: readonly number[]): ValueCounts {
  const histogram = createHistogram();
  for (const value of values) histogram.add(value);
  return histogram.entries();
}

describe("measureSummary", () => {
  test("seconds from milliseconds; where it was read from is carried along", () => {
    const from = { "ring-seconds": 4 };
    expect(measureSummary("s", counted([4000, 1000, 2500, 3001]), from)).toEqual({
      unit: "s",
      n: 4,
      mean: 2.625,
      median: 2.5,
      p90: 4,
      max: 4,
      from,
    });
  });

  test("other units are left as they are", () => {
    expect(summarise([3, 1, 2], "transfers")).toMatchObject({ mean: 2, median: 2, p90: 3, max: 3 });
    expect(summarise([1, 0, 0], "share")).toMatchObject({ mean: 0.333333, median: 0 });
  });

  test("percentiles are nearest-rank: values that occurred, with p % at or below them and no smaller one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 }), (values) => {
        const summary = summarise(values, "rings");
        for (const [value, percent] of [
          [summary.median!, 50],
          [summary.p90!, 90],
        ] as const) {
          const upTo = (limit: number) => values.filter((v) => v <= limit).length * 100;
          expect(values).toContain(value);
          expect(upTo(value)).toBeGreaterThanOrEqual(percent * values.length);
          expect(upTo(value - 1)).toBeLessThan(percent * values.length);
        }
        expect(summary.max).toBe(Math.max(...values));
      }),
    );
  });

  test("the mean of whole milliseconds is exact, beyond 2^53 too", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 52 }), { minLength: 1 }), (values) => {
        const sum = values.reduce((total, value) => total + BigInt(value), 0n);
        expect(summarise(values, "ms").mean).toBe(Math.round((Number(sum) / values.length) * 1e6) / 1e6);
      }),
    );
  });

  test("the order of the values changes no bit of it", () => {
    const shuffled = fc
      .array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }))
      .chain((values) =>
        fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
      );
    fc.assert(
      fc.property(shuffled, ([values, again]) => {
        expect(summarise(again, "points")).toEqual(summarise(values, "points"));
      }),
    );
  });

  test("values that come up often count as often; none at all is n/a", () => {
    const values = Float64Array.of(3000, 1000);
    expect(measureSummary("s", { values, counts: Float64Array.of(1, 3) }, {})).toMatchObject({
      n: 4,
      mean: 1.5,
      median: 1,
    });
    expect(summarise([])).toEqual({
      unit: "s",
      n: 0,
      mean: null,
      median: null,
      p90: null,
      max: null,
      from: {},
    });
  });
});
