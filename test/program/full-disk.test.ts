import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openShelf } from "../../src/intake/shelf.js";
import { openSpill } from "../../src/intake/spill.js";
import { deskcheck } from "../cli/run.js";
import { BIN, namesIn, type Scene, scene } from "./program.js";

/** A disk of this many KiB, where this user may mount one. */
const SIZE = 64;
let desk: Scene;
let disk = "";
let mounted = false;
beforeAll(() => {
  desk = scene(4000);
  disk = mkdtempSync(join(tmpdir(), "deskcheck-small-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}k`, "tmpfs", disk]);
  mounted = status === 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  // what a shelf holds open is closed when nobody walks it any more
  if (mounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
  desk.remove();
});

const leftIn = (folder: string) => namesIn(folder).filter((name) => name !== "out");
const REASON = "a small disk cannot be mounted here";

test.for(["json=result.json", "html=report.html", "csv=findings.csv", "xlsx=book.xlsx", "coaching=sheets"])(
  "%s does not fit: an error, and nothing half written",
  async (format, { skip }) => {
    skip(!mounted, REASON);
    const out = join(disk, "out");
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    const args = ["audit", "calls.csv", "--locale", "en", "-f", format.replace("=", `=${out}/`)];
    const ran = await deskcheck(args, { cwd: desk.folder, env: { LANG: "en_US.UTF-8" } });
    expect(ran.stderr).toMatch(/^error: cannot write the report to \S+: the disk is full \(ENOSPC\)\n/);
    expect({ code: ran.code, left: namesIn(out) }).toEqual({ code: 2, left: [] });
  },
);

test("what is unpacked does not fit", async ({ skip }) => {
  skip(!mounted, REASON);
  vi.stubEnv("TMPDIR", disk);
  const ran = await deskcheck(["audit", "calls.csv.gz"], { cwd: desk.folder, env: { LANG: "en_US.UTF-8" } });
  expect(ran.stderr).toMatch(/^error: cannot write temporary files to \S+: the disk is full \(ENOSPC\)\n/);
  expect({ code: ran.code, left: leftIn(disk) }).toEqual({ code: 2, left: [] });
});

test("what is put aside does not fit", ({ skip }) => {
  skip(!mounted, REASON);
  vi.stubEnv("TMPDIR", disk);
  const spill = openSpill(1000);
  const shelf = openShelf<string>(() => 0, 2);
  const piece = "x".repeat(SIZE * 1024);
  const full = expect.objectContaining({ code: "no-room", args: { folder: disk, reason: "ENOSPC" } });
  expect(() => spill.add(1, Buffer.from(piece))).toThrow(full);
  expect(() => shelf.add(piece)).not.toThrow();
  expect(() => shelf.add(piece)).toThrow(full);
  spill.close();
  expect(leftIn(disk)).toEqual([]);
});

test("standard output does not take the report", ({ skip }) => {
  skip(!existsSync("/dev/full"), "there is no /dev/full");
  const ran = spawnSync("sh", ["-c", `"$0" "$1" audit calls.csv > /dev/full`, process.execPath, BIN], {
    cwd: desk.folder,
    encoding: "utf8",
    env: { ...process.env, LANG: "en_US.UTF-8" },
  });
  expect(ran.stderr).toMatch(/^error: cannot write to standard output: the disk is full \(ENOSPC\)\n/);
  expect(ran.status).toBe(2);
});
