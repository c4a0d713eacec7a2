import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import { HAS_ROW, HAS_TURNS } from "./contacts.js";
import { type AuditState, fieldsOf } from "./state.js";
import { countCode, countInGroup } from "./tally.js";

/**
 * Contacts of which nobody's words were given: the rules about turns are judged on what their rows say. Most rules come
 * to the same verdict for all contacts alike in file, kind, channel, direction and outcome: each such situation is
 * judged once and counted for all its contacts.
 */
export function auditRest(state: AuditState): void {
  const { contacts, set, judge } = state;
  const alike = set.ofTurns.filter((rule) =>
    set.rules[rule]!.check.reads.every((field) => SHARED.has(field)),
  );
  const single = set.ofTurns.filter((rule) => !alike.includes(rule));
  const look = lookAt(state);
  const situations = situationsOf(state);
  for (let number = 0; number < contacts.size; number++) {
    if ((contacts.flags.array[number]! & (HAS_ROW | HAS_TURNS)) !== HAS_ROW) continue;
    if (single.length > 0) judge.apply(single, look(number), number, () => []);
    situations.add(number);
  }
  situations.each((first, total, agents, teams) => {
    const contact = look(first);
    for (const rule of alike) {
      const code = set.rules[rule]!.check.judge(contact);
      countCode(state.tally, rule, code, total);
      agents.forEach((count, agent) =>
        countInGroup(state.tally, state.tally.agents, agent, rule, code & 7, count),
      );
      teams.forEach((count, team) =>
        countInGroup(state.tally, state.tally.teams, team, rule, code & 7, count),
      );
    }
  });
}

const CODED = ["channel", "direction", "outcome"] as const satisfies readonly FieldName[];

/** Fields that contacts in one situation have in common, and those that only turns have. */
const SHARED: ReadonlySet<FieldName> = new Set([
  ...CODED,
  "speaker",
  "text",
  "said-at",
  "start-seconds",
  "end-seconds",
] satisfies FieldName[]);

/** Sorts contacts into situations, with how many each agent and each team has in them. */
function situationsOf({ contacts }: AuditState) {
  const { agent, team, file, kinds, kept } = contacts;
  const coded = CODED.map((field) => kept[FIELD_INDEX[field]]?.array ?? new Float64Array(0));
  const found = new Map<
    number,
    { first: number; total: number; agents: Map<number, number>; teams: Map<number, number> }
  >();
  return {
    add(number: number): void {
      // a code is below 16, kinds are five bits: the key is a small whole number
      let key = file.array[number]! * 32 + kinds.array[number]!;
      for (const column of coded) key = key * 16 + (column[number]! > 0 ? column[number]! : 0);
      let situation = found.get(key);
      if (situation === undefined) {
        situation = { first: number, total: 0, agents: new Map(), teams: new Map() };
        found.set(key, situation);
      }
      situation.total += 1;
      count(situation.agents, agent.array[number]!);
      count(situation.teams, team.array[number]!);
    },
    each(
      use: (first: number, total: number, agents: Map<number, number>, teams: Map<number, number>) => void,
    ): void {
      for (const { first, total, agents, teams } of found.values()) use(first, total, agents, teams);
    },
  };
}

function count(groups: Map<number, number>, group: number): void {
  if (group >= 0) groups.set(group, (groups.get(group) ?? 0) + 1);
}

/** The contact of a number, as its row left it. */
function lookAt(state: AuditState): (number: number) => Contact {
  const { contacts, labels } = state;
  const carried = state.layouts.map(fieldsOf);
  const columns = contacts.kept.map((kept) => kept?.array ?? new Float64Array(0));
  const contact = {
    row: 0,
    columns,
    has: carried[0]!,
    kinds: 0,
    label: (field: number): string | null => labels.text(field, columns[field]![contact.row] ?? Number.NaN),
    turns: null,
  };
  return (number) => {
    contact.row = number;
    contact.has = carried[contacts.file.array[number]!]!;
    contact.kinds = contacts.kinds.array[number]!;
    return contact;
  };
}
