import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { calls, deskFolder, put } from "../cli/desk.js";

export const BIN = new URL("../../bin/deskcheck.js", import.meta.url).pathname;

/** A desk with so many calls and a temporary folder of its own, where the program runs as a process of its own. */
export interface Scene {
  readonly folder: string;
  readonly temporary: string;
  start(args: readonly string[]): Running;
  remove(): void;
}

export interface Running {
  readonly process: ChildProcess;
  readonly done: Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

export function scene(count = 12): Scene {
  const { folder, remove } = deskFolder();
  const temporary = mkdtempSync(join(tmpdir(), "deskcheck-own-temporary-"));
  const log = slowCalls(count);
  const config = "standard: [./desk.yaml]\ngates: { score: { min: 60 } }\n";
  put(folder, { "deskcheck.config.yaml": config, "calls.csv": log, "calls.csv.gz": gzipSync(log) });
  mkdirSync(join(folder, "out"));
  return {
    folder,
    temporary,
    start: (args) => started(args, folder, temporary),
    remove: () => {
      remove();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** Waits until something holds, looking every other millisecond. False where the process ended before. */
export async function until({ done }: Running, holds: () => boolean): Promise<boolean> {
  let ended = false;
  void done.then(() => {
    ended = true;
  });
  while (!holds()) {
    if (ended) return false;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return true;
}

export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Calls that all rang too long: each is a finding, so that reports take their time. */
function slowCalls(count: number): string {
  const [header] = calls().split("\n");
  const midnight = Date.UTC(2026, 2, 2);
  const rows = Array.from({ length: count }, (_, at) => {
    const time = new Date(midnight + at * 1000).toISOString().replace("T", " ").slice(0, 19);
    return `T${at},坐席${at % 30},一组,呼入,${time},已接听,31`;
  });
  return `${[header, ...rows].join("\n")}\n`;
}

function started(args: readonly string[], cwd: string, temporary: string): Running {
  const env = { ...process.env, LANG: "en_US.UTF-8", TMPDIR: temporary };
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const done = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
  return { process: child, done };
}
