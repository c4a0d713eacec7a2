import { FILLER, foldCodePoint, kindOfFolded } from "./fold.js";
import type { Folded } from "./folded.js";
import { findHidden, mayHide } from "./hidden.js";
import type { SoundMachine } from "./sound-machine.js";
import { readCodePointBefore } from "./utf8.js";
import { walk } from "./walk.js";

/** Finds what may be a phrase by sound. Owns its buffers. */
export interface HeardFinder {
  /**
   * @param fold folds the text; called only where a filler may hide a literal
   * @returns how many phrases are to be verified by sound, since the text holds all their literals by sound, and at
   * least one of them with another character than is written: positions in the book, in `phrases`
   */
  find(bytes: Uint8Array, from: number, to: number, fold: () => Folded): number;
  readonly phrases: Int32Array;
}

export function createHeardFinder(machine: SoundMachine): HeardFinder {
  const { automaton, literalsOf, characters, most, groupsOf, phrasesOf, needs } = machine;
  const { hides, patterns, patternsFrom } = automaton;
  const met = new Int32Array(8192);
  const position = new Int32Array(2);
  // What was seen in this text bears its round: groups by sound (and the bytes where the first and the last of them end), and
  // groups with another character.
  const seen = new Int32Array(machine.groups);
  const firstEnd = new Int32Array(machine.groups);
  const lastEnd = new Int32Array(machine.groups);
  const differs = new Int32Array(machine.groups);
  const taken = new Int32Array(needs.from.length - 1);
  const phrases = new Int32Array(needs.from.length - 1);
  const last = new Int32Array(automaton.deepest);
  let round = 0;
  let count = 0;
  // Where a filler hides a literal, nobody knows where it ends.
  let hidden = false;
  return { find, phrases };

  function find(bytes: Uint8Array, from: number, to: number, fold: () => Folded): number {
    beginRound();
    position[0] = from;
    position[1] = 0;
    while (position[0] < to) {
      const filled = walk(bytes, to, automaton, position, met);
      for (let i = 0; i < filled; i += 2) {
        const event = met[i]!;
        const end = met[i + 1]!;
        if (patternsFrom[event] !== patternsFrom[event + 1]) compare(event, bytes, from, end);
        const length = hides[event]!;
        if (length > 0 && !hidden) hidden = length === 1 || mayHide(bytes, from, to, end, length, automaton);
      }
    }
    if (hidden && !findHidden(fold(), automaton, noteAll)) takeAll();
    let kept = 0;
    for (let i = 0; i < count; i++) if (isComplete(phrases[i]!)) phrases[kept++] = phrases[i]!;
    count = kept;
    return count;
  }

  function beginRound(): void {
    if (round === 0x7fffffff) {
      for (const rounds of [seen, differs, taken]) rounds.fill(0);
      round = 0;
    }
    round++;
    count = 0;
    hidden = false;
  }

  /** Holds the literals of the event against the characters that end at byte `end`. */
  function compare(event: number, bytes: Uint8Array, from: number, end: number): void {
    let at = end;
    let read = 0;
    for (let i = patternsFrom[event]!; i < patternsFrom[event + 1]!; i++) {
      const pattern = patterns[i]!;
      for (let j = literalsOf.from[pattern]!; j < literalsOf.from[pattern + 1]!; j++) {
        const literal = literalsOf.items[j]!;
        const begin = characters.from[literal]!;
        const length = characters.from[literal + 1]! - begin;
        while (read < length) {
          const code = readCodePointBefore(bytes, from, at);
          at -= code & 7;
          const folded = foldCodePoint(code >> 3);
          if (folded !== 0 && (kindOfFolded(folded) & FILLER) === 0) last[read++] = folded;
        }
        let others = 0;
        for (let k = 0; k < length; k++) if (last[k] !== characters.items[begin + length - 1 - k]) others++;
        if (others <= most[literal]!) note(literal, others > 0, end);
      }
    }
  }

  function note(literal: number, isOther: boolean, end: number): void {
    for (let i = groupsOf.from[literal]!; i < groupsOf.from[literal + 1]!; i++) {
      const group = groupsOf.items[i]!;
      if (seen[group] !== round) firstEnd[group] = end;
      seen[group] = round;
      lastEnd[group] = end;
      if (isOther && differs[group] !== round) takePhrasesOf(group);
    }
  }

  function takePhrasesOf(group: number): void {
    differs[group] = round;
    for (let i = phrasesOf.from[group]!; i < phrasesOf.from[group + 1]!; i++) {
      const phrase = phrasesOf.items[i]!;
      if (taken[phrase] === round) continue;
      taken[phrase] = round;
      phrases[count++] = phrase;
    }
  }

  /** Behind a filler of several characters nobody compares: any literal of the event may be there. */
  function noteAll(event: number): void {
    for (let i = patternsFrom[event]!; i < patternsFrom[event + 1]!; i++) {
      const pattern = patterns[i]!;
      for (let j = literalsOf.from[pattern]!; j < literalsOf.from[pattern + 1]!; j++)
        note(literalsOf.items[j]!, true, 0);
    }
  }

  function takeAll(): void {
    for (let group = 0; group < machine.groups; group++) {
      seen[group] = round;
      takePhrasesOf(group);
    }
  }

  /** Whether all groups are there and, as far as their first and last literals tell, one behind the other. */
  function isComplete(phrase: number): boolean {
    let reached = -1;
    for (let i = needs.from[phrase]!; i < needs.from[phrase + 1]!; i++) {
      const group = needs.items[i]!;
      if (seen[group] !== round) return false;
      if (hidden) continue;
      if (lastEnd[group]! <= reached) return false;
      reached = Math.max(reached + 1, firstEnd[group]!);
    }
    return true;
  }
}
