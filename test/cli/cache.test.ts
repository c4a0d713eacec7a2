import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskFolder, put, talks } from "./desk.js";
import { deskcheck } from "./run.js";

let folder = "";
let remove = () => {};
beforeAll(() => {
  ({ folder, remove } = deskFolder());
});
afterAll(() => remove());

async function audit(...options: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await deskcheck(["audit", "*.csv", "--format", "json", ...options], {
    cwd: folder,
  });
  expect(stderr).toBe("");
  expect(code).toBeLessThan(2);
  return stdout;
}

const kept = () => readdirSync(join(folder, "kept")).filter((name) => name.endsWith(".hits"));
const bytesOf = (name: string) => readFileSync(join(folder, "kept", name));

describe("a cache", { timeout: 60_000 }, () => {
  it("changes no byte of the result, and what is in it is not scanned again", async () => {
    const plain = await audit();
    expect(await audit("--cache", "kept")).toBe(plain);
    expect(await audit("--cache", "kept")).toBe(plain);
    const [name, ...more] = kept();
    expect(more).toEqual([]);
    // whoever believes the cache and does not scan finds what the cache says: here, the hits of a desk where nobody is rude
    const [rude] = [bytesOf(name!)];
    const other = deskFolder();
    put(other.folder, { "talks.csv": talks([], "这个我处理不了。") });
    await deskcheck(["audit", "*.csv", "--cache", "kept", "--format", "json"], { cwd: other.folder });
    const [calm] = readdirSync(join(other.folder, "kept"));
    cpSync(join(other.folder, "kept", calm!), join(folder, "kept", name!));
    other.remove();
    expect(await audit("--cache", "kept")).not.toContain('"rule":"desk/cannot-handle"');
    writeFileSync(join(folder, "kept", name!), rude!);
    expect(await audit("--cache", "kept")).toBe(plain);
  });

  it("is of no use to another text, standard, config or choice of rules", async () => {
    const before = kept().length;
    put(folder, { "talks.csv": talks([2]) });
    expect(await audit("--cache", "kept")).toBe(await audit());
    expect(kept()).toHaveLength(before + 1);
    await audit("--cache", "kept", "--set", "desk/cannot-handle.severity=minor");
    expect(kept()).toHaveLength(before + 2);
    await audit("--cache", "kept", "--skip", "desk/cannot-handle");
    expect(kept()).toHaveLength(before + 3);
    put(folder, { "talks.csv": talks() });
    await audit("--cache", "kept");
    expect(kept()).toHaveLength(before + 3);
  });

  it("that is damaged counts as not there, and is written anew", async () => {
    rmSync(join(folder, "kept"), { recursive: true });
    const plain = await audit("--cache", "kept");
    const [name] = kept();
    const whole = bytesOf(name!);
    for (const length of [whole.length - 3, 100, 3, 0]) {
      truncateSync(join(folder, "kept", name!), length);
      expect(await audit("--cache", "kept")).toBe(plain);
      expect(bytesOf(name!).equals(whole)).toBe(true);
    }
    writeFileSync(join(folder, "kept", name!), "not a cache at all, and longer than a head");
    expect(await audit("--cache", "kept")).toBe(plain);
    expect(bytesOf(name!).equals(whole)).toBe(true);
  });

  it("may be filled by shards, and serves an audit in one", async () => {
    rmSync(join(folder, "kept"), { recursive: true });
    const run = (...args: readonly string[]) => deskcheck(["audit", "*.csv", ...args], { cwd: folder });
    for (const shard of ["1/2", "2/2", "1/2"]) await run("--shard", shard, "--cache", "kept");
    const names = kept().map((name) => name.replace(/^[0-9a-f]+/, "key"));
    expect(names).toEqual(["key.1-of-2.hits", "key.2-of-2.hits"]);
    expect(await audit("--cache", "kept")).toBe(await audit());
    expect(kept()).toHaveLength(2);
  });

  it("that cannot be written is said before the audit", async () => {
    const { stderr, code } = await deskcheck(["audit", "*.csv", "--cache", "calls.csv/kept"], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/calls\.csv/);
  });
});

describe("a cache of real files", { timeout: 60_000 }, () => {
  it("changes no byte of the demo's result, with files of every kind", async () => {
    const demo = new URL("../../fixtures/demo/", import.meta.url).pathname;
    const cwd = mkdtempSync(join(tmpdir(), "deskcheck-cache-"));
    cpSync(demo, cwd, { recursive: true });
    const run = async (...options: readonly string[]) =>
      (await deskcheck(["audit", "*.csv", "--format", "json", ...options], { cwd })).stdout;
    const plain = await run();
    for (let time = 0; time < 2; time++) expect((await run("--cache", "kept")) === plain).toBe(true);
    expect(readdirSync(join(cwd, "kept"))).toHaveLength(2);
    rmSync(cwd, { recursive: true });
  });
});
