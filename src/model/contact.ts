import type { Turns } from "./turns.js";

/**
 * One contact as a check sees it: a row of columns, reused for every contact, so nothing of it may be kept.
 *
 * `columns[FIELD_INDEX[f]]![row]` is the value of field `f`: NaN where it is empty. Text fields hold a dictionary id.
 */
export interface Contact {
  readonly row: number;
  readonly columns: readonly Float64Array[];
  /** 1 where a file of this contact carries that column at all, by field index. */
  readonly has: Uint8Array;
  /** Bit k is set where a file of kind KINDS[k] speaks of this contact. */
  readonly kinds: number;
  /** The label behind the dictionary id of a text field; null where it is empty. */
  label(fieldIndex: number): string | null;
  /** null where no file with turns speaks of this contact. */
  readonly turns: Turns | null;
}
