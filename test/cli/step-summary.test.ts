import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deskFolder } from "./desk.js";
import { deskcheck } from "./run.js";

let folder = "";
let remove = () => {};
beforeAll(() => {
  ({ folder, remove } = deskFolder());
});
afterAll(() => remove());

const audit = (summary: string | undefined, ...more: readonly string[]) =>
  deskcheck(["audit", "calls.csv", "talks.csv", ...more], {
    cwd: folder,
    env: summary === undefined ? {} : { GITHUB_STEP_SUMMARY: join(folder, summary) },
  });

it("appends the Markdown report to the summary of a step, and changes nothing else", async () => {
  writeFileSync(join(folder, "summary.md"), "of an earlier step\n");
  const plain = await audit(undefined);
  const ran = await audit("summary.md");
  expect(ran).toEqual(plain);
  const { stdout: markdown } = await audit(undefined, "--format", "markdown");
  expect(readFileSync(join(folder, "summary.md"), "utf8")).toBe(`of an earlier step\n${markdown}`);
});

it("writes no more than GitHub takes of a step, and nothing rather than half a report", async () => {
  writeFileSync(join(folder, "full.md"), "x".repeat(1024 * 1024 - 100));
  expect((await audit("full.md")).code).toBe(1);
  expect(readFileSync(join(folder, "full.md")).length).toBe(1024 * 1024 - 100);
});

it("says where it cannot be written", async () => {
  const ran = await audit("calls.csv/summary.md");
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("summary.md");
});

it("is the audit's: a report of a saved result adds no second one", async () => {
  await audit(undefined, "--format", "json=result.json");
  const env = { GITHUB_STEP_SUMMARY: join(folder, "again.md") };
  const ran = await deskcheck(["report", "result.json", "--format", "csv=x.csv"], { cwd: folder, env });
  expect(ran.code).toBe(1);
  expect(existsSync(join(folder, "again.md"))).toBe(false);
});
