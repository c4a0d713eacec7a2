import { resolve } from "node:path";
import { runAudit } from "../../audit/audit.js";
import { loadConfig } from "../../config/load.js";
import type { Preview } from "../../intake/preview.js";
import type { LedgerFile } from "../../model/ledger.js";
import { filesFrom } from "../files.js";
import { planAudit } from "../plan.js";
import type { ProcessLike } from "../process.js";

/**
 * Audits the files as a config would have it that is not written yet: so that what is wrong with it or with them is said
 * before, not after. Returns what became of the rows.
 *
 * @throws UserError where the audit would
 */
export async function auditWith(
  text: string,
  path: string,
  previews: readonly Preview[],
  { cwd }: ProcessLike,
): Promise<readonly LedgerFile[]> {
  const folder = cwd();
  const files = filesFrom(folder);
  const access = {
    ...files,
    readText: (name: string) => (resolve(folder, name) === path ? text : files.readText(name)),
  };
  const request = { folder, file: path, env: {}, set: [], flags: {}, access };
  if (previews.length === 0) {
    loadConfig(request, access);
    return [];
  }
  const named = previews.map(({ input }) => input.path);
  const { plan } = planAudit({ ...request, files: named });
  // rows that were unpacked are read where they lie; no rule is needed to see what becomes of them
  const unpacked = plan.files.map((file) => {
    const { input } = previews.find((one) => one.input.path === file.path)!;
    return input.unpacked === undefined ? file : { ...file, unpacked: input.unpacked };
  });
  const { ledger } = runAudit({ ...plan, files: unpacked, rules: [], gates: [] }, { advance: () => {} });
  return ledger;
}
