import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dispersion } from "../../src/scoring/dispersion.js";
import { type AgentTally, rankAgents } from "../../src/scoring/ranking.js";
import type { ScoreTally } from "../../src/scoring/scores.js";
import { fitPrior, posteriorInterval, shrink } from "../../src/scoring/shrinkage.js";

/** The example of Kleinman's method: agents with 9 of 10 contacts passed, 45 of 50 … */
const EXAMPLE = [
  [9, 10],
  [45, 50],
  [2, 2],
  [160, 200],
  [0, 3],
  [70, 100],
  [30, 40],
] as const;
const SHRUNK = [0.824, 0.869, 0.803, 0.798, 0.664, 0.712, 0.759];

/** A tally of contact scores, 0–100. */
function tallyOf(scores: readonly number[]): ScoreTally {
  const finals = scores.map((score) => Math.round(score * 100));
  const sum = (of: (value: number) => number) => finals.reduce((total, value) => total + of(value), 0);
  return {
    contacts: finals.length,
    raw: sum((v) => v),
    final: sum((v) => v),
    finalSquares: sum((v) => v * v),
  };
}

function withoutSquares({ contacts, raw, final }: ScoreTally): ScoreTally {
  return { contacts, raw, final };
}

const binary = (passed: number, n: number): ScoreTally =>
  tallyOf([...Array(passed).fill(100), ...Array(n - passed).fill(0)]);

/** Pseudo-random numbers between 0 and 1, always the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Scores that cluster round a mean: variance 4 · spread² / 12. */
function simulate(mean: number, spread: number, n: number, random: () => number): ScoreTally {
  const one = (): number => mean + spread * (random() + random() + random() + random() - 2);
  return tallyOf(Array.from({ length: n }, () => Math.min(100, Math.max(0, one()))));
}

describe("shrinkage", () => {
  const agents = EXAMPLE.map(([successes, n]) => ({ successes, n }));

  test("the published example", () => {
    const prior = fitPrior(agents)!;
    expect(prior.mean).toBeCloseTo(0.7802, 4);
    expect(prior.strength).toBeCloseTo(17.1, 1);
    for (const [index, agent] of agents.entries())
      expect(shrink(agent, prior)).toBeCloseTo(SHRUNK[index]!, 3);
  });

  test.each([
    ["nobody", []],
    ["one agent", [{ successes: 8, n: 10 }]],
    ["agents without contacts", [{ successes: 0, n: 0 }]],
    ["equal agents", Array(5).fill({ successes: 8, n: 10 })],
    ["agents no further apart than chance", [1, 2, 3].map((x) => ({ successes: 6 + x, n: 10 }))],
    ["nothing but successes", [10, 20].map((n) => ({ successes: n, n }))],
    ["nothing but failures", [10, 20].map((n) => ({ successes: 0, n }))],
    ["one contact each", [0, 1, 1].map((x) => ({ successes: x, n: 1 }))],
  ])("%s: no evidence of a difference", (_, some) => {
    expect(fitPrior(some)).toBeNull();
  });

  test("agents with nothing in common are hardly shrunk, and have intervals all the same", () => {
    const prior = fitPrior([
      { successes: 50, n: 50 },
      { successes: 0, n: 50 },
    ])!;
    expect(shrink({ successes: 50, n: 50 }, prior)).toBeCloseTo(1, 3);
    const [low, high] = posteriorInterval({ successes: 50, n: 50 }, prior, 0.9);
    expect(low).toBeGreaterThan(0.9);
    expect(high).toBeLessThanOrEqual(1);
  });

  test("the shrunk share lies between the agent's own and the mean of all, the nearer to his the more contacts", () => {
    const prior = { mean: 0.8, strength: 17 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 100 }), (n, percent) => {
        const own = percent / 100;
        const near = (m: number) => Math.abs(shrink({ successes: own * m, n: m }, prior) - own);
        const shrunk = shrink({ successes: own * n, n }, prior);
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, 0.8) - 1e-12);
        expect(shrunk).toBeLessThanOrEqual(Math.max(own, 0.8) + 1e-12);
        expect(near(n + 1)).toBeLessThanOrEqual(near(n) + 1e-12);
      }),
    );
  });

  test("the interval is the middle of the posterior: Beta(9, 3) for 8 of 10 after a flat prior", () => {
    const [low, high] = posteriorInterval({ successes: 8, n: 10 }, { mean: 0.5, strength: 2 }, 0.9);
    // mpmath 1.4
    expect(low).toBeCloseTo(0.529913200721, 10);
    expect(high).toBeCloseTo(0.921179954334, 10);
  });
});

describe("dispersion", () => {
  test("is 1 for scores of 0 and 100 only: then a contact is a pass or a failure", () => {
    expect(dispersion(EXAMPLE.map(([passed, n]) => binary(passed, n)))).toBeCloseTo(1, 12);
  });

  test("finds the variance that the scores were made with", () => {
    const random = randomFrom(1);
    const agents = Array.from({ length: 40 }, () => simulate(70, 10, 50, random));
    const truth = (4 * 10 ** 2) / 12 / (70 * 30);
    expect(dispersion(agents) / truth).toBeGreaterThan(0.9);
    expect(dispersion(agents) / truth).toBeLessThan(1.1);
  });

  test("does not depend on how few contacts the agents have", () => {
    const random = randomFrom(2);
    const few = Array.from({ length: 2000 }, () => simulate(70, 30, 2, random));
    const many = Array.from({ length: 40 }, () => simulate(70, 30, 100, random));
    expect(dispersion(few) / dispersion(many)).toBeGreaterThan(0.9);
    expect(dispersion(few) / dispersion(many)).toBeLessThan(1.1);
  });

  test.each([
    ["squares that were not kept", [withoutSquares(tallyOf([80, 90])), tallyOf([80, 90])]],
    ["one contact each", [tallyOf([80]), tallyOf([90])]],
    ["full scores only", [tallyOf([100, 100]), tallyOf([100])]],
    ["nobody", []],
  ])("%s: 1, the most cautious", (_, agents) => {
    expect(dispersion(agents)).toBe(1);
  });

  test("contacts that are all alike leave it above 0", () => {
    const value = dispersion([tallyOf([80, 80]), tallyOf([90, 90])]);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  });
});

describe("rankAgents", () => {
  const agents: readonly AgentTally[] = EXAMPLE.map(([passed, n], index) => ({
    id: `agent-${index + 1}`,
    scores: binary(passed, n),
  }));

  test("the published example: shrunk scores, and only those with enough contacts are ranked", () => {
    const { standings, distinguishable } = rankAgents(agents);
    expect(distinguishable).toBe(true);
    for (const [index, shrunk] of SHRUNK.entries()) {
      const reported = standings.get(`agent-${index + 1}`)!.score.shrunk!;
      expect(Math.abs(reported - shrunk * 100)).toBeLessThan(0.06);
    }
    const ranks = [...standings].map(([id, { rank, band }]) => `${id}: ${rank} ${band}`);
    expect(ranks).toEqual([
      "agent-1: null null",
      "agent-2: 1 1",
      "agent-3: null null",
      "agent-4: 2 1",
      "agent-5: null null",
      "agent-6: 4 2",
      "agent-7: 3 1",
    ]);
    expect(rankAgents(agents, { minimumContacts: 1 }).standings.get("agent-1")!.rank).toBe(2);
  });

  test("the result does not depend on the order of the agents", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...agents], { minLength: agents.length }), (shuffled) => {
        expect([...rankAgents(shuffled).standings]).toEqual([...rankAgents(agents).standings]);
      }),
    );
  });

  test("nobody is ranked where agents differ no more than chance makes them", () => {
    const alike = [23, 24, 25].map((passed) => ({ id: `a${passed}`, scores: binary(passed, 30) }));
    const { standings, distinguishable } = rankAgents(alike);
    expect(distinguishable).toBe(false);
    for (const { score, rank, band } of standings.values()) {
      expect({ rank, band, shrunk: score.shrunk }).toEqual({ rank: null, band: null, shrunk: null });
      expect(score.interval![0]).toBeLessThan(80);
      expect(score.interval![1]).toBeGreaterThan(80);
    }
  });

  test("an agent without a scored contact has nothing", () => {
    const { standings } = rankAgents([...agents, { id: "new", scores: { contacts: 0, raw: 0, final: 0 } }]);
    expect(standings.get("new")).toEqual({
      score: { raw: null, final: null, shrunk: null, interval: null },
      rank: null,
      band: null,
    });
  });

  test("equal shrunk scores share a rank, and the next rank is left out", () => {
    const scores = [100, 50, 100, 90];
    const some = scores.map((passed, index) => ({ id: `a${index}`, scores: binary(passed, 100) }));
    const { standings } = rankAgents(some);
    expect(some.map(({ id }) => standings.get(id)!.rank)).toEqual([1, 4, 1, 3]);
  });

  test("bands: everybody in a band overlaps its first, and the first of the next lies wholly below", () => {
    const tally = fc
      .integer({ min: 20, max: 300 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(fc.array(tally, { minLength: 2, maxLength: 12 }), (pairs) => {
        const some = pairs.map(([passed, n], index) => ({ id: `a${index}`, scores: binary(passed, n) }));
        const ranked = [...rankAgents(some).standings.values()]
          .filter(({ rank }) => rank !== null)
          .toSorted((a, b) => a.band! - b.band! || a.rank! - b.rank!);
        let first = ranked[0];
        for (const standing of ranked) {
          const below = standing.score.interval![1] < first!.score.interval![0];
          expect(below).toBe(standing.band !== first!.band);
          expect(standing.band! - first!.band!).toBe(below ? 1 : 0);
          if (below) first = standing;
        }
        const shrunk = ranked.map(({ score }) => score.shrunk!);
        expect(shrunk).toEqual(shrunk.toSorted((a, b) => b - a));
      }),
    );
  });

  test("known truth: agents who are all the same are hardly ever told apart", () => {
    const random = randomFrom(3);
    let told = 0;
    for (let round = 0; round < 200; round++) {
      const agents = Array.from({ length: 15 }, (_, index) => ({
        id: String(index),
        scores: simulate(84, 15, 60, random),
      }));
      const standings = [...rankAgents(agents).standings.values()];
      if (standings.some(({ band }) => band !== null && band > 1)) told++;
    }
    expect(told).toBeLessThanOrEqual(10);
  });

  test("known truth: agents who do differ are told apart", () => {
    const random = randomFrom(4);
    const different = [92, 88, 84, 80, 76].map((mean, index) => ({
      id: `a${index}`,
      scores: simulate(mean, 10, 100, random),
    }));
    const { standings } = rankAgents(different);
    expect(different.map(({ id }) => standings.get(id)!.rank)).toEqual([1, 2, 3, 4, 5]);
    expect(standings.get("a4")!.band).toBeGreaterThanOrEqual(3);
  });

  test("scores that vary little tell more than passes and failures of the same means", () => {
    const random = randomFrom(5);
    const two = [84, 81].map((mean, index) => ({ id: `a${index}`, scores: simulate(mean, 5, 100, random) }));
    expect(rankAgents(two).standings.get("a1")).toMatchObject({ rank: 2, band: 2 });
    const cautious = two.map(({ id, scores }) => ({ id, scores: withoutSquares(scores) }));
    expect(rankAgents(cautious).distinguishable).toBe(false);
  });
});
