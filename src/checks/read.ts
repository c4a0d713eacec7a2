import type { Contact } from "../model/contact.js";

/** The value of a field by its index; NaN where the contact has none. */
export function read(contact: Contact, field: number): number {
  return contact.columns[field]?.[contact.row] ?? Number.NaN;
}

/** Whether a file of this contact carries the column at all, filled or not. */
export function carries(contact: Contact, field: number): boolean {
  return contact.has[field] === 1;
}
