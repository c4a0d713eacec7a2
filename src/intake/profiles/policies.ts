import { FIELDS, type FieldName } from "../../model/fields.js";

/**
 * How the rows (legs) of one contact become one value. The **answering leg** is the first, in the order of the legs, in
 * which an agent talked: transfers after it are the contact's, but count once, at the first queue.
 *
 * - `first`, `last`: the first or last leg that has a value
 * - `earliest`, `latest`: the smallest or largest value
 * - `answering`: of the answering leg; where nobody answered, the last value there is
 * - `sum`: of all legs
 * - `until-answered`: the sum up to the answering leg, itself included: every ring attempt and every queue before it
 * - `outcome`: answered where any leg was, else how the last leg ended
 * - `more-legs`: how many legs were answered beyond the first: the transfers
 */
export const POLICIES = [
  "first",
  "last",
  "earliest",
  "latest",
  "answering",
  "sum",
  "until-answered",
  "outcome",
  "more-legs",
] as const;

export type Policy = (typeof POLICIES)[number];

/** The policy of a field whose profile names none. */
export function policyOf(field: FieldName): Policy {
  return OF_FIELD[field] ?? (FIELDS[field] === "duration" ? "sum" : "last");
}

const OF_FIELD: Readonly<Partial<Record<FieldName, Policy>>> = {
  "contact-id": "first",
  agent: "answering",
  team: "answering",
  customer: "first",
  queue: "first",
  type: "first",
  priority: "first",
  product: "first",
  channel: "first",
  direction: "first",
  outcome: "outcome",
  "offered-at": "earliest",
  "queued-at": "earliest",
  "ringing-at": "answering",
  "answered-at": "answering",
  "ended-at": "latest",
  "received-at": "earliest",
  "first-reply-at": "earliest",
  "delivered-at": "latest",
  "resolved-at": "latest",
  "updated-at": "latest",
  "sent-at": "earliest",
  "submitted-at": "latest",
  "ring-seconds": "until-answered",
  "queue-seconds": "until-answered",
  "ivr-seconds": "until-answered",
  "answer-seconds": "until-answered",
  "first-reply-seconds": "first",
  rings: "until-answered",
  holds: "sum",
  transfers: "sum",
};
