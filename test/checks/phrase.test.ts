import { expect, test } from "vitest";
import { phrase } from "../../src/checks/phrase.js";
import { contact, context, told, turns } from "./contact.js";

const check = phrase.compile(phrase.options.parse({ never: ["处理不了"] }), context(["main"]));

test("every hit is a finding with its quote", () => {
  const said = contact(
    {},
    turns([
      { by: "agent", text: "您好" },
      { by: "agent", text: "这个处理不了", hits: [[0, 6, 18]] },
      {
        by: "agent",
        text: "处理不了就是处理不了",
        hits: [
          [0, 0, 12],
          [0, 18, 30],
        ],
      },
    ]),
  );
  expect(told(check.judge(said))).toBe("fail");
  expect(
    check.findings(said).map(({ turn, from, found, expected }) => [turn, from, found, expected]),
  ).toEqual([
    [1, 6, "处理不了", null],
    [2, 0, "处理不了", null],
    [2, 18, "处理不了", null],
  ]);
});

test("without words of the speaker it is not applicable, without any words not assessed", () => {
  expect(told(check.judge(contact({}, turns([{ by: "agent" }]))))).toBe("pass");
  expect(told(check.judge(contact({}, turns([{ by: "customer" }, { by: "system" }]))))).toBe(
    "not-applicable no-agent-turns",
  );
  expect(told(check.judge(contact({ outcome: "answered" })))).toBe("not-assessed text");
  const customer = phrase.compile(
    phrase.options.parse({ never: ["投诉"], speaker: "customer" }),
    context(["main"]),
  );
  expect(told(customer.judge(contact({}, turns([{ by: "agent" }]))))).toBe(
    "not-applicable no-customer-turns",
  );
});

test("the phrase engine is told whose words, which waivers and which guards", () => {
  const options = phrase.options.parse({
    never: ["保证"],
    regex: ["百分(之)?百"],
    unless: [
      "正品保证",
      { phrases: ["尽快"], where: "after", within: "sentence" },
      { id: "cited", quoted: true },
    ],
    guards: [],
    speaker: "any",
    "sound-alike": true,
  });
  expect(phrase.lists?.(options)).toEqual({
    named: [],
    own: {
      main: {
        phrases: ["保证"],
        regex: ["百分(之)?百"],
        speaker: "any",
        guards: [],
        soundAlike: true,
        unless: [
          { id: "unless", phrases: ["正品保证"], where: "over" },
          { id: "unless-1", phrases: ["尽快"], where: "after", within: "sentence" },
          { id: "cited", quoted: true },
        ],
      },
    },
  });
});

test("a rule without phrases is refused", () => {
  expect(phrase.options.safeParse({ speaker: "agent" }).error?.issues[0]?.message).toBe("needs-one-of");
});

test("named lists and own phrases together; and in the note, where it is asked for", () => {
  const rule = phrase.compile(
    phrase.options.parse({ never: ["@wording/x", "处理不了"], note: true }),
    context(["main", "@wording/x"]),
  );
  expect(told(rule.judge(contact({}, turns([{ by: "agent", hits: [1] }]))))).toBe("fail");
  expect(told(rule.judge(contact({}, turns([{ by: "agent", hits: [0] }]))))).toBe("fail");
  const hit = { turn: 0, from: 6, to: 12, how: "as-written", phrase: 0 } as const;
  const noted = {
    ...contact({}),
    note: { text: "这人真蠢", hits: (list: number) => (list === 1 ? [hit] : []) },
  };
  expect(told(rule.judge(noted))).toBe("fail");
  expect(rule.findings(noted)).toMatchObject([{ field: "note", turn: null, found: "真蠢" }]);
  expect(told(check.judge(noted))).toBe("not-assessed text");
});
