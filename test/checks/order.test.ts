import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { order } from "../../src/checks/order.js";
import { MARKS } from "../../src/model/contact.js";
import { contact, context, type Said, told, turns, type Values } from "./contact.js";

const SOLUTION = 0;
const EMPATHY = 1;
const OTHER = 2;
const COMPLAINT = 3;
const LISTS = ["@a/solution", "@a/empathy", "@a/other", "@customer/complaint"];

const compiled = (options: object) => order.compile(order.options.parse(options), context(LISTS));
const agent = (...hits: NonNullable<Said["hits"]>[number][]): Said => ({ by: "agent", text: "x", hits });
const customer = (...hits: number[]): Said => ({ by: "customer", text: "y", hits });
const judged = (
  options: object,
  said: readonly Said[],
  view: Parameters<typeof turns>[1] = {},
  values: Values = {},
  marks = 0,
) => told(compiled(options).judge({ ...contact(values, turns(said, view)), marks }));

describe("before what calls for it", () => {
  const rule = { when: { said: ["@a/solution"] }, need: ["@a/empathy"], where: "before", each: "first" };

  test("in an earlier turn, or earlier in the same one", () => {
    expect(judged(rule, [agent(EMPATHY), agent(SOLUTION)])).toBe("pass");
    expect(judged(rule, [agent([EMPATHY, 0, 2], [SOLUTION, 5, 8])])).toBe("pass");
    expect(judged(rule, [agent([SOLUTION, 0, 2], [EMPATHY, 5, 8])])).toBe("fail");
    expect(judged(rule, [agent(SOLUTION), agent(EMPATHY)])).toBe("fail");
  });

  test("only the first time is looked at, and nothing is asked where it is never said", () => {
    expect(judged(rule, [agent(EMPATHY), agent(SOLUTION), agent(SOLUTION)])).toBe("pass");
    expect(judged(rule, [agent(EMPATHY)])).toBe("not-applicable no-trigger");
  });

  test("not judged where the conversation's start is, or may be, missing", () => {
    const cut = "not-applicable transcript-cut";
    expect(judged(rule, [agent(SOLUTION)], { beginsAtStart: "no" })).toBe(cut);
    expect(judged(rule, [customer(), agent(SOLUTION)], { beginsAtStart: "unknown" })).toBe(cut);
    expect(judged(rule, [agent(), customer(), agent(SOLUTION)], { beginsAtStart: "unknown" })).toBe("fail");
    expect(judged(rule, [agent(EMPATHY), agent(SOLUTION)], { beginsAtStart: "no" })).toBe("pass");
  });

  test("within so many turns, as people count them", () => {
    const near = { ...rule, turns: 1 };
    expect(judged(near, [agent(EMPATHY), agent(), customer(), agent(SOLUTION)])).toBe("pass");
    expect(judged(near, [agent(EMPATHY), customer(), agent(), customer(), agent(SOLUTION)])).toBe("fail");
    expect(judged(near, [agent(EMPATHY), customer(), agent(), agent(SOLUTION)])).toBe("pass");
  });
});

describe("after what calls for it", () => {
  const rule = { when: { said: ["@a/solution"], by: "customer" }, need: ["@a/empathy"], turns: 1 };

  test("in the next turn", () => {
    expect(judged(rule, [customer(SOLUTION), agent(EMPATHY)])).toBe("pass");
    expect(judged(rule, [customer(SOLUTION), agent(), customer(), agent(EMPATHY)])).toBe("fail");
  });

  test("nothing is asked of somebody who does not speak again", () => {
    expect(judged(rule, [agent(EMPATHY), customer(SOLUTION)])).toBe("not-applicable no-trigger");
  });

  test("of his own words he had the turn itself", () => {
    const own = { when: { said: ["@a/solution"] }, need: ["@a/empathy"] };
    expect(judged(own, [customer(), agent(SOLUTION)])).toBe("fail");
    expect(judged(own, [customer(), agent([SOLUTION, 0, 2], [EMPATHY, 4, 6])])).toBe("pass");
  });
});

describe("several things around one", () => {
  const rule = {
    when: { said: ["@a/solution"] },
    need: { reason: ["@a/empathy"], other: ["@a/other"] },
    where: "around",
    turns: 1,
  };

  test("each is needed, on either side", () => {
    expect(judged(rule, [agent(EMPATHY), customer(), agent(SOLUTION), customer(), agent(OTHER)])).toBe(
      "pass",
    );
    expect(judged(rule, [agent(EMPATHY), customer(), agent(SOLUTION)])).toBe("fail");
  });

  test("every time, unless once is enough", () => {
    const twice = [agent(SOLUTION, EMPATHY, OTHER), customer(), agent(), customer(), agent(SOLUTION)];
    expect(judged(rule, twice)).toBe("fail");
    expect(judged({ ...rule, each: "any" }, twice)).toBe("pass");
  });

  test("a finding says which of them was said", () => {
    const check = compiled(rule);
    const findings = check.findings(contact({}, turns([agent(EMPATHY), agent(SOLUTION)])));
    expect(findings).toMatchObject([{ turn: 1, expected: "reason + other", found: "reason ✓ · other ✗" }]);
  });
});

describe("other things that call for something", () => {
  test("a silence that the agent leaves; the customer's own is not his", () => {
    const rule = {
      when: { pause: "30s" },
      need: { after: { say: ["@a/empathy"], where: "after", turns: 1 } },
    };
    const said = (by: "agent" | "customer", at: number, ...hits: number[]): Said => ({
      by,
      at,
      until: at + 2,
      hits,
    });
    expect(judged(rule, [said("customer", 0), said("agent", 40)])).toBe("fail");
    expect(judged(rule, [said("customer", 0), said("agent", 40, EMPATHY)])).toBe("pass");
    expect(judged(rule, [said("agent", 0), said("agent", 40)])).toBe("fail");
    expect(judged(rule, [said("agent", 0), said("customer", 40), said("agent", 43)])).toBe(
      "not-applicable no-trigger",
    );
    expect(judged(rule, [said("customer", 0), said("agent", 32)])).toBe("not-applicable no-trigger");
    expect(judged(rule, [agent(), customer()])).toBe("not-assessed start-seconds");
  });

  test("a long turn of the customer, in characters and words", () => {
    const rule = { when: { "customer-turn": 5 }, need: ["@a/empathy"], turns: 1 };
    const long: Said = { by: "customer", text: "还没有收到货" };
    expect(judged(rule, [long, agent()])).toBe("fail");
    expect(judged(rule, [long, agent(EMPATHY)])).toBe("pass");
    expect(judged(rule, [{ by: "customer", text: "没收到" }, agent()])).toBe("not-applicable no-trigger");
    expect(judged(rule, [agent(EMPATHY), long])).toBe("not-applicable no-trigger");
  });

  test("a transfer, announced or counted by the log", () => {
    const rule = { when: { transfer: ["@a/solution"] }, need: ["@a/empathy"], where: "around" };
    expect(judged(rule, [agent(SOLUTION)])).toBe("fail");
    expect(judged(rule, [agent()], {}, { transfers: 1 })).toBe("fail");
    expect(judged(rule, [agent()], {}, { transfers: 0 })).toBe("not-applicable no-trigger");
    expect(judged(rule, [agent()])).toBe("not-applicable no-trigger");
  });

  test("a complaint, by the customer's words or by the record", () => {
    const rule = { when: { complaint: true }, need: ["@a/empathy"], where: "anywhere", each: "any" };
    expect(judged(rule, [customer(COMPLAINT), agent()], {}, {}, MARKS.heard | MARKS.complained)).toBe("fail");
    expect(judged(rule, [agent(EMPATHY), customer(COMPLAINT), agent()])).toBe("pass");
    expect(judged(rule, [customer(), agent()], {}, { type: "客户投诉" })).toBe("fail");
    expect(judged(rule, [customer(), agent()], {}, { type: "咨询" })).toBe("not-applicable no-trigger");
    expect(judged(rule, [agent(), customer(COMPLAINT)])).toBe("not-applicable no-trigger");
  });

  test("the end: the agent's last words count", () => {
    const rule = { when: { end: true }, need: ["@a/empathy"], where: "end", turns: 1 };
    expect(judged(rule, [agent(), customer(), agent(EMPATHY), customer()])).toBe("pass");
    expect(judged(rule, [agent(EMPATHY), customer(), agent()])).toBe("fail");
  });

  test("without anything: the whole conversation, if it is whole", () => {
    const rule = { need: { one: ["@a/empathy"], two: ["@a/other"] } };
    expect(judged(rule, [agent(EMPATHY), customer(), agent(OTHER)])).toBe("pass");
    expect(judged(rule, [agent(EMPATHY)])).toBe("fail");
    expect(judged(rule, [customer(), agent(EMPATHY)], { beginsAtStart: "unknown" })).toBe(
      "not-applicable transcript-cut",
    );
  });
});

test("without words, and without the agent's", () => {
  const rule = { when: { said: ["@a/solution"] }, need: ["@a/empathy"] };
  expect(told(compiled(rule).judge(contact({})))).toBe("not-assessed text");
  expect(judged(rule, [customer()])).toBe("not-applicable no-agent-turns");
});

test("counts how often things were said, for the report", () => {
  const check = compiled({
    when: { said: ["@a/solution"] },
    need: ["@a/empathy"],
    report: { open: ["@a/empathy"], closed: ["@a/other"] },
  });
  const counted: unknown[] = [];
  check.grouping?.add(contact({}, turns([agent(EMPATHY), agent(EMPATHY, SOLUTION)])), (...one) => {
    counted.push(one);
  });
  expect(counted).toEqual([
    ["answer", "open", 2, 1],
    ["answer", "closed", 0, 1],
  ]);
});

/** Before: some list hit stands before the first trigger, told by brute force over turn numbers. */
test("“before the first” agrees with the order of turns", () => {
  const said = fc.array(
    fc.record({
      by: fc.constantFrom<"agent" | "customer">("agent", "customer"),
      hit: fc.integer({ min: -1, max: 1 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const rule = { when: { said: ["@a/solution"] }, need: ["@a/empathy"], where: "before", each: "first" };
  fc.assert(
    fc.property(said, (all) => {
      const spoken = all.map(({ by, hit }): Said => ({ by, hits: hit >= 0 && by === "agent" ? [hit] : [] }));
      const at = (list: number) => all.findIndex(({ by, hit }) => by === "agent" && hit === list);
      const expected = !all.some(({ by }) => by === "agent")
        ? "not-applicable no-agent-turns"
        : at(SOLUTION) === -1
          ? "not-applicable no-trigger"
          : at(EMPATHY) !== -1 && at(EMPATHY) < at(SOLUTION)
            ? "pass"
            : "fail";
      expect(judged(rule, spoken)).toBe(expected);
    }),
  );
});
