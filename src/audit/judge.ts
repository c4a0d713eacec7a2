import { openShelf } from "../intake/shelf.js";
import type { Contact } from "../model/contact.js";
import type { Finding, FindingSet } from "../model/result.js";
import { because, FAIL, PASS, PENDING, VERDICT_CODES } from "../model/verdict.js";
import { AGENT, FAILED_CRITICALLY, TEAM } from "./contacts.js";
import type { RuleSet } from "./rules.js";
import { countWhen, momentOf } from "./series-tally.js";
import type { AuditState } from "./state.js";
import { addMeasure, countFinding, countVerdict, type Tally } from "./tally.js";

/** Turns what a check says of a failure into findings with their places in the file. */
export type FindingMaker = (rule: number, contact: Contact) => readonly Finding[];

/** A contact waits for something that is not due yet, as far as has been read. Settled when "now" is known. */
export interface Waiting {
  readonly rule: number;
  readonly contact: number;
  readonly due: number;
  readonly moment: number;
  readonly findings: readonly Finding[];
}

/** A finding that was made before its contact's agent was known. */
interface Unnamed {
  readonly finding: Finding;
  readonly rule: number;
  readonly contact: number;
}

export interface Judge {
  /** Applies rules to a contact and counts the verdicts. */
  apply(rules: readonly number[], contact: Contact, number: number, make: FindingMaker): void;
  /** Gives findings their agent and team where those were not known yet. Call once, when all files have been read. */
  attribute(): void;
  /** Decides what was pending: overdue at `asOf` (ms) is a failure. Call once, at the end. */
  settle(asOf: number): void;
  /** Adds what another share of the audit came to. Its findings have been counted. */
  add(
    other: {
      readonly waiting: readonly Waiting[];
      readonly crashes: readonly (readonly [rule: number, count: number, message: string])[];
    },
    found: Iterable<Finding>,
  ): void;
  /** In the order of their places. */
  readonly findings: FindingSet;
  readonly waiting: readonly Waiting[];
  /** Rules that threw, with the first error: a bug in a check must not pass for a verdict. */
  readonly crashes: ReadonlyMap<number, { count: number; readonly message: string }>;
}

const OVERDUE = because(FAIL, "overdue");

/** What a judge counts in, and knows contacts by. */
type Counters = Pick<AuditState, "contacts" | "labels" | "tally" | "unattributed">;

export function createJudge(set: RuleSet, { contacts, labels, tally, unattributed }: Counters): Judge {
  const findings = openShelf(byPlace);
  let unnamed = openShelf<Unnamed>(asTheyCame);
  const waiting: Waiting[] = [];
  const crashes = new Map<number, { count: number; message: string }>();
  return { apply, attribute, settle, add, findings, waiting, crashes };

  function apply(rules: readonly number[], contact: Contact, number: number, make: FindingMaker): void {
    const awaited = unattributed.awaits(number);
    const agent = awaited ? -1 : contacts.agent.array[number]!;
    const team = awaited ? -1 : contacts.team.array[number]!;
    if (awaited) unattributed.begin(number, rules);
    for (const rule of rules) {
      try {
        judgeOne(rule, contact, number, agent, team, make);
      } catch (error) {
        crashed(rule, error);
      }
    }
    if (awaited) unattributed.end();
  }

  function judgeOne(
    rule: number,
    contact: Contact,
    number: number,
    agent: number,
    team: number,
    make: FindingMaker,
  ): void {
    const { check } = set.rules[rule]!;
    const code = check.judge(contact);
    const verdict = code & 7;
    if (check.measure !== undefined && verdict <= FAIL) {
      const value = check.measure.of(contact);
      if (!Number.isNaN(value)) addMeasure(tally, rule, value, check.measure.source(contact));
    }
    const due = verdict === PENDING && check.due !== undefined ? check.due(contact) : Number.NaN;
    if (!Number.isNaN(due)) {
      const moment = momentOf(contact);
      waiting.push({ rule, contact: number, due, moment, findings: make(rule, contact) });
      return;
    }
    countVerdict(tally, rule, code, agent, team);
    if (unattributed.isOpen) unattributed.verdict(rule, verdict);
    if (verdict <= FAIL && (check.measure ?? check.level) !== undefined)
      countWhen(tally.series, rule, verdict, momentOf(contact));
    if (verdict <= FAIL) score(rule, verdict, number);
    if (verdict <= FAIL && check.grouping !== undefined) check.grouping.add(contact, tally.groups[rule]!.add);
    if (verdict !== FAIL || check.level !== undefined) return;
    for (const finding of make(rule, contact)) {
      if (unattributed.isOpen) unnamed.add({ finding, rule, contact: number });
      else keep(finding, rule, agent, team);
    }
  }

  function attribute(): void {
    for (const { finding, rule, contact } of unnamed)
      keep(named(finding, contact), rule, contacts.agent.array[contact]!, contacts.team.array[contact]!);
    unnamed = openShelf(asTheyCame);
  }

  /** The finding with the names of its contact, as far as they are known. */
  function named(finding: Finding, contact: number): Finding {
    const agent = finding.agent ?? labels.text(AGENT, contacts.agent.array[contact]!);
    const team = finding.team ?? labels.text(TEAM, contacts.team.array[contact]!);
    return agent === finding.agent && team === finding.team ? finding : { ...finding, agent, team };
  }

  function settle(asOf: number): void {
    for (const { rule, contact, due, moment, findings: late } of waiting) {
      const agent = contacts.agent.array[contact]!;
      const team = contacts.team.array[contact]!;
      if (due < asOf) {
        countVerdict(tally, rule, OVERDUE, agent, team);
        countWhen(tally.series, rule, FAIL, moment);
        score(rule, FAIL, contact);
        for (const finding of late) keep(named(finding, contact), rule, agent, team);
      } else {
        countVerdict(tally, rule, NOT_DUE, agent, team);
      }
    }
    waiting.length = 0;
  }

  function add(other: Parameters<Judge["add"]>[0], found: Iterable<Finding>): void {
    for (const finding of found) findings.add(finding);
    for (const one of other.waiting) waiting.push(one);
    for (const [rule, count, message] of other.crashes) {
      const known = crashes.get(rule);
      if (known === undefined) crashes.set(rule, { count, message });
      else known.count += count;
    }
  }

  function score(rule: number, verdict: number, contact: number): void {
    const weight = set.weight[rule]!;
    if (weight === 0) return;
    contacts.assessed.array[contact]! += weight;
    contacts.dimensions.array[contact]! |= set.dimension[rule]!;
    if (verdict === PASS) contacts.met.array[contact]! += weight;
    else if (set.critical[rule] === 1) contacts.flags.array[contact]! |= FAILED_CRITICALLY;
  }

  function keep(finding: Finding, rule: number, agent: number, team: number): void {
    findings.add(finding);
    countFinding(tally, set.severity[rule]!, agent, team);
  }

  function crashed(rule: number, error: unknown): void {
    const known = crashes.get(rule);
    if (known !== undefined) known.count += 1;
    else
      crashes.set(rule, {
        count: 1,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
}

function asTheyCame(): number {
  return 0;
}

const NOT_DUE = because(PENDING, "not-due");

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Verdict codes of one rule, for its level's formula. */
export function codesOf(tally: Tally, rule: number): Float64Array {
  return tally.codes.subarray(rule * VERDICT_CODES, (rule + 1) * VERDICT_CODES);
}
