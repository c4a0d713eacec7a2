import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readExport } from "../vendors/page.js";

const folder = mkdtempSync(join(tmpdir(), "deskcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = "客服,所在组织架构,客户,会话开始时间,会话通路,首次响应时长(秒),会话时长(秒),会话记录\r\n";
const START = Date.UTC(2026, 2, 2, 23, 50);

function turnsOf(chat: string): Promise<readonly string[]> {
  const path = join(folder, "chat.csv");
  const cell = `"${chat.replaceAll('"', '""')}"`;
  writeFileSync(path, `${HEADER}小王(3001),客服部,访客A,2026-03-02 23:50:00,网页,12,200,${cell}\r\n`);
  return readExport(path, "UTC").then(({ contacts }) =>
    (contacts[0]?.turns ?? []).map((turn) => turn.replace(/^line \d+ · /, "")),
  );
}

/** A line that somebody says: nothing that could be another message's beginning or a separating line. */
const said = fc
  .array(fc.constantFrom("您好", "好的", "退款", '"', ",", "a b", "12", "？", "😀", "|x|"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(""));
const message = fc.record({
  agent: fc.boolean(),
  gap: fc.integer({ min: 0, max: 3000 }),
  lines: fc.array(said, { minLength: 1, maxLength: 3 }),
});

describe("a chat in one cell", () => {
  test("whatever is said in it is read as it was written, over midnight too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (messages, end) => {
          let at = START;
          const expected: string[] = [];
          const written = messages.map(({ agent, gap, lines }) => {
            at += gap * 1000;
            const iso = new Date(at).toISOString().slice(0, 19);
            // lines of a cell that end in CR and LF keep the CR
            const text = lines.join(end).replace(/[\r\n]/g, "⏎");
            expected.push(`${agent ? "agent" : "customer"} · ${iso}+00:00 · ${text}`);
            return [`${agent ? "小王(3001)" : "访客A"}    ${iso.slice(11)}`, ...lines].join(end);
          });
          const turns = await turnsOf(written.join(end) + end);
          expect(turns.map((turn) => turn.replace("Z ·", "+00:00 ·"))).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("no cell is too strange to be read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200, unit: "binary" }), async (chat) => {
        await expect(turnsOf(`访客A 23:51:00\n${chat.replaceAll("\0", "")}`)).resolves.not.toHaveLength(0);
      }),
      { numRuns: 30 },
    );
  });

  test("a day in the chat counts from there on", async () => {
    const turns = await turnsOf("访客A 23:51:00\n在吗\n日期 2026-03-05\n小王(3001) 09:00:00\n在的\n");
    expect(turns).toEqual([
      expect.stringMatching(/^customer · 2026-03-02T23:51:00/),
      expect.stringMatching(/^agent · 2026-03-05T09:00:00/),
    ]);
  });
});
