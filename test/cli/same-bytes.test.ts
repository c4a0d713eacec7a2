import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskFolder } from "./desk.js";
import { deskcheck } from "./run.js";

const demo = new URL("../../fixtures/demo/", import.meta.url).pathname;
const FORMATS = [
  "json",
  "ndjson",
  "csv",
  "csv-agents",
  "csv-rules",
  "sarif",
  "junit",
  "gitlab",
  "xlsx",
  "html",
];
const FILES = readdirSync(demo).sort();

let folder = "";
let first: Awaited<ReturnType<typeof reports>> = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-same-"));
  cpSync(demo, folder, { recursive: true });
  first = await reports(FILES);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every report of an audit of the demo's files in this order. */
async function reports(
  files: readonly string[],
  env: Record<string, string> = {},
): Promise<readonly (readonly [string, Buffer])[]> {
  const asked = FORMATS.flatMap((format) => ["--format", `${format}=out/${format}`]);
  const ran = await deskcheck(["audit", ...files, "--locale", "zh-CN", ...asked], { cwd: folder, env });
  expect(ran.code).toBeLessThan(2);
  return FORMATS.map((format) => [format, readFileSync(join(folder, "out", format))]);
}

function same(found: Awaited<ReturnType<typeof reports>>): void {
  for (const [at, [format, bytes]] of found.entries()) {
    expect(bytes.length).toBeGreaterThan(0);
    expect(`${format} ${bytes.equals(first[at]![1])}`).toBe(`${format} true`);
  }
}

describe("the same data is the same bytes", { timeout: 120_000 }, () => {
  it("run after run", async () => {
    same(await reports(FILES));
  });

  it("in whichever order files are named, and named twice", async () => {
    same(await reports([...FILES.toReversed(), FILES[0]!]));
  });

  it("named by a pattern, whatever zone and language the machine is set to", async () => {
    const before = process.env.TZ;
    process.env.TZ = "Pacific/Chatham";
    try {
      same(await reports(["*.csv"], { LANG: "en_US.UTF-8", TZ: "Pacific/Chatham", LC_ALL: "tr_TR" }));
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it("and a result says nothing of the reader's language", async () => {
    const { folder: desk, remove } = deskFolder();
    const saved = async (locale: string) => {
      await deskcheck(["audit", "*.csv", "--locale", locale, "--format", "json=result.json"], { cwd: desk });
      return readFileSync(join(desk, "result.json"), "utf8");
    };
    expect(await saved("en")).toBe(await saved("zh-CN"));
    remove();
  });
});
