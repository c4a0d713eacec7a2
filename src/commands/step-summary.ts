import { appendFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { AuditResult } from "../model/result.js";
import { FORMATS, type ReportOptions } from "../reports/index.js";
import type { ProcessLike } from "./process.js";
import { isSystemError, unwritable } from "./write-whole.js";

/**
 * Appends the Markdown report to the summary of a step of GitHub Actions, where there is one. GitHub takes 1 MiB a step:
 * where the report is longer, fewer findings of each rule are shown; where even that is too long, none is written.
 *
 * @throws UserError `output-unwritable`
 */
export function appendStepSummary(
  result: AuditResult,
  options: ReportOptions,
  { env, cwd }: Pick<ProcessLike, "env" | "cwd">,
): void {
  const name = env.GITHUB_STEP_SUMMARY ?? "";
  if (name === "") return;
  const path = resolve(cwd(), name);
  try {
    const taken = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    for (const findings of [options.limits.findings, 1, 0]) {
      const shown = { ...options, limits: { ...options.limits, findings } };
      const report = Buffer.from([...FORMATS.markdown.report(result, shown)].join(""));
      if (taken + report.length > MOST) continue;
      appendFileSync(path, report);
      return;
    }
  } catch (error) {
    throw isSystemError(error) ? unwritable(path, error) : error;
  }
}

const MOST = 1024 * 1024;
