import { describe, expect, test } from "vitest";
import { formatUserError } from "../../src/messages/errors.js";
import type { Locale } from "../../src/messages/locale.js";
import { UserError } from "../../src/model/user-error.js";
import { compileStandard } from "../../src/standard/compile.js";
import { testRules } from "../../src/standard/rule-test.js";
import { loaded } from "./files.js";

const SETTINGS = { timezone: "Asia/Shanghai", calendar: null };

/** The first mistake of a standard, as a person reads it. */
function message(yaml: string, locale: Locale, run: (yaml: string) => unknown): string {
  try {
    run(yaml);
  } catch (error) {
    if (error instanceof UserError) return formatUserError(error, locale);
    throw error;
  }
  throw new Error("no mistake was found");
}

const compile = (yaml: string) => compileStandard(loaded(yaml), { ...SETTINGS, lists: "all" });
const rule = (never: string) =>
  `rules:\n  - id: our/calm\n    title: 不说冷静\n    check: phrase\n    never: ["${never}"]\n`;
const timed = (limit: string) =>
  `rules:\n  - id: our/fast\n    title: 快\n    check: clock\n    time: [ring-seconds]\n    within: ${limit}\n`;
const two = `${rule("您冷静")}  - id: our/calm\n    title: 又一条\n    check: phrase\n    never: [您别急]\n`;

/** What is wrong, where it stands, and what a message must show as valid. */
const MISTAKES: readonly (readonly [about: string, yaml: string, place: string, valid: string])[] = [
  ["an unknown phrase list", rule("@yuo冷静"), "5:14", "@we…4处理不了"],
  ["an empty alternative", rule("您()冷静"), "5:15", "没(有|)办法"],
  ["a gap over its limit", rule("您…99冷静"), "5:15", "我…8处理不了"],
  ["lists in a circle", `lists: { we: ["@you"], you: ["@we"] }\n${rule("您冷静")}`, "1:31", "(我|我们|这边)"],
  ["a rule id twice", two, "6:5", "our/calm-2"],
  ["a target without unit", timed("20"), "6:13", "20s"],
  ["a limit that is none", timed("soon"), "6:13", "5min"],
  [
    "working time without working hours",
    timed("2 working hours"),
    "2:5",
    'hours: "Mon-Fri 09:00-12:00, 13:30-18:00"',
  ],
];

describe.each(MISTAKES)("%s", (_, yaml, place, valid) => {
  test.each<Locale>(["zh-CN", "en"])(
    "names file, line and column, and shows what is valid, in %s",
    (locale) => {
      const text = message(yaml, locale, compile);
      expect(text).toMatch(new RegExp(`^/own/rules\\.yaml:${place}: `));
      expect(text).toContain(valid);
      expect(text.split("\n").length).toBeGreaterThanOrEqual(3);
    },
  );
});

test.each<readonly [about: string, options: string, place: string, valid: string]>([
  ["a measure of a time without its unit", "of: silence\n    max: 20", "6:10", "20s"],
  ["a measure without bounds", "of: silence", "2:5", "check: measure"],
  ["a measure that is none", "of: loudness\n    max: 3", "5:9", "interruptions, silence"],
])("%s", (_, options, place, valid) => {
  const yaml = `rules:\n  - id: our/quiet\n    title: 静\n    check: measure\n    ${options}\n`;
  const text = message(yaml, "en", compile);
  expect(text).toMatch(new RegExp(`^/own/rules\\.yaml:${place}: `));
  expect(text).toContain(valid);
});

describe("settings of an example", () => {
  const withPeak = (peak: string) =>
    `${timed("180s").replace("ring-seconds", "talk-seconds")}    peak: not-set\n    examples:\n      fails:\n        - with: { ${peak} }\n          fields: { offered-at: 2026-03-02 09:30, talk-seconds: 181s }\n`;
  const run = (yaml: string) => testRules(loaded(yaml), SETTINGS);

  test("set what the rule leaves open, for that example", () => {
    const report = run(withPeak('peak: { hours: "Mon-Fri 09:00-11:00" }'));
    expect(report.results).toMatchObject([{ got: { verdict: "fail" }, ok: true }]);
    expect(run(withPeak("within: 5min")).results).toMatchObject([
      { got: { verdict: "not-applicable" }, ok: false },
    ]);
  });

  test("are checked like those of the rule, where they are written", () => {
    expect(message(withPeak("peek: 3"), "en", run)).toMatch(/^\/own\/rules\.yaml:10:19: /);
    expect(message(withPeak("within: 20"), "en", run)).toMatch(/^\/own\/rules\.yaml:10:27: /);
  });
});
