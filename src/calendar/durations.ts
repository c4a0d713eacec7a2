import { UserError } from "../model/user-error.js";
import { DAY, HOUR, MINUTE } from "./civil.js";
import { UNITS, type Unit } from "./units.js";

/**
 * What a rule holds a measure to.
 * - `time`: milliseconds on the wall clock, day and night ("24h", "5min", "2 days")
 * - `working-time`: milliseconds of opening hours ("8 working hours")
 * - `working-days`: whole working days ("2 working days", "2个工作日")
 * - `rings`: rings of a telephone; how long one lasts depends on the country
 */
export type Target =
  | { readonly kind: "time"; readonly ms: number }
  | { readonly kind: "working-time"; readonly ms: number }
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "rings"; readonly rings: number };

/**
 * Reads a target as a person writes it, in English or Chinese units: `20s`, `1 h 30 min`, `24小时`, `3 rings`,
 * `2 working days`, `8 working hours`. A "day" is 24 hours; times may have decimals, days and rings may not.
 *
 * @throws UserError `target-without-unit` (`value`, `example`) for a bare number ("20": seconds? minutes?),
 * `target-not-understood` (`found`, the 0-based `offset` in it, `example`) for anything else
 */
export function parseTarget(value: string | number): Target {
  const text = String(value);
  const folded = text.normalize("NFKC").toLowerCase();
  if (/^\s*\d+(\.\d+)?\s*$/.test(folded)) {
    throw new UserError("target-without-unit", { value: text, example: `${folded.trim()}s` });
  }
  const terms = readTerms(folded, text);
  const first = terms[0]!;
  const odd = terms.find((term) => term.unit.kind !== first.unit.kind || (term !== first && !first.unit.ms));
  if (odd) throw notUnderstood(text, odd.at);
  const total = terms.reduce((sum, term) => sum + term.amount * (term.unit.ms ?? 1), 0);
  const whole = first.unit.ms === undefined ? total : Math.round(total);
  const least = first.unit.ms === undefined ? 1 : 0;
  if (!Number.isSafeInteger(whole) || whole < least) throw notUnderstood(text, first.at);
  return build(first.unit.kind, whole);
}

/** The target in few words: "24 h", "3 rings", "8 working h", "2 working days". `parseTarget` reads it back. */
export function formatTarget(target: Target): string {
  switch (target.kind) {
    case "time":
      return formatDuration(target.ms);
    case "working-time":
      return spell(target.ms, ["h", "min"]).replaceAll(/ (?=[a-z])/g, " working ");
    case "working-days":
      return target.days === 1 ? "1 working day" : `${target.days} working days`;
    case "rings":
      return target.rings === 1 ? "1 ring" : `${target.rings} rings`;
  }
}

/**
 * A duration (ms) in symbols that need no translation: "1 min 15 s", "24 h", "0.25 s", "3 d 2 h". To the millisecond,
 * so that what missed a target by a hair does not read as the target; days only from 72 hours, because targets of one
 * and two days are spoken of in hours. "n/a" for NaN.
 */
export function formatDuration(ms: number): string {
  return spell(ms, Math.abs(ms) < 72 * HOUR ? ["h", "min"] : ["d", "h", "min"]);
}

interface Term {
  readonly amount: number;
  readonly unit: Unit;
  readonly at: number;
}

const SIZES = { d: DAY, h: HOUR, min: MINUTE } as const;

function spell(ms: number, units: readonly (keyof typeof SIZES)[]): string {
  if (!Number.isFinite(ms)) return "n/a";
  let rest = Math.round(Math.abs(ms));
  const sign = ms < 0 && rest > 0 ? "-" : "";
  const parts: string[] = [];
  for (const unit of units) {
    const amount = Math.floor(rest / SIZES[unit]);
    rest -= amount * SIZES[unit];
    if (amount > 0) parts.push(`${amount} ${unit}`);
  }
  if (rest > 0 || parts.length === 0) parts.push(`${rest / 1000} s`);
  return sign + parts.join(" ");
}

function readTerms(folded: string, text: string): readonly Term[] {
  const term = /\s*(\d+(?:\.\d+)?)\s*([^\d.]+)/y;
  const terms: Term[] = [];
  while (term.lastIndex < folded.length) {
    const at = term.lastIndex;
    const match = term.exec(folded);
    const name = match?.[2]?.trim().replaceAll(/\s+/g, " ");
    const unit = name === undefined ? undefined : UNITS.get(name);
    if (!match || !unit) throw notUnderstood(text, match ? at + match[0].length - match[2]!.length : at);
    terms.push({ amount: Number(match[1]), unit, at });
  }
  if (terms.length === 0) throw notUnderstood(text, 0);
  return terms;
}

function build(kind: Target["kind"], amount: number): Target {
  switch (kind) {
    case "time":
    case "working-time":
      return { kind, ms: amount };
    case "working-days":
      return { kind, days: amount };
    case "rings":
      return { kind, rings: amount };
  }
}

function notUnderstood(text: string, offset: number): UserError {
  return new UserError("target-not-understood", { found: text, offset, example: "20s" });
}
