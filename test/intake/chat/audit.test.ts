import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { AuditResult, Finding } from "../../../src/model/result.js";
import { deskcheck } from "../../cli/run.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A standard of one rule, so that the built-in one may change. */
writeFileSync(
  join(folder, "ours.yaml"),
  `name: ours
version: "1"
rules:
  - id: ours/cannot-handle
    title: 不说处理不了
    clause: 不说处理不了
    source: test
    dimension: assurance
    severity: major
    check: phrase
    never: [处理不了]
    advice: 我来想办法
    examples: { fails: [这个我处理不了。], passes: [好的。] }
`,
);
writeFileSync(join(folder, "deskcheck.config.yaml"), "standard: ./ours.yaml\n");

type Result = Omit<AuditResult, "findings"> & { readonly findings: readonly Finding[] };

async function audited(...files: readonly [name: string, content: string][]): Promise<Result> {
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const names = files.map(([name]) => name);
  const { stdout, stderr } = await deskcheck(["audit", ...names, "--format", "json"], { cwd: folder });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Result;
}

const HEADER = "客服,所在组织架构,客户,会话开始时间,会话通路,首次响应时长(秒),会话时长(秒),会话记录\n";
const row = (customer: string, chat: string, minute = "10") =>
  `小王(3001),客服部,${customer},2026-03-02 20:${minute}:30,网页,12,200,"${chat}"\n`;
const CHAT = `日期 2026-03-02
访客A    20:10:33
请问这款还有吗？
小王(3001)    20:10:45
这个我处理不了。
`;

describe("an audit of chats that stand in one cell each", () => {
  test("judges their wording, and points at the line in the cell", async () => {
    const result = await audited(["a.csv", HEADER + row("访客A", CHAT)]);
    expect(result.totals).toMatchObject({ contacts: 1, turns: 2 });
    const finding = result.findings.find(({ rule }) => rule === "ours/cannot-handle");
    expect(finding).toMatchObject({ file: "a.csv", line: 6, turn: 2, agent: "小王(3001)" });
    expect(finding?.at).toBe("2026-03-02T20:10:45+08:00");
  });

  test("a chat without beginnings of messages is said to be unreadable, and its row stays", async () => {
    const result = await audited(["b.csv", HEADER + row("访客A", "您好\n再见")]);
    expect(result.totals).toMatchObject({ contacts: 1, turns: 0 });
    expect(result.ledger[0]?.entries).toContainEqual(
      expect.objectContaining({ code: "chat-unreadable", count: 1, lines: [2], sample: "您好\n再见" }),
    );
  });

  test("the second row of a contact is a duplicate, and its chat is not judged again", async () => {
    const twice = row("访客A", CHAT);
    const result = await audited(["c.csv", HEADER + twice + twice]);
    expect(result.totals).toMatchObject({ contacts: 1, turns: 2 });
    expect(result.ledger[0]).toMatchObject({ rows: 2, audited: 1, duplicate: 1 });
  });

  test("a contact whose turns have a file of their own is judged by that", async () => {
    const id = "小王(3001)/访客A/2026-03-02 20:10:30/200";
    const turns = `会话ID,发言人,时间,内容\n${id},客服,2026-03-02 20:10:45,您好\n${id},客户,2026-03-02 20:10:50,谢谢\n${id},客服,2026-03-02 20:10:55,再见\n`;
    const result = await audited(
      ["d.csv", HEADER + row("访客A", CHAT) + row("访客B", CHAT, "20")],
      ["e.csv", turns],
    );
    expect(result.totals).toMatchObject({ contacts: 2, turns: 5 });
  });
});
