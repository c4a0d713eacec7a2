import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreDifference, shareDifference } from "../../src/scoring/difference.js";

const of = (successes: number, n: number) => ({ successes, n });

describe("shareDifference", () => {
  // Newcombe (1998), table II, method 10: first minus second there, so the arguments are swapped here.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("%i/%i − %i/%i", (a, m, b, n, low, high) => {
    const { difference, interval, moreThanChance } = shareDifference(of(b, n), of(a, m))!;
    expect(difference).toBeCloseTo(a / m - b / n, 12);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
    expect(moreThanChance).toBe(low > 0);
  });

  test("turned round, the difference has the other sign and the same verdict", () => {
    const trials = fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.integer({ min: 0, max: n }).map((x) => of(x, n)));
    fc.assert(
      fc.property(trials, trials, (a, b) => {
        const there = shareDifference(a, b)!;
        const back = shareDifference(b, a)!;
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.interval[0]).toBeCloseTo(-there.interval[1], 12);
        expect(there.interval[0]).toBeLessThanOrEqual(there.difference);
        expect(there.interval[1]).toBeGreaterThanOrEqual(there.difference);
        expect(there.interval[0]).toBeGreaterThanOrEqual(-1);
        expect(there.interval[1]).toBeLessThanOrEqual(1);
        expect(back.moreThanChance).toBe(there.moreThanChance);
      }),
    );
  });

  test("more contacts or less confidence make the same difference more than chance", () => {
    expect(shareDifference(of(80, 100), of(88, 100))!.moreThanChance).toBe(false);
    expect(shareDifference(of(800, 1000), of(880, 1000))!.moreThanChance).toBe(true);
    expect(shareDifference(of(800, 1000), of(840, 1000), 0.95)!.moreThanChance).toBe(true);
    expect(shareDifference(of(800, 1000), of(840, 1000), 0.999)!.moreThanChance).toBe(false);
  });

  test("nothing to compare with is n/a", () => {
    expect(shareDifference(of(0, 0), of(1, 2))).toBeNull();
    expect(shareDifference(of(1, 2), of(0, 0))).toBeNull();
  });
});

describe("scoreDifference", () => {
  const scores = (mean: number, contacts: number) => ({
    contacts,
    raw: mean * 100 * contacts,
    final: mean * 100 * contacts,
  });

  test("in points, by the same interval", () => {
    const points = scoreDifference(scores(60, 80), scores(80, 70))!;
    const shares = shareDifference(of(48, 80), of(56, 70))!;
    expect(points.difference).toBeCloseTo(20, 10);
    expect(points.interval[0]).toBeCloseTo(shares.interval[0] * 100, 10);
    expect(points.interval[1]).toBeCloseTo(shares.interval[1] * 100, 10);
    expect(points.moreThanChance).toBe(true);
  });

  test("no scored contacts: n/a", () => {
    expect(scoreDifference(scores(60, 80), scores(0, 0))).toBeNull();
  });
});
