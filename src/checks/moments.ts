import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, FIELDS, type FieldName, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { carries, read } from "./read.js";

type OfType<T> = { [F in FieldName]: (typeof FIELDS)[F] extends T ? F : never }[FieldName];
export type InstantField = OfType<"instant">;
export type DurationField = OfType<"duration">;

export const INSTANT_FIELDS = fieldsOf("instant") as readonly InstantField[];
export const DURATION_FIELDS = fieldsOf("duration") as readonly DurationField[];

/**
 * Moments read from what was said: when the customer first said something, and when a human first answered that. A bot
 * or the system does not stop the clock, and an agent's greeting before the customer's first words is no answer to them.
 */
export const TURN_MOMENTS = ["first-customer-turn", "first-agent-turn-after-customer"] as const;
export type TurnMoment = (typeof TURN_MOMENTS)[number];

/** A moment of a contact, in ms: since 1970, or since the contact's start where its turns are timed by offset. */
export interface Moment {
  /** The field named when it is missing. */
  readonly field: FieldName;
  readonly reads: readonly FieldName[];
  carried(contact: Contact): boolean;
  /** NaN where it did not happen, or not yet. */
  at(contact: Contact): number;
  /** The turn in which it happened; null where it is of the contact's row. */
  turn(contact: Contact): number | null;
  /** Whether `at` counts since 1970. */
  absolute(contact: Contact): boolean;
}

export function moment(name: InstantField | TurnMoment): Moment {
  return isTurnMoment(name) ? turnMoment(name) : fieldMoment(name);
}

/** The first turn of the customer; -1 where there is none. */
function firstCustomerTurn(turns: Turns): number {
  for (let turn = 0; turn < turns.length; turn++) if (turns.speaker(turn) === SPEAKER.customer) return turn;
  return -1;
}

function fieldMoment(field: InstantField): Moment {
  const index = FIELD_INDEX[field];
  return {
    field,
    reads: [field],
    carried: (contact) => carries(contact, index),
    at: (contact) => read(contact, index),
    turn: () => null,
    absolute: () => true,
  };
}

function turnMoment(name: TurnMoment): Moment {
  const find = name === "first-customer-turn" ? firstCustomerTurn : firstReply;
  return {
    field: "said-at",
    reads: ["speaker", "said-at", "start-seconds"],
    carried: ({ turns }) => turns !== null && turns.clock !== "none",
    at: ({ turns }) => {
      const turn = turns === null ? -1 : find(turns);
      return turns === null || turn === -1 ? Number.NaN : turns.start(turn);
    },
    turn: ({ turns }) => {
      const turn = turns === null ? -1 : find(turns);
      return turn === -1 ? null : turn;
    },
    absolute: ({ turns }) => turns?.clock === "instant",
  };
}

function firstReply(turns: Turns): number {
  const asked = firstCustomerTurn(turns);
  if (asked === -1) return -1;
  for (let turn = asked + 1; turn < turns.length; turn++)
    if (turns.speaker(turn) === SPEAKER.agent) return turn;
  return -1;
}

function isTurnMoment(name: string): name is TurnMoment {
  return TURN_MOMENTS.some((moment) => moment === name);
}

function fieldsOf(type: "instant" | "duration"): readonly string[] {
  return Object.entries(FIELDS).flatMap(([name, of]) => (of === type ? [name] : []));
}
