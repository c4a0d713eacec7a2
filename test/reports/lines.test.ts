import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { render } from "./render.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

describe("ndjson", () => {
  it("is every finding of the JSON report, a line each", () => {
    for (const result of [sampleResult(), exemptResult(), nastyResult(NASTY)]) {
      const lines = render("ndjson", result).split("\n");
      expect(lines.pop()).toBe("");
      const written = (JSON.parse(render("json", result)) as { findings: unknown[] }).findings;
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(written);
    }
  });

  it("is empty where there are no findings", () => {
    expect(render("ndjson", emptyResult())).toBe("");
  });
});

describe("compact", () => {
  it("is file:line:column, severity, rule, contact and a message", () => {
    const lines = render("compact", sampleResult(), { locale: "en" }).split("\n");
    expect(lines[8]).toBe(
      "exports/transcripts-03.csv:12:18 critical wording/cannot-handle C-1012 Never say “I can't handle it”: " +
        "“我处理不了”. Instead: This is tricky, but let me try; let me ask my supervisor",
    );
    expect(render("compact", emptyResult())).toBe("");
  });

  it("is one line a finding, and nothing that a terminal would obey, whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (nasty) => {
        const lines = render("compact", nastyResult(nasty)).split("\n");
        expect(lines).toHaveLength(14 + 1);
        expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ["compact", "exempt", exemptResult()],
  ["compact", "nasty", nastyResult(NASTY)],
  ["ndjson", "exempt", exemptResult()],
  ["ndjson", "nasty", nastyResult(NASTY)],
] as const)("golden: %s %s", async (format, name, result) => {
  await expect(render(format, result)).toMatchFileSnapshot(`golden/${format}-${name}.txt`);
});
