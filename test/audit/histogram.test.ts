import fc from "fast-check";
import { expect, it } from "vitest";
import { createHistogram } from "../../src/audit/histogram.js";

it("counts like a map, for any numbers", () => {
  const number = fc.oneof(
    fc.integer(),
    fc.integer({ max: 40 }).map((n) => n * 1000),
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(number, fc.integer({ min: 1, max: 5 })), { maxLength: 2000 }), (added) => {
      const histogram = createHistogram();
      const expected = new Map<number, number>();
      for (const [value, times] of added) {
        histogram.add(value, times);
        expected.set(value, (expected.get(value) ?? 0) + times);
      }
      const { values, counts } = histogram.entries();
      expect(values.length).toBe(expected.size);
      for (const [at, value] of values.entries()) expect(counts[at]).toBe(expected.get(value));
    }),
  );
});
