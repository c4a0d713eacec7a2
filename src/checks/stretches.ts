import { SPEAKER } from "../model/fields.js";
import type { Turns } from "../model/turns.js";

/**
 * The last row of the first `count` turns of a speaker, searched from row `from`; -1 where he does not speak.
 *
 * Rows of a file are often smaller than turns: speech recognition cuts one greeting into three rows, and in a chat
 * people press Enter after every clause. So turns are counted as people count them: what the agent says until the
 * customer says something is one, and notices of the system do not part it. Where only one of the two is heard (a
 * recording of one side), each row is a turn.
 */
export function endOfFirst(turns: Turns, speaker: number, count: number, from = 0): number {
  const other = otherOf(speaker);
  const alone = !isHeard(turns, other);
  let seen = 0;
  let last = -1;
  let apart = true;
  for (let row = from; row < turns.length; row++) {
    const who = turns.speaker(row);
    if (who === other) apart = true;
    if (who !== speaker) continue;
    if ((apart || alone) && ++seen > count) return last;
    apart = false;
    last = row;
  }
  return last;
}

/** The first row of the last `count` turns of a speaker, searched backwards from row `from`; -1 where he does not speak. */
export function startOfLast(turns: Turns, speaker: number, count: number, from = turns.length - 1): number {
  const other = otherOf(speaker);
  const alone = !isHeard(turns, other);
  let seen = 0;
  let first = -1;
  let apart = true;
  for (let row = from; row >= 0; row--) {
    const who = turns.speaker(row);
    if (who === other) apart = true;
    if (who !== speaker) continue;
    if ((apart || alone) && ++seen > count) return first;
    apart = false;
    first = row;
  }
  return first;
}

/** The first row of a speaker from row `from` on; -1 where there is none. */
export function firstRow(turns: Turns, speaker: number, from = 0): number {
  for (let row = from; row < turns.length; row++) if (turns.speaker(row) === speaker) return row;
  return -1;
}

/**
 * Whether the start of the conversation is missing: the file says so, or it does not say and the customer speaks
 * first, so that nobody knows what was said before.
 */
export function startIsCut(turns: Turns): boolean {
  if (turns.beginsAtStart !== "unknown") return turns.beginsAtStart === "no";
  for (let row = 0; row < turns.length; row++) {
    const who = turns.speaker(row);
    if (who === SPEAKER.agent) return false;
    if (who === SPEAKER.customer) return true;
  }
  return false;
}

function otherOf(speaker: number): number {
  return speaker === SPEAKER.agent ? SPEAKER.customer : SPEAKER.agent;
}

function isHeard(turns: Turns, speaker: number): boolean {
  return firstRow(turns, speaker) !== -1;
}
