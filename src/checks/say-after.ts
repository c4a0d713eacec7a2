import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../model/fields.js";
import type { Hit, Turns } from "../model/turns.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import { carries, read } from "./read.js";
import { isSaid, type Lists, type SayScope } from "./say-lists.js";
import { endOfFirst, firstRow, startIsCut } from "./stretches.js";
import { duration } from "./values.js";
import { WAIT_FIELDS, waitOf } from "./waits.js";
import { phrases, spokenBy } from "./words.js";

const turnCount = z
  .int()
  .positive()
  .default(1)
  .describe("之后几轮之内 · Within this many of the speaker's turns.");

export const triggerSchema = z
  .strictObject({
    after: phrases.describe("说了这些之后（短语或 @词表）· Phrases or @lists after which it must be said."),
    "said-by": spokenBy.default("any"),
    turns: turnCount,
  })
  .describe("某句话之后 · After something was said");

export const waitSchema = z
  .strictObject({
    "after-wait": duration("等了多久以上 · Longer than this is a wait: 30s."),
    notice: phrases.optional().describe("请客户等待的话（短语或 @词表）· Words that announce a hold."),
    turns: turnCount,
  })
  .describe("客户等待之后 · After the customer waited: for the agent, or on hold");

const NO_TRIGGER = because(NOT_APPLICABLE, "no-trigger");
const UNTIMED = notAssessed(FIELD_INDEX["start-seconds"]);
const NO_WAIT = notAssessed(FIELD_INDEX["answer-seconds"]);
const HOLD = FIELD_INDEX["hold-seconds"];

/**
 * Each time the trigger is said, the words must follow, later in the same turn or within the speaker's next turns. A
 * trigger after which he does not speak again asks for nothing.
 */
export function afterTrigger(
  { turns: count }: z.output<typeof triggerSchema>,
  wanted: Lists,
  triggers: Lists,
  speaker: number,
): SayScope {
  const unanswered = (turns: Turns, { turn, to }: Hit): boolean => {
    if (saidLater(turns, wanted, turn, to)) return false;
    const last = endOfFirst(turns, speaker, count, turn + 1);
    return last !== -1 && !isSaid(turns, wanted, turn + 1, last);
  };
  const speaks = (turns: Turns, { turn, to }: Hit): boolean =>
    firstRow(turns, speaker, turn + 1) !== -1 || saidLater(turns, wanted, turn, to);
  return {
    judge: (_, turns) => {
      let applies = false;
      for (const list of triggers) {
        for (const hit of turns.hits(list)) {
          if (unanswered(turns, hit)) return FAIL;
          applies ||= speaks(turns, hit);
        }
      }
      return applies ? PASS : NO_TRIGGER;
    },
    row: (_, turns) => {
      const missed = triggers.flatMap((list) => turns.hits(list)).filter((hit) => unanswered(turns, hit));
      return Math.min(...missed.map(({ turn }) => firstRow(turns, speaker, turn + 1)));
    },
  };
}

/**
 * After a wait the next words begin with an apology. A wait is the time until the agent came (from the contact's row),
 * and the silence after a hold was announced (from the times of the turns, between two of the speaker's own). Where
 * only the total of the holds is known, the words may stand anywhere after the first turn.
 */
export function afterWait(
  { "after-wait": limit, turns: count }: z.output<typeof waitSchema>,
  wanted: Lists,
  notices: Lists,
  speaker: number,
): SayScope {
  const openingMissed = (contact: Contact, turns: Turns): boolean =>
    waitOf(contact) > limit &&
    !startIsCut(turns) &&
    !isSaid(turns, wanted, 0, endOfFirst(turns, speaker, count));

  /** The row with which the speaker came back from a hold; −1 where he did not, or was not away for long. */
  const comesBack = (turns: Turns, { turn }: Hit): number => {
    let left = turn;
    let answered = false;
    for (let row = turn + 1; row < turns.length; row++) {
      const who = turns.speaker(row);
      if (who !== speaker) {
        answered ||= who === SPEAKER.agent || who === SPEAKER.customer;
        continue;
      }
      if (turns.start(row) - leftAt(turns, left) > limit) return row;
      // 请稍等 and 我帮您查一下 are two rows of one notice; words of the other side between them end it.
      if (answered) return -1;
      left = row;
    }
    return -1;
  };
  const holdMissed = (turns: Turns, back: number): boolean =>
    back !== -1 && !isSaid(turns, wanted, back, endOfFirst(turns, speaker, count, back));

  const firstMissedHold = (turns: Turns): number => {
    for (const list of notices) {
      for (const hit of turns.hits(list)) {
        const back = comesBack(turns, hit);
        if (holdMissed(turns, back)) return back;
      }
    }
    return -1;
  };
  const waited = (contact: Contact, turns: Turns): boolean =>
    (waitOf(contact) > limit && !startIsCut(turns)) ||
    notices.some((list) => turns.hits(list).some((hit) => comesBack(turns, hit) !== -1));

  return {
    reads: [...WAIT_FIELDS, "hold-seconds", "start-seconds", "end-seconds"],
    judge: (contact, turns) => {
      if (openingMissed(contact, turns) || firstMissedHold(turns) !== -1) return FAIL;
      if (waited(contact, turns)) return PASS;
      const timed = turns.clock !== "none";
      const held = read(contact, HOLD);
      if (!timed && held > limit) return isSaid(turns, wanted, 0, turns.length - 1) ? PASS : FAIL;
      if (!timed && Number.isNaN(held) && isSaid(turns, notices, 0, turns.length - 1)) return UNTIMED;
      return timed || carries(contact, HOLD) || !Number.isNaN(waitOf(contact)) ? NO_TRIGGER : NO_WAIT;
    },
    row: (contact, turns) => {
      if (openingMissed(contact, turns)) return firstRow(turns, speaker);
      const missed = firstMissedHold(turns);
      return missed === -1 ? firstRow(turns, speaker) : missed;
    },
  };
}

function leftAt(turns: Turns, turn: number): number {
  const end = turns.end(turn);
  return Number.isNaN(end) ? turns.start(turn) : end;
}

/** Whether the words are said in the same turn, after the trigger. */
function saidLater(turns: Turns, wanted: Lists, turn: number, after: number): boolean {
  return wanted.some((list) => turns.hits(list).some((hit) => hit.turn === turn && hit.from >= after));
}
