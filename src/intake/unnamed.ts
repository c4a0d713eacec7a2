import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary file that has no name: whatever becomes of this process, nothing is left of it. */
export interface UnnamedFile {
  /** Open for reading and writing. */
  readonly descriptor: number;
  close(): void;
}

/** Opens an empty one. It is removed while it is open, which keeps its content readable until it is closed. */
export function openUnnamed(): UnnamedFile {
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-"));
  try {
    const descriptor = openSync(join(folder, "spill"), "wx+");
    return { descriptor, close: () => closeSync(descriptor) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
