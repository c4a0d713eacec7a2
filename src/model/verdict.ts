/**
 * A verdict is one small integer, so that judging a contact allocates nothing and millions of verdicts are counted in
 * typed arrays: the low three bits say which verdict, the bits above say why.
 */
export const PASS = 0;
export const FAIL = 1;
export const NOT_APPLICABLE = 2;
export const NOT_ASSESSED = 3;
/** Not decidable yet: an unanswered e-mail that is not due. Outside every rate. */
export const PENDING = 4;

/** Every verdict with its reason is below this bound, so a rule's counts fit one array of this length. */
export const VERDICT_CODES = 1024;

/**
 * Why a verdict is what it is. For `not-assessed` the reason is the missing field instead (see `notAssessed`).
 * The order is part of saved partial results: add at the end.
 */
export const REASONS = [
  "none",
  "other-channel",
  "other-direction",
  "not-answered",
  "did-not-queue",
  "no-agent-turns",
  "no-customer-turns",
  "transcript-cut",
  "no-trigger",
  "not-due",
  "overdue",
  "answered-late",
  "abandoned-within",
  "abandoned-short",
  "abandoned-late",
  "abandoned-unknown",
  "not-offered",
  "other-kind",
  "speakers-swapped",
  "outside-hours",
  "not-a-complaint",
  "already-met",
  "outside-calendar",
  "not-configured",
  "too-little-said",
  "nothing-to-compare",
  "no-other-contact",
  "repeat-any-topic",
  "other-record",
  "rating-out-of-scale",
  "no-answer-given",
  "other-language",
] as const;

export type Reason = (typeof REASONS)[number];

const REASON_CODE = new Map<Reason, number>(REASONS.map((reason, code) => [reason, code]));

/** A verdict with its reason. Constant: compute it once, outside the loop over contacts. */
export function because(verdict: number, reason: Reason): number {
  return verdict | (REASON_CODE.get(reason)! << 3);
}

/** Not assessed because the field with this index (FIELD_INDEX) is missing. */
export function notAssessed(fieldIndex: number): number {
  return NOT_ASSESSED | ((fieldIndex + 1) << 3);
}

export function verdictOf(code: number): number {
  return code & 7;
}

export function reasonOf(code: number): Reason {
  return REASONS[code >> 3] ?? "none";
}

/** The index of the missing field of a `not-assessed` code. */
export function missingFieldOf(code: number): number {
  return (code >> 3) - 1;
}
