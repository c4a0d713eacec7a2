import type { CompiledCheck } from "../checks/check.js";
import { deskFrom, deskTo, endedAt, spokenMoments, startedAt } from "../checks/contact-moments.js";
import { type ContactRecords, histories } from "../checks/histories.js";
import { read } from "../checks/read.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX } from "../model/fields.js";

/** The contacts of an example as a check of its stage sees them: one that looks across contacts knows them all. */
export function exampleData(
  compiled: CompiledCheck,
  contacts: readonly Contact[],
  now: number | null,
): readonly Contact[] {
  if (compiled.stage !== "together") return contacts;
  const records = recordsOf(contacts);
  const latest = contacts.reduce(
    (last, _, at) => Math.max(last, known(records.endedAt(at))),
    Number.NEGATIVE_INFINITY,
  );
  const asOf = now ?? latest;
  const historyOf = histories(records, asOf);
  // the history is one view, reused from contact to contact
  const rows = contacts.map(
    (contact, at): Contact => ({
      ...contact,
      turns: null,
      evidence: compiled.collect?.(contact) ?? [],
      get history() {
        return historyOf(at);
      },
    }),
  );
  compiled.prepare?.({ now: asOf, each: (visit) => rows.forEach(visit) });
  return rows;
}

function recordsOf(contacts: readonly Contact[]): ContactRecords {
  const moments = contacts.map((contact) => {
    const spoken =
      contact.turns === null
        ? { from: Number.NaN, to: Number.NaN, agentFrom: Number.NaN, agentTo: Number.NaN }
        : spokenMoments(contact.turns);
    const start = startedAt(contact, spoken.from);
    const first = deskFrom(contact, start, spoken.agentFrom);
    return {
      start,
      end: endedAt(contact, start, spoken.to),
      deskFrom: first,
      deskTo: deskTo(first, spoken.agentTo),
    };
  });
  return {
    size: contacts.length,
    exists: () => true,
    customer: (at) => {
      const customer = read(contacts[at]!, FIELD_INDEX.customer);
      return Number.isNaN(customer) ? -1 : customer;
    },
    startedAt: (at) => moments[at]!.start,
    endedAt: (at) => moments[at]!.end,
    deskFrom: (at) => moments[at]!.deskFrom,
    deskTo: (at) => moments[at]!.deskTo,
    contact: (at) => contacts[at]!,
  };
}

function known(moment: number): number {
  return Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
}
