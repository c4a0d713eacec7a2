import { describe, expect, test } from "vitest";
import { testRules } from "../../src/standard/rule-test.js";
import { loaded, mistakes } from "./files.js";

const settings = { timezone: "Asia/Shanghai", calendar: null };
const run = (examples: string, rule = "check: phrase\n    never: [处理不了]") =>
  testRules(
    loaded(`rules:\n  - id: our/rule\n    title: x\n    ${rule}\n    examples:\n${examples}`),
    settings,
  );

describe("a rule test fails", () => {
  test("where a failing example does not make the rule fire", () => {
    const { ok, results } = run("      fails: [我处理不了, 我能处理]\n      passes: [好的]\n");
    expect(ok).toBe(false);
    expect(
      results.map((one) => [one.group, one.index, one.ok, one.got.verdict, one.got.found, one.place.line]),
    ).toEqual([
      ["fails", 0, true, "fail", "处理不了", 7],
      ["fails", 1, false, "pass", null, 7],
      ["passes", 0, true, "pass", null, 8],
    ]);
  });

  test("where a passing example does", () => {
    const { ok, results } = run("      fails: [我处理不了]\n      passes: [处理不了]\n");
    expect(ok).toBe(false);
    expect(results.find(({ ok: good }) => !good)).toMatchObject({
      group: "passes",
      got: { verdict: "fail" },
    });
  });

  test("where nothing shows that the rule ever fires, or ever passes", () => {
    expect(run("      passes: [好的]\n")).toMatchObject({
      ok: false,
      unproved: [{ rule: "our/rule", lacks: "fails" }],
    });
    expect(run("      fails: [处理不了]\n")).toMatchObject({
      ok: false,
      unproved: [{ rule: "our/rule", lacks: "passes" }],
    });
    expect(run("      fails: [好的]\n      passes: [好的]\n").unproved).toMatchObject([{ lacks: "fails" }]);
  });

  test("where an example that should not be judged is", () => {
    const { results } = run(
      '      fails: [处理不了]\n      passes: [好的]\n      not-applicable: [好的, ["customer: 好"]]\n      not-assessed: [{ fields: { agent: 甲 } }]\n',
    );
    expect(results.map(({ ok, got }) => [ok, got.verdict, got.reason, got.missing])).toEqual([
      [true, "fail", "none", null],
      [true, "pass", "none", null],
      [false, "pass", "none", null],
      [true, "not-applicable", "no-agent-turns", null],
      [true, "not-assessed", "none", "text"],
    ]);
  });
});

test("what the customer says passes a rule about the agent's words", () => {
  expect(run('      fails: [处理不了]\n      passes: ["customer: 处理不了", "客户：处理不了"]\n').ok).toBe(
    true,
  );
});

const LEVEL = "severity: gate\n    check: level\n    within: 20s\n    share: 80%";

test("a share of nothing is no pass", () => {
  const { results } = run(
    "      passes: [{ contacts: [{ fields: { outcome: callback } }] }]\n      fails: [{ contacts: [{ fields: { outcome: answered } }] }]\n",
    LEVEL,
  );
  expect(results.map(({ group, got }) => [group, got.verdict, got.missing])).toEqual([
    ["fails", "not-assessed", "answer-seconds"],
    ["passes", "not-applicable", null],
  ]);
});

test("only the rules that are asked for", () => {
  const standard = loaded("extends: service-handbook\n");
  const report = testRules(standard, { ...settings, only: ["opening/greeting"] });
  expect(new Set(report.results.map(({ rule }) => rule))).toEqual(new Set(["opening/greeting"]));
  expect(report.rules).toBe(1);
});

test("fields that the rule is about need not be repeated, times stand on the desk's clock", () => {
  const clock = `applies: { channels: [email] }
    check: clock
    time: [{ from: received-at, to: first-reply-at }]
    within: 1h`;
  const { ok } = run(
    `      passes: [{ fields: { received-at: "2026-03-02T09:00+08:00", first-reply-at: 2026-03-02 10:00 } }]
      fails: [{ fields: { received-at: 2026-03-02T01:00:00Z, first-reply-at: "2026-03-02 10:00:00.001" } }]
      not-applicable: [{ fields: { channel: phone } }]\n`,
    clock,
  );
  expect(ok).toBe(true);
});

test.each([
  ["ring-seconds: 16", "target-without-unit 8:15"],
  ["ring-seconds: soon", "target-not-understood 8:15"],
  ["ring-seconds: 2 working days", "example-value 8:15"],
  ["outcome: gone", "example-value 8:15"],
  ["received-at: 2026-02-30", "example-value 8:15"],
  ["rings: three", "example-value 8:15"],
  ["resolved: maybe", "example-value 8:15"],
])("an example that cannot be: %s", (field, code) => {
  const { codes } = mistakes(() => run(`      passes: [好的]\n      fails: [{ fields: { ${field} } }]\n`));
  expect(codes).toEqual([code]);
});
