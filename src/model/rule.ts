/** Words in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * `critical` fails the contact outright, `major` and `minor` lower its score, `info` is reported without a score;
 * a `gate` is judged over many contacts and decides the exit code, not a contact's score.
 */
export const SEVERITIES = ["critical", "major", "minor", "info", "gate"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** SERVQUAL's five elements, in the order of the handbook: 有形度、同理度、专业度、反应度、信赖度. */
export const DIMENSIONS = ["tangibles", "empathy", "assurance", "responsiveness", "reliability"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One clause of a standard made checkable, as reports need it. What a check does with its options is not in here. */
export interface RuleInfo {
  readonly id: string;
  readonly title: Bilingual;
  readonly clause: string;
  readonly source: string;
  readonly dimension: Dimension | null;
  readonly severity: Severity;
  readonly check: string;
  /** The limit that the rule holds a measure to, in words that need no translation: "≤ 15 s (3 × 5 s)". */
  readonly target: string | null;
  readonly advice: Bilingual;
}
