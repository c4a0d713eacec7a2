import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { namesIn, type Scene, scene } from "./program.js";

const OUTPUTS = ["result.json", "report.html", "findings.csv", "book.xlsx", "sheets"];
const FORMATS = ["json", "html", "csv", "xlsx", "coaching"];
const ARGS = [
  "audit",
  "calls.csv.gz",
  ...FORMATS.flatMap((name, at) => ["-f", `${name}=out/${OUTPUTS[at]}`]),
];
/** The moments of an audit, from its first to its last, at which it is killed. */
const KILLS = 12;

let desk: Scene;
let out = "";
let whole: Readonly<Record<string, string>> = {};
let takes = 0;
beforeAll(async () => {
  desk = scene(4000);
  out = join(desk.folder, "out");
  const began = performance.now();
  expect((await desk.start(ARGS).done).code).toBe(1);
  takes = performance.now() - began;
  whole = results();
  expect(Object.keys(whole)).toEqual(OUTPUTS.toSorted());
}, 120_000);
afterAll(() => desk.remove());

/** The reports that stand under their final names, by the hash of what they hold. */
function results(): Readonly<Record<string, string>> {
  const names = namesIn(out).filter((name) => !name.startsWith("."));
  return Object.fromEntries(names.map((name) => [name, hashOf(join(out, name))]));
}

function hashOf(path: string): string {
  const hash = createHash("sha256");
  const files = statSync(path).isDirectory() ? namesIn(path).map((name) => join(path, name)) : [path];
  for (const file of files) hash.update(file.slice(path.length)).update(readFileSync(file));
  return hash.digest("hex");
}

test("killed at any moment, no report is half written, and the next audit succeeds and tidies up", async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    rmSync(out, { recursive: true, force: true });
    const running = desk.start(ARGS);
    const after = ((kill + Math.random()) / KILLS) * takes;
    const timer = setTimeout(() => running.process.kill("SIGKILL"), after);
    await running.done;
    clearTimeout(timer);
    for (const [name, hash] of Object.entries(results()))
      expect(`${name} ${hash} ${after}`).toBe(`${name} ${whole[name]} ${after}`);
  }
  const left = [out, desk.temporary].flatMap((folder) => namesIn(folder).map((name) => join(folder, name)));
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const path of left) utimesSync(path, longAgo, longAgo);
  expect(await desk.start(ARGS).done).toEqual({ code: 1, signal: null, stderr: "" });
  expect(results()).toEqual(whole);
  expect(namesIn(out)).toEqual(OUTPUTS.toSorted());
  expect(namesIn(desk.temporary)).toEqual([]);
}, 240_000);
