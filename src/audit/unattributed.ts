import type { ContactStore } from "./contacts.js";
import { type Growable, growable } from "./growable.js";
import { countCallInGroup, countInGroup, type Groups, type Tally } from "./tally.js";

/**
 * What contacts came to before their agent or team was known. A call log may name no agent, and the transcripts that are read
 * after it may: until then such contacts count in the totals only, and what their agents' and teams' counts lack is taken
 * down here, to be added when all has been read. Contacts that nothing will name any more are not taken down.
 */
export interface Unattributed {
  /** Whether files that are still to be read may name the agents, or the teams, of contacts that have none. */
  expect(agents: boolean, teams: boolean): void;
  /** Whether the contact is to be taken down: a name that it lacks may still come. */
  awaits(contact: number): boolean;
  /** Verdicts of these rules on a contact follow. Lists of rules are told apart by identity. */
  begin(contact: number, rules: readonly number[]): void;
  verdict(rule: number, verdict: number): void;
  end(): void;
  /** Between `begin` and `end`. */
  readonly isOpen: boolean;
  /** Takes down verdicts that a contact shares with others like it. Lists are told apart by identity. */
  alike(contact: number, verdicts: readonly (readonly [rule: number, code: number])[]): void;
  call(contact: number, callClass: number): void;
  /** Adds all to the counts of those who are known by now, and forgets it. Call once, when all files have been read. */
  attribute(): void;
}

/** Rules that were applied together. Contacts mostly come to the same: only where they do not is a verdict taken down. */
interface Course {
  readonly rules: readonly number[];
  /** By position in `rules`: what the first contact came to. */
  readonly usual: Uint8Array;
  /** The class of a call; −1: none. */
  readonly callClass: number;
  readonly number: number;
}

/** No verdict: the contact waits for a moment to pass, or the rule crashed. */
const NONE = 7;

export function createUnattributed(contacts: ContactStore, tally: Tally): Unattributed {
  const courses = new Map<unknown, Course>();
  const numbers = () => growable((length) => new Int32Array(length));
  let log = { contact: numbers(), course: numbers(), end: numbers(), other: numbers() };
  let entries = 0;
  let others = 0;
  let agentsMayCome = false;
  let teamsMayCome = false;
  let current = -1;
  let applied: readonly number[] = [];
  const verdicts = new Uint8Array(tally.rules).fill(NONE);

  const self = {
    isOpen: false,
    expect(agents: boolean, teams: boolean) {
      agentsMayCome = agents;
      teamsMayCome = teams;
    },
    awaits: (contact: number) =>
      (agentsMayCome && contacts.agent.array[contact] === -1) ||
      (teamsMayCome && contacts.team.array[contact] === -1),
    begin(contact: number, rules: readonly number[]) {
      self.isOpen = true;
      current = contact;
      applied = rules;
    },
    verdict(rule: number, verdict: number) {
      verdicts[rule] = verdict;
    },
    end,
    alike(contact: number, shared: readonly (readonly [number, number])[]) {
      if (shared.length === 0) return;
      enter(contact, courses.get(shared) ?? add(shared, shared.map(ruleOf), codesOf(shared), -1));
    },
    call(contact: number, callClass: number) {
      enter(contact, courses.get(callClass) ?? add(callClass, [], new Uint8Array(0), callClass));
    },
    attribute,
  };
  return self;

  function end(): void {
    self.isOpen = false;
    if (applied.length === 0) return;
    const course = courses.get(applied) ?? add(applied, applied, verdictsOf(applied), -1);
    const { usual } = course;
    for (let at = 0; at < applied.length; at++) {
      const rule = applied[at]!;
      if (verdicts[rule] !== usual[at]) put(log.other, others++, at * 8 + verdicts[rule]!);
      verdicts[rule] = NONE;
    }
    enter(current, course);
  }

  function verdictsOf(rules: readonly number[]): Uint8Array {
    return Uint8Array.from(rules, (rule) => verdicts[rule]!);
  }

  function add(key: unknown, rules: readonly number[], usual: Uint8Array, callClass: number): Course {
    const course = { rules, usual, callClass, number: courses.size };
    courses.set(key, course);
    return course;
  }

  function enter(contact: number, course: Course): void {
    put(log.contact, entries, contact);
    put(log.course, entries, course.number);
    put(log.end, entries, others);
    entries += 1;
  }

  function attribute(): void {
    attributeTo(tally.agents, contacts.agent.array);
    attributeTo(tally.teams, contacts.team.array);
    courses.clear();
    log = { contact: numbers(), course: numbers(), end: numbers(), other: numbers() };
    entries = 0;
    others = 0;
  }

  /** Counts each course as often as it was taken, and puts right what was not as usual. */
  function attributeTo(groups: Groups, groupOf: Int32Array): void {
    const taken = [...courses.values()].map((course) => ({ course, times: numbers() }));
    for (let entry = 0; entry < entries; entry++) {
      const group = groupOf[log.contact.array[entry]!]!;
      if (group < 0) continue;
      const { course, times } = taken[log.course.array[entry]!]!;
      times.reach(group);
      times.array[group]! += 1;
      const from = entry === 0 ? 0 : log.end.array[entry - 1]!;
      for (let at = from; at < log.end.array[entry]!; at++) {
        const other = log.other.array[at]!;
        count(groups, group, course.rules[other >> 3]!, course.usual[other >> 3]!, -1);
        count(groups, group, course.rules[other >> 3]!, other & 7, 1);
      }
    }
    for (const { course, times } of taken) {
      const { rules, usual, callClass } = course;
      for (let group = 0; group < times.array.length; group++) {
        const n = times.array[group]!;
        if (n === 0) continue;
        for (let at = 0; at < rules.length; at++) count(groups, group, rules[at]!, usual[at]!, n);
        if (callClass >= 0) countCallInGroup(groups, group, callClass, n);
      }
    }
  }

  function count(groups: Groups, group: number, rule: number, verdict: number, times: number): void {
    if (verdict !== NONE) countInGroup(tally, groups, group, rule, verdict, times);
  }
}

function ruleOf([rule]: readonly [number, number]): number {
  return rule;
}

function codesOf(shared: readonly (readonly [number, number])[]): Uint8Array {
  return Uint8Array.from(shared, ([, code]) => code & 7);
}

function put(column: Growable<Int32Array>, at: number, value: number): void {
  column.reach(at);
  column.array[at] = value;
}
