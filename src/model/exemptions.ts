import type { Severity } from "./rule.js";

/** Findings that somebody knows of. They stay in the result and in every score and rate; gates on findings leave them out. */
export interface Exemptions {
  /** How many findings the gates leave out: known, suppressed, or both. */
  readonly findings: Readonly<Record<Exclude<Severity, "gate">, number>>;
  readonly baseline: BaselineUse | null;
  readonly suppressions: SuppressionUse | null;
}

/** An earlier result, whose findings are known. */
export interface BaselineUse {
  readonly file: string;
  readonly sha256: string;
  readonly asOf: string | null;
  /** Findings that it has too. */
  readonly known: number;
  readonly new: number;
  /** Findings of the baseline that this audit does not have: mended, or their contacts are not in the data. */
  readonly gone: number;
}

export interface SuppressionUse {
  readonly file: string;
  readonly sha256: string;
  readonly entries: number;
  /** Findings that they took out. */
  readonly suppressed: number;
  /** Entries whose last day is past: their findings count again. */
  readonly expired: readonly SuppressionEntry[];
  /** Entries that no finding answers to. */
  readonly unused: readonly SuppressionEntry[];
}

export interface SuppressionEntry extends Suppressed {
  readonly contact: string;
  readonly rule: string;
  /** Where it stands in the file. */
  readonly line: number;
}

/** Why a finding is not to count. */
export interface Suppressed {
  readonly reason: string;
  readonly author: string;
  /** The last day it holds, YYYY-MM-DD; null: for good. */
  readonly expires: string | null;
}
