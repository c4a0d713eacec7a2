import type { CompiledCheck } from "../checks/check.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import { NOT_APPLICABLE, NOT_ASSESSED } from "../model/verdict.js";
import { type Growable, growable } from "./growable.js";
import type { FindingMaker } from "./judge.js";
import type { AuditState } from "./state.js";
import { countCode, countInGroup } from "./tally.js";

/**
 * Judges contacts of which nobody's words are at hand. Most rules say the same of all contacts that are alike in file, kind,
 * channel, direction and outcome: that they are not applicable, or that a column is missing. Each such situation is judged
 * once and counted for all its contacts; only the other rules look at every contact.
 */
export interface Situations {
  /** Judges a contact, at once or with those like it. */
  judge(contact: Contact, number: number, make: FindingMaker): void;
  /** Counts what was put off. Call once, at the end. */
  finish(): void;
}

interface Situation {
  /** Rules that look at every contact. */
  readonly single: readonly number[];
  /** Rules that say the same of all, and what they say. */
  readonly alike: readonly (readonly [rule: number, code: number])[];
  total: number;
  readonly agents: Growable<Int32Array>;
  readonly teams: Growable<Int32Array>;
}

const CODED = ["channel", "direction", "outcome"] as const satisfies readonly FieldName[];
const CODED_FIELDS = CODED.map((field) => FIELD_INDEX[field]);

/** What contacts in one situation have in common, and what only turns have. */
const SHARED: ReadonlySet<FieldName> = new Set([
  ...CODED,
  "speaker",
  "text",
  "said-at",
  "start-seconds",
  "end-seconds",
] satisfies FieldName[]);

/** @param file the number of the contact's file: fields that it lacks are the same for all its contacts */
export function situationsOf(
  state: AuditState,
  rules: readonly number[],
  file: (number: number) => number,
): Situations {
  const { set, judge, tally, contacts, unattributed } = state;
  const found = new Map<number, Situation>();
  let last: Situation | null = null;
  let lastKey = -1;
  return { judge: judgeOne, finish };

  function judgeOne(contact: Contact, number: number, make: FindingMaker): void {
    const key = keyOf(contact, file(number));
    if (last === null || key !== lastKey) {
      last = found.get(key) ?? meet(key, contact);
      lastKey = key;
    }
    if (last.single.length > 0) judge.apply(last.single, contact, number, make);
    last.total += 1;
    if (unattributed.awaits(number)) {
      unattributed.alike(number, last.alike);
      return;
    }
    count(last.agents, contacts.agent.array[number]!);
    count(last.teams, contacts.team.array[number]!);
  }

  function meet(key: number, contact: Contact): Situation {
    const single: number[] = [];
    const alike: (readonly [number, number])[] = [];
    for (const rule of rules) {
      const code = sameOfAll(set.rules[rule]!.check, contact);
      if (code === null) single.push(rule);
      else alike.push([rule, code]);
    }
    const counts = () => growable((length) => new Int32Array(length));
    const situation: Situation = { single, alike, total: 0, agents: counts(), teams: counts() };
    found.set(key, situation);
    return situation;
  }

  function finish(): void {
    for (const { alike, total, agents, teams } of found.values())
      for (const [rule, code] of alike) {
        countCode(tally, rule, code, total);
        agents.array.forEach((times, agent) => {
          if (times > 0) countInGroup(tally, tally.agents, agent, rule, code & 7, times);
        });
        teams.array.forEach((times, team) => {
          if (times > 0) countInGroup(tally, tally.teams, team, rule, code & 7, times);
        });
      }
    found.clear();
    last = null;
  }
}

/** A code is below 16 and kinds are five bits: the key is a small whole number. */
function keyOf({ kinds, columns, row }: Contact, file: number): number {
  let key = file * 32 + kinds;
  for (let at = 0; at < CODED_FIELDS.length; at++)
    key = key * 16 + Math.max(columns[CODED_FIELDS[at]!]?.[row] || 0, 0);
  return key;
}

/** The verdict code that the check comes to for every contact in the situation of this one; null where it must look at each. */
function sameOfAll(check: CompiledCheck, contact: Contact): number | null {
  const reads = check.readsWithoutTurns ?? check.reads;
  if (!reads.every((field) => SHARED.has(field) || contact.has[FIELD_INDEX[field]] !== 1)) return null;
  try {
    const code = check.judge(contact);
    const verdict = code & 7;
    return verdict === NOT_APPLICABLE || verdict === NOT_ASSESSED ? code : null;
  } catch {
    // the judge will meet it again, and take it down
    return null;
  }
}

function count(groups: Growable<Int32Array>, group: number): void {
  if (group < 0) return;
  groups.reach(group);
  groups.array[group]! += 1;
}
