import { describe, expect, it } from "vitest";
import type { AuditResult, RuleResult } from "../../src/model/result.js";
import { trendsOf } from "../../src/scoring/trends.js";
import { sampleResult } from "../reports/sample-result.js";

interface Night {
  readonly score?: number | null;
  readonly pass?: number;
  readonly n?: number;
  /** A rate that is not that of the verdicts, as levels have one. */
  readonly rate?: number | null;
}

function night({ score = 80, pass = 90, n = 100, rate }: Night): AuditResult {
  const base = sampleResult();
  const [rule] = base.rules as [RuleResult, ...RuleResult[]];
  const shown = rate === undefined ? (n === 0 ? null : pass / n) : rate;
  return {
    ...base,
    totals: { ...base.totals, score: { raw: score, final: score, contacts: n } },
    rules: [{ ...rule, id: "a/rule", pass, fail: n - pass, rate: shown }],
    teams: [],
  };
}

const trends = (...nights: readonly Night[]) =>
  trendsOf(nights.map((one, at) => ({ file: `${at}.json`, result: night(one) })));

describe("the trend of a score", () => {
  it("has limits of 2.66 mean moving ranges around its mean (XmR)", () => {
    const { score } = trends({ score: 80 }, { score: 82 }, { score: 79 }, { score: 81 }, { score: 78 });
    // moving ranges 2, 3, 2, 3: mean 2.5
    expect(score.chart).toBe("XmR");
    expect(score.centre).toBe(80);
    for (const { limits, signal } of score.points) {
      expect(limits![0]).toBeCloseTo(80 - 2.66 * 2.5, 10);
      expect(limits![1]).toBeCloseTo(80 + 2.66 * 2.5, 10);
      expect(signal).toBe(false);
    }
  });

  it("has limits within what a score can be", () => {
    const { score } = trends({ score: 99 }, { score: 95 }, { score: 100 });
    expect(score.points[0]!.limits![1]).toBe(100);
    const low = trends({ score: 1 }, { score: 5 }, { score: 0 }).score;
    expect(low.points[0]!.limits![0]).toBe(0);
  });

  it("leaves nights without contacts blank, and takes them for no move", () => {
    const { score } = trends({ score: 80 }, { score: null }, { score: 82 });
    expect(score.points.map(({ value }) => value)).toEqual([80, null, 82]);
    expect(score.points[1]).toEqual({ value: null, limits: null, signal: false });
    expect(score.points[0]!.limits![0]).toBeCloseTo(81 - 2.66 * 2, 10);
  });

  it("of one night has no limits", () => {
    const { score, rules } = trends({ score: 80 });
    expect(score).toMatchObject({ chart: null, points: [{ value: 80, limits: null, signal: false }] });
    expect(rules[0]).toMatchObject({ chart: null, points: [{ limits: null, signal: false }] });
  });
});

describe("the trend of a rule", () => {
  it("is a p-chart, with limits by the size of each night", () => {
    const { rules } = trends({ pass: 900, n: 1000 }, { pass: 90, n: 100 }, { pass: 950, n: 1000 });
    const [large, small, other] = rules[0]!.points;
    expect(rules[0]!.chart).toBe("p");
    expect(rules[0]!.centre).toBeCloseTo(1940 / 2100, 12);
    const p = 1940 / 2100;
    expect(large!.limits![0]).toBeCloseTo(p - 3 * Math.sqrt((p * (1 - p)) / 1000), 3);
    expect(small!.limits![0]).toBeLessThan(large!.limits![0]);
    expect(other!.signal).toBe(true);
  });

  it("widens its limits (p′) where nights differ by more than chance, and there are enough to tell", () => {
    const nights = [900, 940, 890, 950, 905, 945, 895, 935, 910, 930].map((pass) => ({ pass, n: 1000 }));
    expect(trends(...nights).rules[0]!.chart).toBe("p′");
    expect(trends(...nights).rules[0]!.points.some(({ signal }) => signal)).toBe(false);
    const few = trends(...nights.slice(0, 4)).rules[0]!;
    expect(few.chart).toBe("p");
  });

  it("is a chart of single numbers where its rate is no share of its verdicts", () => {
    const { rules } = trends({ rate: 0.8 }, { rate: 0.82 }, { rate: 0.79 });
    expect(rules[0]!.chart).toBe("XmR");
    expect(rules[0]!.points.map(({ value }) => value)).toEqual([0.8, 0.82, 0.79]);
    for (const { limits } of rules[0]!.points) expect(limits![1]).toBeLessThanOrEqual(1);
  });

  it("leaves out a rule that no night judged, and nights that did not judge it blank", () => {
    expect(trends({ n: 0, pass: 0 }, { n: 0, pass: 0 }).rules).toEqual([]);
    const { rules } = trends({ n: 0, pass: 0 }, { pass: 90 }, { pass: 91 });
    expect(rules[0]!.points[0]).toMatchObject({ value: null, limits: null, signal: false });
  });
});

it("gates are met, failed or open night by night, also those that a night does not have", () => {
  const first = night({});
  const [gate] = first.gates;
  const second = {
    ...first,
    gates: [
      { ...gate!, met: null },
      { ...gate!, id: "new", met: true },
    ],
  };
  const { gates } = trendsOf([
    { file: "1", result: { ...first, gates: [{ ...gate!, met: true }] } },
    { file: "2", result: second },
  ]);
  expect(gates).toEqual([
    { id: gate!.id, met: [true, null] },
    { id: "new", met: [null, true] },
  ]);
});
