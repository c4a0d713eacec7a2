import { formatPlace, type Locale } from "../../messages/index.js";
import type { AuditResult, Finding } from "../../model/result.js";
import { findingWords, isExempt } from "../finding-words.js";

/** The findings of one rule in one suite. */
export interface Failure {
  readonly severity: Finding["severity"];
  /** Those that count: place, contact, and what was said or measured. */
  readonly lines: string[];
  exempt: number;
}

/** By agent, or by contact where the agent is not known; then by rule. */
export interface Failures {
  readonly agents: ReadonlyMap<string, ReadonlyMap<string, Failure>>;
  readonly contacts: ReadonlyMap<string, ReadonlyMap<string, Failure>>;
}

/** Sorts all findings by suite and rule, in one walk. */
export function failuresOf(result: AuditResult, locale: Locale): Failures {
  const wordsOf = findingWords(result, locale);
  const agents = new Map<string, Map<string, Failure>>();
  const contacts = new Map<string, Map<string, Failure>>();
  for (const finding of result.findings) {
    const rules =
      finding.agent === null
        ? entry(contacts, finding.contact, newMap)
        : entry(agents, finding.agent, newMap);
    const failure = entry(rules, finding.rule, () => ({ severity: finding.severity, lines: [], exempt: 0 }));
    if (isExempt(finding)) failure.exempt += 1;
    else failure.lines.push(`${formatPlace(finding)} ${finding.contact} ${wordsOf(finding).what}`);
  }
  return { agents, contacts };
}

function newMap(): Map<string, Failure> {
  return new Map();
}

function entry<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const value = all.get(key) ?? make();
  all.set(key, value);
  return value;
}
