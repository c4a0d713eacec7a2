import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { userError } from "../messages/errors.js";
import type { UserError } from "../model/user-error.js";

/**
 * Writes a file whole or not at all: under a temporary name beside it, which takes the final name when all is on disk.
 *
 * @throws UserError `output-unwritable`
 */
export function writeWhole(path: string, chunks: Iterable<string>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(temporary, "w");
    writeChunks(descriptor, chunks);
    fsyncSync(descriptor);
    closeSync(descriptor);
    descriptor = null;
    renameSync(temporary, path);
  } catch (error) {
    if (descriptor !== null) closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw isSystemError(error) ? unwritable(path, error) : error;
  }
}

/** Whether a file could be written there; asked before a long audit, not after it. */
export function checkWritable(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unwritable(path, { code: "EISDIR" });
    const probe = join(folder, `.${basename(path)}.${process.pid}.tmp`);
    closeSync(openSync(probe, "w"));
    rmSync(probe, { force: true });
  } catch (error) {
    throw isSystemError(error) ? unwritable(path, error) : error;
  }
}

const BUFFER = 256 * 1024;

function writeChunks(descriptor: number, chunks: Iterable<string>): void {
  let buffered = "";
  const flush = () => {
    const bytes = Buffer.from(buffered, "utf8");
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    buffered = "";
  };
  for (const chunk of chunks) {
    buffered += chunk;
    if (buffered.length >= BUFFER) flush();
  }
  flush();
}

function isSystemError(error: unknown): error is { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

function unwritable(path: string, error: { code: string }): UserError {
  return userError("output-unwritable", { file: path, reason: error.code }, { file: path });
}
