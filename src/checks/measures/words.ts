import { FIELD_INDEX, SPEAKER } from "../../model/fields.js";
import type { Turns } from "../../model/turns.js";
import { because, NOT_APPLICABLE, notAssessed } from "../../model/verdict.js";
import { quoteOf } from "../quote.js";
import { firstRow } from "../stretches.js";
import { type Gauge, verdictInstead } from "./gauge.js";

const NO_TEXT = verdictInstead(notAssessed(FIELD_INDEX.text));
const NO_AGENT = verdictInstead(because(NOT_APPLICABLE, "no-agent-turns"));
const NO_CUSTOMER = verdictInstead(because(NOT_APPLICABLE, "no-customer-turns"));
const TOO_LITTLE = verdictInstead(because(NOT_APPLICABLE, "too-little-said"));

export interface SaidOptions {
  readonly words: readonly number[];
  readonly speaker: number;
  /** Count per so many characters and words of the speaker; null: the bare count. */
  readonly per: number | null;
  /** A speaker who says less than this has no rate. */
  readonly least: number;
}

/** In how many turns something was said, or how often per so many characters. */
export function said({ words, speaker, per, least }: SaidOptions): Gauge {
  return {
    unit: per === null ? "" : `/ ${per}`,
    reads: ["text", "speaker"],
    readsWithoutTurns: [],
    of: ({ turns }) => {
      if (turns === null) return NO_TEXT;
      if (firstRow(turns, speaker) === -1) return nobody(speaker);
      if (per === null) return turnsOf(turns, words);
      const amount = sizeOf(turns, speaker);
      return amount < least ? TOO_LITTLE : (countOf(turns, words) * per) / amount;
    },
    show: (value) => String(Number(value.toFixed(1))),
    places: ({ turns }) => (turns === null ? [] : placesOf(turns, words)),
  };
}

export interface WordShareOptions {
  readonly words: readonly number[];
  readonly against: readonly number[];
  readonly speaker: number;
  /** Fewer of both together than this have no share. */
  readonly least: number;
}

/** The share of some words among these and their opposites, in per cent: 我们 against 我, 您 against 你. */
export function wordShare({ words, against, speaker, least }: WordShareOptions): Gauge {
  return {
    unit: "%",
    reads: ["text", "speaker"],
    readsWithoutTurns: [],
    of: ({ turns }) => {
      if (turns === null) return NO_TEXT;
      if (firstRow(turns, speaker) === -1) return nobody(speaker);
      const good = countOf(turns, words);
      const all = good + countOf(turns, against);
      return all === 0 || all < least ? TOO_LITTLE : (good / all) * 100;
    },
    show: (value) => `${Math.round(value)}%`,
    places: ({ turns }) => (turns === null ? [] : placesOf(turns, against)),
  };
}

/** How often any of the lists was hit. */
export function countOf(turns: Turns, lists: readonly number[]): number {
  let count = 0;
  for (const list of lists) count += turns.hits(list).length;
  return count;
}

/** 没听清，您再说一遍 is one time, whatever phrases find it. */
function turnsOf(turns: Turns, lists: readonly number[]): number {
  const said = new Set<number>();
  for (const list of lists) for (const hit of turns.hits(list)) said.add(hit.turn);
  return said.size;
}

function sizeOf(turns: Turns, speaker: number): number {
  let size = 0;
  for (let turn = 0; turn < turns.length; turn++) {
    if (turns.speaker(turn) === speaker) size += turns.han(turn) + turns.words(turn);
  }
  return size;
}

/** Places to look at are enough as long as they are few: a hundred 那个 are shown by the first three. */
const SHOWN = 3;

function placesOf(turns: Turns, lists: readonly number[]): ReturnType<Gauge["places"]> {
  const hits = lists.flatMap((list) => turns.hits(list)).sort((a, b) => a.turn - b.turn || a.from - b.from);
  return hits.slice(0, SHOWN).map(({ turn, from, to, how }) => ({
    turn,
    from,
    to,
    how,
    field: null,
    expected: null,
    found: quoteOf(turns.text(turn), from, to),
  }));
}

function nobody(speaker: number): number {
  return speaker === SPEAKER.agent ? NO_AGENT : NO_CUSTOMER;
}
