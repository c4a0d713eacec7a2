import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { auditShare, finishAudit, runAudit } from "../../src/audit/audit.js";
import { addJudged, judgedOf } from "../../src/audit/judged.js";
import { knownOf, restored } from "../../src/audit/known.js";
import { planAudit } from "../../src/commands/plan.js";
import { DEFAULT_OPTIONS, FORMATS } from "../../src/reports/index.js";

const SILENT = { advance: () => {} };
const fixtures = new URL("../../fixtures/", import.meta.url).pathname;
const real = process.env.DESKCHECK_REAL_DATA;

function planOf(folder: string, files: readonly string[], set: readonly string[] = []) {
  return planAudit({ files, folder, env: {}, set, flags: {} }).plan;
}

/** The audit done in shares: each judges its contacts only, and what they came to is added up from plain data. */
function inShares(plan: ReturnType<typeof planOf>, of: number) {
  const shares = Array.from({ length: of }, (_, at) => auditShare(plan, { index: at + 1, of }, SILENT));
  const whole = restored(plan, structuredClone(knownOf(shares.at(-1)!)));
  for (const { state } of shares)
    addJudged(whole.state, structuredClone(judgedOf(state)), state.judge.findings);
  return finishAudit(plan, whole);
}

function json(result: ReturnType<typeof runAudit>): string {
  return [...FORMATS.json.report(result, DEFAULT_OPTIONS)].join("");
}

function scattered(): string {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-shares-"));
  const turn = (contact: number, index: number) =>
    `T${contact},${index},${index % 2 === 1 ? "坐席" : "客户"},${["您好", "我要投诉", "这个我处理不了"][index % 3]}`;
  const rows = [1, 2, 3, 4].flatMap((index) =>
    Array.from({ length: 40 }, (_, contact) => turn((contact * 7) % 40, index)),
  );
  writeFileSync(join(folder, "talks.csv"), `流水号,序号,说话人,文本\n${rows.join("\n")}\n`);
  return folder;
}

const mixed = scattered();
afterAll(() => rmSync(mixed, { recursive: true, force: true }));

const CASES: readonly (readonly [name: string, folder: string, files: readonly string[]])[] = [
  ["calls, transcripts, chats, e-mails and surveys", join(fixtures, "demo"), ["*.csv"]],
  ["turns that are scattered", mixed, ["*.csv"]],
  ...(real !== undefined && existsSync(real)
    ? ([
        ["conversations with calls and surveys", real, ["harper-valley-*.csv"]],
        ["chats", real, ["jd-chats-120.csv"]],
        ["calls of a call centre", real, ["call-centre-5000.csv"]],
      ] as const)
    : []),
];

/** Several rows a contact, events, chats in a cell, dialogues. */
const VENDORS = ["asterisk", "cisco-uccx", "intercom", "netease-qiyu", "twilio"] as const;

describe("an audit in shares", () => {
  it.each(CASES)("is the audit in one: %s", (_, folder, files) => {
    const plan = planOf(folder, files);
    const whole = json(runAudit(plan, SILENT));
    for (const of of [1, 2, 5]) expect(json(inShares(plan, of)) === whole).toBe(true);
  });

  it.each(VENDORS)("is the audit in one: an export of %s", (name) => {
    const folder = join(fixtures, "vendors", name);
    const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
    const plan = planOf(folder, files.slice(0, 1), ["timezone=Asia/Shanghai"]);
    expect(json(inShares(plan, 3)) === json(runAudit(plan, SILENT))).toBe(true);
  });

  it("judges every contact once", () => {
    const plan = planOf(join(fixtures, "demo"), ["*.csv"]);
    const counted = (index: number, of: number) =>
      auditShare(plan, { index, of }, SILENT).state.tally.codes.reduce((sum, count) => sum + count, 0);
    expect(counted(1, 1)).toBe(counted(1, 3) + counted(2, 3) + counted(3, 3));
    for (const index of [1, 2, 3]) expect(counted(index, 3)).toBeGreaterThan(0);
  });
});
