import type { Contact } from "../model/contact.js";
import type { FieldName } from "../model/fields.js";
import type { Turns } from "../model/turns.js";

/** Where something must be said: the verdict, and the row that a finding points at. */
export interface SayScope {
  /** Fields of the contact's row that it looks at. */
  readonly reads?: readonly FieldName[];
  judge(contact: Contact, turns: Turns): number;
  row(contact: Contact, turns: Turns): number;
}

/** Indexes of phrase lists, any one of which will do. */
export type Lists = readonly number[];

/** Whether one of the lists is hit in a row from `first` to `last`. */
export function isSaid(turns: Turns, lists: Lists, first: number, last: number): boolean {
  for (const list of lists) {
    for (const hit of turns.hits(list)) if (hit.turn >= first && hit.turn <= last) return true;
  }
  return false;
}
