import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";
import { userError } from "../messages/errors.js";
import { appendLine, createLog, linesOf } from "./shared-log.js";

/** Where threads find the log of what must not outlive the process, if anybody reads it. */
const LOG = "deskcheck-temporaries";

/**
 * Has this thread and those that it starts say, before they make it, what must not outlive the process. The function returned
 * removes what is there; nothing may be at work any longer.
 */
export function watchTemporaries(): () => void {
  const log = createLog();
  setEnvironmentData(LOG, log);
  return () => {
    const left = new Set<string>();
    // the later of two lines about a path counts
    for (const line of linesOf(log)) {
      if (line.startsWith("+")) left.add(line.slice(1));
      else left.delete(line.slice(1));
    }
    for (const path of left) {
      try {
        clearAway(path);
      } catch {
        // there is nobody left to tell
      }
    }
  };
}

function announce(sign: "+" | "-", path: string): void {
  const log = getEnvironmentData(LOG);
  if (log instanceof SharedArrayBuffer) appendLine(log, `${sign}${path}`);
}

/** What is made under a temporary name: a new file, or what stood at the place before it. */
type Ending = "tmp" | "old";

/** A name beside `path` that this process alone uses. Nothing has it yet; `settled` when nothing has it any longer. */
export function beside(path: string, ending: Ending): string {
  const name = join(dirname(path), `.${basename(path)}.${process.pid}.${ending}`);
  announce("+", name);
  return name;
}

/** A new folder for temporary files, which only this user can read. `removeFolder` removes it. */
export function temporaryFolder(): string {
  sweep(tmpdir(), FOLDER);
  const path = join(tmpdir(), `deskcheck-${process.pid}-${randomBytes(6).toString("hex")}`);
  announce("+", path);
  return roomIn(path, () => {
    mkdirSync(path, { mode: 0o700 });
    return path;
  });
}

/** Does what needs room in a temporary folder. @throws UserError `no-room` where the disk is full or cannot be written */
export function roomIn<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw lackOfRoom(folder, error);
  }
}

/** What is said of an error while a temporary file was written; any other error as it is. */
export function lackOfRoom(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  if (!FULL.has(error.code) && !String("path" in error ? error.path : "").startsWith(folder)) return error;
  return userError("no-room", { folder: dirname(folder), reason: error.code });
}

/** A disk, a quota or a size limit is exhausted. */
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
  settled(path);
}

/** The name is gone: renamed or removed. */
export function settled(path: string): void {
  announce("-", path);
}

/** Removes what was left under a temporary name; what stood at a place before goes back to it where nothing came. */
function clearAway(path: string): void {
  const [, name] = /^\.(.+)\.\d+\.old$/.exec(basename(path)) ?? [];
  const place = name === undefined ? null : join(dirname(path), name);
  if (place !== null && existsSync(path) && !existsSync(place)) renameSync(path, place);
  else rmSync(path, { recursive: true, force: true });
}

/** Clears away what runs that were killed have left beside `path`. */
export function sweepBeside(path: string): void {
  sweep(dirname(path), NAME, basename(path));
}

const FOLDER = /^(deskcheck)-(\d+)-[0-9a-f]+$/;
const NAME = /^\.(.+)\.(\d+)\.(?:tmp|old)$/;
/** A process that is not found may be one of another machine that shares the folder; what nobody has touched for so long is none's. */
const HOUR = 3_600_000;

function sweep(folder: string, pattern: RegExp, of = "deskcheck"): void {
  for (const name of namesIn(folder)) {
    const [, what, pid] = pattern.exec(name) ?? [];
    if (what !== of || isRunning(Number(pid))) continue;
    const path = join(folder, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > HOUR) clearAway(path);
    } catch {
      // another user's, or another run is clearing it away
    }
  }
}

/** Some temporary folders may be written and not read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // one of another user's may not be asked
    return error instanceof Error && "code" in error && error.code !== "ESRCH";
  }
}
