import { z } from "zod";
import { FIELD_INDEX } from "../model/fields.js";
import type { Turns } from "../model/turns.js";
import { because, NOT_APPLICABLE, notAssessed } from "../model/verdict.js";
import { endOfFirst, startIsCut, startOfLast } from "./stretches.js";

/** Where in the conversation something must be said, for the scopes that are a stretch of it. */
export const placeSchema = z.union([
  z.literal("anywhere").describe("全程 · Anywhere in the conversation"),
  z.strictObject({ "first-turns": z.int().positive() }).describe("开头几轮 · The speaker's first turns"),
  z.strictObject({ "first-seconds": z.number().positive() }).describe("开头几秒 · The first seconds"),
  z.strictObject({ "last-turns": z.int().positive() }).describe("最后几轮 · The speaker's last turns"),
  z.strictObject({ "last-seconds": z.number().positive() }).describe("最后几秒 · The last seconds"),
]);

export type Place = z.output<typeof placeSchema>;

/** The rows of a place. `judged`: a verdict that stands before anything is searched, or −1. */
export interface Rows {
  judged(turns: Turns): number;
  first(turns: Turns): number;
  last(turns: Turns): number;
}

const CUT = because(NOT_APPLICABLE, "transcript-cut");
const UNTIMED = notAssessed(FIELD_INDEX["start-seconds"]);
const GO_ON = -1;

/**
 * The opening is judged only where the conversation is known to start at its start (`startIsCut`). A transcript is
 * taken to be whole at its end, whoever speaks last, unless its file says that it is cut there.
 */
export function rowsOf(place: Place, speaker: number): Rows {
  if (place === "anywhere") return { judged: () => GO_ON, first: () => 0, last: lastRow };
  if ("first-turns" in place) {
    const count = place["first-turns"];
    return { judged: openingCut, first: () => 0, last: (turns) => endOfFirst(turns, speaker, count) };
  }
  if ("last-turns" in place) {
    const count = place["last-turns"];
    return { judged: endCut, first: (turns) => startOfLast(turns, speaker, count), last: lastRow };
  }
  if ("first-seconds" in place) {
    const limit = place["first-seconds"] * 1000;
    return {
      judged: (turns) => timed(turns, openingCut),
      first: () => 0,
      last: (turns) => rowAt(turns, limit),
    };
  }
  const limit = place["last-seconds"] * 1000;
  return {
    judged: (turns) => timed(turns, endCut),
    first: (turns) => rowFromEnd(turns, limit),
    last: lastRow,
  };
}

function lastRow(turns: Turns): number {
  return turns.length - 1;
}

function openingCut(turns: Turns): number {
  return startIsCut(turns) ? CUT : GO_ON;
}

function endCut(turns: Turns): number {
  return turns.endsAtEnd === "no" ? CUT : GO_ON;
}

function timed(turns: Turns, otherwise: (turns: Turns) => number): number {
  const verdict = otherwise(turns);
  return verdict === GO_ON && turns.clock === "none" ? UNTIMED : verdict;
}

/** The last row that begins within `limit` ms of the first one. */
function rowAt(turns: Turns, limit: number): number {
  const end = turns.start(0) + limit;
  let row = 0;
  while (row + 1 < turns.length && !(turns.start(row + 1) > end)) row++;
  return row;
}

/** The first row that ends (or, where ends are not recorded, begins) within `limit` ms of the last one's end. */
function rowFromEnd(turns: Turns, limit: number): number {
  let row = turns.length - 1;
  const begin = endOf(turns, row) - limit;
  while (row > 0 && !(endOf(turns, row - 1) < begin)) row--;
  return row;
}

function endOf(turns: Turns, row: number): number {
  const end = turns.end(row);
  return Number.isNaN(end) ? turns.start(row) : end;
}
