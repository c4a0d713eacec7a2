import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AuditResult } from "../../src/model/result.js";
import { put } from "./desk.js";
import { deskcheck } from "./run.js";

/** One call that is labelled right, and one whose “customer” answers the telephone. */
const TALKS = `流水号,序号,说话人,文本
T1,1,坐席,您好，这里是安心家电客服，很高兴为您服务
T1,2,客户,我的电饭煲坏了
T1,3,坐席,好的，我帮您登记换货。
T2,1,客户,您好，欢迎致电安心家电，请问有什么可以帮您？
T2,2,坐席,我的电饭煲坏了
T2,3,客户,请您稍等，我帮您查一下。
T2,4,坐席,这个我自己处理不了啊
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-speakers-"));
  put(folder, { "talks.csv": TALKS });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function audited(...options: readonly string[]): Promise<AuditResult> {
  const args = [
    "audit",
    "talks.csv",
    "--only",
    "wording/cannot-handle",
    "--format",
    "json=out.json",
    ...options,
  ];
  const ran = await deskcheck(args, { cwd: folder });
  expect(`${ran.stderr}${ran.code}`).toMatch(/[01]$/);
  return JSON.parse(readFileSync(join(folder, "out.json"), "utf8"));
}

/** What the rule said of the calls, and what the ledger says of swapped labels. */
function seen({ rules, findings, ledger }: AuditResult) {
  const { pass, fail, notAssessed, missing } = rules.find(({ id }) => id === "wording/cannot-handle")!;
  const entries = ledger.flatMap((file) => file.entries);
  const swapped = entries.filter(({ code }) => code === "speakers-swapped");
  return {
    verdicts: { pass, fail, notAssessed, missing },
    found: [...findings].map(({ contact, line }) => ({ contact, line })),
    swapped: swapped.map(({ count, lines }) => ({ count, lines })),
  };
}

test("where the labels look swapped, who spoke is not judged, and the ledger shows the line", async () => {
  expect(seen(await audited())).toEqual({
    verdicts: { pass: 1, fail: 0, notAssessed: 1, missing: ["speaker"] },
    found: [],
    swapped: [{ count: 1, lines: [5] }],
  });
});

test("--trust-speakers takes the labels at their word", async () => {
  expect(seen(await audited("--trust-speakers"))).toEqual({
    verdicts: { pass: 1, fail: 1, notAssessed: 0, missing: [] },
    found: [{ contact: "T2", line: 8 }],
    swapped: [],
  });
});

test("the reader is told of the option", async () => {
  const { stdout, stderr } = await deskcheck(["audit", "talks.csv", "--locale", "en"], { cwd: folder });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/speakers look swapped/);
  expect(stdout).toContain("--trust-speakers");
});
