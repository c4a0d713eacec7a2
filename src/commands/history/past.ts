import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { AuditResult } from "../../model/result.js";
import type { PastAudit } from "../../reports/index.js";
import type { Output } from "../outputs.js";
import { readHistory } from "./read.js";

/**
 * The audits of a history folder that are earlier than this result: the same whether it has been saved there already or
 * is about to be. They are read only where a format shows them.
 *
 * @throws UserError as `readHistory`; a folder that is not there yet has none
 */
export async function pastAudits(
  folder: string | undefined,
  { manifest }: AuditResult,
  outputs: readonly Output[],
  cwd: string,
): Promise<readonly PastAudit[]> {
  const isShown = outputs.some(({ format }) => format === "coaching");
  if (folder === undefined || !isShown || manifest.asOf === null) return [];
  if (!existsSync(resolve(cwd, folder))) return [];
  const now = Date.parse(manifest.asOf);
  const runs = await readHistory(folder, cwd, "may be empty");
  return runs.flatMap(({ result }) => {
    const { asOf } = result.manifest;
    return asOf !== null && Date.parse(asOf) < now ? [{ asOf, agents: result.agents }] : [];
  });
}
