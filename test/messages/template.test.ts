import { expect, test } from "vitest";
import { incompleteWords, reportWords } from "../../src/messages/index.js";
import { fill } from "../../src/messages/template.js";

test("numbers are grouped, plurals chosen by them", () => {
  const template = "{n} {n|row|rows} of {file}";
  expect(fill(template, { n: 1, file: "a" }, "en")).toBe("1 row of a");
  expect(fill(template, { n: 12_345, file: "a" }, "en")).toBe("12,345 rows of a");
  expect(fill(template, { n: 0.5, file: "a" }, "en")).toBe("0.50 rows of a");
});

test("a value is not read as a template", () => {
  expect(fill("{a} {b}", { a: "{b}", b: "$& {a}" }, "en")).toBe("{b} $& {a}");
  expect(fill("{constructor}", {}, "en")).toBe("?");
  expect(fill("{ key: value }", {}, "en")).toBe("{ key: value }");
});

test("fields are named in the reader's language and in the config's", () => {
  expect(fill("{f:fields}", { f: "ring-seconds rings / agent" }, "zh-CN")).toBe(
    "振铃时长（ring-seconds）、振铃声数（rings）或坐席（agent）",
  );
  expect(fill("{f:fields}", { f: "ring-seconds, my-own" }, "en")).toBe("ring time (ring-seconds), my-own");
});

test("what was left out is a sentence", () => {
  const item = { code: "rejected-rows", subject: "calls.csv", count: 1, detail: null } as const;
  expect(incompleteWords(item, "en")).toBe("1 row of calls.csv was rejected and not audited");
  expect(incompleteWords({ ...item, count: 1_200 }, "zh-CN")).toBe("calls.csv 有 1,200 行被剔除，没有质检");
  const gate = { code: "gate-not-assessed", subject: "质检得分", count: 1, detail: "no-contacts" } as const;
  expect(incompleteWords(gate, "zh-CN")).toBe("考核指标“质检得分”无法判定（没有相关的服务记录）");
});

test("report words", () => {
  expect(reportWords("en")("places", { n: 1 })).toBe("1 place");
  expect(reportWords("zh-CN")("noGates")).toBe("没有设考核指标，只报告、不判定。");
});
