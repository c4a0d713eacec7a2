import { parseTarget } from "../calendar/durations.js";
import { type Zone, zone } from "../calendar/zone.js";
import type { Applies } from "../checks/applies.js";
import type { Contact } from "../model/contact.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_INDEX,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  KINDS,
  OUTCOMES,
  SPEAKERS,
} from "../model/fields.js";
import { UserError } from "../model/user-error.js";
import type { PhraseScanner } from "../phrases/types.js";
import type { ExampleContact } from "./example-format.js";
import { exampleTurns } from "./example-turns.js";
import { parseInstant } from "./instant.js";

/**
 * A contact as an audit would see it, from what an example says of it. What the example leaves out is what the rule is
 * about: the first channel, direction and outcome that it names.
 *
 * @throws UserError `example-value` for a value that its field cannot have; without a place
 */
export function exampleContact(
  example: ExampleContact,
  applies: Applies,
  scanner: PhraseScanner,
  timezone: string,
): Contact {
  const fields = { ...assumed(applies), ...example.fields };
  const labels: string[] = [];
  const columns = FIELD_NAMES.map(() => new Float64Array(1).fill(Number.NaN));
  const has = new Uint8Array(FIELD_NAMES.length);
  for (const field of FIELD_NAMES) {
    const value = fields[field];
    if (value === undefined) continue;
    has[FIELD_INDEX[field]] = 1;
    columns[FIELD_INDEX[field]]![0] =
      value === null ? Number.NaN : numberOf(field, value, zone(timezone), labels);
  }
  const { turns } = example;
  const kind = turns === undefined ? "calls" : "transcripts";
  return {
    row: 0,
    columns,
    has,
    kinds: (applies.kinds ?? [kind]).reduce((bits, name) => bits | (1 << KINDS.indexOf(name)), 0),
    label: (index) => labels[columns[index]![0]!] ?? null,
    turns: turns === undefined ? null : exampleTurns(turns, example.starts, scanner, timezone),
  };
}

function assumed({ channels, directions, outcomes }: Applies): ExampleContact["fields"] & object {
  return {
    ...(channels === undefined ? {} : { channel: channels[0]! }),
    ...(directions === undefined ? {} : { direction: directions[0]! }),
    ...(outcomes === undefined ? {} : { outcome: outcomes[0]! }),
  };
}

function numberOf(field: FieldName, value: string | number | boolean, at: Zone, labels: string[]): number {
  const number = read(field, value, at, labels);
  if (number === null || Number.isNaN(number) || number === -1) {
    throw new UserError("example-value", { field, found: String(value) });
  }
  return number;
}

function read(field: FieldName, value: string | number | boolean, at: Zone, labels: string[]): number | null {
  switch (FIELDS[field]) {
    case "text":
    case "prose":
      return labels.push(String(value)) - 1;
    case "instant":
      return parseInstant(String(value), at);
    case "duration": {
      const length = parseTarget(typeof value === "boolean" ? String(value) : value);
      return length.kind === "time" ? length.ms : null;
    }
    case "number":
      return typeof value === "number" ? value : null;
    case "flag":
      return typeof value === "boolean" ? Number(value) : null;
    case "channel":
      return codeOf(CHANNELS, value);
    case "direction":
      return codeOf(DIRECTIONS, value);
    case "outcome":
      return codeOf(OUTCOMES, value);
    case "speaker":
      return codeOf(SPEAKERS, value);
  }
}

function codeOf(names: readonly unknown[], value: unknown): number {
  return names.indexOf(value);
}
