import { type AuditPlan, runAudit } from "../../audit/audit.js";
import type { Config } from "../../config/load.js";
import { inspect } from "../../inspect/inspect.js";
import type { InputFile } from "../../intake/files.js";
import { type Preview, previewFile } from "../../intake/preview.js";
import type { Progress } from "../../intake/rows.js";
import { unpackFiles } from "../../intake/unpack/unpack.js";
import type { Locale } from "../../messages/index.js";
import type { Inspection } from "../../model/inspection.js";
import type { AuditResult } from "../../model/result.js";
import { UserError } from "../../model/user-error.js";
import { chosenLocale } from "../locale.js";
import { type PlanRequest, planAudit } from "../plan.js";
import type { ProcessLike } from "../process.js";
import { progressLine } from "../progress.js";

/** What was seen of files: all that recognition and an audit of them tell. */
export interface LookedAt {
  readonly plan: AuditPlan;
  readonly config: Config;
  readonly locale: Locale;
  readonly previews: readonly Preview[];
  /** null where no file could be audited. */
  readonly result: AuditResult | null;
  readonly inspection: Inspection;
}

/**
 * Looks at files: at each of them alone, and at what an audit of all that are recognised comes to. Mistakes in the files are
 * part of what is seen.
 *
 * @throws UserError where config or standard are wrong, a file is not there, or cannot be unpacked
 */
export async function lookAt(
  request: PlanRequest,
  proc: ProcessLike,
  showsProgress: boolean,
): Promise<LookedAt> {
  const { plan, config } = planAudit(request);
  const locale = chosenLocale(config, proc.env);
  const inputs = await unpackFiles(plan.files, plan.folder, proc.stdin);
  const progress = await progressLine(proc, locale, showsProgress);
  try {
    const looked = inputs.files.map((file) => previewFile(file, plan.timezone, plan.folder));
    const { previews, result } = audited(plan, looked, progress);
    const inspection = inspect({
      previews,
      result,
      audited: plan.rules,
      manifest: plan.manifest,
      timezone: plan.timezone,
      folder: plan.folder,
      locale,
      showPersonalData: plan.showPersonalData,
    });
    return { plan, config, locale, previews, result, inspection };
  } finally {
    progress.stop();
    inputs.close();
  }
}

/** The mistakes of all files as one, in the order of the files; null where there is none. */
export function mistakesOf(previews: readonly Preview[]): UserError | null {
  const [first, ...more] = previews.flatMap(({ error }) => (error === null ? [] : [error, ...error.more]));
  return first === undefined ? null : new UserError(first.code, first.args, first.place, more);
}

/** Audits what was recognised. A file in which the audit finds a mistake of its own (a header without rows) is left out. */
function audited(
  plan: AuditPlan,
  looked: readonly Preview[],
  progress: Progress,
): { readonly previews: readonly Preview[]; readonly result: AuditResult | null } {
  let previews = looked;
  for (;;) {
    const files: readonly InputFile[] = previews
      .filter(({ error }) => error === null)
      .map(({ input }) => input);
    if (files.length === 0) return { previews, result: null };
    try {
      return { previews, result: runAudit({ ...plan, files }, progress) };
    } catch (error) {
      if (!(error instanceof UserError) || error.place === null) throw error;
      const { file } = error.place;
      if (!files.some(({ path }) => path === file)) throw error;
      previews = previews.map((one) => (one.input.path === file ? { ...one, error } : one));
    }
  }
}
