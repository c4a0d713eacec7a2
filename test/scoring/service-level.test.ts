import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ServiceCounts, type ServiceFormula, serviceLevel } from "../../src/scoring/service-level.js";

const FORMULAS = ["F1", "F2", "F3", "F4", "F5", "F6"] as const satisfies readonly ServiceFormula[];

/** The ICMI example: 1000 answered, 860 within T; 60 abandoned, 20 within T, 10 within 5 s. */
const ICMI: ServiceCounts = {
  answered: 1000,
  answeredWithin: 860,
  abandoned: 60,
  abandonedWithin: 20,
  abandonedShort: 10,
  abandonedUnknown: 0,
};

/** Calls one by one, each with its wait (null: not recorded), counted the way a log is. */
const calls = fc.array(
  fc.record({ answered: fc.boolean(), wait: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6 }) }),
  { maxLength: 60 },
);

function count(log: readonly { answered: boolean; wait: number | null }[]): ServiceCounts {
  const of = (answered: boolean, when: (wait: number) => boolean) =>
    log.filter((call) => call.answered === answered && call.wait !== null && when(call.wait)).length;
  return {
    answered: log.filter((call) => call.answered).length,
    answeredWithin: of(true, (wait) => wait <= 20),
    abandoned: log.filter((call) => !call.answered).length,
    abandonedWithin: of(false, (wait) => wait <= 20),
    abandonedShort: of(false, (wait) => wait < 5),
    abandonedUnknown: log.filter((call) => !call.answered && call.wait === null).length,
  };
}

describe("serviceLevel", () => {
  test.each([
    ["F1", 880, 1060, 0.8302],
    ["F2", 860, 1000, 0.86],
    ["F3", 860, 1060, 0.8113],
    ["F4", 860, 1040, 0.8269],
    ["F5", 870, 1060, 0.8208],
    ["F6", 860, 1050, 0.819],
  ] as const)("%s of the ICMI example is %i of %i", (formula, numerator, denominator, rate) => {
    const level = serviceLevel(formula, ICMI);
    expect(level).toMatchObject({ numerator, denominator, notes: [] });
    expect(level.rate).toBeCloseTo(rate, 4);
  });

  test("the formulas keep their order: F3 ≤ F6 ≤ F4 ≤ F1, F4 ≤ F2, F6 ≤ F5 ≤ F1", () => {
    const order = [
      ["F3", "F6"],
      ["F6", "F4"],
      ["F4", "F1"],
      ["F4", "F2"],
      ["F6", "F5"],
      ["F5", "F1"],
    ] as const;
    fc.assert(
      fc.property(calls, (log) => {
        const counts = count(log);
        for (const [lower, higher] of order) {
          const low = serviceLevel(lower, counts).rate;
          const high = serviceLevel(higher, counts).rate;
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  test("a rate is a share between 0 and 1, and n/a for nothing offered", () => {
    fc.assert(
      fc.property(calls, fc.constantFrom(...FORMULAS), (log, formula) => {
        const { numerator, denominator, rate } = serviceLevel(formula, count(log));
        expect(numerator).toBeLessThanOrEqual(denominator);
        expect(rate).toBe(denominator === 0 ? null : numerator / denominator);
      }),
    );
    for (const formula of FORMULAS) expect(serviceLevel(formula, count([])).rate).toBeNull();
  });

  test("counts of two periods add up; means of percentages would not", () => {
    const quiet = count([{ answered: true, wait: 1 }]);
    const busy = count(Array(9).fill({ answered: true, wait: 30 }));
    const both = count([{ answered: true, wait: 1 }, ...Array(9).fill({ answered: true, wait: 30 })]);
    expect(serviceLevel("F3", quiet).rate).toBe(1);
    expect(serviceLevel("F3", busy).rate).toBe(0);
    expect(serviceLevel("F3", both).rate).toBe(0.1);
  });

  test("abandons without a wait stay failures, and are remarked upon where waits matter", () => {
    const counts = { ...ICMI, abandonedWithin: 0, abandonedShort: 0, abandonedUnknown: 60 };
    for (const formula of FORMULAS) {
      const matters = formula !== "F2" && formula !== "F3";
      expect(serviceLevel(formula, counts).notes).toEqual(matters ? ["abandoned-wait-unknown"] : []);
    }
    expect(serviceLevel("F6", counts)).toMatchObject({ numerator: 860, denominator: 1060 });
  });

  test.each([
    ["more in time than answered", { answeredWithin: 1001 }],
    ["more short than early", { abandonedShort: 21 }],
    ["more early than abandoned", { abandonedWithin: 61 }],
    ["more unknown than left", { abandonedUnknown: 41 }],
    ["a negative count", { abandonedShort: -1 }],
    ["a fraction", { answered: 1000.5 }],
    ["no number", { answered: Number.NaN }],
  ])("%s is a bug, not a rate", (_, wrong) => {
    expect(() => serviceLevel("F6", { ...ICMI, ...wrong })).toThrow(RangeError);
  });
});
