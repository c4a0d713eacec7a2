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
}

export function createCandidateFinder(machine: Machine): CandidateFinder {
  const { automaton, groupsOf, plainEvent, triggers, needs, always } = machine;
  const { hides } = automaton;
  const met = new Int32Array(8192);
  const position = new Int32Array(2);
  // What was seen in this text bears its round.
  const eventSeen = new Int32Array(hides.length);
  const groupSeen = new Int32Array(machine.groups);
  const phrases = new Int32Array(triggers.items.length + machine.plain.length + always.length);
  const plain = createPlainMatches(machine, needs.from.length - 1);
  let round = 0;
  let count = 0;
  return { find, phrases, plain };

  function find(bytes: Uint8Array, from: number, to: number, fold: () => Folded): number {
    beginRound();
    position[0] = from;
    position[1] = 0;
    let hidden = false;
    while (position[0] < to) {
      const filled = walk(bytes, to, automaton, position, met);
      for (let i = 0; i < filled; i += 2) {
        const event = met[i]!;
        const end = met[i + 1]!;
        if (plainEvent[event] === 1 && !hidden) plain.add(event, bytes, from, end);
        note(event);
        const length = hides[event]!;
        if (length > 0 && !hidden) hidden = length === 1 || mayHide(bytes, from, to, end, length, automaton);
      }
    }
    if (hidden) return takeHidden(fold());
    if (count > 0) dropIncomplete();
    for (const phrase of always) phrases[count++] = phrase;
    return count;
  }

  function beginRound(): void {
    if (round === 0x7fffffff) {
      eventSeen.fill(0);
      groupSeen.fill(0);
      round = 0;
    }
    round++;
    count = 0;
    plain.clear();
  }

  function note(event: number): void {
    if (eventSeen[event] === round) return;
    eventSeen[event] = round;
    for (let i = groupsOf.from[event]!; i < groupsOf.from[event + 1]!; i++) noteGroup(groupsOf.items[i]!);
  }

  function noteGroup(group: number): void {
    if (groupSeen[group] === round) return;
    groupSeen[group] = round;
    for (let i = triggers.from[group]!; i < triggers.from[group + 1]!; i++)
      phrases[count++] = triggers.items[i]!;
  }

  function dropIncomplete(): void {
    let kept = 0;
    for (let i = 0; i < count; i++) if (isComplete(phrases[i]!)) phrases[kept++] = phrases[i]!;
    count = kept;
  }

  function isComplete(phrase: number): boolean {
    for (let i = needs.from[phrase]!; i < needs.from[phrase + 1]!; i++)
      if (groupSeen[needs.items[i]!] !== round) return false;
    return true;
  }

  /** Looks around the fillers as well; plain phrases have to be verified then. */
  function takeHidden(text: Folded): number {
    plain.clear();
    const gaveUp = !findHidden(text, automaton, note);
    if (gaveUp) {
      phrases.set(triggers.items);
      count = triggers.items.length;
    } else {
      dropIncomplete();
    }
    for (const { phrase, group } of machine.plain)
      if (gaveUp || groupSeen[group] === round) phrases[count++] = phrase;
    for (const phrase of always) phrases[count++] = phrase;
    return count;
  }
}
