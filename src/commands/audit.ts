import { resolve } from "node:path";
import { runAudit } from "../audit/audit.js";
import { unpackFiles } from "../intake/unpack/unpack.js";
import { exitCode } from "../scoring/exit-code.js";
import { announceExemptions, type ExemptionOptions, exemptionsFor } from "./exemptions.js";
import { pastAudits } from "./history/past.js";
import { checkHistory, saveInHistory } from "./history/save.js";
import { chosenLocale } from "./locale.js";
import { readOutputs, reportOptions, writeOutputs } from "./outputs.js";
import { planAudit } from "./plan.js";
import type { ProcessLike } from "./process.js";
import { progressLine } from "./progress.js";
import { appendStepSummary } from "./step-summary.js";

/** The options of `deskcheck audit`, as commander hands them over. */
export interface AuditOptions extends ExemptionOptions {
  readonly config?: string;
  readonly standard?: readonly string[];
  readonly set?: readonly string[];
  readonly format?: readonly string[];
  readonly asOf?: string;
  readonly locale?: string;
  readonly timezone?: string;
  readonly encoding?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly findings?: number;
  readonly showPersonalData?: boolean;
  readonly trustSpeakers?: boolean;
  readonly costs?: boolean;
  readonly color?: boolean;
  readonly progress?: boolean;
  readonly history?: string;
}

/** Audits files and writes the reports. Returns the exit code. */
export async function auditCommand(
  files: readonly string[],
  options: AuditOptions,
  proc: ProcessLike,
): Promise<number> {
  const { plan, config } = planAudit({
    files,
    folder: proc.cwd(),
    env: proc.env,
    file: options.config,
    set: options.set ?? [],
    only: options.only,
    skip: options.skip,
    showPersonalData: options.showPersonalData,
    trustSpeakers: options.trustSpeakers,
    encoding: options.encoding,
    flags: {
      standard: options.standard,
      locale: options.locale,
      timezone: options.timezone,
      "as-of": options.asOf,
      format: options.format,
    },
  });
  const locale = chosenLocale(config, proc.env);
  const outputs = readOutputs(config.format, proc.cwd());
  const history = options.history === undefined ? null : resolve(proc.cwd(), options.history);
  if (history !== null) checkHistory(history);
  const exempt = await exemptionsFor(options, proc);
  const inputs = await unpackFiles(plan.files, plan.folder, proc.stdin);
  const progress = progressLine(proc, locale, options.progress ?? true);
  try {
    const result = exempt(runAudit({ ...plan, files: inputs.files }, progress));
    progress.stop();
    const costs = options.costs !== false && config.costs;
    const past = await pastAudits(options.history, result, outputs, proc.cwd());
    const shown = { locale, colour: options.color, findings: options.findings, costs, past };
    announceExemptions(result, locale, proc);
    if (history !== null) saveInHistory(history, result);
    await writeOutputs(outputs, result, proc, shown);
    appendStepSummary(result, reportOptions(proc, shown), proc);
    return exitCode(result);
  } finally {
    progress.stop();
    inputs.close();
  }
}
