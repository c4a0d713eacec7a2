import { isoString, type Zone } from "../../calendar/zone.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_INDEX,
  FIELDS,
  type FieldName,
  type FieldType,
  OUTCOMES,
  SPEAKERS,
} from "../../model/fields.js";
import type { PreviewValue } from "../../model/inspection.js";
import type { Labels } from "../labels.js";

/** A value as it is written in JSON: moments in ISO 8601, durations in seconds, codes by their names. */
export function shownValue(field: FieldName, value: number, labels: Labels, clock: Zone): PreviewValue {
  if (Number.isNaN(value)) return null;
  const type: FieldType = FIELDS[field];
  switch (type) {
    case "text":
      return labels.text(FIELD_INDEX[field], value);
    case "prose":
      return null;
    case "instant":
      return isoString(clock, value);
    case "duration":
      return value / 1000;
    case "flag":
      return value === 1;
    case "number":
      return value;
    default:
      return value > 0 ? (CODES[type][value] ?? null) : null;
  }
}

const CODES = { channel: CHANNELS, direction: DIRECTIONS, outcome: OUTCOMES, speaker: SPEAKERS } as const;
