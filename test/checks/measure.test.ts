import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measure } from "../../src/checks/measure.js";
import { contact, context, type Said, told, turns, type Values } from "./contact.js";

const LISTS = ["@a/ack", "@a/hold", "words", "against"];
const ACK = 0;
const HOLD = 1;
const WORDS = 2;
const AGAINST = 3;

const compiled = (options: object) => measure.compile(measure.options.parse(options), context(LISTS));
const judged = (
  options: object,
  said: readonly Said[] | null,
  view: Parameters<typeof turns>[1] = {},
  values: Values = {},
) => told(compiled(options).judge(contact(values, said === null ? null : turns(said, view))));
const codes = (options: object) =>
  measure.options
    .safeParse(options)
    .error?.issues.map(({ message, path }) => `${path.join(".")} ${message}`) ?? [];

const says = (
  by: "agent" | "customer",
  at: number,
  until: number,
  text = "",
  hits: Said["hits"] = [],
): Said => ({
  by,
  at,
  until,
  text,
  hits,
});

describe("interruptions", () => {
  const rule = { of: "interruptions", max: 0, ignore: ["@a/ack"] };
  const customer = says("customer", 0, 10, "我的快递还没有到");

  test("over a second, with four characters or more", () => {
    expect(judged(rule, [customer, says("agent", 8.9, 12, "单号多少")])).toBe("fail");
    expect(judged(rule, [customer, says("agent", 9, 12, "单号多少")])).toBe("pass");
    expect(judged(rule, [customer, says("agent", 5, 12, "单号呢")])).toBe("pass");
    expect(judged({ ...rule, over: "2s" }, [customer, says("agent", 8.5, 12, "单号多少")])).toBe("pass");
  });

  test("an acknowledgement is none, nor one with a few words behind it", () => {
    expect(judged(rule, [customer, says("agent", 5, 8, "嗯好的好的", [[ACK, 0, 15]])])).toBe("pass");
    expect(judged(rule, [customer, says("agent", 5, 8, "嗯好的您先说单号", [[ACK, 0, 9]])])).toBe("fail");
  });

  test("who begins while the agent speaks is no interruption of the agent's", () => {
    expect(judged(rule, [says("agent", 0, 10, "您好请讲一下"), says("customer", 5, 9, "我要退货啊")])).toBe(
      "pass",
    );
  });

  test("needs ends of turns that are not made up, and two sides apart", () => {
    expect(
      judged(rule, [
        { by: "customer", text: "x" },
        { by: "agent", text: "y" },
      ]),
    ).toBe("not-assessed end-seconds");
    const spoken = [customer, says("agent", 5, 12, "单号多少")];
    expect(judged(rule, spoken, { sidesApart: "no" })).toBe("not-assessed end-seconds");
    const madeUp = [0, 1, 2, 3, 4, 5].map((turn) =>
      says(turn % 2 === 0 ? "customer" : "agent", turn * 5, turn * 5 + 5, "一二三四五"),
    );
    expect(judged(rule, madeUp)).toBe("not-assessed end-seconds");
    expect(judged(rule, [customer])).toBe("not-applicable no-agent-turns");
    expect(judged(rule, null)).toBe("not-assessed text");
  });

  test("each is a finding, at the agent's turn", () => {
    const check = compiled(rule);
    const findings = check.findings(contact({}, turns([customer, says("agent", 5, 12, "单号多少")])));
    expect(findings).toMatchObject([{ turn: 1, expected: "≤ 1 s", found: "5 s" }]);
  });
});

describe("silence", () => {
  const rule = { of: "silence", max: "20s", announced: ["@a/hold"] };

  test("longer than the limit, whoever speaks next", () => {
    expect(judged(rule, [says("customer", 0, 3), says("agent", 23, 25)])).toBe("pass");
    expect(judged(rule, [says("customer", 0, 3), says("agent", 23.1, 25)])).toBe("fail");
    expect(judged(rule, [says("agent", 0, 3), says("customer", 24, 25)])).toBe("fail");
  });

  test("not where a hold was announced, in the two turns before, or counted by the log", () => {
    const hold = says("agent", 0, 3, "", [HOLD]);
    expect(judged(rule, [hold, says("customer", 3, 4), says("agent", 90, 92)])).toBe("pass");
    const later = [
      hold,
      says("customer", 4, 5),
      says("agent", 6, 7),
      says("customer", 8, 9),
      says("agent", 10, 11),
    ];
    expect(judged(rule, [...later, says("agent", 90, 92)])).toBe("fail");
    const silent = [says("customer", 0, 3), says("agent", 63, 65)];
    expect(judged(rule, silent, {}, { "hold-seconds": 58 })).toBe("pass");
    expect(judged(rule, silent, {}, { "hold-seconds": 30 })).toBe("fail");
  });

  test("a turn within another ends nothing early", () => {
    expect(judged(rule, [says("customer", 0, 30), says("agent", 2, 4), says("agent", 45, 46)])).toBe("pass");
  });

  test("needs ends, and is in seconds", () => {
    expect(
      judged(rule, [
        { by: "customer", at: 0 },
        { by: "agent", at: 90 },
      ]),
    ).toBe("not-assessed end-seconds");
    expect(judged(rule, [{ by: "customer" }, { by: "agent" }])).toBe("not-assessed start-seconds");
    expect(compiled(rule).target).toBe("≤ 20 s");
    expect(codes({ of: "silence", max: 20 })).toEqual(["max target-without-unit"]);
    expect(codes({ of: "silence", min: "5s" })).toEqual([" needs-one-of"]);
  });
});

describe("speech rate and share of talk", () => {
  test("characters a minute over turns of 3 s and 10 characters", () => {
    const check = compiled({ of: "speech-rate", min: 160, max: 300 });
    const said = [
      says("agent", 0, 5, "一二三四五六七八九十一二三四五六七八九十"),
      says("agent", 6, 7, "一二三四五六七八九十"),
      says("agent", 8, 20, "好的"),
      says("customer", 20, 30, "一二三四五六七八九十一二三四五六七八九十"),
    ];
    expect(check.measure?.of(contact({}, turns(said)))).toBe(240);
    expect(told(check.judge(contact({}, turns(said))))).toBe("pass");
    expect(judged({ of: "speech-rate", max: 200 }, said)).toBe("fail");
    expect(judged({ of: "speech-rate", max: 200 }, [says("agent", 0, 1, "好")])).toBe(
      "not-applicable too-little-said",
    );
  });

  test("by time where turns have ends, else by characters and words", () => {
    const share = { of: "talk-share", min: "20%", max: "80%" };
    expect(judged(share, [says("agent", 0, 9, "好"), says("customer", 9, 10, "一二三四五六七八九十")])).toBe(
      "fail",
    );
    expect(
      judged(share, [
        { by: "agent", text: "好" },
        { by: "customer", text: "一二三" },
      ]),
    ).toBe("pass");
    expect(compiled(share).target).toBe("20%–80%");
    expect(judged({ ...share, min: 0.2, max: 0.8 }, [{ by: "agent", text: "好的" }])).toBe(
      "not-applicable no-customer-turns",
    );
    expect(codes({ of: "talk-share", max: 20 })).toEqual(["max bad-share"]);
  });

  test("shares add up to one", () => {
    const talk = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 })), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(talk, (all) => {
        let at = 0;
        const said = all.map(([byAgent, length]) => {
          const one = says(byAgent ? "agent" : "customer", at, at + length);
          at += length + 1;
          return one;
        });
        fc.pre(all.some(([byAgent]) => byAgent) && all.some(([byAgent]) => !byAgent));
        const of = (by: string) =>
          compiled({ of: "talk-share", max: "100%", by }).measure!.of(contact({}, turns(said)));
        expect(of("agent") + of("customer")).toBeCloseTo(100, 0);
      }),
    );
  });
});

describe("how often something is said", () => {
  const agent = (text: string, ...hits: number[]): Said => ({ by: "agent", text, hits });

  test("in so many turns", () => {
    const rule = { of: "said", words: ["w"], max: 1 };
    expect(judged(rule, [agent("a", WORDS, WORDS)])).toBe("pass");
    expect(judged(rule, [agent("a", WORDS), agent("b", WORDS)])).toBe("fail");
  });

  test("per so many characters, where enough is said", () => {
    const rule = { of: "said", words: ["w"], "per-characters": 10, least: 10, max: 2 };
    expect(judged(rule, [agent("一二三四五六七八九十", WORDS, WORDS)])).toBe("pass");
    expect(judged(rule, [agent("一二三四五六七八九十", WORDS, WORDS, WORDS)])).toBe("fail");
    expect(judged(rule, [agent("一二三", WORDS, WORDS, WORDS)])).toBe("not-applicable too-little-said");
  });

  test("some words against others, over all contacts of an agent", () => {
    const check = compiled({
      of: "word-share",
      words: ["w"],
      against: ["a"],
      min: "50%",
      per: "agent",
      least: 2,
    });
    const one = contact({ agent: "李" }, turns([agent("", WORDS, AGAINST, AGAINST)]));
    expect(told(check.judge(one))).toBe("fail");
    expect(told(check.judge(contact({ agent: "李" }, turns([agent("", WORDS)]))))).toBe(
      "not-applicable too-little-said",
    );
    const counted: unknown[] = [];
    check.grouping?.add(one, (...group) => counted.push(group));
    expect(counted).toEqual([["agent", "李", 1, 3]]);
    const groups = [
      { by: "agent", id: "李", of: 1, n: 3 },
      { by: "agent", id: "王", of: 3, n: 4 },
    ] as const;
    expect(check.level?.summarise([], groups)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(check.grouping?.shape?.(groups).map(({ id, met }) => [id, met])).toEqual([
      ["李", false],
      ["王", true],
    ]);
  });
});

test("a field of the log", () => {
  const rule = { of: "field", field: "transfers", max: 1 };
  expect(judged(rule, null, {}, { transfers: 1 })).toBe("pass");
  expect(judged(rule, null, {}, { transfers: 2 })).toBe("fail");
  expect(judged(rule, null, {}, { transfers: null })).toBe("not-assessed transfers");
  expect(judged({ of: "field", field: "hold-seconds", max: "60s" }, null, {}, { "hold-seconds": 61 })).toBe(
    "fail",
  );
  expect(compiled(rule).findings(contact({ transfers: 2 }))).toMatchObject([
    { field: "transfers", turn: null, expected: "≤ 1", found: "2" },
  ]);
});

test.each<readonly [object, readonly string[]]>([
  [{ of: "field", max: 1 }, [" needs-one-of"]],
  [{ of: "said", max: 1 }, [" needs-one-of"]],
  [{ of: "word-share", words: ["a"], min: "50%" }, [" needs-one-of"]],
  [{ of: "interruptions" }, [" needs-one-of"]],
  [{ of: "interruptions", max: "3s" }, ["max expects-number"]],
  [{ of: "field", field: "hold-seconds", max: 60 }, ["max target-without-unit"]],
  [{ of: "speech-rate", max: "fast" }, ["max target-not-understood"]],
])("mistakes in options: %j", (options, expected) => {
  expect(codes(options)).toEqual(expected);
});
