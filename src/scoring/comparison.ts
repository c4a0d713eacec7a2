import type { Change, ComparedResult, Comparison, Measured } from "../model/comparison.js";
import type { AuditResult, GroupResult } from "../model/result.js";
import { type Basis, type Entry, groupEntry, ruleEntry, scoreEntry } from "./comparison-entries.js";
import { compareFindings } from "./comparison-findings.js";
import { compareGates } from "./comparison-gates.js";
import { type Difference, scoreDifference, shareDifference } from "./difference.js";

/** A result to compare, as it was saved. */
export interface Named {
  readonly result: AuditResult;
  readonly file: string;
  readonly sha256: string;
}

/**
 * What changed from one audit to another. Who asks a hundred questions is told of five changes by chance alone; so the one
 * chance in twenty is shared out evenly among the score, the rules, the teams and the agents, and among the comparisons of
 * each (Bonferroni): of twenty such comparisons of audits that do not differ, one calls anything better or worse.
 */
export function compareResults(old: Named, now: Named): Comparison {
  const paired = (entries: (result: AuditResult) => readonly Entry[]) =>
    pairs(entries(old.result), entries(now.result));
  const families = {
    score: paired(({ totals }) => [scoreEntry(totals.score)]),
    rules: paired(({ rules }) => rules.flatMap(ruleEntry)),
    teams: paired(({ teams }) => teams.map(groupEntry)),
    agents: paired(({ agents }) => agents.map(groupEntry)),
  };
  const asked = Object.values(families).filter((family) => family.some(isComparable)).length;
  const changes = (family: readonly Pair[]): readonly Change[] => {
    const comparisons = family.filter(isComparable).length;
    const confidence = 1 - ERROR / Math.max(1, asked) / Math.max(1, comparisons);
    return family.map((pair) => change(pair, confidence));
  };
  const [score] = changes(families.score);
  const rules = changes(families.rules);
  return {
    schemaVersion: "1.0",
    old: compared(old),
    new: compared(now),
    score: score!,
    gates: compareGates(old.result.gates, now.result.gates, [score!, ...rules]),
    rules,
    teams: changes(families.teams),
    agents: changes(families.agents),
    findings: compareFindings(old.result.findings, now.result.findings),
  };
}

/** One team or agent in two results, asked about alone: at 95 %. */
export function compareGroup(old: GroupResult, now: GroupResult): Change {
  return change({ id: now.id, old: groupEntry(old), new: groupEntry(now) }, 1 - ERROR);
}

const ERROR = 0.05;

interface Pair {
  readonly id: string;
  readonly old: Entry | null;
  readonly new: Entry | null;
}

function pairs(old: readonly Entry[], now: readonly Entry[]): readonly Pair[] {
  const before = new Map(old.map((entry) => [entry.id, entry]));
  const after = new Map(now.map((entry) => [entry.id, entry]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((id) => ({ id, old: before.get(id) ?? null, new: after.get(id) ?? null }));
}

function isComparable({ old, new: now }: Pair): boolean {
  return old?.basis != null && now?.basis != null && old.basis.kind === now.basis.kind;
}

function change(pair: Pair, confidence: number): Change {
  const { id, old, new: now } = pair;
  const found = isComparable(pair) ? differenceOf(old!.basis!, now!.basis!, confidence) : null;
  const values = [old?.value ?? null, now?.value ?? null] as const;
  const bare = values[0] === null || values[1] === null ? null : values[1] - values[0];
  const moved = found === null || found.difference > 0 ? "better" : "worse";
  return {
    id,
    old: measured(old),
    new: measured(now),
    difference: found?.difference ?? bare,
    interval: found?.interval ?? null,
    confidence,
    verdict: found === null ? "open" : found.moreThanChance ? moved : "chance",
  };
}

function differenceOf(old: Basis, now: Basis, confidence: number): Difference | null {
  if (old.kind === "share" && now.kind === "share") return shareDifference(old, now, confidence);
  if (old.kind === "score" && now.kind === "score") return scoreDifference(old, now, confidence);
  return null;
}

function measured(entry: Entry | null): Measured | null {
  return entry === null ? null : { value: entry.value, n: entry.n };
}

function compared({ result, file, sha256 }: Named): ComparedResult {
  const { manifest, totals } = result;
  const { standard, config, asOf } = manifest;
  const { from, to, contacts } = totals;
  return { file, sha256, asOf, from, to, contacts, standard, config };
}
