import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMULAS, level } from "../../src/checks/level.js";
import { FAIL, PASS, VERDICT_CODES, verdictOf } from "../../src/model/verdict.js";
import { serviceLevel } from "../../src/scoring/service-level.js";
import { contact, context, told, type Values } from "./contact.js";

const compiled = (options: object) => level.compile(level.options.parse(options), context());

function summary(check: ReturnType<typeof compiled>, contacts: readonly (readonly [number, Values])[]) {
  const codes = new Float64Array(VERDICT_CODES);
  for (const [times, values] of contacts) codes[check.judge(contact(values))]! += times;
  return { ...check.level!.summarise(codes, []), codes };
}

const answered = (seconds: number): Values => ({ outcome: "answered", "answer-seconds": seconds });
const abandoned = (wait: number | null): Values => ({
  outcome: "abandoned",
  "answer-seconds": null,
  "queue-seconds": wait,
});

// ICMI QueueTips 2005-03: A = 1000, B = 60, A_T = 860, B_T = 20, B_s = 10, s = 5 s
const ICMI = [
  [860, answered(20)],
  [140, answered(20.5)],
  [10, abandoned(4.9)],
  [10, abandoned(20)],
  [40, abandoned(21)],
] as const;

describe("the six service-level formulas", () => {
  test.each([
    ["F1", 0.8302],
    ["F2", 0.86],
    ["F3", 0.8113],
    ["F4", 0.8269],
    ["F5", 0.8208],
    ["F6", 0.819],
  ] as const)("%s gives ICMI's example %d", (formula, rate) => {
    const check = compiled({ within: "20s", share: "80%", formula });
    const { numerator, denominator, codes, counts } = summary(check, ICMI);
    expect(numerator / denominator).toBeCloseTo(rate, 4);
    expect(counts).toMatchObject({
      answered: 1000,
      "answered-within": 860,
      abandoned: 60,
      "abandoned-within": 20,
    });
    // what the single calls are told adds up to the formula
    const sum = (verdict: number) =>
      codes.reduce((all, n, code) => all + (verdictOf(code) === verdict ? n : 0), 0);
    expect([sum(PASS), sum(PASS) + sum(FAIL)]).toEqual([numerator, denominator]);
  });

  test("single verdicts add up to every formula, whatever the calls", () => {
    const call = fc.oneof(
      fc.integer({ min: 0, max: 60 }).map(answered),
      fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }).map(abandoned),
    );
    fc.assert(
      fc.property(fc.array(call, { maxLength: 40 }), fc.constantFrom(...FORMULAS), (calls, formula) => {
        const check = compiled({ within: "20s", share: 0.8, formula });
        const { numerator, denominator, codes } = summary(
          check,
          calls.map((one) => [1, one]),
        );
        const sum = (verdict: number) =>
          codes.reduce((all, n, code) => all + (verdictOf(code) === verdict ? n : 0), 0);
        const waits = calls
          .filter((one) => one.outcome === "abandoned")
          .map((one) => one["queue-seconds"] as number | null);
        const times = calls
          .filter((one) => one.outcome === "answered")
          .map((one) => one["answer-seconds"] as number);
        const known = waits.filter((wait) => wait !== null);
        const truth = serviceLevel(formula, {
          answered: times.length,
          answeredWithin: times.filter((time) => time <= 20).length,
          abandoned: waits.length,
          abandonedWithin: known.filter((wait) => wait <= 20).length,
          abandonedShort: known.filter((wait) => wait < 5).length,
          abandonedUnknown: waits.length - known.length,
        });
        expect([sum(PASS), sum(PASS) + sum(FAIL)]).toEqual([truth.numerator, truth.denominator]);
        expect([numerator, denominator]).toEqual([truth.numerator, truth.denominator]);
      }),
    );
  });
});

describe("single calls", () => {
  const check = compiled({ within: "20s", share: 0.8 });
  test.each<readonly [string, Values]>([
    ["pass", answered(20)],
    ["fail answered-late", answered(20.001)],
    ["not-applicable abandoned-short", abandoned(4)],
    ["fail abandoned-within", abandoned(5)],
    ["fail abandoned-late", abandoned(40)],
    ["fail abandoned-unknown", abandoned(null)],
    ["fail abandoned-unknown", { outcome: "busy", "answer-seconds": null }],
    // a 0 in the answer column of a call that nobody answered is no short abandon
    ["fail abandoned-unknown", { outcome: "unanswered", "answer-seconds": 0 }],
    ["not-applicable not-offered", { outcome: "flowed-out", "answer-seconds": 3 }],
    ["not-applicable not-offered", { outcome: "callback", "answer-seconds": 3 }],
    ["not-applicable did-not-queue", { outcome: "answered", "queued-at": null, "queue-seconds": 0 }],
    ["pass", { "queued-at": 100, "answered-at": 120 }],
    ["fail abandoned-late", { "queued-at": 100, "answered-at": null, "ended-at": 160 }],
    ["fail answered-late", { outcome: "answered", "queue-seconds": 15, "ring-seconds": 6 }],
    ["not-assessed outcome", { "answer-seconds": 3 }],
    ["not-assessed answer-seconds", { outcome: "answered" }],
    ["not-assessed answer-seconds", { outcome: "abandoned" }],
    ["not-assessed answer-seconds", { outcome: "answered", "answer-seconds": null }],
  ])("%s: %j", (verdict, values) => {
    expect(told(check.judge(contact(values)))).toBe(verdict);
  });

  test("the speed of answer is that of answered calls", () => {
    expect(check.measure?.of(contact(answered(67)))).toBe(67_000);
    expect(check.measure?.of(contact({ outcome: "unanswered", "answer-seconds": 0 }))).toBeNaN();
  });

  test("it says when waits of abandoned calls are wanting", () => {
    expect(
      summary(check, [
        [5, answered(3)],
        [1, abandoned(null)],
      ]).notes,
    ).toEqual(["abandoned-wait-unknown"]);
    expect(summary(check, ICMI).notes).toEqual([]);
    expect(check.target).toBe("≥ 80% (≤ 20 s, F6)");
  });
});

describe("a share of contacts with conditions", () => {
  const check = compiled({
    good: { outcome: { not: ["busy", "abandoned"] } },
    "out-of": { outcome: { not: "callback" }, "hold-seconds": { max: "60s" } },
    share: 0.95,
  });
  test.each<readonly [string, Values]>([
    ["pass", { outcome: "answered", "hold-seconds": 60 }],
    ["fail", { outcome: "busy", "hold-seconds": 0 }],
    ["not-applicable not-offered", { outcome: "callback", "hold-seconds": 0 }],
    ["not-applicable not-offered", { outcome: "answered", "hold-seconds": 61 }],
    // what is known to be outside is outside, whatever else is missing
    ["not-applicable not-offered", { outcome: "callback" }],
    ["not-assessed hold-seconds", { outcome: "answered" }],
    ["not-assessed outcome", { "hold-seconds": 4 }],
  ])("%s: %j", (verdict, values) => {
    expect(told(check.judge(contact(values)))).toBe(verdict);
  });

  test("texts, flags and numbers", () => {
    const other = compiled({
      good: { resolved: true, rating: { min: 4 } },
      "out-of": { queue: ["vip", "gold"], topic: { not: "test" } },
      share: "50%",
    });
    const values = { queue: "gold", topic: "billing", resolved: 1, rating: 4 };
    expect(told(other.judge(contact(values)))).toBe("pass");
    expect(told(other.judge(contact({ ...values, rating: 3.9 })))).toBe("fail");
    expect(told(other.judge(contact({ ...values, resolved: 0 })))).toBe("fail");
    expect(told(other.judge(contact({ ...values, queue: "silver" })))).toBe("not-applicable not-offered");
    expect(told(other.judge(contact({ ...values, topic: "test" })))).toBe("not-applicable not-offered");
    expect(told(other.judge(contact({ ...values, resolved: null })))).toBe("not-assessed resolved");
  });

  test("nothing to judge is no rate", () => {
    expect(summary(check, [[3, { outcome: "callback" }]])).toMatchObject({
      numerator: 0,
      denominator: 0,
      counts: { excluded: 3 },
    });
  });
});

test.each<readonly [string, object]>([
  ["needs-one-of", { share: 0.8 }],
  ["needs-one-of", { share: 0.8, within: "20s", good: { outcome: "answered" } }],
  ["short-abandon-too-long", { share: 0.8, within: "3s" }],
  ["bad-share", { share: 1.2, within: "20s" }],
  ["bad-share", { share: "120%", within: "20s" }],
  ["target-not-understood", { share: 0.8, within: "2 working days" }],
])("%s: %j", (code, options) => {
  expect(level.options.safeParse(options).error?.issues.map(({ message }) => message)).toContain(code);
});
