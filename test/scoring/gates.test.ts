import { describe, expect, test } from "vitest";
import type { GateResult } from "../../src/model/result.js";
import { exitCode, unjudgedGates } from "../../src/scoring/exit-code.js";
import { effectiveGates, type GateSetting, readGate } from "../../src/scoring/gate.js";
import { evaluateGates, type GateFacts, type RuleFacts } from "../../src/scoring/gates.js";

const PICKUP: RuleFacts = {
  id: "response/pickup-three-rings",
  severity: "major",
  dimension: "responsiveness",
  good: 95,
  n: 100,
  notAssessed: 0,
};
const INSULT: RuleFacts = {
  id: "wording/insult",
  severity: "critical",
  dimension: "assurance",
  good: 100,
  n: 100,
  notAssessed: 0,
};

const FACTS: GateFacts = {
  totals: {
    contacts: 100,
    findings: { critical: 0, major: 5, minor: 0, info: 7 },
    score: { raw: 90, final: 84.2, contacts: 100 },
  },
  dimensions: [{ id: "responsiveness", score: 95, contacts: 100, pass: 95, fail: 5 }],
  rules: [PICKUP, INSULT],
};

function evaluate(id: string, setting: GateSetting, facts: GateFacts = FACTS): GateResult {
  return evaluateGates([readGate(id, setting)], facts)[0]!;
}

function withRules(...rules: readonly RuleFacts[]): GateFacts {
  return {
    ...FACTS,
    rules,
    totals: { ...FACTS.totals, findings: { critical: 0, major: 0, minor: 0, info: 0 } },
  };
}

const NOTHING: GateFacts = {
  totals: {
    contacts: 0,
    findings: { critical: 0, major: 0, minor: 0, info: 0 },
    score: { raw: null, final: null, contacts: 0 },
  },
  dimensions: [],
  rules: [{ ...PICKUP, good: 0, n: 0 }],
};

describe("readGate", () => {
  test.each([
    ["score", { min: 85 }, { kind: "score", min: 85 }],
    ["critical-findings", { max: 0 }, { kind: "findings", severity: "critical", max: 0 }],
    ["major-findings", { max: 3 }, { kind: "findings", severity: "major", max: 3 }],
    ["minor-findings", { max: 3 }, { kind: "findings", severity: "minor", max: 3 }],
    ["findings", { max: 10 }, { kind: "findings", severity: null, max: 10 }],
    ["dimension.empathy", { min: 80 }, { kind: "dimension", dimension: "empathy", min: 80 }],
    ["survey/csat", { rate: 0.9 }, { kind: "rule", rate: 0.9, minimumContacts: 1 }],
    ["survey/csat", { rate: 0.9, "minimum-contacts": 30 }, { kind: "rule", rate: 0.9, minimumContacts: 30 }],
  ] as const)("%s: %j", (id, setting, gate) => {
    expect(readGate(id, setting)).toEqual({ id, by: "config", ...gate });
  });

  test.each(["scores", "info-findings", "dimension.speed", "", "a/b/c"])("there is no gate %j", (id) => {
    expect(() => readGate(id, { min: 1 })).toThrow(
      expect.objectContaining({ code: "gate-unknown", args: { gate: id, example: "score: { min: 85 }" } }),
    );
  });

  test.each([
    ["score", {}, "min", "", "score: { min: 85 }"],
    ["score", { max: 3 }, "max", 3, "score: { min: 85 }"],
    ["score", { min: 85, "minimum-contacts": 3 }, "minimum-contacts", 3, "score: { min: 85 }"],
    ["score", { min: 101 }, "min", 101, "score: { min: 85 }"],
    ["findings", { max: -1 }, "max", -1, "findings: { max: 0 }"],
    ["findings", { max: 0.5 }, "max", 0.5, "findings: { max: 0 }"],
    ["dimension.empathy", { rate: 0.8 }, "rate", 0.8, "dimension.empathy: { min: 85 }"],
    ["a/b", { rate: 95 }, "rate", 95, "a/b: { rate: 0.95, minimum-contacts: 30 }"],
    [
      "a/b",
      { rate: 0.95, "minimum-contacts": 1.5 },
      "minimum-contacts",
      1.5,
      "a/b: { rate: 0.95, minimum-contacts: 30 }",
    ],
    ["a/b", { min: 95 }, "min", 95, "a/b: { rate: 0.95, minimum-contacts: 30 }"],
  ])("%s: %j is refused for its %s", (gate, setting, key, found, example) => {
    expect(() => readGate(gate, setting)).toThrow(
      expect.objectContaining({ code: "gate-bad-value", args: { gate, key, found, example } }),
    );
  });
});

describe("effectiveGates", () => {
  const rules = [
    { id: "response/service-level", severity: "gate", share: 0.8 },
    { id: "response/pickup-three-rings", severity: "major", share: null },
    { id: "team/own", severity: "gate", share: null },
  ] as const;
  const names = (settings: Readonly<Record<string, GateSetting | "off">>) =>
    effectiveGates(rules, settings).map(({ id, by }) => `${id} by ${by}`);

  test("the standard's own: no critical findings, and every gate rule at its share", () => {
    expect(effectiveGates(rules, {})).toEqual([
      { id: "critical-findings", by: "standard", kind: "findings", severity: "critical", max: 0 },
      { id: "response/service-level", by: "standard", kind: "rule", rate: 0.8, minimumContacts: 1 },
      { id: "team/own", by: "standard", kind: "rule", rate: 1, minimumContacts: 1 },
    ]);
  });

  test("the config replaces them, takes them away, and adds to them", () => {
    expect(
      names({ score: { min: 85 }, "response/service-level": { rate: 0.7 }, "critical-findings": "off" }),
    ).toEqual(["response/service-level by config", "team/own by standard", "score by config"]);
    expect(effectiveGates(rules, { "response/service-level": { rate: 0.7 } })[1]).toMatchObject({
      rate: 0.7,
    });
  });
});

describe("evaluateGates", () => {
  test.each([
    ["score", { min: 84.2 }, true, "≥ 84.2", "84.2", 100],
    ["score", { min: 85 }, false, "≥ 85", "84.2", 100],
    ["dimension.responsiveness", { min: 96 }, false, "≥ 96", "95", 100],
    ["critical-findings", { max: 0 }, true, "≤ 0", "0", 100],
    ["major-findings", { max: 4 }, false, "≤ 4", "5", 100],
    ["findings", { max: 12 }, true, "≤ 12", "12", 100],
    ["findings", { max: 11 }, false, "≤ 11", "12", 100],
    ["response/pickup-three-rings", { rate: 0.95 }, true, "≥ 95%", "95%", 100],
    ["response/pickup-three-rings", { rate: 0.951 }, false, "≥ 95.1%", "95%", 100],
  ])("%s %j: met %s", (id, setting, met, expected, found, n) => {
    expect(evaluate(id, setting)).toMatchObject({ id, met, expected, found, n, by: "config", reason: null });
  });

  test("the point estimate decides, the interval is shown on the gate's own scale", () => {
    const rule = evaluate("response/pickup-three-rings", { rate: 0.95 });
    expect(rule.met).toBe(true);
    expect(rule.interval![0]).toBeCloseTo(0.888, 3);
    expect(rule.interval![1]).toBeCloseTo(0.978, 3);
    const score = evaluate("score", { min: 84 });
    expect(score.interval![0]).toBeLessThan(84);
    expect(score.interval![1]).toBeLessThan(100);
    expect(evaluate("findings", { max: 0 }).interval).toBeNull();
  });

  test("a share is judged unrounded, and never shown as what it is not", () => {
    const almost = withRules({ ...PICKUP, good: 949_999, n: 1_000_000 });
    expect(evaluate(PICKUP.id, { rate: 0.95 }, almost)).toMatchObject({ met: false, found: "94.9999%" });
    const third = withRules({ ...PICKUP, good: 1, n: 3 });
    expect(evaluate(PICKUP.id, { rate: 0.3 }, third)).toMatchObject({ met: true, found: "33.33%" });
    const seven = withRules({ ...PICKUP, good: 7, n: 100 });
    expect(evaluate(PICKUP.id, { rate: 0.07 }, seven)).toMatchObject({
      met: true,
      expected: "≥ 7%",
      found: "7%",
    });
  });

  test("every share that equals its limit as people write both is met", () => {
    for (let percent = 0; percent <= 100; percent++) {
      for (const times of [1, 3, 7, 20]) {
        const facts = withRules({ ...PICKUP, good: percent * times, n: 100 * times });
        expect(evaluate(PICKUP.id, { rate: Number(`${percent}e-2`) }, facts)).toMatchObject({
          met: true,
          expected: `≥ ${percent}%`,
          found: `${percent}%`,
        });
      }
    }
  });

  test("too few contacts: not judged, but shown", () => {
    const few = withRules({ ...PICKUP, good: 0, n: 29 });
    expect(evaluate(PICKUP.id, { rate: 0.95, "minimum-contacts": 30 }, few)).toMatchObject({
      met: null,
      found: "0%",
      n: 29,
      reason: "too-few-contacts",
    });
    const enough = withRules({ ...PICKUP, good: 0, n: 30 });
    expect(evaluate(PICKUP.id, { rate: 0.95, "minimum-contacts": 30 }, enough).met).toBe(false);
  });

  test.each([
    ["score", { min: 85 }],
    ["dimension.responsiveness", { min: 85 }],
    ["critical-findings", { max: 0 }],
    ["findings", { max: 0 }],
    ["response/pickup-three-rings", { rate: 0.95, "minimum-contacts": 30 }],
  ])("%s: nothing was audited", (id, setting) => {
    const result = evaluate(id, setting, NOTHING);
    expect(result).toMatchObject({ met: null, found: "n/a", n: 0, interval: null, reason: "no-contacts" });
  });

  test.each([
    ["score", { min: 85 }],
    ["dimension.assurance", { min: 85 }],
    ["critical-findings", { max: 0 }],
    ["wording/insult", { rate: 1 }],
  ])("%s: the transcripts that it needs are missing", (id, setting) => {
    const unread = { ...withRules({ ...INSULT, good: 0, n: 0, notAssessed: 100 }), dimensions: [] };
    const facts = { ...unread, totals: { ...unread.totals, score: { raw: null, final: null, contacts: 0 } } };
    expect(evaluate(id, setting, facts)).toMatchObject({ met: null, found: "n/a", reason: "not-assessed" });
  });

  test("a rule that is switched off or unknown cannot be judged", () => {
    expect(evaluate("wording/gone", { rate: 1 })).toMatchObject({ met: null, reason: "not-assessed" });
  });

  test("a limit on findings of a severity that no rule has is kept; findings of what was assessed count", () => {
    expect(evaluate("critical-findings", { max: 0 }, withRules(PICKUP))).toMatchObject({
      met: true,
      found: "0",
    });
    const partly = withRules(INSULT, { ...INSULT, id: "wording/other", good: 0, n: 0, notAssessed: 100 });
    expect(evaluate("critical-findings", { max: 0 }, partly).met).toBe(true);
  });
});

describe("exitCode", () => {
  const gate = (
    met: boolean | null,
    by: "config" | "standard",
    reason: GateResult["reason"] = null,
  ): GateResult => ({
    id: "score",
    met,
    expected: "≥ 85",
    found: "80",
    n: 10,
    interval: null,
    by,
    reason,
  });
  const audit = (gates: readonly GateResult[], contacts = 10) => ({
    totals: { contacts },
    gates,
    incomplete: [],
  });
  const crash = { code: "rule-crashed", subject: "wording/insult", count: 1, detail: null } as const;

  test.each([
    ["no gates", [], 0],
    ["all met", [gate(true, "config"), gate(true, "standard")], 0],
    ["one failed", [gate(true, "config"), gate(false, "config")], 1],
    ["one of the standard's failed", [gate(false, "standard")], 1],
    ["too few contacts, as the user asked", [gate(null, "config", "too-few-contacts")], 0],
    ["a gate of the config without data", [gate(null, "config", "not-assessed")], 2],
    ["a gate of the config without contacts", [gate(null, "config", "no-contacts")], 2],
    ["a gate of the standard's without data", [gate(null, "standard", "not-assessed")], 0],
    ["a gate of the standard's without contacts", [gate(null, "standard", "no-contacts")], 0],
    ["2 beats 1", [gate(false, "config"), gate(null, "config", "not-assessed")], 2],
  ])("%s", (_, gates, code) => {
    expect(exitCode(audit(gates))).toBe(code);
  });

  test("nothing audited is not a pass, nor is half an audit", () => {
    expect(exitCode(audit([], 0))).toBe(2);
    expect(exitCode(audit([gate(false, "config")], 0))).toBe(2);
    expect(exitCode({ ...audit([gate(true, "config")]), incomplete: [crash] })).toBe(2);
    expect(exitCode({ ...audit([gate(false, "config")]), incomplete: [crash] })).toBe(2);
  });

  test("what could not be judged is named", () => {
    const gates = [
      gate(null, "config", "not-assessed"),
      gate(null, "standard", "not-assessed"),
      gate(true, "config"),
    ];
    expect(unjudgedGates(gates)).toEqual([
      { code: "gate-not-assessed", subject: "score", count: 1, detail: "not-assessed" },
    ]);
  });
});
