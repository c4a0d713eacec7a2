import { parseTarget } from "../calendar/durations.js";
import { type Zone, zone } from "../calendar/zone.js";
import type { Applies } from "../checks/applies.js";
import { type Contact, MARKS } from "../model/contact.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_INDEX,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  KINDS,
  OUTCOMES,
  SPEAKER,
  SPEAKERS,
} from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { UserError } from "../model/user-error.js";
import type { ExampleContact } from "./example-format.js";
import { type ExampleEngine, exampleTurns, exampleWords } from "./example-turns.js";
import { parseInstant } from "./instant.js";

/** The labels of all contacts of an example: the same text is the same customer. */
export interface ExampleLabels {
  idOf(text: string): number;
  text(id: number): string | null;
}

export function exampleLabels(): ExampleLabels {
  const texts: string[] = [];
  return {
    idOf: (text) => {
      const known = texts.indexOf(text);
      return known >= 0 ? known : texts.push(text) - 1;
    },
    text: (id) => texts[id] ?? null,
  };
}

/**
 * A contact as an audit would see it, from what an example says of it. What the example leaves out is what the rule is
 * about: the first channel, direction and outcome that it names.
 *
 * @throws UserError `example-value` for a value that its field cannot have; without a place
 */
export function exampleContact(
  example: ExampleContact,
  applies: Applies,
  engine: ExampleEngine,
  labels: ExampleLabels,
): Contact {
  const fields = { ...assumed(applies), ...example.fields };
  const columns = FIELD_NAMES.map(() => new Float64Array(1).fill(Number.NaN));
  const has = new Uint8Array(FIELD_NAMES.length);
  for (const field of FIELD_NAMES) {
    const value = fields[field];
    if (value === undefined) continue;
    has[FIELD_INDEX[field]] = 1;
    columns[FIELD_INDEX[field]]![0] =
      value === null ? Number.NaN : numberOf(field, value, zone(engine.timezone), labels);
  }
  const { turns: said, starts, mono } = example;
  const turns = said === undefined ? null : exampleTurns(said, starts, mono, engine);
  const kinds = example.kinds ?? applies.kinds ?? [turns === null ? "calls" : "transcripts"];
  const label = (index: number) => labels.text(columns[index]![0]!);
  const note = label(FIELD_INDEX.note);
  return {
    row: 0,
    columns,
    has,
    kinds: kinds.reduce((bits, name) => bits | (1 << KINDS.indexOf(name)), 0),
    label,
    turns,
    marks: turns === null ? 0 : marksOf(turns, engine.complaints),
    note: note === null ? null : exampleWords(note, engine),
  };
}

function marksOf(turns: Turns, complaints: number): number {
  let marks: number = MARKS.heard;
  for (let turn = 0; turn < turns.length; turn++) {
    if (turns.speaker(turn) === SPEAKER.agent) marks |= MARKS.agentSpoke;
  }
  if (complaints >= 0 && turns.hits(complaints).length > 0) marks |= MARKS.complained;
  return marks | (turns.speakersInDoubt === true ? MARKS.inDoubt : 0);
}

function assumed({ channels, directions, outcomes }: Applies): ExampleContact["fields"] & object {
  return {
    ...(channels === undefined ? {} : { channel: channels[0]! }),
    ...(directions === undefined ? {} : { direction: directions[0]! }),
    ...(outcomes === undefined ? {} : { outcome: outcomes[0]! }),
  };
}

function numberOf(
  field: FieldName,
  value: string | number | boolean,
  at: Zone,
  labels: ExampleLabels,
): number {
  const number = read(field, value, at, labels);
  if (number === null || Number.isNaN(number) || number === -1) {
    throw new UserError("example-value", { field, found: String(value) });
  }
  return number;
}

function read(
  field: FieldName,
  value: string | number | boolean,
  at: Zone,
  labels: ExampleLabels,
): number | null {
  switch (FIELDS[field]) {
    case "text":
    case "prose":
      return labels.idOf(String(value));
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
