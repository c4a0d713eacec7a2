import { parse } from "csv-parse/sync";
import { describe, expect, it, test } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { render } from "./render.js";
import { NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

function rows(format: "csv-agents" | "csv-rules", result: AuditResult, locale: "zh-CN" | "en" = "zh-CN") {
  const text = render(format, result, { locale });
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  return parse(text, { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
}

describe("CSV of agents", () => {
  it("is a row for each agent, by name, with the interval of the score and what was found", () => {
    const all = rows("csv-agents", sampleResult());
    expect(all.map(({ agent }) => agent)).toEqual(sampleResult().agents.map(({ id }) => id));
    expect(all[3]).toEqual({
      agent: "Nadia Rahman",
      team: "二组",
      contacts: "233",
      score: "76.8",
      "raw-score": "77.8",
      "adjusted-score": String(sampleResult().agents[3]!.score.shrunk),
      low: String(sampleResult().agents[3]!.score.interval![0]),
      high: String(sampleResult().agents[3]!.score.interval![1]),
      rank: "4",
      band: "3",
      critical: "1",
      major: "11",
      minor: "1",
      info: "0",
      "calls-offered": "",
      "calls-answered": "",
    });
    // too few contacts to be ranked: no rank, and no zero either
    expect(all[4]).toMatchObject({ agent: "赵敏", rank: "", band: "" });
  });
});

describe("CSV of rules", () => {
  it("is a row for each rule, shares as shares, what is n/a as an empty cell", () => {
    const all = rows("csv-rules", sampleResult(), "en");
    expect(all).toHaveLength(sampleResult().rules.length);
    const rule = all.find(({ rule: id }) => id === "response/chat-first-reply")!;
    expect(rule).toMatchObject({ severity: "major", rate: "0.625", pass: "380", fail: "228", unit: "s" });
    for (const { rate, pass, fail } of all) if (pass === "0" && fail === "0") expect(rate).toBe("");
  });
});

test.each(["csv-agents", "csv-rules"] as const)("%s has headers that no language changes", (format) => {
  const head = (locale: "zh-CN" | "en") => render(format, emptyResult(), { locale, bom: false });
  expect(head("en")).toBe(head("zh-CN"));
  expect(head("en")).toMatch(/^[a-z0-9,-]+\r\n$/);
});

test.each(["csv-agents", "csv-rules"] as const)(
  "%s has no cell that a spreadsheet would calculate",
  (format) => {
    for (const nasty of ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1", NASTY]) {
      const cells = rows(format, nastyResult(nasty)).flatMap((row) => Object.values(row));
      for (const cell of cells) {
        if (/^[-+]?\d/.test(cell) && !Number.isNaN(Number(cell))) continue;
        expect(cell).not.toMatch(/^\s*[=+\-@＝]/u);
      }
    }
  },
);

test("a number below zero stays a number", () => {
  const [agent] = sampleResult().agents;
  const score = { ...agent!.score, shrunk: -5 };
  const [row] = rows("csv-agents", { ...sampleResult(), agents: [{ ...agent!, score }] });
  expect(row!["adjusted-score"]).toBe("-5");
});
