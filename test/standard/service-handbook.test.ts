import { describe, expect, test } from "vitest";
import { compileStandard } from "../../src/standard/compile.js";
import { loadStandard } from "../../src/standard/effective.js";
import { printStandard } from "../../src/standard/print.js";
import { testRules } from "../../src/standard/rule-test.js";
import { access, handbook } from "./files.js";

const settings = { timezone: "Asia/Shanghai", calendar: null };
const standard = loadStandard(handbook, access());

test("every example comes out as it says, and every rule has one that fires and one that passes", () => {
  const report = testRules(standard, settings);
  expect(report.results.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.unproved).toEqual([]);
  expect(report.ok).toBe(true);
  expect(report.rules).toBe(standard.rules.length);
});

test("no rule is proved by fewer than three examples of each kind where words decide", () => {
  const poor = standard.rules.filter(
    ({ check, examples }) =>
      (check === "phrase" || check === "say") && (examples.fails.length < 3 || examples.passes.length < 3),
  );
  expect(poor.map(({ id }) => id)).toEqual([]);
});

// The dimension and severity columns of the requirement list.
test.each<readonly [string, string | null, string]>([
  ["response/pickup-three-rings", "responsiveness", "major"],
  ["response/service-level", "responsiveness", "gate"],
  ["response/chat-first-reply", "responsiveness", "major"],
  ["response/email-first-reply", "responsiveness", "major"],
  ["response/no-busy-tone", "responsiveness", "gate"],
  ["response/ivr-and-queue-time", "responsiveness", "minor"],
  ["response/round-the-clock", "responsiveness", "gate"],
  ["response/priority-order", "responsiveness", "minor"],
  ["response/working-day-deadline", "reliability", "major"],
  ["response/talk-time-cap", "responsiveness", "minor"],
  ["response/redial-after-drop", "reliability", "major"],
  ["response/complaint-acknowledged", "responsiveness", "major"],
  ["response/survey-window", "responsiveness", "minor"],
  ["opening/greeting", "tangibles", "major"],
  ["opening/self-introduction", "tangibles", "minor"],
  ["opening/offer-help", "empathy", "minor"],
  ["opening/apology-after-wait", "empathy", "minor"],
  ["listening/interruption", "empathy", "major"],
  ["listening/acknowledgement", "empathy", "info"],
  ["listening/clarifying-question", "assurance", "minor"],
  ["listening/restate-and-confirm", "assurance", "major"],
  ["listening/talk-share", "empathy", "info"],
  ["listening/ask-again", "assurance", "minor"],
  ["empathy/before-solution", "empathy", "major"],
  ["empathy/apology-to-complaint", "empathy", "major"],
  ["empathy/personal-apology", "empathy", "info"],
  ["empathy/thank-the-complainant", "empathy", "minor"],
  ["empathy/say-we", "empathy", "info"],
  ["wording/cannot-handle", "assurance", "critical"],
  ["handling/refusal-with-alternative", "assurance", "major"],
  ["handling/escalation-promise", "reliability", "major"],
  ["handling/promise-kept", "reliability", "critical"],
  ["handling/hold-courtesy", "empathy", "minor"],
  ["handling/transfer-courtesy", "reliability", "major"],
  ["handling/transfer-count", "reliability", "minor"],
  ["handling/first-contact-resolution", "reliability", "gate"],
  ["handling/follow-up", "reliability", "major"],
  ["handling/agent-hangup", "reliability", "critical"],
  ["handling/dead-air", "responsiveness", "minor"],
  ["handling/speech-rate", "tangibles", "info"],
  ["handling/complaint-six-steps", "assurance", "major"],
  ["closing/further-help", "empathy", "major"],
  ["closing/thanks", "empathy", "major"],
  ["closing/point-of-contact", "reliability", "info"],
  ["closing/satisfaction-check", "empathy", "minor"],
  ["records/complete", "reliability", "major"],
  ["records/updated-after-contact", "reliability", "minor"],
  ["records/personal-data-exposed", "reliability", "critical"],
  ["records/complaint-classified", "assurance", "minor"],
  ["survey/response-rate", "responsiveness", "gate"],
  ["survey/csat", "empathy", "gate"],
  ["survey/servqual-gap", null, "gate"],
  ["survey/questionnaire-length", "tangibles", "info"],
  ["survey/inviting-bias", "reliability", "info"],
])("%s: %s, %s, with its clause, source and advice in both languages", (id, dimension, severity) => {
  const rule = standard.rules.find((one) => one.id === id);
  expect(rule).toMatchObject({ dimension, severity, enabled: true });
  expect(rule?.clause).not.toBe("");
  expect(rule?.source).toMatch(/^《.+》/);
  for (const words of [rule?.title, rule?.advice]) {
    expect(words?.zh).toMatch(/\p{Script=Han}/u);
    expect(words?.en).toMatch(/^[^\p{Script=Han}]+$/u);
  }
});

describe("targets", () => {
  test.each([
    ["response/pickup-three-rings", "≤ 15 s (3 × 5 s)"],
    ["response/service-level", "≥ 80% (≤ 20 s, F6)"],
    ["response/chat-first-reply", "≤ 5 min"],
    ["response/email-first-reply", "≤ 24 h"],
    ["response/no-busy-tone", "≥ 95%"],
  ])("%s: %s", (id, target) => {
    const { rules } = compileStandard(standard, settings);
    expect(rules.find(({ info }) => info.id === id)?.info.target).toBe(target);
  });
});

test("printed and read again, it is the same standard", () => {
  const text = printStandard(standard);
  const again = loadStandard(
    [{ name: "/again.yaml", place: null, folder: "/" }],
    access({ "/again.yaml": text }),
  );
  expect(again.sha256).toBe(standard.sha256);
  expect(again.name).toBe("service-handbook");
  expect(printStandard(again)).toBe(text);
});
