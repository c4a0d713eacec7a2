import type { RuleResult, RuleSeries } from "../../../model/result.js";

/** Below this, control limits are guesses. */
export const LEAST_DAYS = 5;
/** Fewer hours than this make no map. */
export const LEAST_HOURS = 4;
/** Fewer values than this are not distributed. */
export const LEAST_VALUES = 2;

/** Whether anything can be drawn of a rule over time. */
export function hasCharts({ measure }: RuleResult, { days, hours, distribution }: RuleSeries): boolean {
  const spread = distribution !== null && measure !== null && measure.n >= LEAST_VALUES;
  return days.length >= LEAST_DAYS || hours.length >= LEAST_HOURS || spread;
}

/** The id of a rule's charts: ids of rules hold a slash, and other people's may hold anything. */
export function chartId(rule: string): string {
  return `t-${[...rule].map((c) => (/[a-z0-9-]/.test(c) ? c : `_${c.codePointAt(0)!.toString(16)}`)).join("")}`;
}
