import { expect, test } from "vitest";
import type { AuditResult, Finding } from "../../src/model/result.js";
import { DEFAULT_OPTIONS, FORMATS, type FormatName } from "../../src/reports/index.js";
import { sampleResult } from "./sample-result.js";

const COUNT = 100_000;

/** A hundred thousand findings that exist only while they are walked. */
function vastResult(): { readonly result: AuditResult; readonly made: () => number } {
  const some = [...sampleResult().findings];
  let made = 0;
  function* walk(): Iterator<Finding> {
    for (let at = 0; at < COUNT; at++) {
      made += 1;
      const finding = some[at % some.length]!;
      yield { ...finding, line: at + 2, id: at.toString(16).padStart(14, "0") };
    }
  }
  return {
    result: { ...sampleResult(), findings: { length: COUNT, [Symbol.iterator]: walk } },
    made: () => made,
  };
}

/** The HTML report walks them twice, and has a test of its own; two CSVs are of agents and rules, not of findings. */
const OTHERS: readonly FormatName[] = ["html", "csv-agents", "csv-rules"];
/** A line a finding and nothing else; all others have a head, or brackets around them. */
const ONLY_FINDINGS: readonly FormatName[] = ["ndjson", "compact"];
const NAMES = (Object.keys(FORMATS) as FormatName[]).filter((name) => !OTHERS.includes(name));

test.each(NAMES)("%s passes 100,000 findings through in small pieces", { timeout: 30_000 }, (name) => {
  const { result, made } = vastResult();
  let longest = 0;
  let lines = 0;
  let asked = 0;
  let behind = 0;
  for (const chunk of FORMATS[name].report(result, DEFAULT_OPTIONS)) {
    longest = Math.max(longest, chunk.length);
    lines += chunk.split("\n").length - 1;
    if (made() < COUNT) behind = Math.max(behind, made() - asked);
    asked = made();
  }
  expect(longest).toBeLessThan(300_000);
  expect(made()).toBe(COUNT);
  if (FORMATS[name].audience === "people") return expect(lines).toBeLessThan(1_000);
  if (ONLY_FINDINGS.includes(name)) expect(lines).toBe(COUNT);
  else expect(lines).toBeGreaterThan(COUNT);
  // No more than one piece's worth was read before the last piece was handed over.
  expect(behind).toBeLessThanOrEqual(500);
});
