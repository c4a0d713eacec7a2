import { describe, expect, it } from "vitest";
import type { AgentResult } from "../../src/model/result.js";
import { costEstimate } from "../../src/scoring/costs.js";
import { honours } from "../../src/scoring/honours.js";
import { recurring } from "../../src/scoring/recurring.js";
import { sampleRules } from "../reports/sample-rules.js";

function agent(
  id: string,
  shrunk: number,
  interval: readonly [number, number],
  rank: number | null,
): AgentResult {
  return {
    id,
    team: null,
    contacts: 40,
    calls: null,
    findings: { critical: 0, major: 0, minor: 0, info: 0 },
    score: { raw: shrunk, final: shrunk, shrunk, interval },
    rules: {},
    rank,
    band: rank,
  };
}

describe("honours", () => {
  it("names only those whose whole interval lies beyond the score of all", () => {
    const all = [
      agent("clearly above", 94, [90, 97], 1),
      agent("above, perhaps", 88, [79, 95], 2),
      agent("clearly below", 60, [50, 69], 4),
      agent("further below", 40, [30, 52], 5),
      agent("too few contacts", 99, [95, 100], null),
    ];
    expect(honours(all, 80)).toEqual({
      reference: 80,
      best: ["clearly above"],
      worst: ["further below", "clearly below"],
    });
  });

  it("names nobody where there is no score", () => {
    expect(honours([agent("a", 94, [90, 97], 1)], null)).toEqual({ reference: null, best: [], worst: [] });
  });
});

describe("costEstimate", () => {
  it("takes the difference of the handbooks' shares: 54 − 19 and 90 − 20 of 100 unsolved, 54 − 9 and 90 − 10 of those hit hard", () => {
    const { unresolved, critical } = costEstimate({ resolved: 0, unresolved: 100, criticalContacts: 200 });
    expect(unresolved!.map((n) => Number(n.toFixed(6)))).toEqual([35, 70]);
    expect(critical.map((n) => Number(n.toFixed(6)))).toEqual([90, 160]);
  });

  it("estimates nothing of what no file says", () => {
    expect(costEstimate({ resolved: null, unresolved: null, criticalContacts: 0 })).toEqual({
      unresolved: null,
      critical: [0, 0],
    });
  });
});

describe("recurring", () => {
  const none = { contacts: 0, labels: [] };

  it("orders rules by failures, leaves gates out, and says with how many agents they are found", () => {
    const verdicts = (pass: number, fail: number) => ({
      pass,
      fail,
      notApplicable: 0,
      notAssessed: 0,
      pending: 0,
    });
    const agents = [
      { ...agent("a", 90, [80, 95], 1), rules: { "opening/greeting": verdicts(9, 1) } },
      { ...agent("b", 90, [80, 95], 1), rules: { "opening/greeting": verdicts(9, 0) } },
      { ...agent("c", 90, [80, 95], 1), rules: {} },
    ];
    const findings = ["f1", "f2", "f3", "f4"].map((id) => ({ id, rule: "wording/cannot-handle" }));
    const { rules } = recurring(sampleRules(), agents, findings, { topics: none, types: none, causes: none });
    expect(rules.map(({ rule, fail }) => [rule, fail])).toEqual([
      ["response/chat-first-reply", 228],
      ["wording/cannot-handle", 3],
      ["opening/greeting", 1],
    ]);
    expect(rules[1]!.examples).toEqual(["f1", "f2", "f3"]);
    expect(rules[2]).toMatchObject({ agents: 1, agentsAssessed: 2, share: 0.00431 });
  });

  it("keeps the fifty most frequent labels and counts the others", () => {
    const labels = Array.from({ length: 60 }, (_, at) => ({
      label: `t${at}`,
      contacts: at + 1,
      examples: [],
    }));
    const { topics } = recurring([], [], [], {
      topics: { contacts: 5000, labels },
      types: none,
      causes: none,
    });
    expect(topics.items).toHaveLength(50);
    expect(topics.items[0]!.label).toBe("t59");
    expect(topics.filled).toBe(1830);
    expect(topics.others).toBe(55);
  });
});
