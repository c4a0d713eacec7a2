import type { ColumnReading, FileReading, LedgerEntry, LedgerFile } from "../../model/ledger.js";
import type {
  AgentResult,
  AuditResult,
  CallTotals,
  ContextTurn,
  Finding,
  FindingSet,
  GateResult,
  GroupResult,
  Incomplete,
  LevelSummary,
  Manifest,
  MeasureSummary,
  RuleResult,
  Totals,
  VerdictCounts,
} from "../../model/result.js";
import type { Bilingual } from "../../model/rule.js";
import { list, map, nullable, object, plain, type Writer } from "./ordered.js";

const bilingual = object<Bilingual>({ zh: plain, en: plain });
const severities = object<Totals["findings"]>({ critical: plain, major: plain, minor: plain, info: plain });
const calls = nullable(
  object<CallTotals>({ offered: plain, answered: plain, abandoned: plain, busy: plain, other: plain }),
);
const verdicts = object<VerdictCounts>({
  pass: plain,
  fail: plain,
  notApplicable: plain,
  notAssessed: plain,
  pending: plain,
});

const manifest = object<Manifest>({
  tool: object({ name: plain, version: plain }),
  standard: object({ name: plain, version: plain, sha256: plain }),
  config: object({ file: plain, sha256: plain }),
  asOf: plain,
  asOfFrom: plain,
  timezone: plain,
  inputs: list(object({ file: plain, bytes: plain, sha256: plain })),
});

const ledgerEntry = object<LedgerEntry>({
  code: plain,
  effect: plain,
  count: plain,
  lines: plain,
  sample: plain,
  field: plain,
});
const columnReading = object<ColumnReading>({ field: plain, columns: plain, by: plain, format: plain });
const reading = object<FileReading>({
  encoding: plain,
  delimiter: plain,
  headerLine: plain,
  columns: list(columnReading),
  unused: plain,
});
const ledgerFile = object<LedgerFile>({
  file: plain,
  kind: plain,
  rows: plain,
  audited: plain,
  rejected: plain,
  duplicate: plain,
  ignored: plain,
  entries: list(ledgerEntry),
  read: reading,
});

const totals = object<Totals>({
  contacts: plain,
  turns: plain,
  kinds: object({ calls: plain, tickets: plain, transcripts: plain, messages: plain, surveys: plain }),
  calls,
  findings: severities,
  score: object({ raw: plain, final: plain, contacts: plain }),
  from: plain,
  to: plain,
});

const measure = object<MeasureSummary>({
  unit: plain,
  n: plain,
  mean: plain,
  median: plain,
  p90: plain,
  max: plain,
  from: map(plain),
});
const level = object<LevelSummary>({ formula: plain, share: plain, counts: map(plain), notes: plain });
const rule = object<RuleResult>({
  id: plain,
  title: bilingual,
  clause: plain,
  source: plain,
  dimension: plain,
  severity: plain,
  check: plain,
  target: plain,
  advice: bilingual,
  pass: plain,
  fail: plain,
  notApplicable: plain,
  notAssessed: plain,
  pending: plain,
  missing: plain,
  reasons: map(plain),
  rate: plain,
  interval: plain,
  measure: nullable(measure),
  level: nullable(level),
});

const gate = object<GateResult>({
  id: plain,
  met: plain,
  expected: plain,
  found: plain,
  n: plain,
  interval: plain,
  by: plain,
  reason: plain,
});

const team = object<GroupResult>({
  id: plain,
  contacts: plain,
  calls,
  findings: severities,
  score: object({ raw: plain, final: plain, interval: plain }),
  rules: map(verdicts),
});
const agent = object<AgentResult>({
  id: plain,
  contacts: plain,
  calls,
  findings: severities,
  score: object({ raw: plain, final: plain, shrunk: plain, interval: plain }),
  rules: map(verdicts),
  team: plain,
  rank: plain,
  band: plain,
});

const turn = object<ContextTurn>({ turn: plain, speaker: plain, text: plain });

export const FINDING = object<Finding>({
  id: plain,
  rule: plain,
  severity: plain,
  contact: plain,
  agent: plain,
  team: plain,
  file: plain,
  line: plain,
  column: plain,
  turn: plain,
  at: plain,
  quote: plain,
  how: plain,
  expected: plain,
  found: plain,
  context: list(turn),
});

/** Findings may be read from disk as they are walked: whoever writes the result walks them by themselves. */
const walkedApart: Writer<FindingSet> = { write: () => null };

/** The spine of the result, in the order in which it is documented. */
export const RESULT = object<AuditResult>({
  schemaVersion: plain,
  manifest,
  ledger: list(ledgerFile),
  totals,
  dimensions: list(object({ id: plain, score: plain, contacts: plain, pass: plain, fail: plain })),
  rules: list(rule),
  gates: list(gate),
  teams: list(team),
  agents: list(agent),
  findings: walkedApart,
  incomplete: list(object<Incomplete>({ code: plain, subject: plain, count: plain, detail: plain })),
});
