import type { Exemptions, Suppressed } from "./exemptions.js";
import type { Kind } from "./fields.js";
import type { Honours, Outcomes, Recurring, RuleSeries } from "./insights.js";
import type { LedgerFile } from "./ledger.js";
import type { Dimension, RuleInfo, Severity } from "./rule.js";

export type * from "./insights.js";

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
  /** Which findings the gates above leave out; absent where neither a baseline nor suppressions were given. */
  readonly exemptions?: Exemptions;
  readonly teams: readonly GroupResult[];
  readonly agents: readonly AgentResult[];
  /** What charts over time are drawn from: rules that measure or judge shares, by id; those never assessed are left out. */
  readonly series: Readonly<Record<string, RuleSeries>>;
  /** What comes up again and again (共性问题). */
  readonly recurring: Recurring;
  /** The best beside the worst, where more than chance tells them apart. */
  readonly honours: Honours;
  /** How contacts ended: what an estimate of lost customers starts from. */
  readonly outcomes: Outcomes;
  /** Contacts that are complaints, and what they are about; null where no rule asks. */
  readonly complaints: ComplaintSummary | null;
  /** What kept the audit from being whole: rejected rows, a gate that could not be judged. Empty: everything was audited. */
  readonly incomplete: readonly Incomplete[];
  /** In order of file, line, column and rule. Iterable more than once; may be read from disk as it is walked. */
  readonly findings: FindingSet;
  /** What agents promised customers to get in touch by, in order of file, line and column; empty where no rule looks for promises. */
  readonly promises: readonly PromiseResult[];
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
  /** Shares by groups of the rule's own: by hour, agent, channel, dimension. Empty for most rules. */
  readonly groups: readonly RuleGroup[];
}

/** What groups of a rule are by. `answer`: kinds of what was said. */
export const GROUP_BY = ["hour", "agent", "channel", "priority", "dimension", "answer"] as const;
export type GroupBy = (typeof GROUP_BY)[number];

export interface RuleGroup {
  readonly by: GroupBy;
  readonly id: string;
  readonly n: number;
  /** A share, a mean or a median, as the rule says; null: n/a. */
  readonly value: number | null;
  /** Whether the group meets the rule's target; null where it is not held to one. */
  readonly met: boolean | null;
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
  /** Whether the baseline has it too; absent where none was given. Gates do not count `known` ones. */
  readonly baseline?: "known" | "new";
  /** Who says why it is not to count; absent where nobody does. Gates do not count it. */
  readonly suppressed?: Suppressed;
}

export interface ContextTurn {
  readonly turn: number;
  readonly speaker: "unknown" | "agent" | "customer" | "system";
  readonly text: string;
}

/** - `undecided`: the data ends before the promise is due, or does not say whether the desk ever calls */
export const PROMISE_STATES = ["kept", "broken", "undecided"] as const;

export interface PromiseResult {
  readonly contact: string;
  readonly agent: string | null;
  readonly customer: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly quote: string;
  /** When it was made and by when it is due, ISO. */
  readonly made: string;
  readonly due: string;
  readonly state: (typeof PROMISE_STATES)[number];
  /** The contact that kept it. */
  readonly keptBy: string | null;
}

export interface ComplaintSummary {
  readonly contacts: number;
  /** How many were recognised by the record's type or topic, and how many by the customer's words; some by both. */
  readonly byLabel: number;
  readonly byWords: number;
  /** Types and causes: as recorded, and as proposed from the customer's words where the record has none. */
  readonly types: readonly ComplaintClass[];
  readonly causes: readonly ComplaintClass[];
}

export interface ComplaintClass {
  readonly label: string;
  readonly recorded: number;
  /** Proposed by the tool from key words of the classes: to be confirmed by a person. */
  readonly proposed: number;
}

export interface Incomplete {
  readonly code: "rejected-rows" | "gate-not-assessed" | "rule-crashed";
  readonly subject: string;
  readonly count: number;
  readonly detail: string | null;
}
