import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { userError } from "../messages/errors.js";
import { UserError } from "../model/user-error.js";

/** A stream of bytes that is read into the caller's buffer. */
export interface ByteSource {
  /** The file's name in messages and reports. */
  readonly file: string;
  /** Fills `into` from `at` on; returns how many bytes came, 0 at the end. */
  read(into: Uint8Array, at: number): number;
  /** Size and SHA-256 (hex) of the file itself, as the user gave it. Only meaningful at the end. */
  digest(): FileDigest;
  close(): void;
}

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file to read: by its name, or where its content was put because it has to be unpacked first. */
export interface FilePlace {
  /** From the working directory; how the file is called everywhere. */
  readonly path: string;
  readonly unpacked?: Unpacked | undefined;
}

/** The content of a packed file, of a workbook's sheet or of standard input, in a temporary file. */
export interface Unpacked {
  readonly path: string;
  readonly digest: FileDigest;
  /** Of a workbook: the sheet that was read, written out as CSV in UTF-8, and those that were not. */
  readonly sheets?: SheetChoice;
  /** Of JSON: the turns of its dialogues were written out as CSV in UTF-8. */
  readonly dialogues?: true;
}

export interface SheetChoice {
  readonly read: string;
  readonly others: readonly string[];
}

/** Where the content of a file lies on disk. */
export function diskPath({ path, unpacked }: FilePlace, folder: string): string {
  return unpacked?.path ?? resolve(folder, path);
}

/** Opens a file for one pass from its start. Errors: file-not-found, is-a-directory, file-unreadable. */
export function openFile(place: FilePlace, folder: string): ByteSource {
  const { path: file, unpacked } = place;
  const descriptor = openDescriptor(file, diskPath(place, folder));
  const hash = unpacked === undefined ? createHash("sha256") : null;
  let bytes = 0;
  return {
    file,
    read(into, at) {
      const count = readSync(descriptor, into, at, into.length - at, null);
      if (count > 0) hash?.update(into.subarray(at, at + count));
      bytes += count;
      return count;
    },
    digest: () => unpacked?.digest ?? { bytes, sha256: hash?.copy().digest("hex") ?? "" },
    close: () => closeSync(descriptor),
  };
}

/** Opens what lies at `path` under the name `file`. */
export function openDescriptor(file: string, path: string): number {
  try {
    const descriptor = openSync(path, "r");
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

/** The mistake behind a failed system call on a file. */
export function unreadable(file: string, error: unknown): UserError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return userError("file-not-found", { path: file }, { file });
  if (code === "EISDIR") return userError("is-a-directory", { path: file }, { file });
  return userError("file-unreadable", { path: file, reason: code || String(error) }, { file });
}
