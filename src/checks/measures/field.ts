import { formatDuration } from "../../calendar/durations.js";
import { FIELD_INDEX, FIELDS, type FieldName } from "../../model/fields.js";
import { notAssessed } from "../../model/verdict.js";
import { read } from "../read.js";
import { type Gauge, verdictInstead } from "./gauge.js";

/** A count or a duration that the log has. */
export function fieldGauge(field: FieldName): Gauge {
  const index = FIELD_INDEX[field];
  const missing = verdictInstead(notAssessed(index));
  const isTime = FIELDS[field] === "duration";
  return {
    unit: isTime ? "s" : "",
    reads: [field],
    readsWithoutTurns: [field],
    of: (contact) => {
      const value = read(contact, index);
      return value >= 0 ? value : missing;
    },
    show: (value) => (isTime ? formatDuration(value) : String(value)),
    places: () => [{ turn: null, from: 0, to: 0, how: null, field, expected: null, found: "" }],
  };
}
