import type { Check } from "./check.js";
import { clock } from "./clock.js";
import { followUp } from "./follow-up.js";
import { level } from "./level.js";
import { measure } from "./measure.js";
import { order } from "./order.js";
import { personalData } from "./personal-data.js";
import { phrase } from "./phrase.js";
import { priority } from "./priority.js";
import { promise } from "./promise.js";
import { record } from "./record.js";
import { say } from "./say.js";

/** Every kind of check, in the order in which the documentation lists them. */
export const CHECKS: readonly Check<unknown>[] = [
  clock,
  priority,
  level,
  phrase,
  say,
  order,
  measure,
  record,
  followUp,
  promise,
  personalData,
];
