import { isoString } from "../calendar/zone.js";
import type { JudgedPromise } from "../checks/check.js";
import { histories } from "../checks/histories.js";
import { CONTACT_ID } from "../intake/labels.js";
import { FIELD_INDEX } from "../model/fields.js";
import type { PromiseResult } from "../model/result.js";
import { keptFindings } from "./findings.js";
import { contactRecords, type KeptContact, keptContact, subjectOf } from "./kept-contact.js";
import type { KeptPlace } from "./memory.js";
import type { AuditState } from "./state.js";

const NONE: readonly KeptPlace[] = [];

/**
 * Judges the rules that look across contacts, when all of them have been read: contact after contact in the order of
 * their numbers, each with what is kept of it and the history of its customer.
 *
 * @param now the moment until which the data is taken to be complete, ms
 */
export function auditTogether(state: AuditState, now: number): void {
  const { contacts, set, judge, memory } = state;
  if (set.ofTogether.length === 0) return;
  const records = contactRecords(state);
  const historyOf = histories(records, now);
  const view = keptContact(state);
  const each = (visit: (contact: KeptContact) => void) => {
    for (let number = 0; number < contacts.size; number++) if (records.exists(number)) visit(view(number));
  };
  for (const rule of set.ofTogether) set.rules[rule]!.check.prepare?.({ now, each });
  const one = [0];
  each((contact) => {
    const number = contact.row;
    contact.history = historyOf(number);
    const places = (rule: number) => memory.kept.get(rule)?.get(number) ?? NONE;
    for (const rule of set.ofTogether) {
      contact.evidence = places(rule);
      one[0] = rule;
      judge.apply(one, contact, number, (of, judged) =>
        keptFindings(state.context, subjectOf(state, number), places)(of, judged),
      );
      const { promises } = set.rules[rule]!.check;
      if (promises === undefined || contact.evidence.length === 0) continue;
      for (const promise of promises(contact)) {
        memory.promises.push(promiseResult(state, contact, promise, contact.evidence[promise.evidence]!));
      }
    }
  });
}

function promiseResult(
  state: AuditState,
  contact: KeptContact,
  { made, due, state: fate, keptBy }: JudgedPromise,
  { place }: KeptPlace,
): PromiseResult {
  const { labels, context } = state;
  const { contact: name, agent } = subjectOf(state, contact.row);
  const { file, line, column, quote } = place;
  return {
    contact: name,
    agent,
    customer: contact.label(FIELD_INDEX.customer),
    file,
    line,
    column,
    quote: quote ?? "",
    made: isoString(context.zone, made),
    due: isoString(context.zone, due),
    state: fate,
    keptBy: keptBy < 0 ? null : labels.text(CONTACT_ID, keptBy),
  };
}
