import { CONTACT_ID } from "../intake/labels.js";
import { FIELD_INDEX } from "../model/fields.js";
import type { Outcomes } from "../model/result.js";
import type { LabelCounts } from "../scoring/recurring.js";
import { FAILED_CRITICALLY } from "./contacts.js";
import { EXAMPLES, SUBJECTS } from "./label-tally.js";
import type { AuditState } from "./state.js";

/** What contacts were about, with the first contacts of each label as evidence. */
export function subjectsOf(state: AuditState): Readonly<Record<"topics" | "types" | "causes", LabelCounts>> {
  const [topics, types, causes] = SUBJECTS.map((_, subject) => labelCounts(state, subject));
  return { topics: topics!, types: types!, causes: causes! };
}

/** How contacts ended. */
export function outcomesOf({ contacts, tally }: AuditState): Outcomes {
  const { resolved, unresolved } = tally.labels;
  let criticalContacts = 0;
  for (let contact = 0; contact < contacts.size; contact++) {
    if ((contacts.flags.array[contact]! & FAILED_CRITICALLY) !== 0) criticalContacts += 1;
  }
  const told = resolved + unresolved > 0;
  return { resolved: told ? resolved : null, unresolved: told ? unresolved : null, criticalContacts };
}

function labelCounts({ labels, tally }: AuditState, subject: number): LabelCounts {
  const { asked, contacts, examples } = tally.labels.subjects[subject]!;
  const names = labels.of[FIELD_INDEX[SUBJECTS[subject]!]]!;
  const counted = [...contacts.array.keys()].filter((label) => contacts.array[label]! > 0);
  return {
    contacts: asked,
    labels: counted.map((label) => ({
      label: names.text(label),
      contacts: contacts.array[label]!,
      examples: [...examples.array.subarray(label * EXAMPLES, (label + 1) * EXAMPLES)]
        .filter((contact) => contact >= 0)
        .map((contact) => labels.text(CONTACT_ID, contact) ?? ""),
    })),
  };
}
