import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CHECKS } from "../../src/checks/index.js";
import { configJsonSchema } from "../../src/config/json-schema.js";
import { CONFIG_EXAMPLE } from "../../src/config/schema.js";
import { loadStandard } from "../../src/standard/effective.js";
import { FILE_EXAMPLE } from "../../src/standard/file-format.js";
import { standardJsonSchema } from "../../src/standard/json-schema.js";
import { printStandard } from "../../src/standard/print.js";
import { access, BUILT_IN, handbook, loaded } from "../standard/files.js";

const shipped = (name: string) => readFileSync(join(import.meta.dirname, "../../schema", name), "utf8");

test("the shipped schemas are what the program validates with (else: npm run build && node scripts/build-schemas.mjs)", () => {
  expect(shipped("config.json")).toBe(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  expect(shipped("standard.json")).toBe(`${JSON.stringify(standardJsonSchema(), null, 2)}\n`);
});

const ajv = new Ajv({ strictTypes: false });
const standard = ajv.compile(JSON.parse(shipped("standard.json")));
const config = ajv.compile(JSON.parse(shipped("config.json")));

describe("the schema of a standard accepts", () => {
  const folder = join(BUILT_IN, "service-handbook");
  test.each(readdirSync(folder))("the shipped %s", (file) => {
    expect(standard(parse(readFileSync(join(folder, file), "utf8"))) || standard.errors).toBe(true);
  });

  test("the printed standard, and the examples that messages show", () => {
    expect(standard(parse(printStandard(loadStandard(handbook, access()))))).toBe(true);
    expect(standard(parse(FILE_EXAMPLE))).toBe(true);
    for (const { example } of CHECKS)
      expect(standard({ rules: parse(example) }) || standard.errors).toBe(true);
  });
});

test("the examples of checks are valid rules, and prove themselves", async () => {
  const { testRules } = await import("../../src/standard/rule-test.js");
  const lists = "lists: { courtesy/self-introduction: [工号] }";
  const rules = CHECKS.map(({ example }) => example.replaceAll(/^/gm, "  ")).join("\n");
  const report = testRules(loaded(`${lists}\nrules:\n${rules}\n`), {
    timezone: "Asia/Shanghai",
    calendar: null,
  });
  expect(report.results.filter(({ ok }) => !ok)).toEqual([]);
  expect(report.unproved).toEqual([]);
});

test.each([
  "naem: a",
  "rules: [{ id: a/b, title: x, check: phrase, nver: [a] }]",
  "rules: [{ id: a/b, title: x, check: clock, time: [ring-second], within: 5s }]",
  "rules: [{ id: ab, title: x, check: phrase, never: [a] }]",
  "rules: { a/b: { whithin: 5s } }",
  "rules: { a/b: grave }",
  "lists: { a/b: { phrase: [x] } }",
])("the schema of a standard refuses %s", (yaml) => {
  expect(standard(parse(yaml))).toBe(false);
});

test.each([
  CONFIG_EXAMPLE,
  "rules: { a/b: off, c/d: { severity: off }, e/f: { within: 30s, share: 80%, never: { add: [x] } } }",
  "gates: { score: { min: 85 }, dimension.empathy: off, a/b: { rate: 95% } }",
  'inputs: [{ files: a.csv, columns: { contact-id: [a, b] }, values: { outcome: { A: answered } }, missing: ["0"] }]',
])("the schema of the config accepts %s", (yaml) => {
  expect(config(parse(yaml)) || config.errors).toBe(true);
});

test.each([
  "standards: [a]",
  "locale: fr",
  "rules: { a/b: { whithin: 5s } }",
  "gates: { score: { minimum: 85 } }",
  "inputs: [{ kind: calls }]",
  "inputs: [{ files: a.csv, columns: { ring: x } }]",
])("the schema of the config refuses %s", (yaml) => {
  expect(config(parse(yaml))).toBe(false);
});
