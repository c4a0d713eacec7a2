import { FIELD_INDEX, FIELD_NAMES, FIELDS } from "../model/fields.js";
import { createInterner, type Interner } from "./interner.js";

/** The dictionaries of all text fields, by field index; one set for a whole audit, so that ids mean the same everywhere. */
export interface Labels {
  readonly of: readonly (Interner | null)[];
  /** The text behind an id of a field; null for NaN. */
  text(fieldIndex: number, id: number): string | null;
}

export function createLabels(): Labels {
  const of = FIELD_NAMES.map((name) => (FIELDS[name] === "text" ? createInterner() : null));
  return {
    of,
    text: (fieldIndex, id) => (id >= 0 ? (of[fieldIndex]?.text(id) ?? null) : null),
  };
}

export const CONTACT_ID = FIELD_INDEX["contact-id"];
