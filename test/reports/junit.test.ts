import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { AuditResult } from "../../src/model/result.js";
import { render } from "./render.js";
import { exemptResult, NASTY } from "./sample-exempt.js";
import { emptyResult, nastyResult, sampleResult } from "./sample-result.js";

const schema = readFileSync(new URL("schemas/jenkins-junit.xsd", import.meta.url), "utf8");

/** The mistakes that libxml2 finds in documents against the schema that Jenkins reads JUnit files by. */
async function mistakes(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `report-${at}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [schema] });
  return errors.map(({ rawMessage }) => rawMessage);
}

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly kind: string;
  readonly attributes: string;
  readonly body: string;
}

/** The cases of a report, by a reader of our own: the schema says that they are where it looks for them. */
function cases(result: AuditResult, locale: "zh-CN" | "en" = "zh-CN"): readonly Case[] {
  const text = render("junit", result, { locale });
  return [...text.matchAll(/<testsuite name="([^"]*)"[^>]*>(.*?)<\/testsuite>/gs)].flatMap(
    ([, suite, inner]) =>
      [
        ...inner!.matchAll(
          /<testcase name="([^"]*)" classname="([^"]*)"(?:\/>|>\s*<([a-z-]+)([^>]*)>(.*?)<\/\3>\s*<\/testcase>)/gs,
        ),
      ].map(([, name, classname, kind, attributes, body]) => {
        expect(classname).toBe(suite);
        return {
          suite: suite!,
          name: name!,
          kind: kind ?? "pass",
          attributes: attributes ?? "",
          body: (body ?? "").trim(),
        };
      }),
  );
}

describe("JUnit", () => {
  it("is valid against the schema that Jenkins reads by, whatever is in it", async () => {
    const results = [sampleResult(), emptyResult(), nastyResult(NASTY), exemptResult()];
    expect(await mistakes(...results.map((result) => render("junit", result)))).toEqual([]);
  });

  it("would not be valid with an element or an attribute that the schema does not know", async () => {
    const text = render("junit", sampleResult());
    expect(await mistakes(text.replace("<testcase name=", "<testcase title="))).not.toEqual([]);
    expect(await mistakes(text.replaceAll("failure", "fault"))).not.toEqual([]);
  });

  it("stays XML, and valid, with any characters in the words of anybody", async () => {
    const unit = fc.oneof(
      fc.constantFrom(
        "]]>",
        "<",
        "&",
        '"',
        "'",
        "\u0000",
        "\u001b",
        "\r\n",
        "\ud800",
        "\ufffe",
        "<!--",
        "字",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
    );
    const documents = fc
      .sample(fc.array(unit, { minLength: 1, maxLength: 8 }), { numRuns: 40, seed: 5 })
      .map((parts) => render("junit", nastyResult(parts.join(""))));
    expect(await mistakes(...documents)).toEqual([]);
  }, 30_000);

  it("counts its cases as they are", () => {
    const text = render("junit", sampleResult());
    const all = cases(sampleResult());
    const [, tests, failures, errors] = /tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(text)!;
    expect(Number(tests)).toBe(all.length);
    expect(Number(failures)).toBe(all.filter(({ kind }) => kind === "failure").length);
    expect(Number(errors)).toBe(all.filter(({ kind }) => kind === "error").length);
  });

  it("has a suite for each agent and for each contact without one, and a case for each rule", () => {
    const all = cases(sampleResult());
    const suites = [...new Set(all.map(({ suite }) => suite))];
    const agents = ["陈晓梅", "王芳", "李建国", "Nadia Rahman", "赵敏", "周海"].sort();
    expect(suites).toEqual(["gates", ...agents, "C-1310"]);
    const said = all.find(({ suite, name }) => suite === "王芳" && name === "wording/cannot-handle")!;
    expect(said.kind).toBe("failure");
    expect(said.attributes).toBe(' type="critical" message="不说“我处理不了”：1 处"');
    expect(said.body).toBe("exports/transcripts-03.csv:12:18 C-1012 “我处理不了”");
    // a remark is no failure of anybody's
    const remark = all.find(({ suite, name }) => suite === "王芳" && name === "empathy/personal-apology")!;
    expect(remark.kind).toBe("system-out");
  });

  it("has the gates as a suite, those that could not be judged as skipped", () => {
    const gates = cases(sampleResult(), "en").filter(({ suite }) => suite === "gates");
    expect(gates.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "critical-findings failure",
      "score failure",
      "response/service-level pass",
      "response/chat-first-reply failure",
      "response/email-first-reply skipped",
    ]);
    expect(gates[1]!.attributes).toContain("found 84.96, expected ≥ 85");
  });

  it("has what could not be audited as errors: a part that was not looked at must not look passed", () => {
    const result: AuditResult = {
      ...sampleResult(),
      incomplete: [{ code: "rejected-rows", subject: "exports/calls-03.csv", count: 3, detail: null }],
    };
    const errors = cases(result).filter(({ suite }) => suite === "audit");
    expect(errors).toHaveLength(1);
    expect(errors[0]!.kind).toBe("error");
    expect(errors[0]!.name).toContain("exports/calls-03.csv");
    expect(cases(emptyResult()).map(({ kind }) => kind)).toEqual(["error"]);
  });

  it("fails no case by findings that do not count", () => {
    const all = cases(exemptResult());
    const known = all.find(({ suite, name }) => suite === "王芳" && name === "wording/cannot-handle")!;
    expect(known).toMatchObject({ kind: "skipped", body: "1 处不计入考核（基线里已有，或已豁免）" });
  });
});

test.each([
  ["exempt", exemptResult()],
  ["nasty", nastyResult(NASTY)],
])("golden: %s", async (name, result) => {
  await expect(render("junit", result)).toMatchFileSnapshot(`golden/junit-${name}.txt`);
});
