import type { AuditResult, DimensionScore, GateResult, Interval } from "../model/result.js";
import type { Dimension, Severity } from "../model/rule.js";
import type { Gate } from "./gate.js";
import { scoreInterval, shareInterval } from "./round.js";
import { wilson } from "./wilson.js";

/** What gates are judged by. */
export interface GateFacts {
  readonly totals: Pick<AuditResult["totals"], "contacts" | "findings" | "score">;
  readonly dimensions: readonly DimensionScore[];
  readonly rules: readonly RuleFacts[];
}

export interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly dimension: Dimension | null;
  /** Contacts that met the rule, out of `n`: pass of pass + fail, or the numerator and denominator of its level. */
  readonly good: number;
  readonly n: number;
  readonly notAssessed: number;
}

/**
 * Judges every gate by its point estimate; the 95 % interval is shown beside it. Scores are judged as they are reported,
 * to 0.01, and are given with the interval on their scale; shares are judged unrounded.
 *
 * A gate is not judged (`met` null) where nothing was there to judge it by (`no-contacts`), where it would have been but
 * its data is missing (`not-assessed`), or where contacts are fewer than the gate's minimum (`too-few-contacts`). A
 * limit on findings is not met by rules that nobody could check.
 */
export function evaluateGates(gates: readonly Gate[], facts: GateFacts): readonly GateResult[] {
  return gates.map((gate) => {
    const { id, by } = gate;
    const judged = judge(gate, facts);
    return { id, met: judged.met, expected: expectedOf(gate), ...judged.shown, by, reason: judged.reason };
  });
}

interface Judgement {
  readonly met: boolean | null;
  readonly shown: Pick<GateResult, "found" | "n" | "interval">;
  readonly reason: GateResult["reason"];
}

function judge(gate: Gate, facts: GateFacts): Judgement {
  switch (gate.kind) {
    case "score": {
      const { final, contacts } = facts.totals.score;
      return judgeScore(final, contacts, gate.min, facts.rules.filter(isScored));
    }
    case "dimension": {
      const { score = null, contacts = 0 } = facts.dimensions.find(({ id }) => id === gate.dimension) ?? {};
      const own = facts.rules.filter((rule) => isScored(rule) && rule.dimension === gate.dimension);
      return judgeScore(score, contacts, gate.min, own);
    }
    case "findings":
      return judgeFindings(gate, facts);
    case "rule":
      return judgeRule(gate, facts.rules.filter(({ id }) => id === gate.id)[0]);
  }
}

/** The interval takes each contact for one observation of the score: conservative (wilson.ts). */
function judgeScore(
  score: number | null,
  contacts: number,
  min: number,
  rules: readonly RuleFacts[],
): Judgement {
  if (score === null) return notJudged(whyNothing(rules));
  const interval = scoreInterval(wilson((score / 100) * contacts, contacts));
  return judged(score >= min, String(score), contacts, interval);
}

function judgeFindings(gate: Gate & { kind: "findings" }, { totals, rules }: GateFacts): Judgement {
  const { critical, major, minor, info } = totals.findings;
  const count = gate.severity === null ? critical + major + minor + info : totals.findings[gate.severity];
  const own = rules.filter(({ severity }) =>
    gate.severity === null ? severity !== "gate" : severity === gate.severity,
  );
  if (totals.contacts === 0) return notJudged("no-contacts");
  if (count === 0 && own.length > 0 && own.every(({ n }) => n === 0)) return notJudged(whyNothing(own));
  return judged(count <= gate.max, String(count), totals.contacts, null);
}

function judgeRule(gate: Gate & { kind: "rule" }, rule: RuleFacts | undefined): Judgement {
  if (rule === undefined) return notJudged("not-assessed");
  if (rule.n === 0) return notJudged(whyNothing([rule]));
  const rate = rule.good / rule.n;
  const result = judged(
    rate >= gate.rate,
    percent(rate, gate.rate),
    rule.n,
    shareInterval(wilson(rule.good, rule.n)),
  );
  return rule.n < gate.minimumContacts ? { ...result, met: null, reason: "too-few-contacts" } : result;
}

function judged(met: boolean, found: string, n: number, interval: Interval | null): Judgement {
  return { met, shown: { found, n, interval }, reason: null };
}

function notJudged(reason: NonNullable<GateResult["reason"]>): Judgement {
  return { met: null, shown: { found: "n/a", n: 0, interval: null }, reason };
}

/** Nothing passed or failed: because the data was missing, or because no contact was concerned. */
function whyNothing(rules: readonly RuleFacts[]): "not-assessed" | "no-contacts" {
  return rules.some(({ notAssessed }) => notAssessed > 0) ? "not-assessed" : "no-contacts";
}

function isScored({ severity }: RuleFacts): boolean {
  return severity !== "gate" && severity !== "info";
}

function expectedOf(gate: Gate): string {
  switch (gate.kind) {
    case "score":
    case "dimension":
      return `≥ ${gate.min}`;
    case "findings":
      return `≤ ${gate.max}`;
    case "rule":
      return `≥ ${percent(gate.rate, gate.rate)}`;
  }
}

/** To 0.01 %, or further where rounding would move the share to the limit's other side: 94.9999% is not 95%. */
function percent(share: number, limit: number): string {
  const bound = Number((limit * 100).toFixed(10));
  for (let decimals = 2; decimals < 10; decimals++) {
    const rounded = Number((share * 100).toFixed(decimals));
    if (rounded >= bound === share >= limit) return `${rounded}%`;
  }
  return `${share * 100}%`;
}
