import { runAudit } from "../audit/audit.js";
import { exitCode } from "../scoring/exit-code.js";
import { chosenLocale } from "./locale.js";
import { readOutputs, writeOutputs } from "./outputs.js";
import { planAudit } from "./plan.js";
import type { ProcessLike } from "./process.js";
import { progressLine } from "./progress.js";

/** The options of `deskcheck audit`, as commander hands them over. */
export interface AuditOptions {
  readonly config?: string;
  readonly standard?: readonly string[];
  readonly set?: readonly string[];
  readonly format?: readonly string[];
  readonly asOf?: string;
  readonly locale?: string;
  readonly timezone?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly findings?: number;
  readonly showPersonalData?: boolean;
  readonly color?: boolean;
  readonly progress?: boolean;
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
  const progress = progressLine(proc, locale, options.progress ?? true);
  try {
    const result = runAudit(plan, progress);
    progress.stop();
    await writeOutputs(outputs, result, proc, {
      locale,
      colour: options.color,
      findings: options.findings,
    });
    return exitCode(result);
  } finally {
    progress.stop();
  }
}
