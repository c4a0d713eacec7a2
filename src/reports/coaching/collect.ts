import type { Finding, FindingSet } from "../../model/result.js";
import { SEVERITIES } from "../../model/rule.js";
import { byText } from "../order.js";

/** The findings of one agent and rule: how many, and the first of them. */
export interface Lesson {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly count: number;
  readonly shown: readonly Finding[];
}

export interface Lessons {
  /** By agent, worst rule first. */
  readonly agents: ReadonlyMap<string, readonly Lesson[]>;
  /** Findings of contacts that name no agent. */
  readonly withoutAgent: number;
  /** Suppressed findings, left out: somebody has said why they are none. By agent. */
  readonly suppressed: ReadonlyMap<string, number>;
}

/** Sorts the findings by agent and rule in one walk, keeping at most `limit` of each. */
export function lessonsOf(findings: FindingSet, limit: number): Lessons {
  const agents = new Map<
    string,
    Map<string, { severity: Finding["severity"]; count: number; shown: Finding[] }>
  >();
  const suppressed = new Map<string, number>();
  let withoutAgent = 0;
  for (const finding of findings) {
    const { agent, rule, severity } = finding;
    if (agent === null) {
      withoutAgent += 1;
      continue;
    }
    if (finding.suppressed !== undefined) {
      suppressed.set(agent, (suppressed.get(agent) ?? 0) + 1);
      continue;
    }
    const rules = agents.get(agent) ?? new Map();
    const lesson = rules.get(rule) ?? { severity, count: 0, shown: [] };
    lesson.count += 1;
    if (lesson.shown.length < limit) lesson.shown.push(finding);
    rules.set(rule, lesson);
    agents.set(agent, rules);
  }
  return {
    agents: new Map(
      [...agents].map(([agent, rules]) => [
        agent,
        [...rules].map(([rule, lesson]) => ({ rule, ...lesson })).sort(byWeight),
      ]),
    ),
    withoutAgent,
    suppressed,
  };
}

function byWeight(a: Lesson, b: Lesson): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.count - a.count ||
    byText(a.rule, b.rule)
  );
}
