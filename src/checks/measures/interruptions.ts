import { formatDuration } from "../../calendar/durations.js";
import { FIELD_INDEX, SPEAKER } from "../../model/fields.js";
import type { Turns } from "../../model/turns.js";
import { because, NOT_APPLICABLE, notAssessed } from "../../model/verdict.js";
import { firstRow } from "../stretches.js";
import { type Gauge, verdictInstead } from "./gauge.js";
import { canOverlap } from "./timing.js";

export interface InterruptionOptions {
  /** ms, exclusive. */
  readonly over: number;
  /** Fewer characters and words than this interrupt nobody. */
  readonly characters: number;
  /** Lists of acknowledgements: what they cover does not count as words. */
  readonly ignore: readonly number[];
}

const NO_TEXT = verdictInstead(notAssessed(FIELD_INDEX.text));
const NO_END = verdictInstead(notAssessed(FIELD_INDEX["end-seconds"]));
const NO_CUSTOMER = verdictInstead(because(NOT_APPLICABLE, "no-customer-turns"));
const NO_AGENT = verdictInstead(because(NOT_APPLICABLE, "no-agent-turns"));

/**
 * How often the agent began while the customer was speaking and went on beside him for longer than a limit with some
 * words of substance: 嗯, 好的, 是的 interrupt nobody (Alibaba's 抢话: overlap 2–3 s, at least 4 characters).
 */
export function interruptions(options: InterruptionOptions): Gauge {
  return {
    unit: "",
    reads: ["text", "speaker", "start-seconds", "end-seconds"],
    readsWithoutTurns: [],
    of: ({ turns }) => {
      if (turns === null) return NO_TEXT;
      if (firstRow(turns, SPEAKER.agent) === -1) return NO_AGENT;
      if (firstRow(turns, SPEAKER.customer) === -1) return NO_CUSTOMER;
      if (!canOverlap(turns)) return NO_END;
      let count = 0;
      each(turns, options, () => {
        count += 1;
      });
      return count;
    },
    show: String,
    places: ({ turns }) => {
      const places: ReturnType<Gauge["places"]>[number][] = [];
      if (turns === null) return places;
      each(turns, options, (turn, overlap) => {
        const found = formatDuration(Math.round(overlap));
        const expected = `≤ ${formatDuration(options.over)}`;
        places.push({ turn, from: 0, to: 0, how: null, field: null, expected, found });
      });
      return places;
    },
  };
}

function each(
  turns: Turns,
  options: InterruptionOptions,
  visit: (turn: number, overlap: number) => void,
): void {
  let customerUntil = Number.NEGATIVE_INFINITY;
  for (let turn = 0; turn < turns.length; turn++) {
    const who = turns.speaker(turn);
    const start = turns.start(turn);
    if (who === SPEAKER.customer) customerUntil = Math.max(customerUntil, turns.end(turn));
    if (who !== SPEAKER.agent) continue;
    const overlap = Math.min(customerUntil, turns.end(turn)) - start;
    if (overlap > options.over && saysMore(turns, turn, options)) visit(turn, overlap);
  }
}

/** Whether the turn says enough beyond acknowledgements. A Han character is three bytes of a hit. */
function saysMore(turns: Turns, turn: number, { characters, ignore }: InterruptionOptions): boolean {
  const said = turns.han(turn) + turns.words(turn);
  if (said < characters) return false;
  let ignored = 0;
  for (const list of ignore) {
    for (const hit of turns.hits(list)) if (hit.turn === turn) ignored += (hit.to - hit.from) / 3;
  }
  return said - ignored >= characters;
}
