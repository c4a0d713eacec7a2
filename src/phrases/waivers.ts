import { clearBits, haveCommonBit, setBit } from "./bits.js";
import { CLAUSE_EDGE, FILLER, NO_EDGE, SENTENCE_EDGE } from "./fold.js";
import { edgeAt, type Folded } from "./folded.js";
import type { PhraseLiterals } from "./literals.js";
import type { Program } from "./program.js";
import type { QuickMatcher, QuickProgram } from "./quick.js";
import { findQuotes, isQuoted } from "./quotes.js";
import type { PhraseWaiver } from "./types.js";

/** A waiver ready for use. `name` is its index in the book's list of waiver ids. */
export type CompiledWaiver =
  | { readonly name: number; readonly quoted: true }
  | {
      readonly name: number;
      readonly quoted: false;
      readonly where: PhraseWaiver["where"];
      readonly within: NonNullable<PhraseWaiver["within"]>;
      readonly phrases: readonly WaiverPhrase[];
    };

export interface WaiverPhrase {
  /** Its number among all phrases of waivers of the book. */
  readonly id: number;
  readonly literals: () => PhraseLiterals;
  readonly program: () => Program;
}

/** A hit in boundaries of the folded text and in bytes. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Judges hits. What it finds out about a turn is found out once. Owns its buffers. */
export interface WaiverCourt {
  /**
   * Turns to the next turn, `bytes[…, to)`.
   *
   * @param mayHold whether the turn may hold the phrase of that id: the others are not looked for
   */
  open(text: Folded, to: number, mayHold: (phrase: number) => boolean): void;
  /** The first waiver that lets the hit pass. */
  judge(place: Place, waivers: readonly CompiledWaiver[]): CompiledWaiver | null;
}

/**
 * Whether a waiver looks at what stands around a hit: what it says of one it does not say of a shorter one within, which
 * stands elsewhere. One that overlaps a hit gives its words another meaning, in all of it.
 */
export function looksAround(waiver: CompiledWaiver): boolean {
  return waiver.quoted || waiver.where !== "over";
}

type ByPhrases = CompiledWaiver & { readonly quoted: false };

/**
 * Stretches up to this length are searched anew for every hit; for longer ones that would not be linear, so
 * they are remembered.
 */
const SHORT = 64;

export function createCourt(matcher: QuickMatcher): WaiverCourt {
  const programs: (QuickProgram | undefined)[] = [];
  const inTurn = new Map<ByPhrases, Matches>();
  const inStretch = new Map<ByPhrases, Map<number, Extremes>>();
  // Bits of the characters of one stretch: a phrase that begins with none of them is not there.
  const characters = new Int32Array(8);
  let bitsFrom = -1;
  let bitsTo = -1;
  let stretchLevel = -1;
  let stretchFrom = 0;
  let stretchTo = 0;
  let text: Folded;
  let to = 0;
  let mayHold: (phrase: number) => boolean;
  let quotes: readonly number[] | null = null;
  let fillersBefore: Int32Array | null = null;
  return {
    open(folded, end, test) {
      text = folded;
      to = end;
      mayHold = test;
      if (inTurn.size > 0) inTurn.clear();
      if (inStretch.size > 0) inStretch.clear();
      bitsFrom = -1;
      stretchLevel = -1;
      quotes = null;
      fillersBefore = null;
    },
    judge(place, waivers) {
      for (const waiver of waivers) if (applies(waiver, place)) return waiver;
      return null;
    },
  };

  function applies(waiver: CompiledWaiver, place: Place): boolean {
    if (waiver.quoted) {
      quotes ??= findQuotes(text, to);
      return isQuoted(quotes, place.from, place.to);
    }
    const { where, within } = waiver;
    if (where === "turn") return matchesOf(waiver).ends.length > 0;
    if (where === "over") return overlaps(matchesOf(waiver), place);
    if (typeof within === "number") return isNear(matchesOf(waiver), place, where, within);
    if (typeof within === "object") return isNear(matchesOf(waiver), place, where, within[1], true);
    const level =
      within === "clause" ? CLAUSE_EDGE : within === "sentence" ? SENTENCE_EDGE : SENTENCE_EDGE + 1;
    const boundary = where === "before" ? place.start : place.end;
    if (boundary === 0 || boundary === text.length || edgeAt(text, boundary) >= level) return false;
    enter(where === "before" ? boundary - 1 : boundary, level);
    const found = extremesOf(waiver, stretchFrom, stretchTo);
    return where === "before" ? found.firstEnd <= place.start : found.lastStart >= place.end;
  }

  /** Moves to the stretch around a character in which no such edge stands. */
  function enter(character: number, level: number): void {
    if (stretchLevel === level && stretchFrom <= character && character < stretchTo) return;
    stretchLevel = level;
    stretchFrom = character;
    while (stretchFrom > 0 && edgeAt(text, stretchFrom) < level) stretchFrom--;
    stretchTo = character + 1;
    while (stretchTo < text.length && edgeAt(text, stretchTo) < level) stretchTo++;
  }

  /**
   * Whether a match lies before or after the hit with at most so many characters between them, fillers not
   * counted, and, where they are to be in one clause, no punctuation.
   */
  function isNear(
    found: Matches,
    place: Place,
    where: "before" | "after",
    most: number,
    inClause = false,
  ): boolean {
    if (found.ends.length === 0) return false;
    fillersBefore ??= countFillers(text);
    const nearest =
      where === "before"
        ? found.ends[countUpTo(found.ends, place.start) - 1]
        : found.starts[countUpTo(found.starts, place.end - 1)];
    if (nearest === undefined) return false;
    const [start, end] = where === "before" ? [nearest, place.start] : [place.end, nearest];
    if (end - start - (fillersBefore[end]! - fillersBefore[start]!) > most) return false;
    return !inClause || !hasEdge(start, end);
  }

  /** Whether punctuation stands at one of the boundaries, which lie inside the turn. */
  function hasEdge(from: number, to: number): boolean {
    for (let at = from; at <= to; at++) if (edgeAt(text, at) !== NO_EDGE) return true;
    return false;
  }

  function matchesOf(waiver: ByPhrases): Matches {
    let found = inTurn.get(waiver);
    if (found === undefined) {
      const pairs = pairsIn(waiver, 0, text.length);
      found = pairs.length === 0 ? NO_MATCHES : sorted(pairs);
      inTurn.set(waiver, found);
    }
    return found;
  }

  function extremesOf(waiver: ByPhrases, start: number, end: number): Extremes {
    const find = () => extremes(pairsIn(waiver, start, end));
    if (end - start <= SHORT) return find();
    return remembered(
      remembered(inStretch, waiver, () => new Map<number, Extremes>()),
      start,
      find,
    );
  }

  /**
   * Start and end of the shortest match of every phrase at every place where one ends, within characters
   * `[start, end)`.
   */
  function pairsIn(waiver: ByPhrases, start: number, end: number): readonly Pair[] {
    let pairs = NONE;
    for (const phrase of waiver.phrases) {
      if (!mayHold(phrase.id)) continue;
      programs[phrase.id] ??= matcher.of(phrase.program());
      const quick = programs[phrase.id]!;
      const { first } = quick.program;
      if (first !== null && !haveCommonBit(first, bitsOf(start, end))) continue;
      const count = matcher.find(quick, text, true, start, end);
      if (count === 0) continue;
      if (pairs === NONE) pairs = [];
      for (let i = 0; i < count; i++) pairs.push([matcher.starts[i]!, matcher.ends[i]!]);
    }
    return pairs;
  }

  function bitsOf(start: number, end: number): Int32Array {
    if (bitsFrom === start && bitsTo === end) return characters;
    clearBits(characters);
    for (let i = start; i < end; i++) setBit(characters, text.code[i]!);
    bitsFrom = start;
    bitsTo = end;
    return characters;
  }
}

function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const old = known.get(key);
  if (old !== undefined) return old;
  const found = find();
  known.set(key, found);
  return found;
}

type Pair = readonly [start: number, end: number];
const NONE: Pair[] = [];

/** Of the matches in a stretch without edges: the earliest end and the latest start. */
interface Extremes {
  readonly firstEnd: number;
  readonly lastStart: number;
}

const NO_EXTREMES: Extremes = { firstEnd: Number.POSITIVE_INFINITY, lastStart: -1 };

function extremes(pairs: readonly Pair[]): Extremes {
  if (pairs.length === 0) return NO_EXTREMES;
  let { firstEnd, lastStart } = NO_EXTREMES;
  for (const [start, end] of pairs) {
    if (end < firstEnd) firstEnd = end;
    if (start > lastStart) lastStart = start;
  }
  return { firstEnd, lastStart };
}

interface Matches {
  /** Ascending; `earliest[i]` is where the earliest of the matches `i…` starts. */
  readonly ends: readonly number[];
  readonly earliest: readonly number[];
  /** Ascending by themselves. */
  readonly starts: readonly number[];
}

const NO_MATCHES: Matches = { ends: [], earliest: [], starts: [] };

function sorted(unsorted: readonly Pair[]): Matches {
  const pairs = [...unsorted].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const earliest = pairs.map(([start]) => start);
  for (let i = earliest.length - 2; i >= 0; i--) earliest[i] = Math.min(earliest[i]!, earliest[i + 1]!);
  return {
    ends: pairs.map(([, end]) => end),
    earliest,
    starts: pairs.map(([start]) => start).sort((a, b) => a - b),
  };
}

/**
 * Of the matches that end behind the hit's start, does the one that begins first begin before the hit's end?
 */
function overlaps(found: Matches, place: Place): boolean {
  const next = countUpTo(found.ends, place.start);
  return next < found.ends.length && found.earliest[next]! < place.end;
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countFillers(text: Folded): Int32Array {
  const before = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + (text.flags[i]! & FILLER);
  return before;
}
