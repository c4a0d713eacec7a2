import { describe, expect, test } from "vitest";
import { compileStandard } from "../../src/standard/compile.js";
import { loaded, mistakes } from "./files.js";

const RULE = `rules:
  - id: our/calm
    title: 不说冷静
    check: phrase
    never: [您冷静]
`;

const codes = (yaml: string, others?: Readonly<Record<string, string>>) =>
  mistakes(() => loaded(yaml, others)).codes;

describe("what is wrong, and where", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["a tab", "rules:\n\t- id: x", ["yaml-syntax 2:1"]],
    ["a key twice", "name: a\nname: b\n", ["yaml-syntax 2:1"]],
    ["a key that is none", "naem: a\n", ["unknown-key-near 1:1"]],
    ["a key that is like none", "zzzzzz: a\n", ["config-unknown-key 1:1"]],
    ["a list instead of keys", "- a\n", ["expects-map 1:1"]],
    ["a language that is none", `language: fr\n${RULE}`, ["not-one-of 1:11"]],
    ["a rule without a name", "rules:\n  - title: x\n    check: phrase\n", ["rule-misnamed 2:5"]],
    ["a rule with a bad name", `${RULE}  - id: calm\n    check: phrase\n`, ["rule-misnamed 6:9"]],
    ["no check", "rules:\n  - id: our/calm\n    title: x\n", ["rule-without-check 2:5"]],
    ["no such check", "rules:\n  - id: our/calm\n    title: x\n    check: phrases\n", ["not-one-of 4:12"]],
    ["no title", "rules:\n  - id: our/calm\n    check: phrase\n    never: [a]\n", ["missing-key 2:5"]],
    ["a change of no rule", "rules:\n  our/clam: off\n", ["rule-unknown 2:3"]],
    [
      "a change of a rule that is nearly one",
      `extends: ./base.yaml\nrules:\n  our/clam: off\n`,
      ["rule-unknown-near 3:3"],
    ],
    ["a severity that is none", RULE.replace("check:", "severity: grave\n    check:"), ["not-one-of 4:15"]],
    ["an option of no check", `${RULE}    nver: [b]\n`, ["unknown-key-near 6:5"]],
    ["an option of another check", `${RULE}    within: 5s\n`, ["config-unknown-key 6:5"]],
    [
      "two mistakes in one rule",
      `${RULE}    speaker: boss\n    dimension: warmth\n`,
      ["not-one-of 7:16", "not-one-of 6:14"],
    ],
    ["a text instead of a list", RULE.replace("[您冷静]", "您冷静"), ["expects-list 5:12"]],
    ["an empty list", RULE.replace("[您冷静]", "[]"), ["expects-list 5:12"]],
    [
      "a rule twice",
      `${RULE}  - id: our/calm\n    title: x\n    check: phrase\n    never: [a]\n`,
      ["rule-duplicate 6:5"],
    ],
    [
      "a list that is none",
      RULE.replace("check: phrase", "check: say").replace("never: [您冷静]", 'say: ["@courtesy/hi"]'),
      ["list-unknown 5:11"],
    ],
    ["a guard that is none", `${RULE}    guards: [irony]\n`, ["guard-unknown 6:14"]],
    ["a list to add to that is none", `lists:\n  courtesy/hi: { add: [a] }\n${RULE}`, ["add-to-nothing 2:3"]],
    ["a channel that is none", `${RULE}    applies: { channels: [fax] }\n`, ["not-one-of 6:27"]],
    [
      "a waiver with an odd key",
      `${RULE}    unless: [{ phrases: [a], were: over }]\n`,
      ["unknown-key-near 6:30"],
    ],
    ["a standard that is none", "extends: nowhere\n", ["standard-not-found 1:10"]],
    [
      "an example of no shape",
      `${RULE}    examples: { fails: [{ turn: [a] }] }\n`,
      ["unknown-key-near 6:27"],
    ],
    ["weights that are none", `weights: { critical: 0.5 }\n${RULE}`, ["expects-number 1:22"]],
  ])("%s", (_, yaml, expected) => {
    expect(codes(yaml, { "/own/base.yaml": RULE })).toEqual(expected);
  });

  const clock = (options: string) => `rules:
  - id: our/fast
    title: x
    check: clock
    time: [ring-seconds]
    ${options}
`;
  test.each<readonly [string, string, readonly string[]]>([
    ["a target without unit", "within: 20", ["target-without-unit 6:13"]],
    ["a target that is none", "within: soon", ["target-not-understood 6:13"]],
    ["rings of no country", "rings: 3", ["rings-without-country 6:12"]],
    ["a country without a cadence", "rings: 3\n    country: XX", ["not-one-of 7:14"]],
    ["no limit", "reading: strict", ["needs-one-of 2:5"]],
    ["half a ring", "rings: 2.5\n    country: CN", ["expects-number 6:12"]],
    ["no ring", "rings: 0\n    country: CN", ["out-of-range 6:12"]],
  ])("%s", (_, options, expected) => {
    expect(codes(clock(options))).toEqual(expected);
  });
});

test("standards that extend each other in a circle", () => {
  const yaml = `extends: ./b.yaml\n${RULE}`;
  expect(
    codes(yaml, { "/own/b.yaml": "extends: [./c.yaml]\n", "/own/c.yaml": "extends: ./b.yaml\n" }),
  ).toEqual(["standard-circular 1:10"]);
});

test("a standard without a rule", () => {
  expect(codes("lists: { a/b: [c] }\n")).toEqual(["standard-no-rules ?:?"]);
});

test("mistakes of several files come together", () => {
  expect(codes(`nam: a\nextends: ./b.yaml\n`, { "/own/b.yaml": "rules: 7\n" })).toEqual([
    "unknown-key-near 1:1",
    "expects-list 1:8",
  ]);
});

describe("phrases, to the character", () => {
  const compile = (yaml: string) =>
    mistakes(() => compileStandard(loaded(yaml), { timezone: "Asia/Shanghai", calendar: null, lists: "all" }))
      .codes;

  test.each<readonly [string, string, readonly string[]]>([
    ["an empty group", RULE.replace("您冷静", '"您()冷静"'), ["phrase-empty-group 5:15"]],
    [
      "an alternative of a comma",
      RULE.replace("您冷静", '"您(先|，)冷静"'),
      ["phrase-blank-alternative 5:18"],
    ],
    ["a bracket too few", RULE.replace("您冷静", '"您(先冷静"'), ["phrase-unbalanced-bracket 5:15"]],
    ["a gap over its limit", RULE.replace("您冷静", "您…99冷静"), ["phrase-gap-limit 5:14"]],
    ["a list that is none", RULE.replace("您冷静", '"@yuo冷静"'), ["phrase-unknown-list 5:14"]],
    ["nothing that must occur", RULE.replace("您冷静", '"…8"'), ["phrase-matches-empty 5:14"]],
    ["a bad expression", RULE.replace("never: [您冷静]", 'regex: ["(?=冷静)"]'), ["phrase-bad-regex 5:14"]],
    [
      "in a named list",
      `lists:\n  courtesy/hi:\n    - 您好\n    - "您(|"\n${RULE}`,
      ["phrase-unbalanced-bracket 4:9"],
    ],
    ["in a helper list", `lists: { we: ["我("] }\n${RULE}`, ["phrase-unbalanced-bracket 1:17"]],
    [
      "in a guard",
      `guards:\n  odd: { phrases: ["不("], where: before }\n${RULE}`,
      ["phrase-unbalanced-bracket 2:22"],
    ],
    // the place is where the circle closes: the list that leads back to the first
    ["lists in a circle", `lists: { we: ["@you"], you: ["@we"] }\n${RULE}`, ["phrase-circular-list 1:31"]],
    [
      "in two lists",
      `lists: { a/b: ["x("], c/d: ["y("] }\n${RULE}`,
      ["phrase-unbalanced-bracket 1:18", "phrase-unbalanced-bracket 1:31"],
    ],
  ])("%s", (_, yaml, expected) => {
    expect(compile(yaml)).toEqual(expected);
  });

  test("working time without working hours", () => {
    const yaml =
      "rules:\n  - id: our/fast\n    title: x\n    check: clock\n    time: [ring-seconds]\n    within: 2 working hours\n";
    expect(compile(yaml)).toEqual(["calendar-missing 2:5"]);
  });
});

test("a message says what was found, what was expected, and shows a valid rule", () => {
  const { messages } = mistakes(() => loaded(RULE.replace("[您冷静]", "您冷静")));
  expect(messages[1]).toBe(`/own/rules.yaml:5:12: error: rules.our/calm.never is 您冷静
  expected: a list: [a, b], or one item a line after “- ”
  try: write it like this:
    - id: our/no-calm-down
      title: { zh: 不说“您冷静一点”, en: Never tell a customer to calm down }
      severity: major
      check: phrase
      never: ["(您|你)(先|)冷静(一点|一下|)"]
      unless: ["不用冷静"]
      examples:
        fails: ["您先冷静一下。"]
        passes: ["我明白您着急，马上给您查。"]`);
});
