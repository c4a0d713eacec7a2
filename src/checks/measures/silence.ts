import { formatDuration } from "../../calendar/durations.js";
import type { Contact } from "../../model/contact.js";
import { FIELD_INDEX, SPEAKER } from "../../model/fields.js";
import type { Turns } from "../../model/turns.js";
import { because, NOT_APPLICABLE, notAssessed } from "../../model/verdict.js";
import { read } from "../read.js";
import { firstRow, startOfLast } from "../stretches.js";
import { type Gauge, verdictInstead } from "./gauge.js";
import { isPerson, isTimed } from "./timing.js";

export interface SilenceOptions {
  /** ms: silences longer than this are findings. */
  readonly max: number;
  /** Lists of words that announce a hold. */
  readonly announced: readonly number[];
}

const NO_TEXT = verdictInstead(notAssessed(FIELD_INDEX.text));
const NO_START = verdictInstead(notAssessed(FIELD_INDEX["start-seconds"]));
const NO_END = verdictInstead(notAssessed(FIELD_INDEX["end-seconds"]));
const NO_AGENT = verdictInstead(because(NOT_APPLICABLE, "no-agent-turns"));
const HOLD = FIELD_INDEX["hold-seconds"];

/** Rounding of the log's hold time against the transcript's clock. */
const ROUNDING = 5000;

/**
 * The longest silence (both sides) of a call, in ms, that no words announced: the agent said so in the last two turns
 * before it, or the log counts that much hold time (Huawei's and Amazon's practice: hold is no silence).
 */
export function silence(options: SilenceOptions): Gauge {
  return {
    unit: "s",
    reads: ["text", "speaker", "start-seconds", "end-seconds", "hold-seconds"],
    readsWithoutTurns: [],
    of: (contact) => {
      const { turns } = contact;
      if (turns === null) return NO_TEXT;
      if (turns.clock === "none") return NO_START;
      if (firstRow(turns, SPEAKER.agent) === -1) return NO_AGENT;
      if (!isTimed(turns)) return NO_END;
      let longest = 0;
      each(contact, turns, options, (_, length) => {
        longest = Math.max(longest, length);
      });
      return longest;
    },
    show: formatDuration,
    places: (contact) => {
      const places: ReturnType<Gauge["places"]>[number][] = [];
      if (contact.turns === null) return places;
      each(contact, contact.turns, options, (turn, length) => {
        if (length <= options.max) return;
        const found = formatDuration(Math.round(length));
        const expected = `≤ ${formatDuration(options.max)}`;
        places.push({ turn, from: 0, to: 0, how: null, field: null, expected, found });
      });
      return places;
    },
  };
}

function each(
  contact: Contact,
  turns: Turns,
  { announced }: SilenceOptions,
  visit: (turn: number, length: number) => void,
): void {
  const held = read(contact, HOLD);
  let until = Number.NaN;
  let last = -1;
  for (let turn = 0; turn < turns.length; turn++) {
    if (!isPerson(turns.speaker(turn))) continue;
    const length = turns.start(turn) - until;
    if (length > 0 && !(length <= held + ROUNDING && held > 0) && !isAnnounced(turns, last, announced)) {
      visit(turn, length);
    }
    until = Number.isNaN(until) ? turns.end(turn) : Math.max(until, turns.end(turn));
    last = turn;
  }
}

function isAnnounced(turns: Turns, before: number, announced: readonly number[]): boolean {
  const first = startOfLast(turns, SPEAKER.agent, 2, before);
  for (const list of announced) {
    for (const hit of turns.hits(list)) if (hit.turn >= first && hit.turn <= before) return first !== -1;
  }
  return false;
}
