import { FIELDS, type FieldName, type FieldType } from "../../model/fields.js";
import { codeOf } from "../values/codes.js";

/** A value that stands in a profile instead of a cell: a number, a code, or the text of a label. */
export type CaseValue = number | string;

/** What a word of a profile is as a value of a field; the empty word is no value. */
export function constantOf(field: FieldName, word: string): CaseValue {
  if (word === "") return Number.NaN;
  const type: FieldType = FIELDS[field];
  switch (type) {
    case "text":
    case "prose":
      return word;
    case "number":
    case "duration":
    case "instant":
      return Number(word);
    default:
      return codeOf(type, word);
  }
}
