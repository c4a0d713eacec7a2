import { describe, expect, test } from "vitest";
import { weightsWith } from "../../src/scoring/contact-score.js";
import { dimensionScores } from "../../src/scoring/dimensions.js";
import { rateOf } from "../../src/scoring/rates.js";
import { groupScore, scorePair } from "../../src/scoring/scores.js";
import { wilson } from "../../src/scoring/wilson.js";

describe("scores of groups", () => {
  test("each contact counts the same, 0–100 to 0.01", () => {
    // Contacts of 100, 66.67 and 0 (a critical failure; 83.33 without).
    const tally = { contacts: 3, raw: 10_000 + 6667 + 8333, final: 10_000 + 6667 + 0 };
    expect(scorePair(tally)).toEqual({ raw: 83.33, final: 55.56 });
  });

  test("a team's interval is Wilson's of its mean final score", () => {
    const { raw, final, interval } = groupScore({ contacts: 50, raw: 430_000, final: 400_000 });
    expect({ raw, final }).toEqual({ raw: 86, final: 80 });
    const [low, high] = wilson(40, 50)!;
    expect(interval![0]).toBeCloseTo(low * 100, 2);
    expect(interval![1]).toBeCloseTo(high * 100, 2);
  });

  test("a group without scored contacts has no score", () => {
    expect(groupScore({ contacts: 0, raw: 0, final: 0 })).toEqual({ raw: null, final: null, interval: null });
  });
});

describe("rateOf", () => {
  test("the quotient itself, with its interval to six decimals", () => {
    expect(rateOf(8, 10)).toEqual({ rate: 0.8, interval: [0.490162, 0.943318] });
    expect(rateOf(949_999, 1_000_000).rate).toBe(0.949999);
    expect(rateOf(0, 0)).toEqual({ rate: null, interval: null });
  });
});

describe("dimensionScores", () => {
  const rule = (
    dimension: "empathy" | "assurance" | null,
    severity: "critical" | "major" | "info" | "gate",
  ) => ({
    dimension,
    severity,
  });

  test("pools verdicts by weight: nothing is averaged over averages", () => {
    const rules = [
      { ...rule("empathy", "major"), pass: 90, fail: 10 },
      { ...rule("empathy", "critical"), pass: 0, fail: 1 },
      { ...rule("empathy", "info"), pass: 5, fail: 5 },
      { ...rule("assurance", "gate"), pass: 1, fail: 1 },
      { ...rule(null, "major"), pass: 0, fail: 50 },
    ];
    const scores = dimensionScores(rules, { empathy: 100 }, weightsWith());
    expect(scores.map(({ id }) => id)).toEqual([
      "tangibles",
      "empathy",
      "assurance",
      "responsiveness",
      "reliability",
    ]);
    // 5·90 of 5·100 + 10·1
    expect(scores[1]).toEqual({ id: "empathy", score: 88.24, contacts: 100, pass: 90, fail: 11 });
    expect(scores[2]).toEqual({ id: "assurance", score: null, contacts: 0, pass: 0, fail: 0 });
  });

  test("rules of many contacts outweigh rules of few", () => {
    const rules = [
      { ...rule("empathy", "major"), pass: 999, fail: 0 },
      { ...rule("empathy", "major"), pass: 0, fail: 1 },
    ];
    expect(dimensionScores(rules, {}, weightsWith())[1]!.score).toBe(99.9);
  });
});
