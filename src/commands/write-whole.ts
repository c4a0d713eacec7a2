import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { beside, settled, sweepBeside } from "../intake/temporaries.js";
import { userError } from "../messages/errors.js";
import type { UserError } from "../model/user-error.js";
import { gzipped } from "./gzip.js";

/**
 * Writes a file whole or not at all: under a temporary name beside it, which takes the final name when all is on disk.
 * A file whose name ends in `.gz` is compressed.
 *
 * @throws UserError `output-unwritable`
 */
export function writeWhole(path: string, chunks: Iterable<string | Uint8Array>): void {
  const bytes = pieces(chunks);
  replaceBy(beside(path, "tmp"), () => path, path.endsWith(".gz") ? gzipped(bytes) : bytes);
}

/** The same compressed, under a name that is known only when everything has been written: one made of its hash. */
export function writeWholeAs(path: () => string, folder: string, chunks: Iterable<string>): void {
  sweepBeside(join(folder, "result"));
  replaceBy(beside(join(folder, "result"), "tmp"), path, gzipped(pieces(chunks)));
}

/** Whether a file could be written there; asked before a long audit, not after it. */
export function checkWritable(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unwritable(path, { code: "EISDIR" });
    sweepBeside(path);
    const probe = beside(path, "tmp");
    closeSync(openSync(probe, "w"));
    rmSync(probe, { force: true });
    settled(probe);
  } catch (error) {
    throw isSystemError(error) ? unwritable(path, error) : error;
  }
}

/** An error of the file system, as opposed to one of ours. */
export function isSystemError(error: unknown): error is { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

export function unwritable(path: string, error: { code: string }): UserError {
  return userError("output-unwritable", { file: path, reason: error.code }, { file: path });
}

/** Characters in a piece: enough that a file is not a system call a line, and that compression sees its whole window. */
const PIECE = 512 * 1024;

function* pieces(chunks: Iterable<string | Uint8Array>): Iterable<Uint8Array> {
  let text = "";
  for (const chunk of chunks) {
    if (typeof chunk === "string") text += chunk;
    if (text.length >= PIECE || (typeof chunk !== "string" && text !== "")) {
      yield Buffer.from(text, "utf8");
      text = "";
    }
    if (typeof chunk !== "string") yield chunk;
  }
  if (text !== "") yield Buffer.from(text, "utf8");
}

function replaceBy(temporary: string, path: () => string, bytes: Iterable<Uint8Array>): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(temporary, "w");
    for (const piece of bytes) {
      for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
    }
    fsyncSync(descriptor);
    closeSync(descriptor);
    descriptor = null;
    renameSync(temporary, path());
  } catch (error) {
    if (descriptor !== null) closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw isSystemError(error) ? unwritable(path(), error) : error;
  } finally {
    settled(temporary);
  }
}
