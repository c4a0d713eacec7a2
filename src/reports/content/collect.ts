import type { Finding } from "../../model/result.js";
import { isExempt } from "../finding-words.js";

/** The findings of one rule: how many, of how many agents, and the first of them. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly count: number;
  readonly agents: number;
  readonly shown: readonly Finding[];
}

/** Groups findings by rule in one walk, keeping at most `limit` of each: before those that gates leave out, those that count. */
export function collect(findings: Iterable<Finding>, limit: number): readonly FindingGroup[] {
  const groups = new Map<
    string,
    {
      severity: Finding["severity"];
      count: number;
      agents: Set<string>;
      counting: Finding[];
      exempt: Finding[];
    }
  >();
  for (const finding of findings) {
    let group = groups.get(finding.rule);
    if (group === undefined) {
      group = { severity: finding.severity, count: 0, agents: new Set(), counting: [], exempt: [] };
      groups.set(finding.rule, group);
    }
    group.count += 1;
    if (finding.agent !== null) group.agents.add(finding.agent);
    const kept = isExempt(finding) ? group.exempt : group.counting;
    if (kept.length < limit) kept.push(finding);
  }
  return [...groups].map(([rule, { severity, count, agents, counting, exempt }]) => ({
    rule,
    severity,
    count,
    agents: agents.size,
    shown: [...counting, ...exempt].slice(0, limit),
  }));
}
