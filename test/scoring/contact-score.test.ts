import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEVERITIES } from "../../src/model/rule.js";
import {
  because,
  FAIL,
  NOT_APPLICABLE,
  notAssessed,
  PASS,
  PENDING,
  verdictOf,
} from "../../src/model/verdict.js";
import { centipoints, contactScorer, weightsWith } from "../../src/scoring/contact-score.js";

const CODES = [
  PASS,
  FAIL,
  because(FAIL, "answered-late"),
  NOT_APPLICABLE,
  because(NOT_APPLICABLE, "other-channel"),
  notAssessed(3),
  PENDING,
];
const contact = fc.array(fc.tuple(fc.constantFrom(...SEVERITIES), fc.constantFrom(...CODES)), {
  maxLength: 30,
});
const score = (
  verdicts: readonly (readonly [(typeof SEVERITIES)[number], number])[],
  weights = weightsWith(),
) =>
  contactScorer(
    verdicts.map(([severity]) => severity),
    weights,
  )(verdicts.map(([, code]) => code));

describe("contactScorer", () => {
  test("weights are 10, 5, 2; info and gate weigh nothing", () => {
    // (10 + 2) of (10 + 5 + 2)
    const verdicts = [
      ["critical", PASS],
      ["major", FAIL],
      ["minor", PASS],
      ["info", FAIL],
      ["gate", FAIL],
    ] as const;
    expect(score(verdicts)).toEqual({ raw: 7059, final: 7059 });
  });

  test("a critical failure makes the final score 0 and leaves the raw one", () => {
    expect(
      score([
        ["critical", FAIL],
        ["major", PASS],
        ["major", PASS],
      ]),
    ).toEqual({ raw: 5000, final: 0 });
  });

  test("what did not apply, could not be assessed or is pending is outside of the score", () => {
    fc.assert(
      fc.property(contact, (verdicts) => {
        const judged = verdicts.filter(([, code]) => verdictOf(code) === PASS || verdictOf(code) === FAIL);
        expect(score(verdicts)).toEqual(score(judged));
      }),
    );
  });

  test("nothing with a weight assessed: no score, not 0 and not 100", () => {
    expect(score([])).toBeNull();
    expect(score([["major", NOT_APPLICABLE]])).toBeNull();
    expect(
      score([
        ["info", PASS],
        ["gate", FAIL],
      ]),
    ).toBeNull();
  });

  test("whole hundredths of a point, so that sums over contacts do not depend on their order", () => {
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 20 }), (contacts) => {
        const finals = contacts.flatMap((verdicts) => score(verdicts)?.final ?? []);
        for (const final of finals) expect(Number.isInteger(final)).toBe(true);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(finals.toReversed())).toBe(sum(finals));
      }),
    );
  });

  test("one more pass never lowers a score, one more failure never raises it", () => {
    fc.assert(
      fc.property(contact, fc.constantFrom(...SEVERITIES), (verdicts, severity) => {
        const before = score(verdicts);
        if (before === null) return;
        expect(score([...verdicts, [severity, PASS]])!.raw).toBeGreaterThanOrEqual(before.raw);
        expect(score([...verdicts, [severity, FAIL]])!.raw).toBeLessThanOrEqual(before.raw);
        expect(score([...verdicts, [severity, FAIL]])!.final).toBeLessThanOrEqual(before.final);
      }),
    );
  });

  test("one scorer is used for many contacts", () => {
    const scorer = contactScorer(["major", "minor"], weightsWith());
    expect(scorer([FAIL, FAIL])).toEqual({ raw: 0, final: 0 });
    expect(scorer(Uint16Array.of(PASS, PASS))).toEqual({ raw: 10_000, final: 10_000 });
  });
});

describe("weightsWith", () => {
  test("replaces the weights that are given", () => {
    expect(weightsWith({ info: 1 })).toEqual({ critical: 10, major: 5, minor: 2, info: 1, gate: 0 });
    expect(score([["info", FAIL]], weightsWith({ info: 1 }))).toEqual({ raw: 0, final: 0 });
  });

  test.each([
    ["a fraction", { major: 0.5 }],
    ["a negative weight", { minor: -1 }],
    ["a huge one", { major: 1001 }],
    ["no number", { major: Number.NaN }],
    ["a critical rule that weighs nothing", { critical: 0 }],
  ])("refuses %s", (_, weights) => {
    expect(() => weightsWith(weights)).toThrow(RangeError);
  });
});

test("centipoints: halves up, and zero of zero is n/a", () => {
  expect(centipoints(2, 3)).toBe(6667);
  expect(centipoints(1, 8)).toBe(1250);
  expect(centipoints(0, 5)).toBe(0);
  expect(centipoints(0, 0)).toBeNull();
});
