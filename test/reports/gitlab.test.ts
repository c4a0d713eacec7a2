import { Ajv } from "ajv";
import { describe, expect, it, test } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { render } from "./render.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What GitLab's documentation asks of a report (“Code Quality report format”), as a schema. */
const validate = new Ajv({ allErrors: true }).compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", not: { pattern: "^\\./" } },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
});

function issues(result: AuditResult, locale: "zh-CN" | "en" = "zh-CN"): readonly Issue[] {
  const text = render("gitlab", result, { locale });
  // GitLab refuses a report with a byte order mark
  expect(text.startsWith("[")).toBe(true);
  return JSON.parse(text) as readonly Issue[];
}

describe("GitLab Code Quality", () => {
  it.each([
    ["sample", sampleResult(), 14],
    ["empty", emptyResult(), 0],
    ["nasty", nastyResult(NASTY), 14],
    ["with exemptions", exemptResult(), 14],
  ])("has the documented shape: %s", (_, result, count) => {
    const all = issues(result);
    validate(all);
    expect(validate.errors ?? []).toEqual([]);
    expect(all).toHaveLength(count);
  });

  it("names finding and place, and says in the reader's language what to say instead", () => {
    expect(issues(sampleResult(), "en")[8]).toEqual({
      description:
        "Never say “I can't handle it”: “我处理不了”. Instead: This is tricky, but let me try; let me ask my supervisor",
      check_name: "wording/cannot-handle",
      fingerprint: "1500000cc0ffee",
      severity: "critical",
      location: { path: "exports/transcripts-03.csv", lines: { begin: 12 } },
    });
  });

  it("gives no two issues a fingerprint, of which GitLab would drop one", () => {
    const [finding] = sampleResult().findings;
    const twins = issues({ ...sampleResult(), findings: [finding!, { ...finding!, line: 9 }, finding!] });
    expect(twins.map(({ fingerprint }) => fingerprint)).toEqual([
      finding!.id,
      `${finding!.id}-2`,
      `${finding!.id}-3`,
    ]);
  });

  it("keeps what does not count, as information with the reason", () => {
    const all = issues(exemptResult());
    const suppressed = all.find(({ description }) => description.includes("客户要求坐席照念原文"));
    expect(suppressed).toMatchObject({ severity: "info", check_name: "wording/cannot-handle" });
    expect(all.filter(({ description }) => description.endsWith("（基线里已有）"))).toHaveLength(3);
    expect(all.filter(({ severity }) => severity === "info")).toHaveLength(4 + 1);
  });

  it("writes paths with slashes", () => {
    const [finding] = sampleResult().findings;
    const [issue] = issues({ ...sampleResult(), findings: [{ ...finding!, file: "导出\\三月.csv" }] });
    expect(issue!.location.path).toBe("导出/三月.csv");
  });
});

test("golden: sample with exemptions", async () => {
  await expect(render("gitlab", exemptResult())).toMatchFileSnapshot("golden/gitlab-exempt.txt");
});

test("golden: nasty words", async () => {
  await expect(render("gitlab", nastyResult(NASTY))).toMatchFileSnapshot("golden/gitlab-nasty.txt");
});
