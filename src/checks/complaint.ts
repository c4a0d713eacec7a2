import type { Contact } from "../model/contact.js";
import { MARKS } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import { carries } from "./read.js";

/** The list of phrases by which a customer complains. */
export const COMPLAINT_LIST = "customer/complaint";

/** Where a record says what a contact is. */
export const COMPLAINT_FIELDS = ["type", "topic"] as const satisfies readonly FieldName[];

export const COMPLAINT = 1;
export const NO_COMPLAINT = 0;
/** Neither its record nor its words can tell. */
export const COMPLAINT_UNKNOWN = -1;

/**
 * Whether a contact is a complaint: its type or topic calls it one, or the customer's words are (customer/complaint).
 * Where its files have neither such a column nor its words, nobody can tell.
 */
export function complaintOf(contact: Contact): number {
  const marks = contact.marks ?? 0;
  if ((marks & MARKS.complained) !== 0 || isRecordedComplaint(contact)) return COMPLAINT;
  if ((marks & MARKS.heard) !== 0) return NO_COMPLAINT;
  for (const field of FIELDS) if (carries(contact, field)) return NO_COMPLAINT;
  return COMPLAINT_UNKNOWN;
}

/** Its record says so: 投诉, 客诉, 差评, complaint … */
export function isRecordedComplaint(contact: Contact): boolean {
  for (const field of FIELDS) {
    const label = contact.label(field);
    if (label !== null && saysComplaint(label)) return true;
  }
  return false;
}

const FIELDS = COMPLAINT_FIELDS.map((field) => FIELD_INDEX[field]);
const WORDS = /投诉|投訴|客诉|抱怨|申诉|差评|维权|不满|complain|grievance/i;
const known = new Map<string, boolean>();

/** Labels are few and come again and again. */
function saysComplaint(label: string): boolean {
  let says = known.get(label);
  if (says === undefined) {
    says = WORDS.test(label);
    if (known.size < 10_000) known.set(label, says);
  }
  return says;
}
