import { expect, test } from "vitest";
import { withApplies } from "../../src/checks/applies.js";
import type { CompiledCheck } from "../../src/checks/check.js";
import type { Kind } from "../../src/model/fields.js";
import { PASS } from "../../src/model/verdict.js";
import { contact, told, type Values } from "./contact.js";

const always: CompiledCheck = {
  stage: "fields",
  reads: ["agent"],
  target: null,
  judge: () => PASS,
  findings: () => [],
};

test.each<readonly [string, Values]>([
  ["pass", { channel: "phone", direction: "inbound" }],
  ["not-applicable other-channel", { channel: "email", direction: "inbound" }],
  ["not-applicable other-direction", { channel: "phone", direction: "outbound" }],
  // named and not known: not assessed. Excepted and not known: not excepted.
  ["not-assessed channel", { direction: "inbound" }],
  ["not-assessed channel", { channel: "unknown" }],
  ["pass", { channel: "chat" }],
])("%s: %j", (verdict, values) => {
  const check = withApplies(
    always,
    { channels: ["phone", "chat"] },
    { directions: ["outbound", "internal"] },
  );
  expect(told(check.judge(contact(values)))).toBe(verdict);
  expect(check.reads).toEqual(["agent", "channel", "direction"]);
});

test.each<readonly [string, Kind[]]>([
  ["pass", ["calls"]],
  ["pass", ["transcripts", "calls"]],
  ["not-applicable other-kind", ["transcripts"]],
  ["not-applicable other-kind", ["calls", "surveys"]],
])("%s: of kinds %j", (verdict, kinds) => {
  const check = withApplies(always, { kinds: ["calls", "tickets"] }, { kinds: ["surveys"] });
  expect(told(check.judge(contact({}, null, kinds)))).toBe(verdict);
});

test("outcomes can be asked for", () => {
  const check = withApplies(always, { outcomes: ["answered"] }, {});
  expect(told(check.judge(contact({ outcome: "busy" })))).toBe("not-applicable not-offered");
  expect(told(check.judge(contact({})))).toBe("not-assessed outcome");
});

test("a rule that is about everything costs nothing", () => {
  expect(withApplies(always, {}, {})).toBe(always);
});
