import { loadWordTable } from "../intake/tables.js";
import { codeReader, UNKNOWN_WORD } from "../intake/values/codes.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELDS,
  type FieldName,
  type FieldType,
  OUTCOMES,
  SPEAKERS,
} from "../model/fields.js";

/** What the cells of a field can mean, where that is a fixed list; null for other fields. */
export function meaningsOf(field: FieldName): readonly string[] | null {
  const type: FieldType = FIELDS[field];
  return type in MEANINGS ? MEANINGS[type as keyof typeof MEANINGS] : null;
}

/** Those of a column's words that are not understood as values of the field. */
export function unknownWords(field: FieldName, words: readonly string[]): readonly string[] {
  const type: FieldType = FIELDS[field];
  if (!(type in MEANINGS)) return [];
  const read = codeReader(type as keyof typeof MEANINGS, loadWordTable(), {});
  return words.filter((word) => {
    const cell = Buffer.from(word);
    return read(cell, 0, cell.length) === UNKNOWN_WORD;
  });
}

const MEANINGS = {
  speaker: SPEAKERS.slice(1),
  outcome: OUTCOMES.slice(1),
  direction: DIRECTIONS.slice(1),
  channel: CHANNELS.slice(1),
} as const satisfies Partial<Record<FieldType, readonly string[]>>;
