import type { AuditResult } from "../../src/model/result.js";
import { DEFAULT_OPTIONS, FORMATS, type FormatName, type ReportOptions } from "../../src/reports/index.js";

/** A whole report as one text. */
export function render(
  format: FormatName,
  result: AuditResult,
  options: Partial<ReportOptions> = {},
): string {
  return [...FORMATS[format].report(result, { ...DEFAULT_OPTIONS, ...options })].join("");
}
