import { FIELD_INDEX, FIELD_NAMES, type FieldName } from "../../model/fields.js";
import type { CellReader } from "../cells.js";
import { doubled } from "../doubled.js";
import { CONTACT_ID } from "../labels.js";
import { lineOf, type RowBatch } from "../row-batch.js";

/** The rows of a file that holds several of one contact, as numbers: some ten bytes and eight for each field. */
export interface Legs {
  size: number;
  readonly fields: readonly FieldName[];
  /** Values by position in `fields`, then by leg. */
  readonly values: Float64Array[];
  contact: Int32Array;
  line: Int32Array;
  /** The number of the record in the file, counted from 0. */
  record: Float64Array;
  /** What puts the legs of a contact in order; NaN where nothing says. */
  order: Float64Array;
}

export function createLegs(fields: readonly FieldName[]): Legs {
  const room = 1024;
  return {
    size: 0,
    fields,
    values: fields.map(() => new Float64Array(room)),
    contact: new Int32Array(room),
    line: new Int32Array(room),
    record: new Float64Array(room),
    order: new Float64Array(room),
  };
}

/** Adds the rows of a batch that have a contact. `from` is the number of the batch's first record. */
export function addLegs(legs: Legs, rows: RowBatch, from: number, order: CellReader | null): void {
  const ids = rows.columns[CONTACT_ID]!;
  for (let row = 0; row < rows.rows; row++) {
    const leg = legs.size;
    if (leg === legs.contact.length) grow(legs);
    legs.contact[leg] = ids[row]!;
    legs.line[leg] = lineOf(rows, row);
    legs.record[leg] = from + rows.record[row]!;
    const key = order === null ? Number.NaN : order(rows.batch, rows.record[row]!);
    legs.order[leg] = Number.isFinite(key) ? key : Number.NaN;
    for (let i = 0; i < legs.fields.length; i++) {
      legs.values[i]![leg] = rows.columns[FIELD_INDEX[legs.fields[i]!]]![row]!;
    }
    legs.size = leg + 1;
  }
}

/**
 * The legs of each contact in their order: by `order` where they have one, else by when they began, else as they stand in
 * the file. The array is reused.
 */
export function eachContact(legs: Legs, use: (legsOfContact: readonly number[]) => void): void {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  const next = new Int32Array(legs.size).fill(-1);
  for (let leg = 0; leg < legs.size; leg++) {
    const contact = legs.contact[leg]!;
    const before = last.get(contact);
    if (before === undefined) first.set(contact, leg);
    else next[before] = leg;
    last.set(contact, leg);
  }
  const began = valuesIn(legs, "offered-at") ?? valuesIn(legs, "queued-at") ?? new Float64Array(0);
  const of: number[] = [];
  for (const start of first.values()) {
    of.length = 0;
    for (let leg = start; leg >= 0; leg = next[leg]!) of.push(leg);
    if (of.length > 1) of.sort((a, b) => inOrder(legs.order, a, b) || inOrder(began, a, b) || a - b);
    use(of);
  }
}

/** The values of a field by leg; null where the file does not carry it. */
export function valuesIn(legs: Legs, field: FieldName): Float64Array | null {
  const at = legs.fields.indexOf(field);
  return at < 0 ? null : legs.values[at]!;
}

/** Fields of a layout that rows are combined in. */
export function fieldsToKeep(has: Uint8Array): readonly FieldName[] {
  return FIELD_NAMES.filter((field) => has[FIELD_INDEX[field]] === 1);
}

function inOrder(key: Float64Array, a: number, b: number): number {
  const difference = (key[a] ?? Number.NaN) - (key[b] ?? Number.NaN);
  return Number.isNaN(difference) ? 0 : difference;
}

function grow(legs: Legs): void {
  legs.contact = doubled(legs.contact);
  legs.line = doubled(legs.line);
  legs.record = doubled(legs.record);
  legs.order = doubled(legs.order);
  legs.values.forEach((values, i) => {
    legs.values[i] = doubled(values);
  });
}
