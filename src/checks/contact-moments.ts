import type { Contact } from "../model/contact.js";
import { CHANNELS, DIRECTIONS, FIELD_INDEX, type FieldName, SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { read } from "./read.js";

/** The fields of a row that say when a contact was, and who began it. */
export const MOMENT_FIELDS = [
  "channel",
  "direction",
  "offered-at",
  "received-at",
  "queued-at",
  "ringing-at",
  "answered-at",
  "ended-at",
  "resolved-at",
  "first-reply-at",
  "first-reply-seconds",
  "talk-seconds",
  "duration-seconds",
] as const satisfies readonly FieldName[];

/** When the words of a contact were said, ms since 1970; NaN where they have no such clock. */
export interface SpokenMoments {
  from: number;
  to: number;
  agentFrom: number;
  agentTo: number;
}

export function spokenMoments(turns: Turns): SpokenMoments {
  const moments = { from: Number.NaN, to: Number.NaN, agentFrom: Number.NaN, agentTo: Number.NaN };
  if (turns.clock !== "instant") return moments;
  for (let turn = 0; turn < turns.length; turn++) {
    const at = turns.start(turn);
    if (!(at >= moments.from)) moments.from = at;
    if (!(at <= moments.to)) moments.to = at;
    if (turns.speaker(turn) !== SPEAKER.agent) continue;
    if (!(at >= moments.agentFrom)) moments.agentFrom = at;
    if (!(at <= moments.agentTo)) moments.agentTo = at;
  }
  return moments;
}

const BEGAN = (["offered-at", "received-at", "queued-at", "ringing-at", "answered-at"] as const).map(
  (name) => FIELD_INDEX[name],
);
const ENDED_AT = FIELD_INDEX["ended-at"];
const RESOLVED_AT = FIELD_INDEX["resolved-at"];
const ANSWERED_AT = FIELD_INDEX["answered-at"];
const RECEIVED_AT = FIELD_INDEX["received-at"];
const REPLIED_AT = FIELD_INDEX["first-reply-at"];
const REPLY_TIME = FIELD_INDEX["first-reply-seconds"];
const TALK = FIELD_INDEX["talk-seconds"];
const DURATION = FIELD_INDEX["duration-seconds"];
const DIRECTION = FIELD_INDEX.direction;
const CHANNEL = FIELD_INDEX.channel;
const OUTBOUND = DIRECTIONS.indexOf("outbound");
const PHONE = CHANNELS.indexOf("phone");

/** When a contact began: as its row says, else with its first words. */
export function startedAt(contact: Contact, spoken: number): number {
  for (const index of BEGAN) {
    const at = read(contact, index);
    if (!Number.isNaN(at)) return at;
  }
  return spoken;
}

/** When it ended: as its row says, else by its length, with its last words, or when it began. */
export function endedAt(contact: Contact, start: number, spoken: number): number {
  const known = [
    read(contact, ENDED_AT),
    read(contact, RESOLVED_AT),
    read(contact, ANSWERED_AT) + read(contact, TALK),
    start + read(contact, DURATION),
    start + read(contact, TALK),
    spoken,
    start,
  ];
  return known.find((at) => !Number.isNaN(at)) ?? Number.NaN;
}

/**
 * When the desk first got in touch in this contact: it made the call, replied to the e-mail or ticket, or wrote in the
 * chat. NaN for what the customer began on the telephone.
 */
export function deskFrom(contact: Contact, start: number, agentFrom: number): number {
  if (read(contact, DIRECTION) === OUTBOUND) return Number.isNaN(start) ? agentFrom : start;
  if (read(contact, CHANNEL) === PHONE) return Number.NaN;
  const replied = read(contact, REPLIED_AT);
  if (!Number.isNaN(replied)) return replied;
  const reply = read(contact, RECEIVED_AT) + read(contact, REPLY_TIME);
  return Number.isNaN(reply) ? agentFrom : reply;
}

/** The last such moment: the agent's last message, where there are any. */
export function deskTo(first: number, agentTo: number): number {
  return Number.isNaN(first) || Number.isNaN(agentTo) ? first : Math.max(first, agentTo);
}
