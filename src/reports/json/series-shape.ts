import type {
  DayCount,
  Distribution,
  HourCount,
  Recurring,
  RecurringLabel,
  RecurringLabels,
  RecurringRule,
  RuleSeries,
} from "../../model/result.js";
import { list, nullable, number, numbers, object, text, texts } from "./ordered.js";

export const SERIES = object<RuleSeries>({
  days: list(object<DayCount>({ day: text, pass: number, fail: number })),
  hours: list(object<HourCount>({ weekday: number, hour: number, pass: number, fail: number })),
  undated: number,
  distribution: nullable(
    object<Distribution>({
      unit: text,
      limit: nullable(number),
      width: number,
      counts: numbers,
      above: number,
      below: number,
    }),
  ),
});

const labels = object<RecurringLabels>({
  contacts: number,
  filled: number,
  items: list(object<RecurringLabel>({ label: text, contacts: number, examples: texts })),
  others: number,
});

export const RECURRING = object<Recurring>({
  rules: list(
    object<RecurringRule>({
      rule: text,
      fail: number,
      share: number,
      agents: number,
      agentsAssessed: number,
      examples: texts,
    }),
  ),
  topics: labels,
  types: labels,
  causes: labels,
});
