import { isoString } from "../calendar/zone.js";
import type { Interner } from "../intake/interner.js";
import { FIELD_NAMES, KINDS } from "../model/fields.js";
import type { LedgerFile } from "../model/ledger.js";
import {
  type AgentResult,
  type AuditResult,
  type CallTotals,
  type GroupResult,
  type Incomplete,
  type LevelSummary,
  type Manifest,
  type PromiseResult,
  type RuleResult,
  SCHEMA_VERSION,
  type VerdictCounts,
} from "../model/result.js";
import { DIMENSIONS } from "../model/rule.js";
import { missingFieldOf, NOT_ASSESSED, reasonOf, VERDICT_CODES, verdictOf } from "../model/verdict.js";
import type { Weights } from "../scoring/contact-score.js";
import { dimensionScores } from "../scoring/dimensions.js";
import type { Gate } from "../scoring/gate.js";
import { evaluateGates, type RuleFacts } from "../scoring/gates.js";
import { honours } from "../scoring/honours.js";
import { rankAgents } from "../scoring/ranking.js";
import { rateOf } from "../scoring/rates.js";
import { recurring } from "../scoring/recurring.js";
import { round } from "../scoring/round.js";
import { groupScore, scorePair } from "../scoring/scores.js";
import { measureSummary } from "../scoring/summary.js";
import { complaintSummary } from "./complaints.js";
import { AGENT, TEAM } from "./contacts.js";
import { codesOf } from "./judge.js";
import { type GroupScores, sumScores } from "./scores.js";
import { seriesOf } from "./series.js";
import type { AuditState } from "./state.js";
import { outcomesOf, subjectsOf } from "./subjects.js";
import { CALL_CLASSES, type Groups, VERDICTS } from "./tally.js";

export interface ResultInput {
  readonly manifest: Manifest;
  readonly ledger: readonly LedgerFile[];
  readonly gates: readonly Gate[];
  readonly weights: Weights;
  readonly minimumContacts: number;
  readonly maxRejected: { readonly rows: number | null; readonly share: number | null } | null;
}

/** Turns what was counted into the audit result. Everything is in an order of its own, whatever was read first. */
export function buildResult(state: AuditState, input: ResultInput): AuditResult {
  const { labels, judge, context } = state;
  const rules = state.set.rules.map((_, rule) => ruleResult(state, rule));
  const scores = sumScores(state.contacts);
  const dimensions = dimensionScores(
    rules,
    Object.fromEntries(DIMENSIONS.map((id, bit) => [id, scores.ofDimension[bit]])),
    input.weights,
  );
  const { findings } = judge;
  const overall = groupCounts(state, state.tally.all, 0);
  const totals: AuditResult["totals"] = {
    contacts: scores.all.total,
    turns: state.turns,
    kinds: Object.fromEntries(KINDS.map((kind, bit) => [kind, state.ofKind[bit]!])) as Record<
      (typeof KINDS)[number],
      number
    >,
    calls: overall.calls,
    findings: overall.findings,
    score: { ...scorePair(scores.all.scores), contacts: scores.all.scores.contacts },
    from: moment(state.from),
    to: moment(state.to),
  };
  const agents = agentsOf(state, scores.agents, input.minimumContacts);
  const facts = rules.map((rule, at) => ruleFacts(rule, state, at));
  return {
    schemaVersion: SCHEMA_VERSION,
    manifest: input.manifest,
    ledger: input.ledger,
    totals,
    dimensions,
    rules,
    gates: evaluateGates(input.gates, { totals, dimensions, rules: facts }),
    teams: groupsOf(state, state.tally.teams, scores.teams, labels.of[TEAM]!),
    agents,
    series: seriesOf(state),
    recurring: recurring(rules, agents, findings, subjectsOf(state)),
    honours: honours(agents, totals.score.final),
    outcomes: outcomesOf(state),
    promises: [...state.memory.promises].sort(byPromise),
    complaints: complaintSummary(state.memory.complaints, state.set.rules),
    findings,
    incomplete: incompleteOf(state, input),
  };

  function moment(at: number): string | null {
    return Number.isFinite(at) ? isoString(context.zone, at) : null;
  }
}

function ruleResult(state: AuditState, rule: number): RuleResult {
  const { info, check } = state.set.rules[rule]!;
  const codes = codesOf(state.tally, rule);
  const counts = new Float64Array(VERDICTS);
  const reasons: Record<string, number> = {};
  const missing: string[] = [];
  for (let code = 0; code < VERDICT_CODES; code++) {
    const count = codes[code]!;
    if (count === 0) continue;
    counts[verdictOf(code)]! += count;
    if (verdictOf(code) === NOT_ASSESSED) missing.push(FIELD_NAMES[missingFieldOf(code)] ?? "unknown");
    else if (reasonOf(code) !== "none") reasons[reasonOf(code)] = count;
  }
  const level = levelOf(state, rule);
  const [pass = 0, fail = 0, notApplicable = 0, notAssessed = 0, pending = 0] = counts;
  const rate = level === null ? rateOf(pass, pass + fail) : rateOf(level.numerator, level.denominator);
  return {
    ...info,
    pass,
    fail,
    notApplicable,
    notAssessed,
    pending,
    missing: missing.sort(),
    reasons,
    ...rate,
    measure:
      check.measure === undefined ? null : measureOf(state, rule, check.measure.unit, check.measure.sources),
    level: level?.summary ?? null,
    groups: groupsOfRule(state, rule),
  };
}

function levelOf(
  state: AuditState,
  rule: number,
): { numerator: number; denominator: number; summary: LevelSummary } | null {
  const { level } = state.set.rules[rule]!.check;
  if (level === undefined) return null;
  const { numerator, denominator, counts, notes } = level.summarise(
    codesOf(state.tally, rule),
    state.tally.groups[rule]!.counts(),
  );
  return { numerator, denominator, summary: { formula: level.formula, share: level.share, counts, notes } };
}

/** Groups of the rule's own choosing, in the order of kind and name. */
function groupsOfRule(state: AuditState, rule: number): RuleResult["groups"] {
  const { grouping } = state.set.rules[rule]!.check;
  if (grouping === undefined) return [];
  const counts = state.tally.groups[rule]!.counts();
  const shaped =
    grouping.shape?.(counts) ??
    counts.map(({ by, id, of, n }) => ({ by, id, n, value: n === 0 ? null : of / n, met: null }));
  return shaped.map((group) => ({ ...group, value: group.value === null ? null : round(group.value, 6) }));
}

function measureOf(
  state: AuditState,
  rule: number,
  unit: string,
  sources: readonly string[],
): RuleResult["measure"] {
  const { values, sources: used } = state.tally.measures[rule]!;
  const from = sources.flatMap((source, at) => (used[at]! > 0 ? [[source, used[at]!] as const] : []));
  return measureSummary(unit, values.entries(), Object.fromEntries(from));
}

function ruleFacts(rule: RuleResult, state: AuditState, at: number): RuleFacts {
  const level = levelOf(state, at);
  const { id, severity, dimension, pass, fail, notAssessed } = rule;
  const [good, n] = level === null ? [pass, pass + fail] : [level.numerator, level.denominator];
  return { id, severity, dimension, good, n, notAssessed };
}

function agentsOf(state: AuditState, scores: GroupScores, minimumContacts: number): readonly AgentResult[] {
  const groups = groupsOf(state, state.tally.agents, scores, state.labels.of[AGENT]!);
  const names = state.labels.of[AGENT]!;
  const tallies = scores.contacts.map((_, agent) => ({
    id: names.text(agent),
    scores: scores.scoresOf(agent),
  }));
  const { standings } = rankAgents(tallies, { minimumContacts });
  return groups.map((group) => {
    const team = state.labels.text(TEAM, scores.teamOf(names.internText(group.id)));
    return { ...group, team, ...standings.get(group.id)! };
  });
}

function groupsOf(
  state: AuditState,
  groups: Groups,
  scores: GroupScores,
  names: Interner,
): readonly GroupResult[] {
  return scores.contacts
    .flatMap((contacts, group) => {
      if (contacts === 0) return [];
      const { calls, findings, rules } = groupCounts(state, groups, group);
      const score = groupScore(scores.scoresOf(group));
      return [{ id: names.text(group), contacts, calls, findings, score, rules }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Counts = Pick<GroupResult, "calls" | "findings" | "rules">;

function groupCounts(state: AuditState, groups: Groups, group: number): Counts {
  const at = (array: Int32Array, index: number) => array[index] ?? 0;
  const [offered, answered, abandoned, busy, other] = Array.from({ length: CALL_CLASSES }, (_, callClass) =>
    at(groups.calls.array, group * CALL_CLASSES + callClass),
  ) as [number, number, number, number, number];
  const calls: CallTotals | null = offered === 0 ? null : { offered, answered, abandoned, busy, other };
  const [critical, major, minor, info] = [0, 1, 2, 3].map((severity) =>
    at(groups.findings.array, group * 4 + severity),
  );
  const rules: Record<string, VerdictCounts> = {};
  state.set.rules.forEach((rule, number) => {
    const from = (group * state.set.rules.length + number) * VERDICTS;
    const [pass, fail, notApplicable, notAssessed, pending] = Array.from({ length: VERDICTS }, (_, verdict) =>
      at(groups.verdicts.array, from + verdict),
    ) as [number, number, number, number, number];
    if (pass + fail + notApplicable + notAssessed + pending === 0) return;
    rules[rule.info.id] = { pass, fail, notApplicable, notAssessed, pending };
  });
  return { calls, findings: { critical: critical!, major: major!, minor: minor!, info: info! }, rules };
}

function incompleteOf({ judge, set }: AuditState, input: ResultInput): readonly Incomplete[] {
  const crashed = [...judge.crashes].map(
    ([rule, { count, message }]): Incomplete => ({
      code: "rule-crashed",
      subject: set.rules[rule]!.info.id,
      count,
      detail: message,
    }),
  );
  if (withinTolerance(input)) return crashed;
  const rejected = input.ledger
    .filter((file) => file.rejected > 0)
    .map(
      ({ file, rejected: count }): Incomplete => ({
        code: "rejected-rows",
        subject: file,
        count,
        detail: null,
      }),
    );
  return [...rejected, ...crashed];
}

/** Whether no more rows were rejected, over all files, than the user said she can live with. */
function withinTolerance({ ledger, maxRejected }: ResultInput): boolean {
  if (maxRejected === null) return false;
  const rejected = ledger.reduce((sum, file) => sum + file.rejected, 0);
  const rows = ledger.reduce((sum, file) => sum + file.rows, 0);
  const { rows: limit, share } = maxRejected;
  return (limit === null || rejected <= limit) && (share === null || rejected <= share * rows);
}

function byPromise(a: PromiseResult, b: PromiseResult): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
