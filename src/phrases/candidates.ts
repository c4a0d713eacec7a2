import type { Folded } from "./folded.js";
import { findHidden, mayHide } from "./hidden.js";
import type { Machine } from "./machine.js";
import { createPlainMatches, type PlainMatches } from "./plain.js";
import { walk } from "./walk.js";

/** Finds what is worth a closer look in a text. Owns its buffers. */
export interface CandidateFinder {
  /**
   * @param fold folds the text; called only where a filler may hide a literal
   * @returns how many phrases are to be verified, since all their required literals are there: positions in
   * the book, in `phrases`. Plain phrases are not among them: their matches are in `plain`, unless the text
   * hides literals.
   */
  find(bytes: Uint8Array, from: number, to: number, fold: () => Folded): number;
  readonly phrases: Int32Array;
  readonly plain: PlainMatches;
  /** The byte of the text of the last call from which on no match of a candidate can begin. */
  beginsBefore(phrase: number): number;
  /** Whether the text of the last call may hold an aside of the machine: all its required literals are there. */
  mayHold(aside: number): boolean;
}

/** Before the places of a text would pass this, the counting begins anew. */
const MOST_PLACES = 0x7fffffff;

export function createCandidateFinder(machine: Machine): CandidateFinder {
  const { automaton, groupsOf, plainEvent, triggers, triggering, needs, always } = machine;
  const { firstAside, rarestOfAside } = machine;
  const { hides } = automaton;
  const met = new Int32Array(8192);
  const position = new Int32Array(2);
  // By group, of which many are met in every text: where the first and the last of its strings end. Places are counted on
  // from text to text, so that what was before this one is of another; and small, for the processor's cache.
  const firstEnd = new Int32Array(machine.groups);
  const lastEnd = new Int32Array(machine.groups);
  const phrases = new Int32Array(triggers.items.length + machine.plain.length + always.length);
  const plain = createPlainMatches(machine, firstAside);
  // Where the counting of this text begins, and the byte that stands for it.
  let origin = 0;
  let begin = 0;
  let textLength = 0;
  let count = 0;
  // Where a filler hides a literal, nobody knows where it ends; and where too many may, not even which are there.
  let hidden = false;
  let gaveUp = false;
  return { find, phrases, plain, beginsBefore, mayHold };

  function find(bytes: Uint8Array, from: number, to: number, fold: () => Folded): number {
    beginText(from, to);
    position[0] = from;
    position[1] = 0;
    while (position[0] < to) {
      const filled = walk(bytes, to, automaton, position, met);
      for (let i = 0; i < filled; i += 2) {
        const event = met[i]!;
        const end = met[i + 1]!;
        if (plainEvent[event] === 1 && !hidden) plain.add(event, bytes, from, end);
        note(event, end);
        const length = hides[event]!;
        if (length > 0 && !hidden) hidden = length === 1 || mayHide(bytes, from, to, end, length, automaton);
      }
    }
    if (hidden) return takeHidden(fold());
    if (count > 0) dropIncomplete();
    for (const phrase of always) phrases[count++] = phrase;
    return count;
  }

  function beginText(from: number, to: number): void {
    origin += textLength;
    begin = from;
    textLength = to - from;
    if (origin > MOST_PLACES - textLength) {
      lastEnd.fill(0);
      origin = 0;
    }
    count = 0;
    hidden = gaveUp = false;
    plain.clear();
  }

  function note(event: number, end: number): void {
    const place = origin + end - begin;
    for (let i = groupsOf.from[event]!; i < groupsOf.from[event + 1]!; i++) {
      const group = groupsOf.items[i]!;
      const before = lastEnd[group]!;
      lastEnd[group] = place;
      if (before > origin) continue;
      firstEnd[group] = place;
      if (group < triggering) trigger(group);
    }
  }

  function trigger(group: number): void {
    for (let i = triggers.from[group]!; i < triggers.from[group + 1]!; i++)
      phrases[count++] = triggers.items[i]!;
  }

  function dropIncomplete(): void {
    let kept = 0;
    for (let i = 0; i < count; i++) if (isComplete(phrases[i]!)) phrases[kept++] = phrases[i]!;
    count = kept;
  }

  /** Whether all groups are there and, as far as their first and last strings tell, one behind the other. */
  function isComplete(phrase: number): boolean {
    let reached = origin;
    for (let i = needs.from[phrase]!; i < needs.from[phrase + 1]!; i++) {
      const group = needs.items[i]!;
      if (lastEnd[group]! <= reached) return false;
      if (!hidden) reached = Math.max(reached + 1, firstEnd[group]!);
    }
    return true;
  }

  /** A match begins before the last string of its first group ends. */
  function beginsBefore(phrase: number): number {
    const first = needs.from[phrase]!;
    if (hidden || first === needs.from[phrase + 1]) return Number.POSITIVE_INFINITY;
    return lastEnd[needs.items[first]!]! - origin + begin;
  }

  function mayHold(aside: number): boolean {
    if (gaveUp) return true;
    const rarest = rarestOfAside[aside]!;
    return rarest < 0 || (lastEnd[rarest]! > origin && isComplete(firstAside + aside));
  }

  /** Looks around the fillers as well; plain phrases have to be verified then. */
  function takeHidden(text: Folded): number {
    plain.clear();
    gaveUp = !findHidden(text, automaton, (event) => note(event, begin + 1));
    if (gaveUp) {
      phrases.set(triggers.items);
      count = triggers.items.length;
    } else {
      dropIncomplete();
    }
    for (const { phrase, group } of machine.plain)
      if (gaveUp || lastEnd[group]! > origin) phrases[count++] = phrase;
    for (const phrase of always) phrases[count++] = phrase;
    return count;
  }
}
