import type { RuleResult } from "../model/result.js";
import { shareInterval } from "./round.js";
import { wilson } from "./wilson.js";

/**
 * A rule's rate: the share of contacts that met it, 0–1, with its 95 % Wilson interval; both null for none. The rate is
 * the quotient itself, not rounded, so that 19 of 20 equals a target of 0.95 and 949,999 of a million do not.
 */
export function rateOf(good: number, n: number): Pick<RuleResult, "rate" | "interval"> {
  return { rate: n === 0 ? null : good / n, interval: shareInterval(wilson(good, n)) };
}
