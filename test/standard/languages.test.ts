import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { audit } from "../../src/index.js";
import type { AuditResult } from "../../src/model/result.js";
import { compileStandard } from "../../src/standard/compile.js";
import { type EffectiveStandard, loadStandard } from "../../src/standard/effective.js";
import { testRules } from "../../src/standard/rule-test.js";
import { tryTexts } from "../../src/standard/try-text.js";
import { unsourced } from "../../src/standard/yaml-source.js";
import { access } from "./files.js";

const CHINESE = `name: desk
version: "1"
language: zh
lists: { we: [我, 我们], courtesy/greeting: [您好] }
rules:
  - { id: a/must-not, title: 不说处理不了, check: phrase, severity: critical, never: ["@we…2处理不了"], examples: { fails: [我处理不了], passes: [我来处理] } }
  - { id: a/greet, title: 问候, check: say, say: ["@courtesy/greeting"], within: { first-turns: 1 }, examples: { fails: [说吧], passes: [您好] } }
  - { id: a/pace, title: 语速, severity: info, check: measure, of: speech-rate, max: 300, examples: { fails: [], passes: [] } }
  - { id: a/only-chinese, title: 不说你, check: phrase, never: [你], examples: { fails: [你好], passes: [您好] } }
  - { id: a/reply, title: 一分钟内回复, check: clock, time: [first-reply-seconds], within: 1min, examples: { fails: [{ fields: { first-reply-seconds: 2min } }], passes: [{ fields: { first-reply-seconds: 1min } }] } }
`;
const ENGLISH = `name: desk-en
version: "1"
language: en
extends: desk.yaml
lists: { we: [i, we], courtesy/greeting: [hello] }
rules:
  a/must-not: { title: Never say can't, never: ["@we can't"], examples: { fails: [we can't], passes: [we can] } }
  a/greet: { title: Greet, examples: { fails: [speak], passes: [hello] } }
  a/pace: { count: words, max: 200 }
  a/only-chinese: off
`;
const BOTH = `rules:
  a/reply: { within: 30s }
`;
const texts = { "/own/desk.yaml": CHINESE, "/own/desk-en.yaml": ENGLISH, "/own/both.yaml": BOTH };
const load = (...names: string[]): EffectiveStandard =>
  loadStandard(
    names.map((name) => ({ name, place: null, folder: "/own" })),
    access(texts),
  );
const settings = { timezone: "Asia/Shanghai", calendar: null };

test("one standard, extended by another of a second language, is laid under it as any other", () => {
  const english = load("desk-en.yaml");
  expect(english.languages).toEqual([]);
  expect(english.language).toBe("en");
  expect(english.rules.find(({ id }) => id === "a/must-not")?.title.en).toBe("Never say can't");
  expect(testRules(english, { ...settings, only: ["a/must-not", "a/greet"] }).ok).toBe(true);
});

test("two languages stand side by side, whatever the order, each rule once", () => {
  const one = load("desk.yaml", "desk-en.yaml");
  const other = load("desk-en.yaml", "desk.yaml");
  expect(other.sha256).toBe(one.sha256);
  expect(other.name).toBe(one.name);
  expect(one.name).toBe("desk | desk + desk-en");
  expect(one.rules.map(({ id }) => id)).toEqual([
    "a/greet",
    "a/must-not",
    "a/only-chinese",
    "a/pace",
    "a/reply",
  ]);
  expect(one.languages.map(({ language }) => language)).toEqual(["zh", "en"]);
  expect(one.rules.find(({ id }) => id === "a/must-not")?.title.zh).toBe("不说处理不了");
  expect(one.sha256).not.toBe(load("desk.yaml").sha256);
});

test("a standard that names no language is laid over both, and so is a config", () => {
  const within = (standard: EffectiveStandard) =>
    standard.languages.map(({ rules }) => rules.find(({ id }) => id === "a/reply")?.written.value);
  expect(within(load("desk.yaml", "desk-en.yaml", "both.yaml"))).toEqual([
    expect.objectContaining({ within: "30s" }),
    expect.objectContaining({ within: "30s" }),
  ]);
  const config = unsourced({ "a/reply": { within: "45s" } }, { file: "config" });
  const references = ["desk.yaml", "desk-en.yaml"].map((name) => ({ name, place: null, folder: "/own" }));
  expect(within(loadStandard(references, access(texts), [config]))).toEqual([
    expect.objectContaining({ within: "45s" }),
    expect.objectContaining({ within: "45s" }),
  ]);
});

test("auto is the built-in pair", () => {
  const auto = loadStandard([{ name: "auto", place: null, folder: "." }], access());
  expect(auto.languages.map(({ language }) => language)).toEqual(["zh", "en"]);
  const [chinese, english] = auto.languages.map(({ rules }) => rules.map(({ id }) => id));
  expect(english).toEqual(chinese);
});

test("the examples of both languages are run, each by its own rules", () => {
  const report = testRules(load("desk.yaml", "desk-en.yaml"), {
    ...settings,
    only: ["a/must-not", "a/greet"],
  });
  expect(report).toMatchObject({ rules: 4, ok: true });
  expect(report.results).toHaveLength(8);
});

test("`standard try` searches a text by the lists of its language", () => {
  const { books } = compileStandard(load("desk.yaml", "desk-en.yaml"), { ...settings, lists: "all" });
  const hits = tryTexts(
    books,
    ["我处理不了", "we can't"].map((text) => ({ id: text, speaker: "agent", text })),
  ).map((one) => one.hits.map(({ id, quote }) => `${id} ${quote}`));
  expect(hits).toEqual([["a/must-not 我处理不了"], ["a/must-not we can't"]]);
});

const folder = mkdtempSync(join(tmpdir(), "languages-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** An audit of contacts by the two standards, in one order or the other. */
function audited(order: readonly string[]): AuditResult {
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path.slice(5)), text);
  writeFileSync(
    join(folder, "chats.csv"),
    `contact_id,agent,speaker,start,end,text
Z1,li,agent,0,4,您好，您的包裹已经到达北京
Z1,li,customer,5,6,hello
Z1,li,agent,7,8,我处理不了
E1,li,agent,0,4,"hello, your parcel is at the centre in the north"
E1,li,customer,5,6,我处理不了
E1,li,agent,7,8,we can't do it
E2,li,agent,0,4,speak up please and say what it is about
N1,li,agent,0,1,123
`,
  );
  return audit({ folder, files: ["chats.csv"], standard: order });
}

test("each contact is judged by the rules of its agent's language, and counted once", () => {
  const result = audited(["./desk.yaml", "./desk-en.yaml"]);
  const rule = (id: string) => {
    const { pass, fail, notApplicable } = result.rules.find((one) => one.id === id)!;
    return { pass, fail, notApplicable };
  };
  expect(rule("a/must-not")).toEqual({ pass: 2, fail: 2, notApplicable: 0 });
  expect(rule("a/greet")).toEqual({ pass: 2, fail: 2, notApplicable: 0 });
  // the rule has no English: the two English contacts are none of its business
  expect(rule("a/only-chinese")).toEqual({ pass: 2, fail: 0, notApplicable: 2 });
  const quotes = [...result.findings].filter(({ rule: id }) => id === "a/must-not").map(({ quote }) => quote);
  expect(quotes.toSorted()).toEqual(["we can't", "我处理不了"]);
  // characters and words a minute are not mixed: the measure is that of the Chinese contact
  expect(result.rules.find(({ id }) => id === "a/pace")?.measure).toMatchObject({ unit: "chars/min", n: 1 });
});

test("the order in which the standards are given changes nothing but the hash of what was given", () => {
  const bytes = ({ manifest, ...rest }: AuditResult) =>
    JSON.stringify({ ...rest, manifest: { ...manifest, config: null } });
  expect(bytes(audited(["./desk-en.yaml", "./desk.yaml"]))).toBe(
    bytes(audited(["./desk.yaml", "./desk-en.yaml"])),
  );
});
