import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { individualsChart, laneyChart, pChart } from "../../src/scoring/control-charts.js";
import { funnelLimits, shareLimits, shewhartLimits, THREE_SIGMA } from "../../src/scoring/control-limits.js";

describe("limits of a share", () => {
  test.each([
    [0.85, 20, 0.6105, 1],
    [0.85, 200, 0.7743, 0.9257],
  ])("p̄ %f, n %i", (p, n, low, high) => {
    const limits = shewhartLimits(p, n, 3);
    expect(limits[0]).toBeCloseTo(low, 4);
    expect(limits[1]).toBeCloseTo(high, 4);
  });

  // Counts from exact rational arithmetic in Python (fractions, math.comb).
  test.each([
    [0.85, 20, 12, 20],
    [0.02, 30, 0, 4],
    [0.02, 200, 0, 11],
    [0.5, 4, 0, 4],
    [0.998, 1000, 993, 1000],
    [0, 10, 0, 0],
    [1, 10, 10, 10],
  ])("exact where normal ones do not hold: p̄ %f, n %i", (p, n, low, high) => {
    expect(shareLimits(p, n, THREE_SIGMA)).toEqual([low / n, high / n]);
  });

  test("a day at random lies outside exact limits at most once in 370, on either side", () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 400 }), (p, n) => {
        if (n * p >= 5 && n * (1 - p) >= 5) return;
        const [low, high] = shareLimits(p, n, THREE_SIGMA);
        const chances = binomial(n, p);
        const below = chances.slice(0, Math.round(low * n)).reduce((sum, chance) => sum + chance, 0);
        const above = chances.slice(Math.round(high * n) + 1).reduce((sum, chance) => sum + chance, 0);
        expect(below).toBeLessThan(THREE_SIGMA.tail + 1e-9);
        expect(above).toBeLessThan(THREE_SIGMA.tail + 1e-9);
      }),
    );
  });

  test("funnel limits: the same at any number of contacts, for 95 % and 99.8 %", () => {
    expect(funnelLimits(0.85, 200, 0.95)[0]).toBeCloseTo(0.85 - 1.959964 * Math.sqrt((0.85 * 0.15) / 200), 6);
    expect(funnelLimits(0.85, 200, 0.998)[1]).toBeCloseTo(
      0.85 + 3.090232 * Math.sqrt((0.85 * 0.15) / 200),
      6,
    );
    expect(funnelLimits(0.85, 20, 0.95)).toEqual([14 / 20, 20 / 20]);
    expect(funnelLimits(0.85, 20, 0.998)).toEqual([11 / 20, 20 / 20]);
  });
});

describe("pChart", () => {
  test("pools counts, sets limits by each day's n, and leaves days without contacts blank", () => {
    const days = [
      { count: 170, n: 200 },
      { count: 0, n: 0 },
      { count: 150, n: 200 },
      { count: 190, n: 200 },
      { count: 85, n: 100 },
    ];
    const { centre, points, sigmaZ } = pChart(days);
    expect(centre).toBeCloseTo(595 / 700, 12);
    expect(sigmaZ).toBe(1);
    expect(points[0]!.limits).toEqual(shewhartLimits(595 / 700, 200, 3));
    expect(points.map(({ signal }) => signal)).toEqual([false, false, true, true, false]);
    expect(points[1]).toEqual({ share: null, limits: null, signal: false });
  });

  test("no contacts at all: no chart", () => {
    expect(pChart([{ count: 0, n: 0 }]).centre).toBeNull();
    expect(pChart([]).points).toEqual([]);
  });

  test("days that are all perfect, or all alike, raise no alarm", () => {
    for (const count of [0, 19, 20]) {
      const days = [20, 40, 60].map((n) => ({ count: (count * n) / 20, n }));
      for (const chart of [pChart(days), laneyChart(days)]) {
        expect(chart.points.every(({ signal }) => !signal)).toBe(true);
      }
    }
  });
});

describe("laneyChart", () => {
  const days = [
    { count: 8500, n: 10_000 },
    { count: 8300, n: 10_000 },
    { count: 8700, n: 10_000 },
    { count: 8400, n: 10_000 },
    { count: 8600, n: 10_000 },
  ];

  test("widens the limits by how much more days differ than chance makes them", () => {
    const { centre, points, sigmaZ } = laneyChart(days);
    // Worked by hand: σ = √(.85·.15/10000); z = 0, −.02/σ, +.02/σ, −.01/σ, +.01/σ; ranges .02, .04, .03, .02 over σ.
    const sigma = Math.sqrt((0.85 * 0.15) / 10_000);
    expect(centre).toBe(0.85);
    expect(sigmaZ).toBeCloseTo(0.0275 / sigma / 1.128, 10);
    expect(points[0]!.limits![0]).toBeCloseTo(0.85 - (3 * 0.0275) / 1.128, 10);
    expect(points.some(({ signal }) => signal)).toBe(false);
    expect(pChart(days).points.some(({ signal }) => signal)).toBe(true);
  });

  test("is a p-chart of the z values: rescaling all n alike changes σ_z by the root", () => {
    const tenth = days.map(({ count, n }) => ({ count: count / 10, n: n / 10 }));
    expect(laneyChart(tenth).sigmaZ).toBeCloseTo(laneyChart(days).sigmaZ / Math.sqrt(10), 10);
  });

  test("one day, or none, tells nothing of how days differ", () => {
    expect(laneyChart([{ count: 9, n: 10 }]).sigmaZ).toBe(1);
    expect(laneyChart([]).centre).toBeNull();
    expect(laneyChart([{ count: 0, n: 0 }]).points[0]!.limits).toBeNull();
  });
});

describe("individualsChart", () => {
  test("limits from the mean moving range", () => {
    const chart = individualsChart([10, 12, 11, 13, 30])!;
    // Mean 15.2; ranges 2, 1, 2, 17 with mean 5.5.
    expect(chart.centre).toBeCloseTo(15.2, 12);
    expect(chart.limits[0]).toBeCloseTo(15.2 - 2.66 * 5.5, 10);
    expect(chart.limits[1]).toBeCloseTo(15.2 + 2.66 * 5.5, 10);
    expect(chart.signals).toEqual([false, false, false, false, true]);
  });

  test("one value has no range", () => {
    expect(individualsChart([10])).toBeNull();
    expect(individualsChart([])).toBeNull();
  });
});

/** P(X = k) for k = 0 … n, by logarithms of factorials. */
function binomial(n: number, p: number): readonly number[] {
  const logFactorial = [0];
  for (let k = 1; k <= n; k++) logFactorial.push(logFactorial[k - 1]! + Math.log(k));
  return logFactorial.map((log, k) =>
    Math.exp(logFactorial[n]! - log - logFactorial[n - k]! + k * Math.log(p) + (n - k) * Math.log(1 - p)),
  );
}
