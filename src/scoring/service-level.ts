/** Calls offered to a queue. Each count below is part of the one that it qualifies. */
export interface ServiceCounts {
  readonly answered: number;
  /** Answered after at most T. */
  readonly answeredWithin: number;
  readonly abandoned: number;
  /** Abandoned after at most T, short ones included. */
  readonly abandonedWithin: number;
  /** Abandoned after less than s (s ≤ T): mis-dials, rather than callers who gave up. */
  readonly abandonedShort: number;
  /** Abandoned after nobody knows how long: they can be neither excluded as short nor credited as early. */
  readonly abandonedUnknown: number;
}

/**
 * How abandoned calls count. A answered, A_T in time; B abandoned, B_T within T, B_s short:
 *
 * | id | share | |
 * |---|---|---|
 * | F1 | (A_T + B_T) / (A + B) | early abandons are credited |
 * | F2 | A_T / A | answered calls only |
 * | F3 | A_T / (A + B) | all offered calls: the strictest |
 * | F4 | A_T / (A + B − B_T) | early abandons are left out |
 * | F5 | (A_T + B_s) / (A + B) | short abandons are credited |
 * | F6 | A_T / (A + B − B_s) | short abandons are left out |
 *
 * The variants in use: ICMI QueueTips 2005-03, CallCentreHelper, 51callcenter; F4 Bright Pattern; F6 Genesys without
 * "include short abandons", RingCentral `abandonedThresholdSeconds`.
 */
export type ServiceFormula = keyof typeof SHARES;

export interface ServiceLevel {
  readonly numerator: number;
  readonly denominator: number;
  /** Between 0 and 1; null where nothing was offered. */
  readonly rate: number | null;
  /** `abandoned-wait-unknown`: the formula depends on waits that some abandoned calls do not have. */
  readonly notes: readonly "abandoned-wait-unknown"[];
}

/**
 * The service level of summed counts. Period totals are sums of counts, never means of percentages.
 *
 * @throws RangeError for counts that cannot be: negative, fractional, or a part above its whole
 */
export function serviceLevel(formula: ServiceFormula, counts: ServiceCounts): ServiceLevel {
  refuseImpossible(counts);
  const { numerator, denominator, waits } = SHARES[formula](counts);
  return {
    numerator,
    denominator,
    rate: denominator === 0 ? null : numerator / denominator,
    notes: waits && counts.abandonedUnknown > 0 ? ["abandoned-wait-unknown"] : [],
  };
}

interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Whether the waits of abandoned calls matter. */
  readonly waits: boolean;
}

const SHARES = {
  F1: (c) => share(c.answeredWithin + c.abandonedWithin, c.answered + c.abandoned, true),
  F2: (c) => share(c.answeredWithin, c.answered, false),
  F3: (c) => share(c.answeredWithin, c.answered + c.abandoned, false),
  F4: (c) => share(c.answeredWithin, c.answered + c.abandoned - c.abandonedWithin, true),
  F5: (c) => share(c.answeredWithin + c.abandonedShort, c.answered + c.abandoned, true),
  F6: (c) => share(c.answeredWithin, c.answered + c.abandoned - c.abandonedShort, true),
} as const satisfies Record<string, (counts: ServiceCounts) => Share>;

function share(numerator: number, denominator: number, waits: boolean): Share {
  return { numerator, denominator, waits };
}

function refuseImpossible(counts: ServiceCounts): void {
  const { answered, answeredWithin, abandoned, abandonedWithin, abandonedShort, abandonedUnknown } = counts;
  const possible =
    Object.values(counts).every((count) => Number.isSafeInteger(count) && count >= 0) &&
    answeredWithin <= answered &&
    abandonedWithin + abandonedUnknown <= abandoned &&
    abandonedShort <= abandonedWithin;
  if (!possible) throw new RangeError(`impossible counts: ${JSON.stringify(counts)}`);
}
