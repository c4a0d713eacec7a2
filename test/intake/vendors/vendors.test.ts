import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { page, readExport } from "./page.js";

const FOLDER = "fixtures/vendors";

/** The desk's zone of each vendor's fixtures. */
const ZONES: Readonly<Record<string, string>> = {
  "3cx": "Europe/Berlin",
  "aliyun-ccc": "Asia/Shanghai",
  "aliyun-dialogue": "Asia/Shanghai",
  "netease-qiyu": "Asia/Shanghai",
  "tencent-ccc": "Asia/Shanghai",
  "tencent-qidian": "Asia/Shanghai",
  "tinet-clink": "Asia/Shanghai",
  yeastar: "Asia/Shanghai",
};

const FILES = readdirSync(FOLDER).flatMap((vendor) =>
  readdirSync(join(FOLDER, vendor))
    .filter((name) => /\.(csv|txt|json)$/.test(name) && !name.endsWith(".contacts.txt"))
    .map((name) => ({ vendor, name, path: `${FOLDER}/${vendor}/${name}` })),
);

describe("each vendor's export is read as the page beside it says", () => {
  test.each(FILES)("$vendor/$name", async ({ vendor, path }) => {
    const shown = await readExport(path, ZONES[vendor] ?? "America/New_York").then(page, (error) =>
      refusal(error),
    );
    await expect(shown).toMatchFileSnapshot(`../../../${path}.contacts.txt`);
  });
});

function refusal(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) throw error;
  return `refused: ${String(error.code)}\n`;
}
