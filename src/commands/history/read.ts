import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { userError } from "../../messages/errors.js";
import type { AuditResult } from "../../model/result.js";
import type { Run } from "../../scoring/trends.js";
import { readWithoutFindings } from "../saved/read.js";

/**
 * The results of a history folder in the order of their time, without what grows with the number of contacts, days or
 * agents: a year of nights of a large desk is held in memory.
 *
 * @throws UserError `history-empty`, and as `readWithoutFindings`
 */
export async function readHistory(name: string, cwd: string): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for await (const { file, result } of savedIn(name, cwd))
    runs.push({ file, result: { ...result, series: {}, agents: [] } });
  if (runs.length === 0) throw userError("history-empty", { folder: name });
  return runs.sort((a, b) => momentOf(a) - momentOf(b) || (a.file < b.file ? -1 : 1));
}

/** The results of a folder one by one, by name; none where there is no folder. */
export async function* savedIn(name: string, cwd: string): AsyncIterable<Run> {
  const folder = resolve(cwd, name);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  const files = readdirSync(folder).filter((file) => /\.json(\.gz)?$/.test(file));
  for (const file of files.sort()) {
    const path = join(name, file);
    yield { file: path, result: await readWithoutFindings(path, cwd) };
  }
}

/** Undated results come first: nothing says that they are the latest. */
function momentOf({ result }: { readonly result: AuditResult }): number {
  const at = Date.parse(result.manifest.asOf ?? "");
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
}
