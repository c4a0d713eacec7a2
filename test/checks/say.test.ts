import { describe, expect, test } from "vitest";
import { say } from "../../src/checks/say.js";
import { contact, context, type Said, told, turns, type Values } from "./contact.js";

const HELLO = 0;
const HOLD = 1;
const compiled = (options: object) =>
  say.compile(
    say.options.parse({ say: ["@courtesy/x"], ...options }),
    context(["@courtesy/x", "@courtesy/hold", "main", "after"]),
  );

const agent = (...hits: number[]): Said => ({ by: "agent", text: "words of the agent", hits });
const customer = (...hits: number[]): Said => ({ by: "customer", hits });
const judged = (
  options: object,
  said: readonly Said[],
  view: Parameters<typeof turns>[1] = {},
  values: Values = {},
) => told(compiled(options).judge(contact(values, turns(said, view))));

describe("where it is said", () => {
  const first = { within: { "first-turns": 2 } };
  const last = { within: { "last-turns": 2 } };

  test("in the first turns", () => {
    expect(judged(first, [agent(), customer(), agent(HELLO)])).toBe("pass");
    expect(judged(first, [agent(), customer(), agent(), customer(), agent(HELLO)])).toBe("fail");
    expect(judged(first, [agent(), agent(), agent(HELLO)])).toBe("fail");
    expect(judged(first, [agent(), agent(), agent(HELLO), customer()])).toBe("pass");
  });

  test("in the last turns", () => {
    expect(judged(last, [customer(), agent(HELLO), customer(), agent()])).toBe("pass");
    expect(judged(last, [agent(HELLO), customer(), agent(), customer(), agent()])).toBe("fail");
  });

  test("not judged where that part of the conversation is missing, although it may be said there", () => {
    const cut = "not-applicable transcript-cut";
    expect(judged(first, [agent(HELLO)], { beginsAtStart: "no" })).toBe(cut);
    expect(judged(first, [customer(), agent(HELLO)], { beginsAtStart: "unknown" })).toBe(cut);
    expect(judged(first, [agent(HELLO)], { beginsAtStart: "unknown" })).toBe("pass");
    expect(judged(last, [agent(HELLO)], { endsAtEnd: "no" })).toBe(cut);
    expect(judged(last, [agent(HELLO)], { beginsAtStart: "no" })).toBe("pass");
    expect(judged({}, [agent(HELLO)], { beginsAtStart: "no", endsAtEnd: "no" })).toBe("pass");
  });

  test("in the first and last seconds", () => {
    const timed: Said[] = [
      { ...agent(), at: 100, until: 102 },
      { ...agent(HELLO), at: 114, until: 116 },
      { ...customer(), at: 150, until: 151 },
    ];
    expect(judged({ within: { "first-seconds": 15 } }, timed)).toBe("pass");
    expect(judged({ within: { "first-seconds": 13 } }, timed)).toBe("fail");
    expect(judged({ within: { "last-seconds": 35 } }, timed)).toBe("pass");
    expect(judged({ within: { "last-seconds": 34 } }, timed)).toBe("fail");
    expect(judged({ within: { "first-seconds": 15 } }, [agent(HELLO)])).toBe("not-assessed start-seconds");
  });

  test("by whom, and whether anybody said anything", () => {
    expect(judged({}, [customer()])).toBe("not-applicable no-agent-turns");
    expect(judged({ by: "customer" }, [agent()])).toBe("not-applicable no-customer-turns");
    expect(told(compiled({}).judge(contact({ outcome: "answered" })))).toBe("not-assessed text");
  });

  test("a finding shows what was said where it was missed", () => {
    const missed = contact(
      {},
      turns([customer(), agent(), customer(), { ...agent(), text: `再见${"。".repeat(80)}` }]),
    );
    expect(compiled(first).findings(missed)).toMatchObject([
      { turn: 1, from: 0, to: 0, found: "words of the agent" },
    ]);
    const [closing] = compiled(last).findings(missed);
    expect(closing).toMatchObject({ turn: 3 });
    expect([...closing!.found]).toHaveLength(60);
  });
});

describe("after something was said", () => {
  const after = { within: { after: ["@courtesy/hold"], turns: 1 } };

  test("each time, within the speaker's next turns", () => {
    expect(judged(after, [customer(HOLD), agent(HELLO)])).toBe("pass");
    expect(judged(after, [customer(HOLD), agent(), customer(), agent(HELLO)])).toBe("fail");
    expect(
      judged({ within: { after: ["@courtesy/hold"], turns: 2 } }, [
        customer(HOLD),
        agent(),
        customer(),
        agent(HELLO),
      ]),
    ).toBe("pass");
    expect(judged(after, [customer(HOLD), agent(HELLO), customer(HOLD), agent()])).toBe("fail");
  });

  test("later in the same turn counts, earlier does not", () => {
    const both = (trigger: number, words: number): Said => ({
      by: "agent",
      hits: [
        [HOLD, trigger, trigger + 3],
        [HELLO, words, words + 3],
      ],
    });
    expect(judged(after, [both(0, 5), customer(), agent()])).toBe("pass");
    expect(judged(after, [both(5, 0), customer(), agent()])).toBe("fail");
  });

  test("asks for nothing where it was not said, or where he never spoke again", () => {
    expect(judged(after, [customer(), agent()])).toBe("not-applicable no-trigger");
    expect(judged(after, [agent(), customer(HOLD)])).toBe("not-applicable no-trigger");
  });

  test("a finding is about the turn in which it was missed", () => {
    const missed = contact({}, turns([customer(HOLD), agent(HELLO), customer(HOLD), agent()]));
    expect(compiled(after).findings(missed)).toMatchObject([{ turn: 3 }]);
  });
});

describe("after a wait", () => {
  const wait = { within: { "after-wait": "60s", notice: ["@courtesy/hold"], turns: 1 } };
  const at = (said: Said, start: number, end: number): Said => ({ ...said, at: start, until: end });

  test("for the agent", () => {
    const waited: Values = { "queue-seconds": 50, "ring-seconds": 11 };
    expect(judged(wait, [agent(HELLO)], {}, waited)).toBe("pass");
    expect(judged(wait, [agent(), customer(), agent(HELLO)], {}, waited)).toBe("fail");
    expect(judged(wait, [agent()], {}, { "queue-seconds": 49, "ring-seconds": 11 })).toBe(
      "not-applicable no-trigger",
    );
    // the turn in which he would have said it may be missing
    expect(judged(wait, [agent()], { beginsAtStart: "no" }, waited)).toBe("not-applicable no-trigger");
  });

  test("on hold: between the notice and the speaker's next words", () => {
    const held = [at(agent(HOLD), 0, 5), at(customer(), 6, 7)];
    expect(judged(wait, [...held, at(agent(HELLO), 66, 70)])).toBe("pass");
    expect(judged(wait, [...held, at(agent(), 66, 70)])).toBe("fail");
    expect(judged(wait, [...held, at(agent(), 65, 70)])).toBe("not-applicable no-trigger");
    expect(judged(wait, held)).toBe("not-applicable no-trigger");
    // a notice in two rows
    expect(judged(wait, [at(agent(HOLD), 0, 5), at(agent(), 6, 8), at(agent(), 99, 100)])).toBe("fail");
    // talk went on, and a later silence is none of the notice's
    const talk = [...held, at(agent(), 9, 12), at(customer(), 13, 15), at(agent(), 99, 100)];
    expect(judged(wait, talk)).toBe("not-applicable no-trigger");
  });

  test("on hold, without times: anywhere, where the log says how long", () => {
    const said = [agent(), customer(), agent(HOLD), agent()];
    expect(judged(wait, said, {}, { "hold-seconds": 61 })).toBe("fail");
    expect(judged(wait, [...said, agent(HELLO)], {}, { "hold-seconds": 61 })).toBe("pass");
    expect(judged(wait, said, {}, { "hold-seconds": 60 })).toBe("not-applicable no-trigger");
  });

  test("names what is missing", () => {
    expect(judged(wait, [agent(), customer()])).toBe("not-assessed answer-seconds");
    expect(judged(wait, [agent(HOLD), customer(), agent()])).toBe("not-assessed start-seconds");
    expect(judged(wait, [agent(HOLD), customer(), agent()], {}, { "answer-seconds": 3 })).toBe(
      "not-assessed start-seconds",
    );
    expect(judged(wait, [agent()], {}, { "answer-seconds": 3 })).toBe("not-applicable no-trigger");
  });

  test("the audit is told which fields of the row it needs", () => {
    expect(compiled(wait).reads).toEqual(
      expect.arrayContaining(["answer-seconds", "queue-seconds", "hold-seconds"]),
    );
  });
});

test("lists: named ones as they are, the rule's own phrases under main", () => {
  const options = say.options.parse({
    say: ["@courtesy/x", "这里是海市"],
    within: { after: ["喂", "@courtesy/hold"] },
  });
  expect(say.lists?.(options)).toEqual({
    named: ["courtesy/x", "courtesy/hold"],
    own: {
      main: { phrases: ["这里是海市"], speaker: "agent", guards: [], soundAlike: false, unless: [] },
      after: { phrases: ["喂"], speaker: "any", guards: [] },
    },
  });
});
