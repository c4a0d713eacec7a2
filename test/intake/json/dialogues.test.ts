import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { formatUserError } from "../../../src/messages/errors.js";
import { UserError } from "../../../src/model/user-error.js";
import { readExport } from "../vendors/page.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const CALL = {
  CustomerMetadata: { ContactId: "c-1" },
  Transcript: [
    { ParticipantId: "AGENT", Content: "您好", BeginOffsetMillis: 0, EndOffsetMillis: 900 },
    { ParticipantId: "CUSTOMER", Content: "退款", BeginOffsetMillis: 1000, EndOffsetMillis: 1500 },
  ],
};
const TURNS = ["agent · 0–0.9 s · 您好", "customer · 1–1.5 s · 退款"];

async function turnsOf(path: string): Promise<readonly string[]> {
  const { contacts } = await readExport(path, "Asia/Shanghai");
  return contacts.flatMap(({ turns }) => turns.map((turn) => turn.replace(/^line \d+ · /, "")));
}

describe("dialogues in JSON", () => {
  test.each([
    ["printed on one line", JSON.stringify(CALL)],
    ["printed over many lines", JSON.stringify(CALL, null, 2)],
    ["with a byte order mark", `\ufeff${JSON.stringify(CALL)}`],
    ["in UTF-16", Buffer.from(`\ufeff${JSON.stringify(CALL)}`, "utf16le")],
    ["compressed", gzipSync(JSON.stringify(CALL))],
  ])("%s", async (_, content) => {
    expect(await turnsOf(file("call.json", content))).toEqual(TURNS);
  });

  test("one a line are as many contacts", async () => {
    const second = { ...CALL, CustomerMetadata: { ContactId: "c-2" } };
    const path = file("calls.jsonl", `${JSON.stringify(CALL)}\n${JSON.stringify(second)}\n`);
    const { contacts } = await readExport(path, "Asia/Shanghai");
    expect(contacts.map(({ values }) => values["contact-id"])).toEqual(["c-1", "c-2"]);
  });

  test("Alibaba's other shapes: dialogues without times, turns called content", async () => {
    const untimed = { tickets: [{ tid: "t-1", dialogue: [{ role: "客服", words: "您好" }] }] };
    expect(await turnsOf(file("untimed.json", JSON.stringify(untimed)))).toEqual(["agent · – s · 您好"]);
    const content = {
      data: {
        conversationList: [{ id: "t-2", dialogues: [{ role: "0", content: "退款", begin: 5, end: 10 }] }],
      },
    };
    expect(await turnsOf(file("content.json", JSON.stringify(content)))).toEqual([
      "customer · 0.005–0.01 s · 退款",
    ]);
  });

  test("a profile of one's own says where the turns are", async () => {
    const profile = file(
      "ours.yaml",
      `vendor: Ours
exports:
  - id: ours
    kind: transcripts
    json: { dialogues: [calls], turns: [lines], from-dialogue: { call: [id] } }
    columns: { contact-id: call, speaker: by, text: said, start-seconds: { header: at, unit: ms } }`,
    );
    const calls = { calls: [{ id: "k-1", lines: [{ by: "客服", said: "您好", at: 20 }] }] };
    const path = file("ours.json", JSON.stringify(calls));
    const { contacts, ledger } = await readExport(path, "Asia/Shanghai", { profile });
    expect(contacts.map(({ turns }) => turns)).toEqual([["line 2 · agent · 0.02– s · 您好"]]);
    expect(ledger.read).toMatchObject({ profile: "Ours", delimiter: "JSON" });
  });

  test("JSON that holds no dialogue is refused, and so is JSON that was cut short", async () => {
    const other = file("other.json", '{"schemaVersion":"1.0"}');
    await expect(readExport(other, "UTC")).rejects.toMatchObject({ code: "json-unknown" });
    const cut = file("cut.json", JSON.stringify(CALL, null, 2).slice(0, 100));
    const error = await readExport(cut, "UTC").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "json-broken", place: { line: 7 } });
    if (error instanceof UserError) expect(formatUserError(error, "zh-CN")).toContain("重新下载");
  });

  test("a table whose header begins with a bracket is no JSON", async () => {
    const path = file("table.csv", "[call id],start time,outcome\n1,2026-03-02 09:00:00,answered\n");
    const { contacts } = await readExport(path, "Asia/Shanghai");
    expect(contacts).toHaveLength(1);
  });
});
