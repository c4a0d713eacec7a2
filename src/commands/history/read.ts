import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { userError } from "../../messages/errors.js";
import type { Run } from "../../scoring/trends.js";
import { readWithoutFindings } from "../saved/read.js";

/**
 * The results of a history folder in the order of their time, without their findings: a year of nights is read without
 * its hundred thousand findings a night.
 *
 * @throws UserError `history-empty`, and as `openSaved`
 */
export async function readHistory(
  name: string,
  cwd: string,
  empty: "is a mistake" | "may be empty" = "is a mistake",
): Promise<readonly Run[]> {
  const folder = resolve(cwd, name);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  const files = isFolder ? readdirSync(folder).filter((file) => /\.json(\.gz)?$/.test(file)) : [];
  if (files.length === 0 && empty === "is a mistake") throw userError("history-empty", { folder: name });
  const runs: Run[] = [];
  for (const file of files.sort()) {
    const path = join(name, file);
    runs.push({ file: path, result: await readWithoutFindings(path, cwd) });
  }
  return runs.sort((a, b) => momentOf(a) - momentOf(b) || (a.file < b.file ? -1 : 1));
}

/** Undated results come first: nothing says that they are the latest. */
function momentOf({ result }: Run): number {
  const at = Date.parse(result.manifest.asOf ?? "");
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
}
