import type { History } from "./history.js";
import type { Hit, Turns } from "./turns.js";

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
  /** What its words showed, as bits of MARKS: known also where the words are gone. Absent: nothing. */
  readonly marks?: number;
  /** The note of its row, searched like a turn; absent or null where it has none, or where rows are read. */
  readonly note?: Words | null;
  /** The other contacts of its customer; only for checks of the stage `together`. */
  readonly history?: History | null;
  /** What the check at hand kept of its words (`CompiledCheck.collect`); only for checks of the stage `together`. */
  readonly evidence?: readonly Evidence[];
}

/**
 * - `heard`: its words were read
 * - `agentSpoke`: the agent said something
 * - `complained`: the customer's words are a complaint
 * - `inDoubt`: the labels of agent and customer look swapped
 * - `second`: its words are in the second of the standard's languages
 */
export const MARKS = { heard: 1, agentSpoke: 2, complained: 4, inDoubt: 8, second: 16 } as const;

export interface Words {
  hits(list: number): readonly Hit[];
  readonly text: string;
}

/** Numbers that a check kept of a place in what was said; what they mean is its own affair. */
export interface Evidence {
  readonly values: readonly number[];
}
