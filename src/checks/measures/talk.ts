import type { Contact } from "../../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../../model/fields.js";
import type { Turns } from "../../model/turns.js";
import { because, NOT_APPLICABLE, notAssessed } from "../../model/verdict.js";
import { firstRow } from "../stretches.js";
import { type Gauge, verdictInstead } from "./gauge.js";
import { isTimed } from "./timing.js";

const NO_TEXT = verdictInstead(notAssessed(FIELD_INDEX.text));
const NO_START = verdictInstead(notAssessed(FIELD_INDEX["start-seconds"]));
const NO_END = verdictInstead(notAssessed(FIELD_INDEX["end-seconds"]));
const NO_AGENT = verdictInstead(because(NOT_APPLICABLE, "no-agent-turns"));
const NO_CUSTOMER = verdictInstead(because(NOT_APPLICABLE, "no-customer-turns"));
const TOO_LITTLE = verdictInstead(because(NOT_APPLICABLE, "too-little-said"));

/** Shorter turns have no rate: their edges weigh more than their words. */
const SHORTEST_TURN = 3000;
const FEWEST_CHARACTERS = 10;
const MINUTE = 60_000;

/**
 * Han characters (or words) a minute of the agent's own talk, over his turns of at least 3 s and 10 characters.
 * A turn that is no time at all for what it says is one whose end is wrong, and is left out.
 */
export function speechRate(count: "characters" | "words", speaker: number): Gauge {
  const size = (turns: Turns, turn: number) => (count === "characters" ? turns.han(turn) : turns.words(turn));
  const isMeasured = (turns: Turns, turn: number) =>
    turns.speaker(turn) === speaker &&
    turns.end(turn) - turns.start(turn) >= SHORTEST_TURN &&
    size(turns, turn) >= (count === "characters" ? FEWEST_CHARACTERS : FEWEST_CHARACTERS / 2);
  return {
    unit: count === "characters" ? "chars/min" : "words/min",
    reads: ["text", "speaker", "start-seconds", "end-seconds"],
    readsWithoutTurns: [],
    of: ({ turns }) => {
      if (turns === null) return NO_TEXT;
      if (firstRow(turns, speaker) === -1) return NO_AGENT;
      if (turns.clock === "none") return NO_START;
      if (!isTimed(turns)) return NO_END;
      let said = 0;
      let talked = 0;
      for (let turn = 0; turn < turns.length; turn++) {
        if (!isMeasured(turns, turn)) continue;
        said += size(turns, turn);
        talked += turns.end(turn) - turns.start(turn);
      }
      return talked === 0 ? TOO_LITTLE : (said * MINUTE) / talked;
    },
    show: (value) => String(Math.round(value)),
    places: ({ turns }) => {
      let fastest = -1;
      let most = 0;
      for (let turn = 0; turns !== null && turn < turns.length; turn++) {
        if (!isMeasured(turns, turn)) continue;
        const rate = size(turns, turn) / (turns.end(turn) - turns.start(turn));
        if (rate > most) [fastest, most] = [turn, rate];
      }
      return wholeContact(Math.max(0, fastest));
    },
  };
}

/**
 * A speaker's share of the talk, in per cent: of talk time where turns have ends, else of the characters and words said.
 */
export function talkShare(speaker: number): Gauge {
  return {
    unit: "%",
    reads: ["text", "speaker", "start-seconds", "end-seconds"],
    readsWithoutTurns: [],
    of: ({ turns }) => {
      if (turns === null) return NO_TEXT;
      if (firstRow(turns, SPEAKER.agent) === -1) return NO_AGENT;
      if (firstRow(turns, SPEAKER.customer) === -1) return NO_CUSTOMER;
      const timed = isTimed(turns);
      let own = 0;
      let all = 0;
      for (let turn = 0; turn < turns.length; turn++) {
        const who = turns.speaker(turn);
        if (who !== SPEAKER.agent && who !== SPEAKER.customer) continue;
        const amount = timed ? turns.end(turn) - turns.start(turn) : turns.han(turn) + turns.words(turn);
        all += Math.max(0, amount);
        if (who === speaker) own += Math.max(0, amount);
      }
      return all === 0 ? TOO_LITTLE : (own / all) * 100;
    },
    show: (value) => `${Math.round(value)}%`,
    places: ({ turns }: Contact) => wholeContact(turns === null ? 0 : Math.max(0, firstRow(turns, speaker))),
  };
}

function wholeContact(turn: number): ReturnType<Gauge["places"]> {
  return [{ turn, from: 0, to: 0, how: null, field: null, expected: null, found: "" }];
}
