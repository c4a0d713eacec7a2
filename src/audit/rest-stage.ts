import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import { HAS_ROW, HAS_TURNS } from "./contacts.js";
import { type AuditState, fieldsOf } from "./state.js";
import { countVerdict } from "./tally.js";

/**
 * Contacts of which nobody's words were given: the rules about turns are judged on what their rows say. Most rules come
 * to the same verdict for all contacts alike in channel, direction and outcome: each such group is judged once and
 * counted for all its members.
 */
export function auditRest(state: AuditState): void {
  const { contacts, set, judge, tally } = state;
  const alike = set.ofTurns.filter((rule) =>
    set.rules[rule]!.check.reads.every((field) => SHARED.has(field)),
  );
  const single = set.ofTurns.filter((rule) => !alike.includes(rule));
  const look = lookAt(state);
  const groups = new Map<string, Group>();
  for (let number = 0; number < contacts.size; number++) {
    if ((contacts.flags.array[number]! & (HAS_ROW | HAS_TURNS)) !== HAS_ROW) continue;
    if (single.length > 0) judge.apply(single, look(number), number, () => []);
    const key = groupKey(state, number);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: number, count: 1 });
    else group.count += 1;
  }
  for (const { first, count } of groups.values()) {
    const contact = look(first);
    const agent = contacts.agent.array[first]!;
    const team = contacts.team.array[first]!;
    for (const rule of alike) {
      countVerdict(tally, rule, set.rules[rule]!.check.judge(contact), agent, team, count);
    }
  }
}

interface Group {
  readonly first: number;
  count: number;
}

const CODED = ["channel", "direction", "outcome"] as const satisfies readonly FieldName[];
const CODED_FIELDS = CODED.map((field) => FIELD_INDEX[field]);

/** Fields that members of a group have in common, and those that only turns have. */
const SHARED: ReadonlySet<FieldName> = new Set([
  ...CODED,
  "speaker",
  "text",
  "said-at",
  "start-seconds",
  "end-seconds",
] satisfies FieldName[]);

function groupKey({ contacts }: AuditState, number: number): string {
  const codes = CODED_FIELDS.map((field) => contacts.kept[field]?.array[number] ?? Number.NaN);
  const { agent, team, file, kinds } = contacts;
  return [agent.array[number], team.array[number], file.array[number], kinds.array[number], ...codes].join(
    " ",
  );
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
