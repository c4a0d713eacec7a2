import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile, incompleteBeta } from "../../src/scoring/beta.js";
import { clopperPearson } from "../../src/scoring/clopper-pearson.js";
import { normalQuantile } from "../../src/scoring/normal.js";
import { wilson } from "../../src/scoring/wilson.js";

const trials = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

/** P(X ≤ k) for Binomial(n, p), term by term. */
function binomialBelow(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

describe("wilson", () => {
  // 8/10 recomputed; the others are examples of Newcombe (1998).
  test.each([
    [8, 10, 0.4902, 0.9433],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i", (x, n, low, high) => {
    const interval = wilson(x, n)!;
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test("solves the score equation |p̂ − p| = z√(p(1−p)/n) that it comes from", () => {
    const z = 1.959963984540054;
    fc.assert(
      fc.property(trials, ({ x, n }) => {
        for (const end of wilson(x, n)!) {
          if (end === 0 || end === 1) continue;
          expect(Math.abs(x / n - end)).toBeCloseTo(z * Math.sqrt((end * (1 - end)) / n), 9);
        }
      }),
    );
  });

  test("holds the share, within 0–1, exactly 0 or 1 at the ends, and mirrors failures", () => {
    fc.assert(
      fc.property(trials, ({ x, n }) => {
        const [low, high] = wilson(x, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(low === 0).toBe(x === 0);
        expect(high === 1).toBe(x === n);
        const mirrored = wilson(n - x, n)!;
        expect(mirrored[0]).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  test("takes means of scores, and widens with confidence", () => {
    const [low, high] = wilson(84.5, 100)!;
    expect(low).toBeGreaterThan(wilson(84, 100)![0]);
    expect(high).toBeLessThan(wilson(85, 100)![1]);
    expect(wilson(80, 100, 0.99)![0]).toBeLessThan(wilson(80, 100, 0.9)![0]);
  });

  test("zero of zero is n/a, and the impossible is a bug", () => {
    expect(wilson(0, 0)).toBeNull();
    for (const [x, n] of [
      [3, 2],
      [-1, 2],
      [Number.NaN, 2],
      [1, Number.NaN],
      [1, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => wilson(x, n)).toThrow(RangeError);
    }
    expect(() => wilson(1, 2, 1)).toThrow(RangeError);
    expect(() => wilson(1, 2, Number.NaN)).toThrow(RangeError);
  });
});

describe("clopperPearson", () => {
  test("8 of 10", () => {
    const [low, high] = clopperPearson(8, 10)!;
    expect(low).toBeCloseTo(0.4439, 4);
    expect(high).toBeCloseTo(0.9748, 4);
  });

  test("its ends leave 2.5 % of the binomial distribution on each side", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 60 })
          .chain((n) => fc.tuple(fc.integer({ min: 1, max: n - 1 }), fc.constant(n))),
        ([x, n]) => {
          const [low, high] = clopperPearson(x, n)!;
          expect(1 - binomialBelow(x - 1, n, low)).toBeCloseTo(0.025, 8);
          expect(binomialBelow(x, n, high)).toBeCloseTo(0.025, 8);
        },
      ),
    );
  });

  test("nothing and everything have exact ends; zero of zero is n/a", () => {
    expect(clopperPearson(0, 20)![0]).toBe(0);
    expect(clopperPearson(0, 20)![1]).toBeCloseTo(1 - 0.025 ** (1 / 20), 12);
    expect(clopperPearson(20, 20)![1]).toBe(1);
    expect(clopperPearson(0, 0)).toBeNull();
    expect(() => clopperPearson(3, 2)).toThrow(RangeError);
    expect(() => clopperPearson(1, 2, 0)).toThrow(RangeError);
  });
});

describe("beta distribution", () => {
  // Computed with mpmath 1.4 at 25 digits: betainc, and quadrature of the density where a + b is large.
  test.each([
    [0.3, 2, 5, 0.579825],
    [0.5, 0.5, 0.5, 0.5],
    [0.8, 13.4, 3.77, 0.534602364061861],
    [0.01, 0.2, 40, 0.851729513094052],
    [0.999, 300, 2, 0.962919141802929],
    [0.95, 1.5, 0.3, 0.52605982349202],
    [0.85, 8500, 1500, 0.497393011009559],
    [0.3, 3e5, 7e5, 0.500116075141576],
    [0.3001, 3e5, 7e5, 0.586478248770495],
  ])("I_%f(%f, %f)", (x, a, b, share) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(share, 8);
  });

  test("is the binomial tail for whole a and b", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 99 }),
        (a, b, percent) => {
          const x = percent / 100;
          expect(incompleteBeta(x, a, b)).toBeCloseTo(1 - binomialBelow(a - 1, a + b - 1, x), 10);
        },
      ),
    );
  });

  test.each([
    [0.05, 17.4, 3.2, 0.699472274546706],
    [0.95, 17.4, 3.2, 0.951326573641231],
    [0.025, 8, 3, 0.443904537692358],
    [0.05, 160.5, 40.2, 0.751691913464664],
    [0.975, 0.2, 5, 0.279000816210013],
    [0.05, 0.02, 10, 0],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])("quantile %f of Beta(%f, %f)", (p, a, b, x) => {
    expect(betaQuantile(p, a, b)).toBeCloseTo(x, 11);
  });

  test("the quantile undoes the share", () => {
    const shape = fc.double({ min: 0.5, max: 2000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 8);
      }),
    );
  });

  test("outside 0–1 there is nothing, and impossible shapes are bugs", () => {
    expect(incompleteBeta(-1, 2, 3)).toBe(0);
    expect(incompleteBeta(2, 2, 3)).toBe(1);
    expect(() => betaQuantile(1.1, 2, 3)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, 0, 3)).toThrow(RangeError);
  });
});

describe("normalQuantile", () => {
  // As Python's statistics.NormalDist().inv_cdf gives them.
  test.each([
    [0.975, 1.9599639845400536],
    [0.95, 1.6448536269514715],
    [0.995, 2.5758293035489],
    [0.5, 0],
    [0.6, 0.2533471031357998],
    [1e-10, -6.361340902404056],
    [0.999999, 4.753424308817089],
    [0.00135, -2.999976992703393],
    [0.001, -3.090232306167813],
    [0.0013498980316300946, -3],
  ])("%f", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });

  test.each([0, 1, -0.1, Number.NaN])("%f has none", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
