import { runAudit } from "./audit/audit.js";
import { planAudit } from "./commands/plan.js";
import type { AuditResult } from "./model/result.js";
import { DEFAULT_OPTIONS, FORMATS, type FormatName, type ReportOptions } from "./reports/index.js";
import { exitCode as codeOf } from "./scoring/exit-code.js";

export type * from "./model/exemptions.js";
export type * from "./model/ledger.js";
export type * from "./model/result.js";
export type * from "./model/rule.js";
export { type Place, UserError } from "./model/user-error.js";
export type { FormatName, ReportOptions } from "./reports/index.js";

/** What to audit, and by what. Everything that is left out is recognised, or the default. */
export interface AuditRequest {
  /** Files or patterns; the config's `inputs` where empty. */
  readonly files?: readonly string[];
  /** From where relative paths count. Default: the working directory. */
  readonly folder?: string;
  /** A config file. Default: the nearest `deskcheck.config.yaml`, if there is one. */
  readonly config?: string;
  /** `PATH=VALUE` changes of the config, as `--set` takes them. */
  readonly set?: readonly string[];
  /** Names or paths of standards; later ones extend and override earlier ones. */
  readonly standard?: readonly string[];
  /** The moment that counts as now, such as `2026-03-01 18:00`. Default: the latest moment in the data. */
  readonly asOf?: string;
  /** An IANA zone. */
  readonly timezone?: string;
  /** Leaves telephone numbers and the like in quotes as they are. */
  readonly showPersonalData?: boolean;
}

/**
 * Audits service records, as `deskcheck audit` does, and returns the audit result.
 *
 * @throws UserError where something is wrong with the request, the config, the standard or a file
 */
export function audit(request: AuditRequest = {}): AuditResult {
  const { plan } = planAudit({
    files: request.files ?? [],
    folder: request.folder ?? process.cwd(),
    file: request.config,
    env: {},
    set: request.set ?? [],
    showPersonalData: request.showPersonalData,
    flags: { standard: request.standard, timezone: request.timezone, "as-of": request.asOf },
  });
  return runAudit(plan, { advance: () => {} });
}

/** The exit code that `deskcheck audit` ends with for this result: 0 all gates met, 1 a gate failed, 2 audited in part. */
export function exitCode(result: AuditResult): 0 | 1 | 2 {
  return codeOf(result);
}

/** A report in one of the formats, in pieces. */
export function report(
  result: AuditResult,
  format: FormatName,
  options: Partial<ReportOptions> = {},
): Iterable<string> {
  return FORMATS[format].report(result, { ...DEFAULT_OPTIONS, ...options });
}
