import { SPEAKER } from "../model/fields.js";
import type { CompiledBook, CompiledList, Machines } from "./book.js";
import { type CandidateFinder, createCandidateFinder } from "./candidates.js";
import { FILLER } from "./fold.js";
import { createFolded, endOf, type Folded, foldText } from "./folded.js";
import { createHeardFinder, type HeardFinder } from "./heard.js";
import {
  AS_WRITTEN,
  createHitColumns,
  FOLDED,
  type Match,
  mergeByRank,
  mergeMatches,
  SOUND_ALIKE,
  withoutOverlapping,
} from "./hits.js";
import { createMatcher } from "./match.js";
import type { PlainMatches } from "./plain.js";
import type { Program } from "./program.js";
import { createQuickMatcher, type QuickProgram } from "./quick.js";
import type { PhraseScanner } from "./types.js";
import { type CompiledWaiver, createCourt, looksAround } from "./waivers.js";
import { createWrittenTest, isWrittenPlainly, rememberedTest } from "./written.js";

/** The name of the waiver "speaker" in every book. */
const BY_SPEAKER = 0;

/**
 * A scanner over a compiled book, with buffers of its own. Nothing is allocated for a text without
 * candidates.
 */
export function createScanner(book: CompiledBook, allSpeakers: boolean): PhraseScanner {
  const finders = new Map<number, Finders | null>();
  const text = createFolded();
  const matcher = createQuickMatcher(createMatcher());
  // by phrase: what to look for as it is written, and by sound; made when the phrase is first verified
  const written: (QuickProgram | undefined)[] = [];
  const heard: (QuickProgram | undefined)[] = [];
  const court = createCourt(matcher);
  const isAsWritten = rememberedTest(createWrittenTest());
  let hits = createHitColumns(64);
  // Of the last scan: matches that longer ones hid, and the lists of hits that pass for what stands around them.
  const hidden: Match[] = [];
  const passing: number[] = [];
  // The text of the last scan, and whether `text` is its folded form.
  let bytes: Uint8Array = new Uint8Array(0);
  let from = 0;
  let to = 0;
  let isFolded = true;
  return {
    scan,
    get hits() {
      return hits;
    },
    folded: (fillers) => textOf(fold(), fillers),
  };

  function scan(source: Uint8Array, start: number, end: number, speaker: number): number {
    bytes = source;
    from = start;
    to = end;
    isFolded = false;
    const finder = finderFor(speaker);
    if (finder === null) return 0;
    const candidates = finder.written.find(bytes, from, to, fold);
    const byEar = finder.heard === null ? 0 : finder.heard.find(bytes, from, to, fold);
    const { plain } = finder.written;
    if (candidates === 0 && plain.count === 0 && byEar === 0) return 0;
    const matches: Match[] = [];
    for (let i = 0; i < plain.count; i++) takePlain(plain, i, matches);
    for (let i = 0; i < candidates; i++) verify(finder.written.phrases[i]!, finder.written, matches);
    if (byEar > 0) hear(finder.heard!.phrases, byEar, matches);
    if (matches.length === 0) return 0;
    hidden.length = 0;
    const longest = mergeMatches(matches, hidden);
    report(longest, speaker, finder.written);
    if (passing.length === 0 || hidden.length === 0 || !isAnyWrong()) return longest.length;
    const ranked = mergeByRank(matches, passes);
    report(ranked, speaker, finder.written);
    return ranked.length;
  }

  /** Whether a hit passes that hides a shorter one that does not: 不是我不帮您，我处理不了. */
  function isAnyWrong(): boolean {
    return hidden.some((match) => passing.includes(match.list) && waiverOf(match) === null);
  }

  /** Adds matches by sound where the list has none as it is written. */
  function hear(phrases: Int32Array, count: number, matches: Match[]): void {
    const found: Match[] = [];
    for (let i = 0; i < count; i++) {
      const phrase = phrases[i]!;
      heard[phrase] ??= matcher.of(book.phrases[phrase]!.heard()!.program());
      locate(phrase, heard[phrase], to, SOUND_ALIKE, found);
    }
    if (found.length === 0) return;
    for (const match of withoutOverlapping(found, matches)) matches.push(match);
  }

  function takePlain(plain: PlainMatches, at: number, matches: Match[]): void {
    const phrase = plain.phrase[at]!;
    const { list, index } = book.phrases[phrase]!;
    const how = plain.written[at] === 1 ? AS_WRITTEN : FOLDED;
    matches.push({
      phrase,
      list,
      index,
      from: plain.from[at]!,
      to: plain.to[at]!,
      start: -1,
      end: -1,
      how,
    });
  }

  function finderFor(speaker: number): Finders | null {
    const known = finders.get(speaker);
    if (known !== undefined) return known;
    const machines = allSpeakers ? book.machines("all") : machinesOf(book, speaker);
    const finder =
      machines === null
        ? null
        : {
            written: createCandidateFinder(machines.written),
            heard: machines.heard === null ? null : createHeardFinder(machines.heard),
          };
    finders.set(speaker, finder);
    return finder;
  }

  function fold(): Folded {
    if (!isFolded) foldText(bytes, from, to, text);
    isFolded = true;
    return text;
  }

  function verify(phrase: number, { beginsBefore }: CandidateFinder, matches: Match[]): void {
    const known = written[phrase];
    if (known !== undefined) {
      locate(phrase, known, beginsBefore(phrase), null, matches);
      return;
    }
    const { list, index, matcher: make } = book.phrases[phrase]!;
    const made = make();
    if ("find" in made) {
      made.find(bytes.subarray(from, to), (first, last) =>
        matches.push({ phrase, list, index, from: first, to: last, start: -1, end: -1, how: AS_WRITTEN }),
      );
      return;
    }
    written[phrase] = matcher.of(made);
    locate(phrase, written[phrase], beginsBefore(phrase), null, matches);
  }

  /** @param limit the byte from which on no match begins */
  function locate(
    phrase: number,
    quick: QuickProgram,
    limit: number,
    how: number | null,
    matches: Match[],
  ): void {
    const folded = fold();
    const lastStart = firstAtLeast(folded.from, folded.length, limit - from) - 1;
    const count = matcher.find(quick, folded, false, 0, folded.length, lastStart);
    if (count === 0) return;
    const { list, index } = book.phrases[phrase]!;
    for (let i = 0; i < count; i++) {
      const start = matcher.starts[i]!;
      const end = matcher.ends[i]!;
      const first = text.from[start]!;
      const last = endOf(text, end - 1);
      matches.push({
        phrase,
        list,
        index,
        from: first,
        to: last,
        start,
        end,
        how: how ?? howWritten(quick.program, start, end),
      });
    }
  }

  /** Puts the hits into the arrays. */
  function report(matches: readonly Match[], speaker: number, { mayHold }: CandidateFinder): void {
    if (matches.length > hits.list.length) hits = createHitColumns(matches.length * 2);
    let courtIsOpen = false;
    passing.length = 0;
    for (let i = 0; i < matches.length; i++) {
      const match = matches[i]!;
      const list = book.lists[match.list]!;
      hits.list[i] = match.list;
      hits.phrase[i] = match.index;
      hits.from[i] = match.from;
      hits.to[i] = match.to;
      hits.how[i] = match.how ?? (isWritten(match) ? AS_WRITTEN : FOLDED);
      hits.waived[i] = -1;
      if (!isFor(list, speaker)) {
        hits.waived[i] = BY_SPEAKER;
      } else if (list.waivers.length > 0) {
        if (!courtIsOpen) court.open(fold(), to, mayHold);
        courtIsOpen = true;
        const waiver = waiverOf(match);
        if (waiver === null) continue;
        hits.waived[i] = waiver.name;
        if (looksAround(waiver)) passing.push(match.list);
      }
    }
  }

  function passes(match: Match): boolean {
    const waiver = passing.includes(match.list) ? waiverOf(match) : null;
    return waiver !== null && looksAround(waiver);
  }

  function waiverOf(match: Match): CompiledWaiver | null {
    return court.judge(match.start < 0 ? placed(match) : match, book.lists[match.list]!.waivers);
  }

  /** null where it takes the full test, which only reported hits are worth. */
  function howWritten(program: Program, start: number, end: number): number | null {
    const written = isWrittenPlainly(program, text, start, end);
    return written === null ? null : written ? AS_WRITTEN : FOLDED;
  }

  function isWritten(match: Match): boolean {
    const made = book.phrases[match.phrase]!.matcher();
    return "find" in made || isAsWritten(made, bytes, from + match.from, from + match.to);
  }

  /** The match with the boundaries around its characters. */
  function placed(match: Match): Match {
    const start = firstAtLeast(text.from, text.length, match.from);
    return { ...match, start, end: Math.max(start, firstAtLeast(text.from, text.length, match.to)) };
  }
}

interface Finders {
  readonly written: CandidateFinder;
  readonly heard: HeardFinder | null;
}

function machinesOf(book: CompiledBook, speaker: number): Machines | null {
  if (speaker === SPEAKER.agent) return book.machines("agent");
  return speaker === SPEAKER.customer ? book.machines("customer") : null;
}

function isFor(list: CompiledList, speaker: number): boolean {
  return (list.agent && speaker === SPEAKER.agent) || (list.customer && speaker === SPEAKER.customer);
}

/** The first character that begins at `limit` or behind it. */
function firstAtLeast(ascending: Int32Array, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textOf(text: Folded, fillers: "kept" | "left-out"): string {
  let result = "";
  for (let i = 0; i < text.length; i++)
    if (fillers === "kept" || (text.flags[i]! & FILLER) === 0) result += String.fromCodePoint(text.code[i]!);
  return result;
}
