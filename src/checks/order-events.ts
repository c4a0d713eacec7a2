import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName, SPEAKER } from "../model/fields.js";
import type { How, Turns } from "../model/turns.js";
import { notAssessed } from "../model/verdict.js";
import { COMPLAINT, COMPLAINT_FIELDS, complaintOf } from "./complaint.js";
import { read } from "./read.js";
import { duration } from "./values.js";
import { phrases, spokenBy } from "./words.js";

/** What calls for something to be said. */
export const triggerSchema = z.union([
  z
    .strictObject({
      said: phrases.describe("说了这些（短语或 @词表）· Phrases or @lists."),
      by: spokenBy.default("agent"),
    })
    .describe("说了某些话 · Something was said"),
  z
    .strictObject({ pause: duration("停顿比这更久 · A silence longer than this: 20s.") })
    .describe("通话中的停顿或保持 · A silence or hold"),
  z
    .strictObject({
      "customer-turn": z.int().positive().describe("至少这么多字 · At least so many characters or words."),
    })
    .describe("客户说了一大段 · A long turn of the customer"),
  z
    .strictObject({
      transfer: phrases.describe("转接时说的话 · What is said when a contact is transferred."),
    })
    .describe("转接 · A transfer: announced, or counted by the log"),
  z
    .strictObject({ complaint: z.literal(true) })
    .describe("投诉：客户的话，或记录的类型 · A complaint: in the customer's words, else by its record"),
  z.strictObject({ end: z.literal(true) }).describe("结束 · The end of the contact"),
]);

export type TriggerOption = z.output<typeof triggerSchema>;

/** A place in the conversation: what was said up to `before` came before it, what was said from `after` on, after it. */
export interface Event {
  /** The row that a finding points at, and what it quotes there; `from` = `to`: nothing. */
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly how: How | null;
  /** The last row that lies wholly or partly before it, and the first one behind it. The same where it is within a row. */
  readonly before: number;
  readonly after: number;
}

export type Events = (contact: Contact, turns: Turns) => readonly Event[] | number;

const UNTIMED = notAssessed(FIELD_INDEX["start-seconds"]);
const TRANSFERS = FIELD_INDEX.transfers;

/** Finds the events of a contact, in the order of the conversation; or the verdict, where the data cannot tell. */
export function eventsOf(option: TriggerOption, lists: readonly number[]): Events {
  if ("said" in option) return (_, turns) => saidEvents(turns, lists);
  if ("pause" in option)
    return (_, turns) => (turns.clock === "none" ? UNTIMED : pauses(turns, option.pause));
  if ("customer-turn" in option) return (_, turns) => longTurns(turns, option["customer-turn"]);
  if ("transfer" in option) return (contact, turns) => transfers(contact, turns, lists);
  if ("complaint" in option) return (contact, turns) => complaints(contact, turns, lists);
  return (_, turns) => [at(turns.length - 1, turns.length - 1, turns.length)];
}

export function readsOfEvents(option: TriggerOption): readonly FieldName[] {
  if ("complaint" in option) return COMPLAINT_FIELDS;
  if ("pause" in option) return ["start-seconds", "end-seconds"];
  return "transfer" in option ? ["transfers"] : [];
}

function saidEvents(turns: Turns, lists: readonly number[]): readonly Event[] {
  const hits = lists.flatMap((list) => turns.hits(list));
  if (lists.length > 1) hits.sort((a, b) => a.turn - b.turn || a.from - b.from);
  return hits.map(({ turn, from, to, how }) => ({ turn, from, to, how, before: turn, after: turn }));
}

/** Where the customer complained; else, where only the record calls it a complaint, before everything. */
function complaints(contact: Contact, turns: Turns, lists: readonly number[]): readonly Event[] {
  const said = saidEvents(turns, lists);
  return said.length > 0 || complaintOf(contact) !== COMPLAINT ? said : [at(0, -1, 0)];
}

/**
 * Silences after something the agent or the customer said; notices of the system do not end them. One between the
 * agent's words and the customer's is the customer's own.
 */
function pauses(turns: Turns, longest: number): readonly Event[] {
  const events: Event[] = [];
  let last = -1;
  let until = Number.NaN;
  for (let turn = 0; turn < turns.length; turn++) {
    if (!isPerson(turns.speaker(turn))) continue;
    const own = last !== -1 && isAgent(turns, last) && !isAgent(turns, turn);
    if (last !== -1 && !own && turns.start(turn) - until > longest) events.push(at(turn, last, turn));
    const end = turns.end(turn);
    const ends = Number.isNaN(end) ? turns.start(turn) : end;
    until = Math.max(ends, Number.isNaN(until) ? ends : until);
    last = turn;
  }
  return events;
}

function longTurns(turns: Turns, least: number): readonly Event[] {
  const events: Event[] = [];
  for (let turn = 0; turn < turns.length; turn++) {
    if (turns.speaker(turn) !== SPEAKER.customer) continue;
    if (turns.han(turn) + turns.words(turn) >= least) events.push(at(turn, turn, turn + 1));
  }
  return events;
}

/** Announced transfers; else, where the log counts one that nobody announced, the whole conversation. */
function transfers(contact: Contact, turns: Turns, lists: readonly number[]): readonly Event[] {
  const announced = saidEvents(turns, lists);
  if (announced.length > 0 || !(read(contact, TRANSFERS) > 0)) return announced;
  const last = lastOf(turns, SPEAKER.agent);
  return [at(last, turns.length - 1, turns.length)];
}

function at(turn: number, before: number, after: number): Event {
  return { turn: Math.max(0, turn), from: 0, to: 0, how: null, before, after };
}

export function lastOf(turns: Turns, speaker: number): number {
  let row = turns.length - 1;
  while (row > 0 && turns.speaker(row) !== speaker) row--;
  return row;
}

function isAgent(turns: Turns, turn: number): boolean {
  return turns.speaker(turn) === SPEAKER.agent;
}

function isPerson(speaker: number): boolean {
  return speaker === SPEAKER.agent || speaker === SPEAKER.customer;
}
