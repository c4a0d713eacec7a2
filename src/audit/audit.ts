import { isoString, zone } from "../calendar/zone.js";
import type { InputFile } from "../intake/files.js";
import { type LedgerBook, openLedger } from "../intake/ledger.js";
import { type OpenedFile, openInput } from "../intake/open.js";
import { regroupTurns } from "../intake/regroup.js";
import type { Progress } from "../intake/rows.js";
import { userError } from "../messages/errors.js";
import type { LedgerFile } from "../model/ledger.js";
import type { AuditResult, Manifest } from "../model/result.js";
import { UserError } from "../model/user-error.js";
import type { PhraseBook } from "../phrases/index.js";
import { maskPersonalData } from "../privacy/mask.js";
import type { Weights } from "../scoring/contact-score.js";
import type { Gate } from "../scoring/gate.js";
import { auditChats } from "./chats-stage.js";
import type { HitLogs } from "./hit-log.js";
import { withNotes } from "./notes.js";
import { auditRest } from "./rest-stage.js";
import { buildResult } from "./result.js";
import { auditRows } from "./rows-stage.js";
import { type AuditRule, ruleSet } from "./rules.js";
import { type AuditState, createState, type Share, WHOLE } from "./state.js";
import { auditSurveys, withoutSurveys } from "./surveys-stage.js";
import { auditTogether } from "./together-stage.js";
import { ScatteredTurns, turnsStage } from "./turns-stage.js";

/** Everything an audit works from. */
export interface AuditPlan {
  readonly files: readonly InputFile[];
  readonly rules: readonly AuditRule[];
  /** One, or one for each of the standard's languages: Chinese, then English. */
  readonly books: readonly PhraseBook[];
  readonly weights: Weights;
  readonly gates: readonly Gate[];
  readonly language: "zh" | "en";
  readonly timezone: string;
  /** The moment that counts as now, ms; null: the latest moment in the data. */
  readonly asOf: { readonly at: number; readonly from: "option" | "config" } | null;
  readonly minimumContacts: number;
  /** Rejected rows up to this number, or this share of all rows (0–1), leave the audit whole. null: not one. */
  readonly maxRejected: { readonly rows: number | null; readonly share: number | null } | null;
  /** The folder from which the paths of the files count. */
  readonly folder: string;
  readonly showPersonalData: boolean;
  /** Labels of speakers that look swapped are taken at their word. */
  readonly trustSpeakers: boolean;
  readonly manifest: Pick<Manifest, "tool" | "standard" | "config">;
  /** Hits that are known from an earlier audit. */
  readonly logs?: HitLogs | null;
}

/** The same without the files: what contacts that have been read are judged by. */
export type RulesPlan = Omit<AuditPlan, "files" | "folder" | "logs">;

/**
 * Audits the files: reads them in the order of their names, tables before turns, judges every contact by every rule, and
 * counts. Memory grows with the number of contacts and findings, not with rows.
 *
 * @throws UserError where a file cannot be read at all; nothing is audited then
 */
export function runAudit(plan: AuditPlan, progress: Progress): AuditResult {
  return finishAudit(plan, auditShare(plan, WHOLE, progress));
}

/** What there is when all files have been read and the contacts of one share judged. */
export interface SharedAudit {
  readonly state: AuditState;
  /** Without what judging had to remark. */
  readonly ledger: readonly LedgerFile[];
  readonly inputs: Manifest["inputs"];
}

/**
 * Reads all files and judges the contacts of one share of them, by the rules that look at one contact alone.
 *
 * @throws UserError as `runAudit`
 */
export function auditShare(plan: AuditPlan, share: Share, progress: Progress): SharedAudit {
  try {
    return audit(plan, share, progress, "as-they-come");
  } catch (error) {
    if (!(error instanceof ScatteredTurns)) throw error;
    return audit(plan, share, progress, "regrouped");
  }
}

/** Judges what takes all contacts together, once all shares have been added up, and makes the result. */
export function finishAudit(plan: RulesPlan, { state, ledger, inputs }: SharedAudit): AuditResult {
  if (ledger.every(({ kind }) => kind !== "surveys")) withoutSurveys(state);
  const asOf = plan.asOf?.at ?? (Number.isFinite(state.to) ? state.to : null);
  auditTogether(state, asOf ?? Number.NaN);
  if (asOf !== null) state.judge.settle(asOf);
  const notes = state.notes.all();
  const whole = ledger
    .map((file) => withNotes(file, notes))
    .map((file) => (plan.showPersonalData ? file : masked(file)));
  return buildResult(state, { ...plan, manifest: manifestOf(plan, inputs, asOf), ledger: whole });
}

type TurnOrder = "as-they-come" | "regrouped";

function audit(plan: AuditPlan, share: Share, progress: Progress, order: TurnOrder): SharedAudit {
  const inputs = openAll(plan);
  try {
    return auditOpened(plan, share, inputs, progress, order);
  } finally {
    for (const { source } of inputs) source.close();
  }
}

function auditOpened(
  plan: AuditPlan,
  share: Share,
  inputs: readonly OpenedFile[],
  progress: Progress,
  order: TurnOrder,
): SharedAudit {
  const books = new Map(inputs.map(({ layout }) => [layout.file, openLedger(layout.file, layout.kind)]));
  const ledgerOf = ({ layout }: OpenedFile): LedgerBook => books.get(layout.file)!;
  const ofKind = (...kinds: readonly string[]) => inputs.filter(({ layout }) => kinds.includes(layout.kind));
  const state = stateFor(plan, share);
  const turnInputs = ofKind("transcripts", "messages");
  expectNames(state, [...turnInputs, ...ofKind("surveys")]);
  for (const input of ofKind("calls", "tickets")) auditRows(state, input, ledgerOf(input), progress);
  const turns = turnsStage(state, { ...plan, logs: plan.logs ?? null });
  expectNames(state, ofKind("surveys"));
  if (order === "regrouped") regroupTurns(turnInputs, state.labels, ledgerOf, progress, turns.judge);
  else for (const input of turnInputs) turns.read(input, ledgerOf(input), progress);
  for (const input of ofKind("calls", "tickets")) auditChats(state, input, ledgerOf(input), turns.judge);
  auditRest(state, plan.books);
  for (const input of ofKind("surveys")) auditSurveys(state, input, ledgerOf(input), progress);
  attribute(state);
  return {
    state,
    ledger: inputs.map((input) => closed(ledgerOf(input).close(input.layout.reading))),
    inputs: inputs.map(({ layout, source }) => ({ file: layout.file, ...source.digest() })),
  };
}

/** Agents and teams may come from files that are still to be read, as far as those have columns for them. */
function expectNames({ unattributed }: AuditState, toCome: readonly OpenedFile[]): void {
  const fields = new Set(toCome.flatMap(({ layout }) => layout.reading.columns.map(({ field }) => field)));
  unattributed.expect(fields.has("agent"), fields.has("team"));
}

/** Every contact has the names that it will ever have: what it came to before it had them is theirs too. */
function attribute(state: AuditState): void {
  expectNames(state, []);
  state.unattributed.attribute();
  state.judge.attribute();
}

/** Opens every file before any is read, so that all that is wrong with them is said at once. */
function openAll({ files, timezone, folder }: AuditPlan): readonly OpenedFile[] {
  const opened: OpenedFile[] = [];
  const errors: UserError[] = [];
  for (const file of files) {
    try {
      opened.push(openInput(file, timezone, folder));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error, ...error.more);
    }
  }
  const [first, ...more] = errors;
  if (first === undefined) return opened;
  for (const { source } of opened) source.close();
  throw new UserError(first.code, first.args, first.place, more);
}

/** An audit of which nothing has been read yet. */
export function stateFor(plan: RulesPlan, share: Share): AuditState {
  const set = ruleSet(plan.rules, plan.weights);
  const { language, showPersonalData } = plan;
  return createState(set, { set, zone: zone(plan.timezone), language, showPersonalData }, share);
}

/** A file with a header and no rows is no pass. And whatever happens, every row must be accounted for. */
function closed(file: LedgerFile): LedgerFile {
  if (file.rows === 0) throw userError("header-only", { path: file.file }, { file: file.file });
  if (file.rows !== file.audited + file.rejected + file.duplicate + file.ignored) {
    throw new Error(`ledger of ${file.file} does not add up`);
  }
  return file;
}

/** A sample may be a whole row, with everything that stands in it. */
function masked(file: LedgerFile): LedgerFile {
  const entries = file.entries.map((entry) => ({
    ...entry,
    sample: entry.sample === null ? null : maskPersonalData(entry.sample),
  }));
  return { ...file, entries };
}

function manifestOf(plan: RulesPlan, inputs: Manifest["inputs"], asOf: number | null): Manifest {
  return {
    ...plan.manifest,
    asOf: asOf === null ? null : isoString(zone(plan.timezone), asOf),
    asOfFrom: asOf === null ? null : (plan.asOf?.from ?? "data"),
    timezone: plan.timezone,
    inputs,
  };
}
