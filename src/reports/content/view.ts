import { inLocale, type Locale, reportWords, type Say } from "../../messages/index.js";
import type { AuditResult, RuleResult } from "../../model/result.js";
import type { Severity } from "../../model/rule.js";
import type { ReportOptions, Tone } from "../report.js";

/** What every section is made from. */
export interface View {
  readonly result: AuditResult;
  readonly options: ReportOptions;
  readonly locale: Locale;
  readonly say: Say;
  readonly rules: ReadonlyMap<string, RuleResult>;
}

export function viewOf(result: AuditResult, options: ReportOptions): View {
  return {
    result,
    options,
    locale: options.locale,
    say: reportWords(options.locale),
    rules: new Map(result.rules.map((rule) => [rule.id, rule])),
  };
}

/** The rule's title in the reader's language; its id where the result has no such rule. */
export function titleOf(id: string, view: View): string {
  const rule = view.rules.get(id);
  return rule === undefined ? id : inLocale(rule.title, view.locale);
}

export const SEVERITY_TONES = {
  critical: "bad",
  major: "warn",
  minor: null,
  info: "dim",
  gate: null,
} as const satisfies Record<Severity, Tone | null>;
