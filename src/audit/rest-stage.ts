import type { CompiledCheck } from "../checks/check.js";
import { isChineseText } from "../checks/spoken-language.js";
import { MARKS } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import type { PhraseBook } from "../phrases/index.js";
import { countComplaint } from "./complaints.js";
import { HAS_ROW, HAS_TURNS } from "./contacts.js";
import { keptFindings } from "./findings.js";
import { keptContact, subjectOf } from "./kept-contact.js";
import { noteReader } from "./note-view.js";
import type { AuditState } from "./state.js";
import { countCode, countInGroup } from "./tally.js";

/**
 * Contacts of which nobody's words were given: the rules about turns are judged on what their rows say. Most rules come
 * to the same verdict for all contacts alike in file, kind, channel, direction and outcome: each such situation is
 * judged once and counted for all its contacts.
 */
export function auditRest(state: AuditState, books: readonly PhraseBook[]): void {
  const { contacts, set, judge } = state;
  const alike = set.ofTurns.filter((rule) =>
    readsOf(set.rules[rule]!.check).every((field) => SHARED.has(field)),
  );
  const single = set.ofTurns.filter((rule) => !alike.includes(rule));
  const look = keptContact(state);
  const noteOf = noteReader(books);
  const notes = contacts.kept[FIELD_INDEX.note] ?? null;
  const classifies = set.rules.some(({ check }) => check.classify !== undefined);
  const judgeSingle = (number: number) => {
    const contact = look(number);
    if (notes !== null) {
      const note = contact.label(FIELD_INDEX.note);
      const second = books.length > 1 && note !== null && isChineseText(Buffer.from(note, "utf8")) === false;
      if (second) contact.marks |= MARKS.second;
      contact.note = noteOf(note, second);
    }
    if (classifies) countComplaint(state.memory.complaints, set.rules, contact);
    judge.apply(single, contact, number, (rule, judged) =>
      keptFindings(state.context, subjectOf(state, number), () => [])(rule, judged),
    );
  };
  const situations = situationsOf(state);
  for (let number = 0; number < contacts.size; number++) {
    if ((contacts.flags.array[number]! & (HAS_ROW | HAS_TURNS)) !== HAS_ROW || !state.owns(number)) continue;
    if (single.length > 0) judgeSingle(number);
    situations.add(number);
  }
  situations.each((first, total, agents, teams) => {
    const contact = look(first);
    for (const rule of alike) {
      const code = set.rules[rule]!.check.judge(contact);
      countCode(state.tally, rule, code, total);
      for (const [agent, count] of agents)
        countInGroup(state.tally, state.tally.agents, agent, rule, code & 7, count);
      for (const [team, count] of teams)
        countInGroup(state.tally, state.tally.teams, team, rule, code & 7, count);
    }
  });
}

/** What a check looks at where there are no turns. */
function readsOf({ reads, readsWithoutTurns }: CompiledCheck): readonly FieldName[] {
  return readsWithoutTurns ?? reads;
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
      for (const column of coded) key = key * 16 + Math.max(column[number]! || 0, 0);
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
