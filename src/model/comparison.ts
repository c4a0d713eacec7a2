import type { FindingSet, Interval, Manifest, Totals } from "./result.js";

/** How two audits differ: what `deskcheck compare` reports and writes as JSON. Differences are new minus old. */
export interface Comparison {
  readonly schemaVersion: "1.0";
  readonly old: ComparedResult;
  readonly new: ComparedResult;
  /** The final score of all contacts, 0–100. */
  readonly score: Change;
  readonly gates: readonly GateChange[];
  /** Pass rates, 0–1. */
  readonly rules: readonly Change[];
  /** Final scores, 0–100. */
  readonly teams: readonly Change[];
  readonly agents: readonly Change[];
  readonly findings: FindingChanges;
}

export interface ComparedResult {
  readonly file: string;
  readonly sha256: string;
  readonly asOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly contacts: number;
  readonly standard: Manifest["standard"];
  readonly config: Manifest["config"];
}

/**
 * - `better`, `worse`: by more than chance, at the change's confidence
 * - `chance`: no more than chance makes
 * - `open`: on one side only, or without contacts, or not of the kind that an interval can be given for
 */
export type ChangeVerdict = "better" | "worse" | "chance" | "open";

/** A share or a mean score before and after. */
export interface Change {
  readonly id: string;
  /** null: not in that result. */
  readonly old: Measured | null;
  readonly new: Measured | null;
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Of the interval. Higher than 95 % where many things are compared: together they are wrong once in twenty times. */
  readonly confidence: number;
  readonly verdict: ChangeVerdict;
}

export interface Measured {
  readonly value: number | null;
  readonly n: number;
}

export interface GateChange {
  readonly id: string;
  readonly old: GateState | null;
  readonly new: GateState | null;
  /** `worse`: was met and is no more; `better`: the other way round; `same`; `open`: not judged, or on one side only. */
  readonly verdict: "better" | "worse" | "same" | "open";
  /** What the gate measures, where it is the score, a rule or a count: as in the other lists. */
  readonly difference: number | null;
  readonly interval: Interval | null;
}

export interface GateState {
  readonly met: boolean | null;
  readonly expected: string;
  readonly found: string;
}

/** By id: a finding is gone where it was mended, or where its contact is not in the new data. */
export interface FindingChanges {
  readonly same: number;
  readonly new: FindingSet;
  readonly gone: FindingSet;
  readonly newCounts: Totals["findings"];
  readonly goneCounts: Totals["findings"];
}
