import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskFolder } from "./desk.js";
import { deskcheck, transcript } from "./run.js";

const demo = new URL("../../fixtures/demo/", import.meta.url).pathname;
const command = new URL("../../bin/deskcheck.js", import.meta.url).pathname;
const FORMATS = ["json", "csv", "sarif", "html", "xlsx", "markdown"];
const AS_OF = ["--as-of", "2026-03-09 18:00"];

let folder = "";
let whole: readonly Buffer[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "deskcheck-shards-"));
  cpSync(demo, folder, { recursive: true });
  whole = await reports(["audit", "*.csv"], "whole");
  for (const index of [1, 2, 3]) expect(await shard(folder, `${index}/3`)).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function shard(cwd: string, share: string, ...more: readonly string[]): Promise<number> {
  const { code, stdout, stderr } = await deskcheck(["audit", "*.csv", "--shard", share, ...more], { cwd });
  expect(stdout + stderr).toBe("");
  return code;
}

async function reports(args: readonly string[], into: string, cwd = folder): Promise<readonly Buffer[]> {
  const asked = FORMATS.flatMap((format) => ["--format", `${format}=${into}/${format}`]);
  const { code } = await deskcheck([...args, "--locale", "zh-CN", ...asked], { cwd });
  expect(code).toBe(1);
  return FORMATS.map((format) => readFileSync(join(cwd, into, format)));
}

function expectSame(found: readonly Buffer[], expected = whole): void {
  FORMATS.forEach((format, at) => {
    expect(`${format} ${found[at]!.equals(expected[at]!)}`).toBe(`${format} true`);
  });
}

describe("shards, merged", { timeout: 120_000 }, () => {
  it("give every report of an audit in one, to the byte", async () => {
    expectSame(await reports(["merge", "deskcheck-*-of-3.blob"], "merged"));
    const blobs = [3, 1, 2].map((index) => `deskcheck-${index}-of-3.blob`);
    expectSame(await reports(["merge", ...blobs], "merged-too"));
  });

  it("may be one, and may be compressed", async () => {
    const path = mkdtempSync(join(tmpdir(), "deskcheck-shards-"));
    cpSync(demo, path, { recursive: true });
    await shard(path, "1/1", "--blob", "only.blob.gz");
    expect(gunzipSync(readFileSync(join(path, "only.blob.gz"))).toString("latin1")).toMatch(
      /^deskcheck-shard/,
    );
    expectSame(await reports(["merge", "only.blob.gz"], "merged", path));
    rmSync(path, { recursive: true });
  });

  it("need neither data nor config nor the desk's own standard any more, and keep the exit code", async () => {
    const desk = deskFolder();
    const cwd = desk.folder;
    const saved = async (args: readonly string[], file: string) => {
      const { code } = await deskcheck([...args, "--format", `json=${file}`], { cwd });
      return [code, readFileSync(join(cwd, file), "utf8")];
    };
    const expected = await saved(["audit", "*.csv"], "whole.json");
    for (const index of [1, 2]) await shard(cwd, `${index}/2`);
    for (const name of readdirSync(cwd)) if (/\.(csv|yaml)$/.test(name)) rmSync(join(cwd, name));
    expect(await saved(["merge", "*.blob"], "merged.json")).toEqual(expected);
    desk.remove();
  });

  it("are the same bytes run after run", async () => {
    const before = readFileSync(join(folder, "deskcheck-2-of-3.blob"));
    await shard(folder, "2/3", "--blob", "again.blob");
    expect(readFileSync(join(folder, "again.blob")).equals(before)).toBe(true);
    rmSync(join(folder, "again.blob"));
  });

  it("are refused where they do not make one audit", async () => {
    await shard(folder, "2/3", ...AS_OF, "--blob", "other-as-of.blob");
    await shard(folder, "2/3", "--skip", "wording/cannot-handle", "--blob", "other-rules.blob");
    await shard(folder, "2/4", "--blob", "of-four.blob");
    const good = readFileSync(join(folder, "deskcheck-2-of-3.blob"));
    cpSync(join(folder, "deskcheck-2-of-3.blob"), join(folder, "copy.blob"));
    writeFileSync(join(folder, "cut-off.blob"), good.subarray(0, good.length - 100));
    writeFileSync(join(folder, "cut-off.blob.gz"), gzipSync(good).subarray(0, 1000));
    const old = good.toString("latin1").replace('"version":"0.1.0"', '"version":"0.0.1"');
    writeFileSync(join(folder, "old.blob"), Buffer.from(old, "latin1"));
    const [first, third] = ["deskcheck-1-of-3.blob", "deskcheck-3-of-3.blob"];
    const pages: string[] = [];
    for (const args of [
      [first, third],
      [first, "deskcheck-2-of-3.blob", "copy.blob", third],
      [first, "other-as-of.blob", third],
      [first, "other-rules.blob", third],
      [first, "of-four.blob", third],
      [first, "cut-off.blob", third],
      [first, "cut-off.blob.gz", third],
      [first, "old.blob", third],
      [first, "whole/json", third],
      [first, "gone.blob", third],
    ]) {
      const ran = await deskcheck(["merge", ...args], { cwd: folder });
      expect(ran.code).toBe(2);
      pages.push(transcript(["merge", ...args], ran));
    }
    for (const args of [
      ["audit", "*.csv", "--shard", "1/3", "--format", "json"],
      ["audit", "*.csv", "--blob", "part.blob"],
      ["audit", "*.csv", "--shard", "4/3"],
      ["audit", "*.csv", "--shard", "1/3", "--blob", "calls.csv/part.blob"],
    ]) {
      const ran = await deskcheck(args, { cwd: folder });
      expect(ran.code).toBe(2);
      pages.push(transcript(args, ran));
    }
    await expect(pages.join("\n")).toMatchFileSnapshot("transcripts/shards.md");
  });
});

/** Threads run the built program: they cannot be started from its sources. */
describe("threads", { timeout: 120_000 }, () => {
  const run = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8", input });

  it.each([3])("%i of them give the same bytes", (threads) => {
    const { status } = run(["audit", "*.csv", "--threads", `${threads}`, "--format", "json=threads.json"]);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, "threads.json")).equals(whole[0]!)).toBe(true);
  });

  it("also of a shard, and of what comes on standard input", () => {
    const input = readFileSync(join(folder, "transcripts.csv"), "utf8");
    const one = run(["audit", "-", "--format", "json"], input);
    for (const index of [1, 2]) run(["audit", "-", "--shard", `${index}/2`, "--threads", "2"], input);
    const { stdout } = run(["merge", "deskcheck-1-of-2.blob", "deskcheck-2-of-2.blob", "--format", "json"]);
    expect(stdout === one.stdout && stdout.length > 1000).toBe(true);
  });

  it("say what is wrong with a file as one does", () => {
    writeFileSync(join(folder, "broken.csv"), '流水号,序号,说话人,文本\n1,1,坐席,"您好\n');
    const [one, two] = ["1", "2"].map((threads) => run(["audit", "broken.csv", "--threads", threads]));
    expect([two!.status, two!.stderr, two!.stdout]).toEqual([one!.status, one!.stderr, one!.stdout]);
    rmSync(join(folder, "broken.csv"));
  });
});
