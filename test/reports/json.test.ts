import { expect, test } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { render } from "./render.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

const NASTY = '\u001b\u009b\u202e\u200b\ufeff\u2028"\\\n字😀\ud800';

test.each([
  ["sample", sampleResult()],
  ["empty", emptyResult()],
  ["nasty", nastyResult(NASTY)],
])("is the whole result: %s", (_, result) => {
  const written = JSON.parse(render("json", result));
  expect(written).toEqual(JSON.parse(JSON.stringify({ ...result, findings: [...result.findings] })));
});

test("keys are in the order of the model, whatever order they were made in", () => {
  const text = render("json", sampleResult());
  expect(render("json", reversed(sampleResult()))).toBe(text);
  const written = JSON.parse(text) as AuditResult;
  expect(Object.keys(written)).toEqual([
    "schemaVersion",
    "manifest",
    "ledger",
    "totals",
    "dimensions",
    "rules",
    "gates",
    "teams",
    "agents",
    "series",
    "recurring",
    "honours",
    "outcomes",
    "complaints",
    "incomplete",
    "findings",
    "promises",
  ]);
  expect(Object.keys(written.rules[1]!.level!.counts)).toEqual([
    "abandoned",
    "abandoned-short",
    "answered",
    "answered-within",
  ]);
});

test("two spaces of indentation, a finding a line, a line break at the end", () => {
  const lines = render("json", sampleResult()).split("\n");
  expect(lines.slice(0, 4)).toEqual(["{", '  "schemaVersion": "1.0",', '  "manifest": {', '    "tool": {']);
  // what the audit came to stands before what there may be half a million of
  expect(lines.indexOf('  "incomplete": [],')).toBe(lines.indexOf('  "findings": [') - 1);
  expect(lines.slice(-3)).toEqual(["  ]", "}", ""]);
  const findings = lines.filter((line) => line.startsWith('    {"id":'));
  expect(findings).toHaveLength(sampleResult().findings.length);
  expect(findings.map((line) => JSON.parse(line.replace(/,$/, "")).id)).toEqual(
    [...sampleResult().findings].map((finding) => finding.id),
  );
  expect(render("json", emptyResult())).toContain('\n  "findings": [],\n');
});

test("holds nothing that a terminal would obey or hide", () => {
  expect(render("json", nastyResult(NASTY)).replaceAll("\n", "")).not.toMatch(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
  );
});

function reversed<T>(value: T): T;
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)] as const);
  return Object.fromEntries(entries.reverse());
}
