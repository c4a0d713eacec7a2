import { dirname, join } from "node:path";
import type { StandardAccess } from "../standard/layers.js";

const NAMES = ["deskcheck.config.yaml", "deskcheck.config.yml"] as const;

/** The config of a folder: its own, or the nearest one in the folders above it. null where there is none. */
export function findConfig(folder: string, access: Pick<StandardAccess, "readText">): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).find((path) => access.readText(path) !== null);
    if (found !== undefined) return found;
    if (dirname(at) === at) return null;
  }
}
