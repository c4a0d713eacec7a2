import type { GroupResult, Interval, ScorePair } from "../model/result.js";
import { scoreInterval } from "./round.js";
import { wilson } from "./wilson.js";

/** Contact scores of a group added up, in hundredths of a point. Sums of whole numbers: merge tallies by adding. */
export interface ScoreTally {
  /** Contacts that have a score. */
  readonly contacts: number;
  readonly raw: number;
  readonly final: number;
  /** Σ final², where it was kept: says how much contacts of one agent differ among themselves (shrinkage.ts). */
  readonly finalSquares?: number;
}

/** Mean scores over contacts, each contact equal, 0–100 to 0.01; null where no contact has one. */
export function scorePair({ contacts, raw, final }: ScoreTally): ScorePair {
  if (contacts === 0) return { raw: null, final: null };
  return { raw: Math.round(raw / contacts) / 100, final: Math.round(final / contacts) / 100 };
}

/** The same for a team, with the 95 % interval of its final score: Wilson's of a mean, which is conservative. */
export function groupScore(tally: ScoreTally): GroupResult["score"] {
  return { ...scorePair(tally), interval: finalInterval(tally, 0.95) };
}

/** Wilson's interval of the final score, 0–100. */
export function finalInterval({ contacts, final }: ScoreTally, confidence: number): Interval | null {
  return scoreInterval(wilson(final / 10_000, contacts, confidence));
}
