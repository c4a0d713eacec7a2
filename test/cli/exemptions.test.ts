import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { calls, deskFolder, put, talks } from "./desk.js";
import { deskcheck, transcript } from "./run.js";

let folder = "";
let remove = () => {};

beforeAll(async () => {
  ({ folder, remove } = deskFolder());
  expect((await run("audit *.csv --format json=base.json.gz")).code).toBe(1);
});
afterAll(() => remove());

const run = (line: string) => deskcheck(line.split(" "), { cwd: folder });

/** What an audit of the folder comes to, with these options. */
async function result(options: string): Promise<{ readonly code: number; readonly result: AuditResult }> {
  const { code } = await run(`audit *.csv ${options} --format json=result.json`);
  return { code, result: JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as AuditResult };
}

const gate = ({ gates }: AuditResult, id: string) => gates.find((one) => one.id === id);

describe("a baseline", () => {
  it("marks what was known, keeps it in the result and out of the gates on findings", async () => {
    const plain = await result("--locale zh-CN");
    const { code, result: judged } = await result("--baseline base.json.gz");
    expect(code).toBe(0);
    expect([...judged.findings].map(({ baseline }) => baseline)).toEqual(Array(4).fill("known"));
    expect(gate(judged, "critical-findings")).toMatchObject({ met: true, found: "0" });
    // scores, rates and totals are what happened to customers, known or not
    expect(judged.totals).toEqual(plain.result.totals);
    expect(judged.rules).toEqual(plain.result.rules);
    expect(gate(judged, "score")).toEqual(gate(plain.result, "score"));
    expect(judged.exemptions).toMatchObject({
      findings: { critical: 2, major: 2, minor: 0, info: 0 },
      baseline: { file: "base.json.gz", known: 4, new: 0, gone: 0 },
      suppressions: null,
    });
  });

  it("sees who mends one and makes another, though their number is the same", async () => {
    put(folder, { "talks.csv": talks([1, 5]) });
    const { code, result: judged } = await result("--baseline base.json.gz");
    put(folder, { "talks.csv": talks() });
    expect(code).toBe(1);
    expect(gate(judged, "critical-findings")).toMatchObject({ met: false, found: "1" });
    const fresh = [...judged.findings].filter(({ baseline }) => baseline === "new");
    expect(fresh.map(({ rule, contact }) => `${rule} ${contact}`)).toEqual(["desk/cannot-handle T5"]);
    expect(judged.exemptions?.baseline).toMatchObject({ known: 3, new: 1, gone: 1 });
  });

  it("knows a finding again where its row has moved, and not where other words were said", async () => {
    put(folder, { "talks.csv": talks().replace("T1,1,", "T0,1,坐席,您好\nT0,2,客户,喂\nT1,1,") });
    const moved = await result("--baseline base.json.gz");
    put(folder, { "talks.csv": talks([1, 4], "这个真的处理不了了，处理不了。") });
    const other = await result("--baseline base.json.gz");
    put(folder, { "talks.csv": talks() });
    expect(moved.result.exemptions?.baseline).toMatchObject({ known: 4, new: 0, gone: 0 });
    expect(other.result.exemptions?.baseline?.new).toBe(2);
  });

  it("does not excuse a score or a rate that fell", async () => {
    put(folder, { "talks.csv": talks([1, 2, 3, 4, 5, 6]) });
    await run("audit *.csv --format json=bad.json");
    const { code, result: judged } = await result("--baseline bad.json");
    put(folder, { "talks.csv": talks() });
    expect(code).toBe(1);
    expect(gate(judged, "critical-findings")).toMatchObject({ met: true });
    expect(gate(judged, "score")).toMatchObject({ met: false });
  });

  it("is judged the same by report, from a result that was saved without one", async () => {
    const direct = await result("--baseline base.json.gz");
    await run("report base.json.gz --baseline base.json.gz --format json=again.json");
    expect(JSON.parse(readFileSync(join(folder, "again.json"), "utf8"))).toEqual(direct.result);
  });

  it.each(["zh-CN", "en"])(
    "is counted on stderr whatever the report, and in people's reports: %s",
    async (locale) => {
      put(folder, { "talks.csv": talks([1, 5]) });
      const args = `audit *.csv --baseline base.json.gz --locale ${locale} --format compact`.split(" ");
      const ran = await deskcheck(args, { cwd: folder });
      await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/baseline-${locale}.txt`);
      const { stdout } = await run(`audit *.csv --baseline base.json.gz --locale ${locale}`);
      put(folder, { "talks.csv": talks() });
      expect(stdout).toContain(locale === "en" ? "Findings that do not count" : "不计入考核的问题");
    },
  );

  it.each([
    ["missing.json", "missing.json"],
    ["calls.csv", "calls.csv"],
  ])("that is no result is an error before anything is audited: %s", async (file, named) => {
    const ran = await run(`audit *.csv --baseline ${file} --format json=out/result.json`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(named);
  });
});

describe("suppressions", () => {
  const GOOD = `# 每条都要写原因和责任人
- contact: T1
  rule: desk/cannot-handle
  reason: 客户要求坐席照念原文
  author: 李主管
  expires: 2026-03-02
- { contact: T4, rule: desk/cannot-handle, reason: "录音核实，是复述客户的话", author: 李主管 }
`;
  const STALE = `${GOOD}- { contact: T7, rule: desk/greeting, reason: 试用期, author: 王经理, expires: 2026-03-01 }
- { contact: "0012", rule: desk/greeting, reason: 线路故障, author: 王经理 }
`;

  it("take findings out of the gates, and keep them with who said why", async () => {
    put(folder, { "known.yaml": GOOD });
    const { code, result: judged } = await result("--suppressions known.yaml");
    expect(code).toBe(0);
    const suppressed = [...judged.findings].filter((finding) => finding.suppressed !== undefined);
    expect(suppressed.map(({ contact, suppressed: why }) => [contact, why])).toEqual([
      ["T1", { reason: "客户要求坐席照念原文", author: "李主管", expires: "2026-03-02" }],
      ["T4", { reason: "录音核实，是复述客户的话", author: "李主管", expires: null }],
    ]);
    expect(judged.exemptions?.suppressions).toMatchObject({
      entries: 2,
      suppressed: 2,
      expired: [],
      unused: [],
    });
    expect(judged.totals.findings.critical).toBe(2);
  });

  it("hold to the end of their last day, by the audit's own clock", async () => {
    put(folder, { "known.yaml": GOOD });
    const last = await result("--suppressions known.yaml --as-of 2026-03-02T23:59:59+08:00");
    const next = await result("--suppressions known.yaml --as-of 2026-03-03T00:00:00+08:00");
    expect([last.code, next.code]).toEqual([0, 1]);
    expect(next.result.exemptions?.suppressions?.expired.map(({ contact }) => contact)).toEqual(["T1"]);
  });

  it.each(["zh-CN", "en"])(
    "that are expired or unused are reported and change no exit code: %s",
    async (locale) => {
      put(folder, { "known.yaml": STALE });
      const args =
        `audit *.csv --suppressions known.yaml --format markdown=report.md --locale ${locale}`.split(" ");
      const ran = await deskcheck(args, { cwd: folder });
      expect(ran.code).toBe(0);
      await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/suppressions-${locale}.txt`);
      const report = readFileSync(join(folder, "report.md"), "utf8");
      const section = /## (?:不计入考核的问题|Findings that do not count).*?(?=\n## )/s.exec(report)![0];
      await expect(section).toMatchFileSnapshot(`transcripts/suppressions-report-${locale}.txt`);
    },
  );

  it("that are expired or unused fail the audit with --strict-suppressions", async () => {
    put(folder, { "known.yaml": STALE, "good.yaml": GOOD });
    const strict = await result("--suppressions known.yaml --strict-suppressions");
    expect(strict.code).toBe(1);
    expect(gate(strict.result, "suppressions")).toMatchObject({
      met: false,
      expected: "≤ 0",
      found: "2",
      n: 4,
    });
    expect((await result("--suppressions good.yaml --strict-suppressions")).code).toBe(0);
    const without = await run("audit *.csv --strict-suppressions");
    expect(without).toMatchObject({ code: 2, stdout: "" });
  });

  it("and a baseline together leave out what either knows, once", async () => {
    put(folder, { "known.yaml": GOOD });
    const { result: judged } = await result("--baseline base.json.gz --suppressions known.yaml");
    expect(judged.exemptions?.findings).toEqual({ critical: 2, major: 2, minor: 0, info: 0 });
    expect(judged.exemptions?.baseline?.known).toBe(4);
    expect(judged.exemptions?.suppressions?.suppressed).toBe(2);
  });

  it("that say nothing suppress nothing", async () => {
    put(folder, { "empty.yaml": "# 还没有\n" });
    const { code, result: judged } = await result("--suppressions empty.yaml");
    expect(code).toBe(1);
    expect(judged.exemptions?.suppressions?.entries).toBe(0);
  });

  const entry = "  contact: T1\n  rule: desk/greeting\n";
  it.each([
    ["not-there", null],
    ["no-reason", `-\n${entry}  author: 李主管\n`],
    ["empty-author", `-\n${entry}  reason: 已核实\n  author: " "\n`],
    ["unknown-key", `-\n${entry}  reason: 已核实\n  author: 李主管\n  until: 2026-01-01\n`],
    ["no-such-day", `-\n${entry}  reason: 已核实\n  author: 李主管\n  expires: 2026-02-30\n`],
    ["twice", `-\n${entry}  reason: 甲\n  author: 李\n-\n${entry}  reason: 乙\n  author: 王\n`],
    ["no-list", "contact: T1\n"],
    ["no-yaml", "- contact: [T1\n"],
    ["many-mistakes", "- contact: T1\n- rule: desk/greeting\n"],
  ])("with a mistake are an error that says where: %s", async (name, text) => {
    const own = `bad-${name}`;
    mkdirSync(join(folder, own), { recursive: true });
    put(folder, {
      [`${own}/calls.csv`]: calls(),
      ...(text === null ? {} : { [`${own}/known.yaml`]: text }),
    });
    const args = ["audit", "calls.csv", "--suppressions", "known.yaml", "--format", "json=out/result.json"];
    const ran = await deskcheck(args, { cwd: join(folder, own) });
    await expect(transcript(args, ran)).toMatchFileSnapshot(`transcripts/suppressions-${name}.txt`);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    const english = await deskcheck([...args, "--locale", "en"], { cwd: join(folder, own) });
    // examples are in the language of the standard's words
    expect(english.stderr.split("\n")[0]).not.toMatch(/\p{Script=Han}/u);
  });
});
