import { describe, expect, test } from "vitest";
import { level } from "../../src/checks/level.js";
import { VERDICT_CODES, verdictOf } from "../../src/model/verdict.js";
import { exampleGroups } from "../../src/standard/example-groups.js";
import { contact, context, told, type Values } from "./contact.js";
import { at } from "./customers.js";

const compiled = (options: object) => level.compile(level.options.parse(options), context());

function summary(options: object, contacts: readonly (readonly [times: number, Values])[]) {
  const check = compiled(options);
  const codes = new Float64Array(VERDICT_CODES);
  const groups = exampleGroups();
  for (const [times, values] of contacts) {
    const one = contact(values);
    const code = check.judge(one);
    codes[code]! += times;
    if (verdictOf(code) <= 1) check.grouping?.add(one, groups.adder(times));
  }
  const { numerator, denominator, counts, notes } = check.level!.summarise(codes, groups.counts());
  return { numerator, denominator, counts, notes, groups: check.grouping?.shape?.(groups.counts()) ?? [] };
}

describe("every hour", () => {
  const rule = { share: "100%", "every-hour": { hours: "Mon-Fri 09:00-18:00", "minimum-calls": 2 } };
  const call = (offered: string, outcome: string): Values => ({ "offered-at": at(offered), outcome });

  test("an hour with calls and no answer is a gap", () => {
    const { numerator, denominator, groups } = summary(rule, [
      [5, call("2026-03-02T09:10", "answered")],
      [2, call("2026-03-02T10:10", "unanswered")],
      [1, call("2026-03-02T11:10", "unanswered")],
      [9, call("2026-03-02T20:10", "unanswered")],
    ]);
    expect([numerator, denominator]).toEqual([1, 2]);
    expect(groups).toEqual([
      { by: "hour", id: "09", n: 5, value: 1, met: true },
      { by: "hour", id: "10", n: 2, value: 0, met: false },
      { by: "hour", id: "11", n: 1, value: 0, met: null },
    ]);
  });

  test("the same hour of two days is two hours, and one line of the report", () => {
    const { denominator, groups } = summary(rule, [
      [2, call("2026-03-02T09:10", "answered")],
      [2, call("2026-03-03T09:10", "abandoned")],
    ]);
    expect(denominator).toBe(2);
    expect(groups).toEqual([{ by: "hour", id: "09", n: 4, value: 0.5, met: false }]);
  });

  test("who leaves the queue for another one, or hangs up at once, is not counted against the hour", () => {
    const check = compiled(rule);
    expect(told(check.judge(contact(call("2026-03-02T09:10", "flowed-out"))))).toBe(
      "not-applicable not-offered",
    );
    expect(told(check.judge(contact({ ...call("2026-03-02T09:10", "abandoned"), "queue-seconds": 4 })))).toBe(
      "not-applicable abandoned-short",
    );
    expect(told(check.judge(contact({ outcome: "answered" })))).toBe("not-assessed offered-at");
    expect(told(check.judge(contact({ "offered-at": 0 })))).toBe("not-assessed outcome");
  });
});

describe("surveys", () => {
  test("CSAT is the share of the two highest marks; marks beyond the scale are left out and said", () => {
    const { numerator, denominator, counts, notes } = summary({ share: "80%", satisfied: {} }, [
      [3, { rating: 5 }],
      [1, { rating: 4 }],
      [2, { rating: 3 }],
      [4, { rating: null }],
      [1, { rating: 10 }],
    ]);
    expect([numerator, denominator]).toEqual([4, 6]);
    expect(counts).toEqual({ good: 4, all: 6, unanswered: 4, "out-of-scale": 1 });
    expect(notes).toEqual(["rating-out-of-scale"]);
  });

  test("on a scale of ten", () => {
    expect(
      summary({ share: "80%", satisfied: { scale: 10 } }, [
        [1, { rating: 9 }],
        [1, { rating: 8 }],
      ]),
    ).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  test("response rate needs the column of what was sent", () => {
    const rule = { share: "20%", answered: ["rating", "submitted-at"] };
    expect(
      summary(rule, [
        [1, { "sent-at": 0, rating: 3 }],
        [3, { "sent-at": 0, rating: null }],
      ]),
    ).toMatchObject({
      numerator: 1,
      denominator: 4,
    });
    expect(told(compiled(rule).judge(contact({ rating: 3 })))).toBe("not-assessed sent-at");
    expect(told(compiled(rule).judge(contact({ "sent-at": 0 })))).toBe("not-assessed rating");
  });

  test("the SERVQUAL gap is the mean of perceived minus expected, by dimension, with the count behind it", () => {
    const { numerator, denominator, groups } = summary({ share: "100%", gap: { least: 0 } }, [
      [
        1,
        {
          "expected-empathy": 5,
          "perceived-empathy": 3,
          "expected-reliability": 4,
          "perceived-reliability": 4,
        },
      ],
      [
        1,
        {
          "expected-empathy": 4,
          "perceived-empathy": 5,
          "expected-reliability": 4,
          "perceived-reliability": null,
        },
      ],
    ]);
    expect([numerator, denominator]).toEqual([1, 2]);
    expect(groups).toEqual([
      { by: "dimension", id: "empathy", n: 2, value: -0.5, met: false },
      { by: "dimension", id: "reliability", n: 1, value: 0, met: true },
    ]);
    expect(told(compiled({ share: 1, gap: {} }).judge(contact({ "perceived-empathy": 3 })))).toBe(
      "not-assessed expected-empathy",
    );
  });

  test("who is surveyed too little: the upper limit of the interval lies below the rate of all", () => {
    const check = compiled({ share: 1, invited: true });
    const groups = [
      { by: "agent", id: "李", of: 60, n: 60 },
      { by: "agent", id: "王", of: 0, n: 40 },
      { by: "agent", id: "新", of: 0, n: 1 },
      { by: "channel", id: "phone", of: 60, n: 101 },
    ] as const;
    expect(check.grouping?.shape?.(groups).map(({ id, met }) => [id, met])).toEqual([
      ["李", true],
      ["王", false],
      ["新", true],
      ["phone", true],
    ]);
    expect(check.level?.summarise(new Float64Array(VERDICT_CODES), groups)).toMatchObject({
      numerator: 3,
      denominator: 4,
    });
  });
});
