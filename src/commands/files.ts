import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { userError } from "../messages/errors.js";
import type { StandardAccess } from "../standard/layers.js";

/** The file system as the loaders of standards and configs see it from a folder. */
export function filesFrom(folder: string): StandardAccess {
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  return {
    readText(name) {
      const path = resolve(folder, name);
      if (!existsSync(path) || isFolder(path)) return null;
      try {
        return readFileSync(path, "utf8");
      } catch (error) {
        const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
        throw userError("file-unreadable", { path: name, reason }, { file: name });
      }
    },
    listFolder(name) {
      const path = resolve(folder, name);
      return isFolder(path) ? readdirSync(path) : null;
    },
    builtIn: fileURLToPath(new URL("../../standards/", import.meta.url)),
  };
}

/** The version that `package.json` gives. */
export function toolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0";
}
