import type { CompiledCheck } from "../checks/check.js";
import { DIMENSIONS, type RuleInfo, SEVERITIES, type Severity } from "../model/rule.js";

/** A rule ready to be judged. */
export interface AuditRule {
  readonly info: RuleInfo;
  readonly check: CompiledCheck;
}

/** The rules of an audit as the judge needs them: by number, with what each verdict is worth. */
export interface RuleSet {
  readonly rules: readonly AuditRule[];
  /** Weight in a contact's score; 0 for rules that are reported without a score. */
  readonly weight: Uint16Array;
  /** 1 where a failure fails the whole contact. */
  readonly critical: Uint8Array;
  /** Bit of the rule's dimension, 0 where it has none. */
  readonly dimension: Uint8Array;
  /** Position in SEVERITIES. */
  readonly severity: Uint8Array;
  readonly ofFields: readonly number[];
  readonly ofTurns: readonly number[];
  /** Rules about the answers of surveys, which may be about other rows too. */
  readonly ofSurveys: readonly number[];
  /** Rules that are judged when all contacts are known. */
  readonly ofTogether: readonly number[];
  /** The checks that tell what a complaint is about. */
  readonly classifying: readonly Classifying[];
}

type Classifying = CompiledCheck & Required<Pick<CompiledCheck, "classify">>;

export function ruleSet(rules: readonly AuditRule[], weights: Readonly<Record<Severity, number>>): RuleSet {
  const numbered = (stage: CompiledCheck["stage"]) =>
    rules.flatMap(({ check }, rule) => (check.stage === stage ? [rule] : []));
  return {
    rules,
    weight: Uint16Array.from(rules, ({ info }) => weights[info.severity]),
    critical: Uint8Array.from(rules, ({ info }) => (info.severity === "critical" ? 1 : 0)),
    dimension: Uint8Array.from(rules, ({ info }) =>
      info.dimension === null ? 0 : 1 << DIMENSIONS.indexOf(info.dimension),
    ),
    severity: Uint8Array.from(rules, ({ info }) => SEVERITIES.indexOf(info.severity)),
    ofFields: numbered("fields").filter((rule) => rules[rule]!.check.kinds?.join() !== "surveys"),
    ofTurns: numbered("turns"),
    ofSurveys: numbered("fields").filter((rule) => rules[rule]!.check.kinds?.includes("surveys")),
    ofTogether: numbered("together"),
    classifying: rules
      .map(({ check }) => check)
      .filter((check) => check.classify !== undefined) as readonly Classifying[],
  };
}
