import { inLocale, type Locale } from "../messages/index.js";
import type { RuleResult } from "../model/result.js";
import { csvTable } from "./csv/rows.js";
import type { Reporter } from "./report.js";

/** Every rule as a row. Rates are shares (0–1) with the limits of their 95 % interval; titles are in the reader's language. */
export const csvRules: Reporter = function* (result, options) {
  const rows = result.rules.map((rule) => row(rule, options.locale));
  yield csvTable(COLUMNS, rows, options.bom);
};

const COLUMNS = [
  "severity",
  "rule",
  "title",
  "dimension",
  "check",
  "target",
  "rate",
  "low",
  "high",
  "pass",
  "fail",
  "not-applicable",
  "not-assessed",
  "pending",
  "missing",
  "unit",
  "n",
  "mean",
  "median",
  "p90",
  "max",
  "advice",
  "clause",
  "source",
] as const;

function row(rule: RuleResult, locale: Locale) {
  const { id, severity, dimension, check, target, rate, interval, measure } = rule;
  return {
    severity,
    rule: id,
    title: inLocale(rule.title, locale),
    dimension,
    check,
    target,
    rate,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    pass: rule.pass,
    fail: rule.fail,
    "not-applicable": rule.notApplicable,
    "not-assessed": rule.notAssessed,
    pending: rule.pending,
    missing: rule.missing.join(" "),
    unit: measure?.unit ?? null,
    n: measure?.n ?? null,
    mean: measure?.mean ?? null,
    median: measure?.median ?? null,
    p90: measure?.p90 ?? null,
    max: measure?.max ?? null,
    advice: inLocale(rule.advice, locale),
    clause: rule.clause,
    source: rule.source,
  };
}
