import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { removeFolder, roomIn, temporaryFolder } from "./temporaries.js";

/** A temporary file that has no name: whatever becomes of this process, nothing is left of it. */
export interface UnnamedFile {
  /** Open for reading. */
  readonly descriptor: number;
  /** Bytes that have been appended. */
  readonly length: number;
  /** @throws UserError `no-room` */
  append(bytes: Uint8Array): void;
  close(): void;
}

/**
 * Opens an empty one. It is removed while it is open, which keeps its content readable until it is closed.
 *
 * @throws UserError `no-room`
 */
export function openUnnamed(): UnnamedFile {
  const folder = temporaryFolder();
  let written = 0;
  try {
    const path = join(folder, "spill");
    const descriptor = roomIn(folder, () => openSync(path, "wx+"));
    rmSync(path);
    return {
      descriptor,
      get length() {
        return written;
      },
      append: (bytes) =>
        roomIn(folder, () => {
          for (let at = 0; at < bytes.length; )
            at += writeSync(descriptor, bytes, at, bytes.length - at, written + at);
          written += bytes.length;
        }),
      close: () => closeSync(descriptor),
    };
  } finally {
    removeFolder(folder);
  }
}
