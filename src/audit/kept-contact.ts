import { deskFrom, deskTo, endedAt, startedAt } from "../checks/contact-moments.js";
import type { ContactRecords } from "../checks/histories.js";
import { CONTACT_ID } from "../intake/labels.js";
import type { Contact, Words } from "../model/contact.js";
import { FIELD_INDEX } from "../model/fields.js";
import type { History } from "../model/history.js";
import { AGENT, TEAM } from "./contacts.js";
import type { Subject } from "./findings.js";
import type { KeptPlace } from "./memory.js";
import { type AuditState, NO_FIELDS } from "./state.js";

/** A contact as its row left it: a view over what was kept, by contact number. */
export interface KeptContact extends Contact {
  row: number;
  has: Uint8Array;
  kinds: number;
  marks: number;
  note: Words | null;
  history: History | null;
  evidence: readonly KeptPlace[];
}

/** Makes a view, which is reused from call to call, and a function that turns it to a contact. */
export function keptContact(state: AuditState): (number: number) => KeptContact {
  const { contacts, labels, memory } = state;
  const carried = state.files.map((file) => file?.has ?? NO_FIELDS);
  // of fields that no file carries nothing was kept; they share one column that says so
  const unknown = new Float64Array(contacts.size).fill(Number.NaN);
  const columns = contacts.kept.map((kept) => {
    if (kept === null || kept.array.length === 0) return unknown;
    kept.reach(contacts.size - 1);
    return kept.array;
  });
  const contact: KeptContact = {
    row: 0,
    columns,
    has: carried[0]!,
    kinds: 0,
    label: (field) => {
      if (field === CONTACT_ID) return labels.text(CONTACT_ID, contact.row);
      if (field === AGENT) return labels.text(AGENT, contacts.agent.array[contact.row]!);
      if (field === TEAM) return labels.text(TEAM, contacts.team.array[contact.row]!);
      return labels.text(field, columns[field]![contact.row] ?? Number.NaN);
    },
    turns: null,
    marks: 0,
    note: null,
    history: null,
    evidence: NO_PLACES,
  };
  return (number) => {
    contact.row = number;
    contact.has = carried[contacts.file.array[number]!]!;
    contact.kinds = contacts.kinds.array[number]!;
    contact.marks = memory.marks.array[number] ?? 0;
    return contact;
  };
}

const NO_PLACES: readonly KeptPlace[] = [];

/** Who a contact is, and where its row stands. */
export function subjectOf(state: AuditState, number: number): Subject {
  const { contacts, labels, files } = state;
  const file = files[contacts.file.array[number]!]?.file ?? null;
  return {
    contact: labels.text(CONTACT_ID, number) ?? "",
    agent: labels.text(AGENT, contacts.agent.array[number]!),
    team: labels.text(TEAM, contacts.team.array[number]!),
    row: file === null ? null : { file, line: contacts.line.array[number]! },
  };
}

/** What is kept of all contacts, for rules that look across them. */
export function contactRecords(state: AuditState): ContactRecords {
  const { contacts, memory } = state;
  const views = [keptContact(state), keptContact(state)] as const;
  const customers = contacts.kept[FIELD_INDEX.customer]?.array;
  const spoken = (moments: { readonly array: Float64Array }, number: number) =>
    moments.array[number] ?? Number.NaN;
  const start = (number: number) => startedAt(views[0](number), spoken(memory.spokenFrom, number));
  const first = (number: number) =>
    deskFrom(views[0](number), start(number), spoken(memory.agentFrom, number));
  return {
    size: contacts.size,
    exists: (number) => contacts.kinds.array[number] !== 0,
    customer: (number) => {
      const customer = customers?.[number] ?? Number.NaN;
      return customer >= 0 ? customer : -1;
    },
    startedAt: start,
    endedAt: (number) => endedAt(views[0](number), start(number), spoken(memory.spokenTo, number)),
    deskFrom: first,
    deskTo: (number) => deskTo(first(number), spoken(memory.agentTo, number)),
    contact: (number, slot) => views[slot](number),
  };
}
