import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distribution } from "../../src/scoring/distribution.js";

/** Counts of equal values, in milliseconds unless said otherwise. */
function counted(values: readonly number[]) {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { values: Float64Array.from(counts.keys()), counts: Float64Array.from(counts.values()) };
}

describe("distribution", () => {
  it("puts what took exactly the limit left of it, and what took a millisecond more right of it", () => {
    const found = distribution("s", counted([20_000, 20_001, 5000, 41_000]), 20_000)!;
    const border = 20 / found.width;
    expect(Number.isInteger(border)).toBe(true);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(sum(found.counts.slice(0, border))).toBe(2);
    expect(sum(found.counts.slice(border)) + found.above).toBe(2);
  });

  it("counts a time of zero in the first class", () => {
    expect(distribution("s", counted([0, 0, 1000]), 10_000)?.counts[0]).toBeGreaterThanOrEqual(2);
  });

  it("has nothing to say of nothing", () => {
    expect(distribution("s", counted([]), 10_000)).toBeNull();
  });

  it("loses no value, needs at most forty classes, and keeps the limit on a border", () => {
    const times = fc.array(fc.integer({ min: -5000, max: 400_000_000 }), { minLength: 1, maxLength: 300 });
    const limit = fc.option(fc.integer({ min: 1, max: 90_000 }).map((seconds) => seconds * 1000));
    fc.assert(
      fc.property(times, limit, (values, at) => {
        const found = distribution("s", counted(values), at)!;
        expect(found.counts.length).toBeLessThanOrEqual(40);
        const total = found.counts.reduce((sum, count) => sum + count, found.above + found.below);
        expect(total).toBe(values.length);
        expect(found.below).toBe(values.filter((value) => value < 0).length);
        if (at === null) return;
        const classes = found.limit! / found.width;
        expect(Math.abs(classes - Math.round(classes))).toBeLessThan(1e-6);
        const met = found.counts
          .slice(0, Math.round(classes))
          .reduce((sum, count) => sum + count, found.below);
        if (Math.round(classes) <= found.counts.length)
          expect(met).toBe(values.filter((value) => value <= at).length);
      }),
    );
  });
});
