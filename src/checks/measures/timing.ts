import { SPEAKER } from "../../model/fields.js";
import type { Turns } from "../../model/turns.js";

/** Whether every turn of the two has a start and an end. */
export function isTimed(turns: Turns): boolean {
  if (turns.clock === "none") return false;
  for (let turn = 0; turn < turns.length; turn++) {
    if (isPerson(turns.speaker(turn)) && Number.isNaN(turns.end(turn))) return false;
  }
  return true;
}

/** Changes of speaker from which it can be seen that ends are made up. */
const ENOUGH = 4;

/**
 * Whether it can be heard who spoke over whom: turns have ends of their own, and both sides were recorded apart. Where
 * every turn ends to the millisecond when the next begins, the ends are made up from the starts.
 */
export function canOverlap(turns: Turns): boolean {
  if (turns.sidesApart === "no" || !isTimed(turns)) return false;
  let changes = 0;
  for (let turn = 1; turn < turns.length; turn++) {
    if (turns.speaker(turn) === turns.speaker(turn - 1)) continue;
    if (turns.end(turn - 1) !== turns.start(turn)) return true;
    changes += 1;
  }
  return changes < ENOUGH;
}

export function isPerson(speaker: number): boolean {
  return speaker === SPEAKER.agent || speaker === SPEAKER.customer;
}
