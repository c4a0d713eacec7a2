/** When a rule was met, and how its measure was distributed. Whole counts: series of two audits can be added up. */
export interface RuleSeries {
  /** By calendar day of the audit's time zone, in order; days without verdicts are left out. */
  readonly days: readonly DayCount[];
  /** By weekday and hour of the audit's time zone, in order; hours without verdicts are left out. */
  readonly hours: readonly HourCount[];
  /** Verdicts of contacts of which no moment is known: in the rate, and in no chart over time. */
  readonly undated: number;
  readonly distribution: Distribution | null;
}

export interface DayCount {
  /** `2026-03-02`. */
  readonly day: string;
  readonly pass: number;
  readonly fail: number;
}

export interface HourCount {
  /** ISO 8601: 1 Monday – 7 Sunday. */
  readonly weekday: number;
  /** 0–23. */
  readonly hour: number;
  readonly pass: number;
  readonly fail: number;
}

/** The values of a measure in classes of equal width: class k holds k·width < value ≤ (k+1)·width, the first one 0 too. */
export interface Distribution {
  readonly unit: string;
  /** The limit that values are held to; a border of classes. null where none is the same for all contacts. */
  readonly limit: number | null;
  readonly width: number;
  readonly counts: readonly number[];
  /** Values above the last class, and below 0. */
  readonly above: number;
  readonly below: number;
}

export interface Recurring {
  /** Rules that failed, most often first. */
  readonly rules: readonly RecurringRule[];
  /** What contacts were about, by the files' own words; most frequent first. Empty where no file says. */
  readonly topics: RecurringLabels;
  readonly types: RecurringLabels;
  readonly causes: RecurringLabels;
}

export interface RecurringRule {
  readonly rule: string;
  /** Contacts that failed it. */
  readonly fail: number;
  /** Share of all failures of all rules that have findings, 0–1. */
  readonly share: number;
  /** Agents with a failure, out of those with a verdict: one agent's habit, or everybody's. */
  readonly agents: number;
  readonly agentsAssessed: number;
  /** Ids of the first findings, at most three. */
  readonly examples: readonly string[];
}

export interface RecurringLabels {
  /** Contacts of files that carry the field, and those of them where it is filled. */
  readonly contacts: number;
  readonly filled: number;
  /** At most fifty. */
  readonly items: readonly RecurringLabel[];
  /** Contacts of the labels that are left out. */
  readonly others: number;
}

export interface RecurringLabel {
  readonly label: string;
  readonly contacts: number;
  /** Ids of the first contacts, at most three. */
  readonly examples: readonly string[];
}

export interface Honours {
  /** The score (0–100) of all contacts, which an agent's whole 90 % interval must lie above or below. */
  readonly reference: number | null;
  /** Ids of ranked agents above it, best first; at most five. */
  readonly best: readonly string[];
  /** Ids of ranked agents below it, worst first; at most five. */
  readonly worst: readonly string[];
}

export interface Outcomes {
  /** Contacts by whether the customer's problem was solved, as the files say; null where no file says. */
  readonly resolved: number | null;
  readonly unresolved: number | null;
  /** Contacts with a critical failure. */
  readonly criticalContacts: number;
}
