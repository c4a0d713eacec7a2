import type { Contact } from "../../model/contact.js";
import type { FieldName } from "../../model/fields.js";
import type { FindingDraft } from "../check.js";

/** One way to put a number on a contact. */
export interface Gauge {
  /** `s`: values are milliseconds; `%`: hundredths; else shown as it is. */
  readonly unit: string;
  readonly reads: readonly FieldName[];
  /** What it reads of a contact without turns. */
  readonly readsWithoutTurns: readonly FieldName[];
  /** The value, 0 or more; or `verdictInstead` of the reason why there is none. Allocates nothing. */
  of(contact: Contact): number;
  /** What a finding shows for a value. */
  show(value: number): string;
  /** The places that make the value too high or too low; the contact as a whole where none can be named. */
  places(contact: Contact): readonly FindingDraft[];
}

/** A verdict in the place of a value: below zero. */
export function verdictInstead(code: number): number {
  return -code - 1;
}

/** The verdict of a value below zero. */
export function verdictOfGauge(value: number): number {
  return -value - 1;
}
