import type { AgentResult, Finding, Recurring, RecurringLabels, RuleResult } from "../model/result.js";
import { round } from "./round.js";

/** How often each label of a field came up. */
export interface LabelCounts {
  readonly contacts: number;
  readonly labels: readonly {
    readonly label: string;
    readonly contacts: number;
    readonly examples: readonly string[];
  }[];
}

/** What comes up again and again: the rules that fail most, whether with one agent or with all, and what contacts are about. */
export function recurring(
  rules: readonly RuleResult[],
  agents: readonly AgentResult[],
  findings: Iterable<Pick<Finding, "id" | "rule">>,
  labels: Readonly<Record<"topics" | "types" | "causes", LabelCounts>>,
): Recurring {
  const failed = rules.filter(({ fail, severity }) => fail > 0 && severity !== "gate");
  const all = failed.reduce((sum, { fail }) => sum + fail, 0);
  const examples = firstOf(findings);
  return {
    rules: failed
      .toSorted((a, b) => b.fail - a.fail || byText(a.id, b.id))
      .map(({ id, fail }) => {
        const assessed = agents.filter((agent) => verdicts(agent, id) > 0);
        return {
          rule: id,
          fail,
          share: round(fail / all, 6),
          agents: assessed.filter((agent) => agent.rules[id]!.fail > 0).length,
          agentsAssessed: assessed.length,
          examples: examples.get(id) ?? [],
        };
      }),
    topics: mostFrequent(labels.topics),
    types: mostFrequent(labels.types),
    causes: mostFrequent(labels.causes),
  };
}

const EXAMPLES = 3;
const MOST = 50;

function verdicts(agent: AgentResult, rule: string): number {
  const counts = agent.rules[rule];
  return counts === undefined ? 0 : counts.pass + counts.fail;
}

function firstOf(findings: Iterable<Pick<Finding, "id" | "rule">>): ReadonlyMap<string, readonly string[]> {
  const first = new Map<string, string[]>();
  for (const { rule, id } of findings) {
    const known = first.get(rule);
    if (known === undefined) first.set(rule, [id]);
    else if (known.length < EXAMPLES) known.push(id);
  }
  return first;
}

function mostFrequent({ contacts, labels }: LabelCounts): RecurringLabels {
  const sum = (some: LabelCounts["labels"]) => some.reduce((total, one) => total + one.contacts, 0);
  const sorted = labels.toSorted((a, b) => b.contacts - a.contacts || byText(a.label, b.label));
  return {
    contacts,
    filled: sum(sorted),
    items: sorted.slice(0, MOST),
    others: sum(sorted.slice(MOST)),
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
