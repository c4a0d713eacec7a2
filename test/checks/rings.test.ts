import { describe, expect, test } from "vitest";
import { cadenceOf, type RingCountry, ringLimit } from "../../src/checks/rings.js";

describe("three rings, by country", () => {
  const table: readonly (readonly [RingCountry, number, number])[] = [
    ["US", 18, 14],
    ["CA", 18, 14],
    ["CN", 15, 11],
    ["GB", 9, 7],
    ["AU", 9, 7],
    ["JP", 9, 7],
    ["TW", 9, 7],
    ["DE", 15, 11],
    ["FR", 15, 11.5],
    ["ES", 13.5, 10.5],
    ["SE", 18, 13],
    ["BE", 12, 9],
  ];
  test.each(table)(
    "%s: %d s before the fourth begins, %d s before the third stops",
    (country, lenient, strict) => {
      expect(ringLimit(3, cadenceOf(country), "lenient").limit).toBe(lenient * 1000);
      expect(ringLimit(3, cadenceOf(country), "strict").limit).toBe(strict * 1000);
    },
  );
});

test("the limit says how it was reckoned", () => {
  expect(ringLimit(3, cadenceOf("CN"), "lenient").text).toBe("≤ 15 s (3 × 5 s)");
  expect(ringLimit(3, cadenceOf("CN"), "strict").text).toBe("≤ 11 s (2 × 5 s + 1 s)");
});
