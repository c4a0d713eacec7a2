import { VERDICT_CODES } from "../model/verdict.js";
import { createGroupTally, type GroupTally } from "./group-tally.js";
import { type Growable, growable } from "./growable.js";
import { createHistogram, type Histogram } from "./histogram.js";
import { createLabelTally, type LabelTally } from "./label-tally.js";
import { createSeries, type SeriesTally } from "./series-tally.js";

/** Base verdicts: pass, fail, not-applicable, not-assessed, pending. */
export const VERDICTS = 5;

/** Classes of calls: offered, as all are, and how they ended: answered, abandoned, busy, other. */
export const CALL_CLASSES = 5;
const OFFERED = 0;

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
  /** When the rules that charts are drawn of were met. */
  readonly series: SeriesTally;
  /** Topics, types and causes of contacts, and whether they were resolved. */
  readonly labels: LabelTally;
  /** Counts by groups of the rules' own choosing, by rule. */
  readonly groups: readonly GroupTally[];
}

interface Measured {
  readonly values: Histogram;
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
      values: createHistogram(),
      sources: new Float64Array(SOURCES),
    })),
    agents: createGroups(),
    teams: createGroups(),
    all: createGroups(),
    series: createSeries(rules),
    labels: createLabelTally(),
    groups: Array.from({ length: rules }, createGroupTally),
  };
}

/** Counts a verdict of a rule; agent and team are label ids, -1 where not known. */
export function countVerdict(tally: Tally, rule: number, code: number, agent: number, team: number): void {
  countCode(tally, rule, code, 1);
  if (agent >= 0) countInGroup(tally, tally.agents, agent, rule, code & 7, 1);
  if (team >= 0) countInGroup(tally, tally.teams, team, rule, code & 7, 1);
}

/** Counts a verdict code of a rule over all contacts. */
export function countCode(tally: Tally, rule: number, code: number, times: number): void {
  tally.codes[rule * VERDICT_CODES + code]! += times;
}

/** Counts a verdict of a rule for one agent or team. */
export function countInGroup(
  tally: Tally,
  groups: Groups,
  group: number,
  rule: number,
  verdict: number,
  times: number,
): void {
  addTo(groups.verdicts, (group * tally.rules + rule) * VERDICTS + verdict, times);
}

/** Counts a call that ended in one of the classes. */
export function countCall(tally: Tally, callClass: number, agent: number, team: number): void {
  countCallInGroup(tally.all, 0, callClass, 1);
  if (agent >= 0) countCallInGroup(tally.agents, agent, callClass, 1);
  if (team >= 0) countCallInGroup(tally.teams, team, callClass, 1);
}

/** Counts calls for one agent or team, or for all as group 0. */
export function countCallInGroup(groups: Groups, group: number, callClass: number, times: number): void {
  addTo(groups.calls, group * CALL_CLASSES + OFFERED, times);
  addTo(groups.calls, group * CALL_CLASSES + callClass, times);
}

export function countFinding(tally: Tally, severity: number, agent: number, team: number): void {
  addTo(tally.all.findings, severity, 1);
  if (agent >= 0) addTo(tally.agents.findings, agent * FINDING_SEVERITIES + severity, 1);
  if (team >= 0) addTo(tally.teams.findings, team * FINDING_SEVERITIES + severity, 1);
}

export function addMeasure(tally: Tally, rule: number, value: number, source: number): void {
  const measured = tally.measures[rule]!;
  measured.values.add(value);
  if (source >= 0) measured.sources[source]! += 1;
}

function createGroups(): Groups {
  const counts = () => growable((length) => new Int32Array(length));
  return { verdicts: counts(), calls: counts(), findings: counts() };
}

function addTo(counts: Growable<Int32Array>, index: number, times: number): void {
  counts.reach(index);
  counts.array[index]! += times;
}
