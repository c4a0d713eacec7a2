import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import draft4 from "ajv-draft-04";
import formats from "ajv-formats";
import { describe, expect, it, test } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { render } from "./render.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

/** The parts of a log that the tests look at. */
interface Log {
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [{ readonly exitCode: number; readonly executionSuccessful: boolean }];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly baselineState?: string;
        readonly suppressions?: readonly { readonly justification: string }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number; readonly startColumn: number };
            };
          },
        ];
      }[];
    },
  ];
}

const require = createRequire(import.meta.url);
const schema = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
);
// the schema has a regular expression that is none with the u flag
const ajv = new draft4.default({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

function read(result: AuditResult, locale: "zh-CN" | "en" = "zh-CN"): Log["runs"][0] {
  const log = JSON.parse(render("sarif", result, { locale })) as Log;
  return log.runs[0];
}

describe("SARIF", () => {
  it.each([
    ["sample", sampleResult()],
    ["empty", emptyResult()],
    ["nasty", nastyResult(NASTY)],
    ["with exemptions", exemptResult()],
  ])("is valid against the 2.1.0 schema: %s", (_, result) => {
    const valid = validate(JSON.parse(render("sarif", result)));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("would not be valid with a level or a line that SARIF does not have", () => {
    const log = JSON.parse(render("sarif", sampleResult()));
    log.runs[0].results[0].level = "fatal";
    expect(validate(log)).toBe(false);
    log.runs[0].results[0].level = "note";
    const [{ physicalLocation }] = log.runs[0].results[0].locations;
    physicalLocation.region.startLine = 0;
    expect(validate(log)).toBe(false);
    physicalLocation.region.startLine = 1;
    expect(validate(log)).toBe(true);
    physicalLocation.artifactLocation.uri = "a file.csv";
    expect(validate(log)).toBe(false);
  });

  it("counts columns in UTF-16 units, as findings do, and maps severities to levels", () => {
    const run = read(sampleResult());
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.results).toHaveLength(14);
    const said = run.results[8]!;
    expect(said.locations[0].physicalLocation.region).toMatchObject({ startLine: 12, startColumn: 18 });
    const levels = new Set(run.results.map(({ ruleId, level }) => `${ruleId} ${level}`));
    expect([...levels].sort()).toEqual([
      "closing/satisfaction-check note",
      "empathy/personal-apology note",
      "opening/greeting warning",
      "response/chat-first-reply warning",
      "wording/cannot-handle error",
    ]);
  });

  it("points each result at its rule, and lists no rule of severity gate", () => {
    const { tool, results } = read(sampleResult());
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(ids).not.toContain("response/service-level");
    for (const { ruleId, ruleIndex } of results)
      if (ruleIndex !== undefined) expect(ids[ruleIndex]).toBe(ruleId);
  });

  it("has fingerprints that do not move with the row, the language or the file", () => {
    const result = sampleResult();
    const moved = {
      ...result,
      findings: [...result.findings].map((finding) => ({
        ...finding,
        line: finding.line + 7,
        file: "b.csv",
      })),
    };
    const prints = (run: Log["runs"][0]) => run.results.map((one) => one.partialFingerprints);
    expect(prints(read(moved, "en"))).toEqual(prints(read(result)));
    const all = prints(read(result)).map((one) => one["deskcheckFinding/v1"]);
    expect(new Set(all).size).toBe(all.length);
  });

  it("marks what does not count as SARIF knows it", () => {
    const { results } = read(exemptResult());
    expect(results.map(({ baselineState }) => baselineState).slice(0, 3)).toEqual([
      "unchanged",
      "unchanged",
      "new",
    ]);
    expect(results.filter(({ suppressions }) => suppressions?.length === 1)).toHaveLength(1);
    expect(results[9]!.suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "李主管: 客户要求坐席照念原文" },
    ]);
    expect(read(sampleResult()).results[0]).not.toHaveProperty("suppressions");
  });

  it("says what the audit came to", () => {
    expect(read(sampleResult()).invocations[0]).toMatchObject({ exitCode: 1, executionSuccessful: true });
    expect(read(emptyResult()).invocations[0]).toMatchObject({ exitCode: 2, executionSuccessful: false });
  });

  it("writes paths as URIs: relative ones relative, and nothing in them a query or a fragment", () => {
    const at = (file: string) => {
      const [finding] = sampleResult().findings;
      const run = read({ ...sampleResult(), findings: [{ ...finding!, file }] });
      return run.results[0]!.locations[0].physicalLocation.artifactLocation.uri;
    };
    expect(at("exports/calls 03.csv")).toBe("exports/calls%2003.csv");
    expect(at("导出\\三月#1?.csv")).toBe("%E5%AF%BC%E5%87%BA/%E4%B8%89%E6%9C%88%231%3F.csv");
    expect(at("../x.csv")).toBe("../x.csv");
    expect(at("/data/x.csv")).toBe("file:///data/x.csv");
    expect(at("C:\\data\\x.csv")).toBe("file:///C%3A/data/x.csv");
    expect(at("a\ud800.csv")).toBe("a%EF%BF%BD.csv");
  });
});

test.each(["zh-CN", "en"] as const)("golden: sample in %s", async (locale) => {
  await expect(render("sarif", sampleResult(), { locale })).toMatchFileSnapshot(`golden/sarif-${locale}.txt`);
});

test("golden: nasty words", async () => {
  await expect(render("sarif", nastyResult(NASTY))).toMatchFileSnapshot("golden/sarif-nasty.txt");
});
