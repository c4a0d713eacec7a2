import { z } from "zod";
import type { Hit, Turns } from "../model/turns.js";
import type { Event } from "./order-events.js";
import { endOfFirst, startOfLast } from "./stretches.js";
import { phrases } from "./words.js";

/** Where, seen from the event, something must be said. */
export const WHERE = ["before", "after", "around", "anywhere", "start", "end"] as const;
export type Where = (typeof WHERE)[number];

export const where = z
  .enum(WHERE)
  .describe(
    "位置 · before, after or around what calls for it; anywhere; in the speaker's first (start) or last turns (end).",
  );

const one = z.strictObject({
  say: phrases.describe("说到一条就算 · Any one of these phrases or @lists."),
  where: where.optional(),
  turns: z.int().positive().optional(),
});

/** What must be said: one of a list of phrases, or one of each of several named lists. */
export const needSchema = z.union([phrases, z.record(z.string().min(1), z.union([phrases, one]))]);

export type NeedOption = z.output<typeof needSchema>;

export interface Need {
  /** null: the only one. */
  readonly name: string | null;
  readonly say: readonly string[];
  readonly where: Where;
  /** Within so many turns of the speaker; null: no limit. */
  readonly turns: number | null;
}

export function needsOf(option: NeedOption, usual: { where: Where; turns: number | null }): readonly Need[] {
  if (Array.isArray(option)) return [{ name: null, say: option as readonly string[], ...usual }];
  return Object.entries(option).map(([name, need]) => {
    if (Array.isArray(need)) return { name, say: need as readonly string[], ...usual };
    const { say, where: place = usual.where, turns = usual.turns } = need as z.output<typeof one>;
    return { name, say, where: place, turns };
  });
}

/** Whether a need is met at an event; `speaker` is who must say it. */
export function isMet(
  need: Need,
  lists: readonly number[],
  turns: Turns,
  event: Event,
  speaker: number,
): boolean {
  for (const list of lists) {
    for (const hit of turns.hits(list)) if (isInPlace(need, hit, turns, event, speaker)) return true;
  }
  return false;
}

function isInPlace(need: Need, hit: Hit, turns: Turns, event: Event, speaker: number): boolean {
  const count = need.turns ?? turns.length;
  switch (need.where) {
    case "anywhere":
      return true;
    case "start":
      return hit.turn <= endOfFirst(turns, speaker, count);
    case "end":
      return hit.turn >= startOfLast(turns, speaker, count);
    case "before":
      return isBefore(hit, turns, event, speaker, need.turns);
    case "after":
      return isAfter(hit, turns, event, speaker, need.turns);
    case "around":
      return (
        hit.turn === event.turn ||
        isBefore(hit, turns, event, speaker, need.turns) ||
        isAfter(hit, turns, event, speaker, need.turns)
      );
  }
}

function isBefore(hit: Hit, turns: Turns, event: Event, speaker: number, count: number | null): boolean {
  const within = event.before === event.after;
  if (hit.turn > event.before || (within && hit.turn === event.before && hit.from >= event.from))
    return false;
  if (count === null) return true;
  // his turn that the event is part of comes before those that are counted
  const speaks = within && turns.speaker(event.before) === speaker;
  const own = speaks ? startOfLast(turns, speaker, 1, event.before) : event.before + 1;
  const first = startOfLast(turns, speaker, count, own - 1);
  return hit.turn >= (first === -1 ? own : first);
}

function isAfter(hit: Hit, turns: Turns, event: Event, speaker: number, count: number | null): boolean {
  const within = event.before === event.after;
  if (hit.turn < event.after || (within && hit.turn === event.after && hit.from < event.to)) return false;
  if (count === null || (within && hit.turn === event.after)) return true;
  return hit.turn <= endOfFirst(turns, speaker, count, within ? event.after + 1 : event.after);
}
