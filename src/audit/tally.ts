import { VERDICT_CODES } from "../model/verdict.js";
import { type Growable, growable } from "./growable.js";

/** Base verdicts: pass, fail, not-applicable, not-assessed, pending. */
export const VERDICTS = 5;

/** Classes of calls: offered, answered, abandoned, busy, other. */
export const CALL_CLASSES = 5;

/** Severities that findings have: critical, major, minor, info. */
const FINDING_SEVERITIES = 4;

/**
 * Everything that is counted, as whole numbers: sums come out the same in whatever order the contacts were judged, and
 * parts of an audit can be added up.
 */
export interface Tally {
  readonly rules: number;
  /** Verdict codes of each rule: `codes[rule * VERDICT_CODES + code]`. */
  readonly codes: Float64Array;
  /** The values of each rule's measure, and how many came from each of its sources. */
  readonly measures: readonly Measured[];
  readonly agents: Groups;
  readonly teams: Groups;
  readonly all: Groups;
}

interface Measured {
  values: Growable<Float64Array>;
  count: number;
  readonly sources: Float64Array;
}

/** Counts by group (agent, team, or all as group 0). */
export interface Groups {
  /** `verdicts[(group * rules + rule) * VERDICTS + verdict]`. */
  readonly verdicts: Growable<Int32Array>;
  /** `calls[group * CALL_CLASSES + class]`. */
  readonly calls: Growable<Int32Array>;
  /** `findings[group * 4 + severity]`. */
  readonly findings: Growable<Int32Array>;
}

const SOURCES = 16;

export function createTally(rules: number): Tally {
  return {
    rules,
    codes: new Float64Array(rules * VERDICT_CODES),
    measures: Array.from({ length: rules }, () => ({
      values: growable((length) => new Float64Array(length)),
      count: 0,
      sources: new Float64Array(SOURCES),
    })),
    agents: createGroups(),
    teams: createGroups(),
    all: createGroups(),
  };
}

/** Counts `times` verdicts of a rule; agent and team are label ids, -1 where not known. */
export function countVerdict(
  tally: Tally,
  rule: number,
  code: number,
  agent: number,
  team: number,
  times = 1,
): void {
  tally.codes[rule * VERDICT_CODES + code]! += times;
  const verdict = code & 7;
  countInGroup(tally, tally.agents, agent, rule, verdict, times);
  countInGroup(tally, tally.teams, team, rule, verdict, times);
}

export function countCall(tally: Tally, callClass: number, agent: number, team: number): void {
  addTo(tally.all.calls, callClass, 1);
  if (agent >= 0) addTo(tally.agents.calls, agent * CALL_CLASSES + callClass, 1);
  if (team >= 0) addTo(tally.teams.calls, team * CALL_CLASSES + callClass, 1);
}

export function countFinding(tally: Tally, severity: number, agent: number, team: number): void {
  addTo(tally.all.findings, severity, 1);
  if (agent >= 0) addTo(tally.agents.findings, agent * FINDING_SEVERITIES + severity, 1);
  if (team >= 0) addTo(tally.teams.findings, team * FINDING_SEVERITIES + severity, 1);
}

export function addMeasure(tally: Tally, rule: number, value: number, source: number): void {
  const measured = tally.measures[rule]!;
  measured.values.reach(measured.count);
  measured.values.array[measured.count++] = value;
  if (source >= 0) measured.sources[source]! += 1;
}

function createGroups(): Groups {
  const counts = () => growable((length) => new Int32Array(length));
  return { verdicts: counts(), calls: counts(), findings: counts() };
}

function countInGroup(
  tally: Tally,
  groups: Groups,
  group: number,
  rule: number,
  verdict: number,
  times: number,
): void {
  if (group < 0) return;
  addTo(groups.verdicts, (group * tally.rules + rule) * VERDICTS + verdict, times);
}

function addTo(counts: Growable<Int32Array>, index: number, times: number): void {
  counts.reach(index);
  counts.array[index]! += times;
}
