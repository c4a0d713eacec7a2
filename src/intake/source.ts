import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { userError } from "../messages/errors.js";
import { UserError } from "../model/user-error.js";

/** A stream of bytes that is read into the caller's buffer. */
export interface ByteSource {
  readonly file: string;
  /** Fills `into` from `at` on; returns how many bytes came, 0 at the end. */
  read(into: Uint8Array, at: number): number;
  /** Bytes read so far, and their SHA-256 in hex. Only meaningful at the end. */
  digest(): { readonly bytes: number; readonly sha256: string };
  close(): void;
}

/** Opens a file, named from a folder, for one pass from its start. Errors: file-not-found, is-a-directory, file-unreadable. */
export function openFile(file: string, folder: string): ByteSource {
  const descriptor = opened(file, folder);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    file,
    read(into, at) {
      const count = readSync(descriptor, into, at, into.length - at, null);
      if (count > 0) hash.update(into.subarray(at, at + count));
      bytes += count;
      return count;
    },
    digest: () => ({ bytes, sha256: hash.copy().digest("hex") }),
    close: () => closeSync(descriptor),
  };
}

function opened(file: string, folder: string): number {
  try {
    const descriptor = openSync(resolve(folder, file), "r");
    if (fstatSync(descriptor).isDirectory()) {
      closeSync(descriptor);
      throw userError("is-a-directory", { path: file }, { file });
    }
    return descriptor;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UserError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return userError("file-not-found", { path: file }, { file });
  if (code === "EISDIR") return userError("is-a-directory", { path: file }, { file });
  return userError("file-unreadable", { path: file, reason: code || String(error) }, { file });
}
