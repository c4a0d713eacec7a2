import { SPEAKERS } from "../../model/fields.js";
import {
  type AgentResult,
  type AuditResult,
  type CallTotals,
  type ContextTurn,
  type DimensionScore,
  type Finding,
  type FindingSet,
  type GateResult,
  type GroupResult,
  type Honours,
  type Incomplete,
  type LevelSummary,
  type Manifest,
  type MeasureSummary,
  type Outcomes,
  type RuleResult,
  SCHEMA_VERSION,
  type Totals,
  type VerdictCounts,
} from "../../model/result.js";
import { type Bilingual, DIMENSIONS, SEVERITIES } from "../../model/rule.js";
import { HOWS } from "../../model/turns.js";
import { EXEMPTIONS, SUPPRESSED } from "./exemptions-shape.js";
import { LEDGER_FILE } from "./ledger-shape.js";
import {
  flag,
  interval,
  list,
  map,
  nullable,
  number,
  object,
  optional,
  type Shape,
  text,
  texts,
  word,
} from "./ordered.js";
import { COMPLAINTS, PROMISE, RULE_GROUP } from "./promises-shape.js";
import { RECURRING, SERIES } from "./series-shape.js";

const bilingual = object<Bilingual>({ zh: text, en: text });
const severities = object<Totals["findings"]>({
  critical: number,
  major: number,
  minor: number,
  info: number,
});
const maybe = nullable(number);
const range = nullable(interval);
const calls = nullable(
  object<CallTotals>({ offered: number, answered: number, abandoned: number, busy: number, other: number }),
);
const verdicts = object<VerdictCounts>({
  pass: number,
  fail: number,
  notApplicable: number,
  notAssessed: number,
  pending: number,
});

const manifest = object<Manifest>({
  tool: object({ name: word("deskcheck"), version: text }),
  standard: object({ name: text, version: text, sha256: text }),
  config: object({ file: nullable(text), sha256: text }),
  asOf: nullable(text),
  asOfFrom: nullable(word("option", "config", "data")),
  timezone: text,
  inputs: list(object({ file: text, bytes: number, sha256: text })),
});

const totals = object<Totals>({
  contacts: number,
  turns: number,
  kinds: object({ calls: number, tickets: number, transcripts: number, messages: number, surveys: number }),
  calls,
  findings: severities,
  score: object({ raw: maybe, final: maybe, contacts: number }),
  from: nullable(text),
  to: nullable(text),
});

const measure = object<MeasureSummary>({
  unit: text,
  n: number,
  mean: maybe,
  median: maybe,
  p90: maybe,
  max: maybe,
  from: map(number),
});
const level = object<LevelSummary>({ formula: text, share: number, counts: map(number), notes: texts });
const rule = object<RuleResult>({
  id: text,
  title: bilingual,
  clause: text,
  source: text,
  dimension: nullable(word(...DIMENSIONS)),
  severity: word(...SEVERITIES),
  check: text,
  target: nullable(text),
  advice: bilingual,
  pass: number,
  fail: number,
  notApplicable: number,
  notAssessed: number,
  pending: number,
  missing: texts,
  reasons: map(number),
  rate: maybe,
  interval: range,
  measure: nullable(measure),
  level: nullable(level),
  groups: list(RULE_GROUP),
});

const gate = object<GateResult>({
  id: text,
  met: nullable(flag),
  expected: text,
  found: text,
  n: number,
  interval: range,
  by: word("config", "standard"),
  reason: nullable(word("no-contacts", "too-few-contacts", "not-assessed")),
});

const team = object<GroupResult>({
  id: text,
  contacts: number,
  calls,
  findings: severities,
  score: object({ raw: maybe, final: maybe, interval: range }),
  rules: map(verdicts),
});
const agent = object<AgentResult>({
  id: text,
  contacts: number,
  calls,
  findings: severities,
  score: object({ raw: maybe, final: maybe, shrunk: maybe, interval: range }),
  rules: map(verdicts),
  team: nullable(text),
  rank: maybe,
  band: maybe,
});

const dimension = object<DimensionScore>({
  id: word(...DIMENSIONS),
  score: maybe,
  contacts: number,
  pass: number,
  fail: number,
});

const turn = object<ContextTurn>({ turn: number, speaker: word(...SPEAKERS), text });

export const FINDING = object<Finding>({
  id: text,
  rule: text,
  severity: word("critical", "major", "minor", "info"),
  contact: text,
  agent: nullable(text),
  team: nullable(text),
  file: text,
  line: number,
  column: number,
  turn: maybe,
  at: nullable(text),
  quote: nullable(text),
  how: nullable(word(...HOWS)),
  expected: text,
  found: text,
  context: list(turn),
  baseline: optional(word("known", "new")),
  suppressed: optional(SUPPRESSED),
});

/** Findings may be read from disk as they are walked: whoever writes or reads the result walks them by themselves. */
const walkedApart: Shape<FindingSet> = { write: () => null, flaw: () => null };

/**
 * The spine of the result, in the order in which it is documented. What grows with the number of contacts comes last: who
 * wants only what the audit came to reads the beginning of the file (`readWithoutFindings`).
 */
export const RESULT = object<AuditResult>({
  schemaVersion: word(SCHEMA_VERSION),
  manifest,
  ledger: list(LEDGER_FILE),
  totals,
  dimensions: list(dimension),
  rules: list(rule),
  gates: list(gate),
  exemptions: optional(EXEMPTIONS),
  teams: list(team),
  agents: list(agent),
  series: map(SERIES),
  recurring: RECURRING,
  honours: object<Honours>({ reference: maybe, best: texts, worst: texts }),
  outcomes: object<Outcomes>({ resolved: maybe, unresolved: maybe, criticalContacts: number }),
  complaints: nullable(COMPLAINTS),
  incomplete: list(
    object<Incomplete>({
      code: word("rejected-rows", "gate-not-assessed", "rule-crashed"),
      subject: text,
      count: number,
      detail: nullable(text),
    }),
  ),
  findings: walkedApart,
  promises: list(PROMISE),
});
