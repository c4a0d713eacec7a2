import type { AuditResult } from "../../model/result.js";
import type { PastAudit } from "../../reports/index.js";
import type { Output } from "../outputs.js";
import { savedIn } from "./read.js";

/**
 * The audits of a history folder that are earlier than this result, in the order of their time: the same whether it has
 * been saved there already or is about to be. They are read only where a format shows them.
 *
 * @throws UserError as `readWithoutFindings`; a folder that is not there yet has none
 */
export async function pastAudits(
  folder: string | undefined,
  { manifest }: AuditResult,
  outputs: readonly Output[],
  cwd: string,
): Promise<readonly PastAudit[]> {
  const isShown = outputs.some(({ format }) => format === "coaching");
  if (folder === undefined || !isShown || manifest.asOf === null) return [];
  const now = Date.parse(manifest.asOf);
  const past: PastAudit[] = [];
  for await (const { result } of savedIn(folder, cwd)) {
    const { asOf } = result.manifest;
    if (asOf !== null && Date.parse(asOf) < now) past.push({ asOf, agents: result.agents });
  }
  return past.sort((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf));
}
