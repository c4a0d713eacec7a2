import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, OUTCOMES } from "../model/fields.js";
import { carries, read } from "./read.js";

/** The fields that `answeredOf` looks at. */
export const ANSWERED_FIELDS = ["outcome", "answered-at", "talk-seconds"] as const;

export const ANSWERED = 1;
const NOT_ANSWERED = 0;
export const ANSWER_UNKNOWN = -1;

const OUTCOME = FIELD_INDEX.outcome;
const ANSWERED_AT = FIELD_INDEX["answered-at"];
const TALK = FIELD_INDEX["talk-seconds"];
const ANSWERED_CODE = OUTCOMES.indexOf("answered");
/** A call that broke off was answered before. */
const DROPPED_CODE = OUTCOMES.indexOf("dropped");

/**
 * Whether somebody took the call: its outcome where the log has one, else whether it has a moment of answer, else
 * whether anybody talked. Busy, voicemail, failed and plain `unanswered` all count as not answered; so do calls that
 * flowed out of the queue or were turned into a callback (a rule that leaves those out says so itself).
 */
export function answeredOf(contact: Contact): number {
  const outcome = read(contact, OUTCOME);
  if (outcome > 0) return outcome === ANSWERED_CODE || outcome === DROPPED_CODE ? ANSWERED : NOT_ANSWERED;
  if (!Number.isNaN(read(contact, ANSWERED_AT))) return ANSWERED;
  if (carries(contact, ANSWERED_AT)) return NOT_ANSWERED;
  const talk = read(contact, TALK);
  if (Number.isNaN(talk)) return ANSWER_UNKNOWN;
  return talk > 0 ? ANSWERED : NOT_ANSWERED;
}
