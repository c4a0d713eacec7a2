import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditResult, RuleResult } from "../../src/model/result.js";
import { compareGroup, compareResults } from "../../src/scoring/comparison.js";
import { scoreDifference } from "../../src/scoring/difference.js";
import { sampleResult } from "../reports/sample-result.js";

type Counts = readonly [pass: number, fail: number];

function result(rules: Readonly<Record<string, Counts>>): AuditResult {
  const base = sampleResult();
  const [rule] = base.rules as [RuleResult, ...RuleResult[]];
  return {
    ...base,
    rules: Object.entries(rules).map(([id, [pass, fail]]) => ({
      ...rule,
      id,
      pass,
      fail,
      rate: pass + fail === 0 ? null : pass / (pass + fail),
    })),
    agents: [],
    teams: [],
  };
}

const compare = (old: AuditResult, now: AuditResult) =>
  compareResults({ result: old, file: "old", sha256: "0" }, { result: now, file: "new", sha256: "1" });

describe("two audits compared", () => {
  it("share out one chance in twenty among all that is compared", () => {
    const before = result({ a: [90, 10], b: [80, 20], c: [0, 0], d: [5, 5] });
    const after = result({ a: [90, 10], b: [80, 20], c: [0, 0], e: [5, 5] });
    const { rules, score } = compare(before, after);
    // two families, score and rules; two rules on both sides; one that nobody judged is not among them
    expect(score.confidence).toBeCloseTo(1 - 0.05 / 2, 12);
    expect(rules.map(({ id }) => id)).toEqual(["a", "b", "d", "e"]);
    for (const { confidence } of rules) expect(confidence).toBeCloseTo(1 - 0.05 / 2 / 2, 12);
  });

  it("of one desk call hardly any of many rules changed (a hundred times, fixed seeds)", () => {
    let alarms = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = lcg(seed);
      const draw = (): Counts => {
        let pass = 0;
        for (let contact = 0; contact < 200; contact++) if (random() < 0.85) pass += 1;
        return [pass, 200 - pass];
      };
      const rules = () => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, draw()]));
      const { rules: changes } = compare(result(rules()), result(rules()));
      if (changes.some(({ verdict }) => verdict !== "chance")) alarms += 1;
    }
    // at most one comparison in twenty; Newcombe's interval at such confidence is on the safe side
    expect(alarms).toBeLessThanOrEqual(5);
  });

  it("leave open what is on one side only, and what an interval cannot be given for", () => {
    const level = result({ a: [90, 10] });
    const odd = { ...level, rules: [{ ...level.rules[0]!, rate: 0.5 }] };
    const { rules } = compare(odd, level);
    expect(rules[0]).toMatchObject({ verdict: "open", difference: 0.4, interval: null });
    const { rules: apart } = compare(result({ a: [1, 0] }), result({ b: [1, 0] }));
    expect(apart).toMatchObject([
      { id: "a", old: { value: 1, n: 1 }, new: null, difference: null, verdict: "open" },
      { id: "b", old: null, new: { value: 1, n: 1 }, difference: null, verdict: "open" },
    ]);
  });

  it("are each other's mirror, and a result does not differ from itself", () => {
    const counts = fc.tuple(fc.nat(300), fc.nat(300));
    const rules = fc.dictionary(fc.constantFrom("a", "b", "c"), counts);
    fc.assert(
      fc.property(rules, rules, (one, other) => {
        const there = compare(result(one), result(other)).rules;
        const back = compare(result(other), result(one)).rules;
        const mirror = { better: "worse", worse: "better", chance: "chance", open: "open" };
        expect(back.map(({ verdict }) => verdict)).toEqual(there.map(({ verdict }) => mirror[verdict]));
        for (const { verdict } of compare(result(one), result(one)).rules) expect(verdict).toBe("chance");
      }),
    );
  });
});

describe("an agent compared with herself", () => {
  const [agent] = sampleResult().agents;
  const at = (final: number | null, judged: number, contacts = 500) => ({
    ...agent!,
    contacts,
    score: { ...agent!.score, final },
    rules: { r: { pass: judged, fail: 0, notApplicable: 0, notAssessed: 0, pending: 0 } },
  });

  it("is judged by the contacts that were scored for certain, not by all there are", () => {
    const change = compareGroup(at(80, 100), at(90, 100));
    const expected = scoreDifference(
      { contacts: 100, raw: 800_000, final: 800_000 },
      { contacts: 100, raw: 900_000, final: 900_000 },
    )!;
    expect(change.difference).toBeCloseTo(10, 9);
    expect(change.interval![0]).toBeCloseTo(expected.interval[0], 9);
    expect(change.old).toEqual({ value: 80, n: 500 });
  });

  it("is open without a score or without contacts", () => {
    expect(compareGroup(at(null, 100), at(90, 100)).verdict).toBe("open");
    expect(compareGroup(at(80, 0), at(90, 100)).verdict).toBe("open");
  });
});

/** Numbers 0–1 that are the same in every run (Numerical Recipes). */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
