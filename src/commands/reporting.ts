import { resolve } from "node:path";
import type { Config } from "../config/load.js";
import type { AuditResult } from "../model/result.js";
import { exitCode } from "../scoring/exit-code.js";
import { announceExemptions, type ExemptionOptions, exemptionsFor } from "./exemptions.js";
import { pastAudits } from "./history/past.js";
import { checkHistory, saveInHistory } from "./history/save.js";
import { chosenLocale } from "./locale.js";
import { readOutputs, reportOptions, writeOutputs } from "./outputs.js";
import type { ProcessLike } from "./process.js";
import { appendStepSummary } from "./step-summary.js";

/** The options of commands that end with a fresh audit result. */
export interface ReportingOptions extends ExemptionOptions {
  readonly findings?: number;
  readonly costs?: boolean;
  readonly color?: boolean;
  readonly history?: string;
}

/**
 * Makes sure, before an audit that may take long, that its reports can be written, and that baseline and suppressions are there.
 * Returns what writes them and gives the exit code.
 *
 * @throws UserError those of `readOutputs`, `checkHistory` and `exemptionsFor`
 */
export async function reporter(
  options: ReportingOptions,
  config: Config,
  proc: ProcessLike,
): Promise<(result: AuditResult) => Promise<number>> {
  const locale = chosenLocale(config, proc.env);
  const outputs = readOutputs(config.format, proc.cwd());
  const history = options.history === undefined ? null : resolve(proc.cwd(), options.history);
  if (history !== null) checkHistory(history);
  const exempt = await exemptionsFor(options, proc);
  return async (audited) => {
    const result = exempt(audited);
    const costs = options.costs !== false && config.costs;
    const past = await pastAudits(options.history, result, outputs, proc.cwd());
    const shown = { locale, colour: options.color, findings: options.findings, costs, past };
    announceExemptions(result, locale, proc);
    if (history !== null) saveInHistory(history, result);
    await writeOutputs(outputs, result, proc, shown);
    appendStepSummary(result, reportOptions(proc, shown), proc);
    return exitCode(result);
  };
}
