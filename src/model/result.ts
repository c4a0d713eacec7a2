import type { Kind } from "./fields.js";
import type { LedgerFile } from "./ledger.js";
import type { Dimension, RuleInfo, Severity } from "./rule.js";

export const SCHEMA_VERSION = "1.0";

/**
 * The audit result: the one documented shape that every report is made from (DESIGN §5). Rates are shares (0–1),
 * scores 0–100, durations seconds, instants ISO 8601 with offset. `null` is "n/a": nothing to say it of.
 */
export interface AuditResult {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly manifest: Manifest;
  readonly ledger: readonly LedgerFile[];
  readonly totals: Totals;
  readonly dimensions: readonly DimensionScore[];
  readonly rules: readonly RuleResult[];
  readonly gates: readonly GateResult[];
  readonly teams: readonly GroupResult[];
  readonly agents: readonly AgentResult[];
  /** In order of file, line, column and rule. Iterable more than once; may be read from disk as it is walked. */
  readonly findings: FindingSet;
  /** What kept the audit from being whole: rejected rows, a gate that could not be judged. Empty: everything was audited. */
  readonly incomplete: readonly Incomplete[];
}

export interface FindingSet extends Iterable<Finding> {
  readonly length: number;
}

export interface Manifest {
  readonly tool: { readonly name: "deskcheck"; readonly version: string };
  readonly standard: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly config: { readonly file: string | null; readonly sha256: string };
  /** The moment that counted as "now", and where it came from: the flag, the config, or the latest moment in the data. */
  readonly asOf: string | null;
  readonly asOfFrom: "option" | "config" | "data" | null;
  readonly timezone: string;
  readonly inputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
}

export interface Totals {
  readonly contacts: number;
  readonly turns: number;
  /** Contacts that a file of each kind speaks of: 5 calls and 5 transcripts of 5 contacts are joined. */
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly calls: CallTotals | null;
  readonly findings: Readonly<Record<Exclude<Severity, "gate">, number>>;
  readonly score: ScorePair & { readonly contacts: number };
  /** Span of the contacts' moments, ISO; null where no file has any. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface CallTotals {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly busy: number;
  readonly other: number;
}

export interface ScorePair {
  /** Share of applicable, assessed rules met, by weight, before critical failures. */
  readonly raw: number | null;
  /** The same after contacts with a critical failure count 0. */
  readonly final: number | null;
}

export interface DimensionScore {
  readonly id: Dimension;
  readonly score: number | null;
  readonly contacts: number;
  readonly pass: number;
  readonly fail: number;
}

export interface RuleResult extends RuleInfo {
  readonly pass: number;
  readonly fail: number;
  readonly notApplicable: number;
  readonly notAssessed: number;
  readonly pending: number;
  /** Names of the fields that were missing where the rule was not assessed. */
  readonly missing: readonly string[];
  /** Why it did not apply or was pending, and how often. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly measure: MeasureSummary | null;
  /** What a level rule adds: formula, target, and the counts that the rate is made of. */
  readonly level: LevelSummary | null;
}

export type Interval = readonly [low: number, high: number];

export interface MeasureSummary {
  readonly unit: string;
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly max: number | null;
  /** The fields the measure was read from, with how many contacts each. Says e.g. that speed of answer includes the queue. */
  readonly from: Readonly<Record<string, number>>;
}

export interface LevelSummary {
  readonly formula: string;
  readonly share: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Remarks such as "no waits of abandoned calls: none could be excluded as short". Codes of `messages/`. */
  readonly notes: readonly string[];
}

export interface GateResult {
  readonly id: string;
  /** null: not judged (no contacts, or fewer than the minimum). */
  readonly met: boolean | null;
  readonly expected: string;
  readonly found: string;
  readonly n: number;
  readonly interval: Interval | null;
  /** Who set it: the config (or --set), or the standard's default. */
  readonly by: "config" | "standard";
  /** Why it was not judged. */
  readonly reason: "no-contacts" | "too-few-contacts" | "not-assessed" | null;
}

export interface VerdictCounts {
  readonly pass: number;
  readonly fail: number;
  readonly notApplicable: number;
  readonly notAssessed: number;
  readonly pending: number;
}

/** A team, or any other group of contacts. */
export interface GroupResult {
  readonly id: string;
  readonly contacts: number;
  readonly calls: CallTotals | null;
  readonly findings: Readonly<Record<Exclude<Severity, "gate">, number>>;
  readonly score: ScorePair & { readonly interval: Interval | null };
  readonly rules: Readonly<Record<string, VerdictCounts>>;
}

export interface AgentResult extends GroupResult {
  readonly team: string | null;
  readonly score: ScorePair & { readonly shrunk: number | null; readonly interval: Interval | null };
  /** Rank by the shrunk score; agents whose intervals overlap share a band. null: too few contacts, listed only. */
  readonly rank: number | null;
  readonly band: number | null;
}

export interface Finding {
  /** Stable over runs: hash of rule, contact, turn or field, and evidence. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Exclude<Severity, "gate">;
  readonly contact: string;
  readonly agent: string | null;
  readonly team: string | null;
  readonly file: string;
  readonly line: number;
  /** 1-based, UTF-16 units from the start of the line. */
  readonly column: number;
  /** 1-based turn of the contact, where the finding is about one. */
  readonly turn: number | null;
  /** When it was said or happened, ISO, where known. */
  readonly at: string | null;
  /** The words in the original, or null where the finding is about a time or a missing phrase. */
  readonly quote: string | null;
  /** How a phrase was matched. */
  readonly how: "as-written" | "folded" | "sound-alike" | null;
  /** Neutral ("≤ 15 s"), or the rule's advice in the standard's own language: a result does not depend on the reader's. */
  readonly expected: string;
  readonly found: string;
  /** The turns around it, quote's turn included; only for findings about words. */
  readonly context: readonly ContextTurn[];
}

export interface ContextTurn {
  readonly turn: number;
  readonly speaker: "unknown" | "agent" | "customer" | "system";
  readonly text: string;
}

export interface Incomplete {
  readonly code: "rejected-rows" | "gate-not-assessed" | "rule-crashed";
  readonly subject: string;
  readonly count: number;
  readonly detail: string | null;
}
