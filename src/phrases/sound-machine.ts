import { type Automaton, buildAutomaton } from "./automaton.js";
import type { LiteralGroup } from "./literals.js";
import { soundOf, sounds } from "./sounds.js";
import { append, numbering, type Table, table } from "./tables.js";

/** What a phrase needs to be found by sound. */
export interface HeardPhrase {
  /** A match by sound holds a string of each, by sound. */
  readonly groups: readonly LiteralGroup[];
  /** How many of its characters may be heard as others. */
  readonly most: number;
}

/** The literals of the phrases that are also matched by sound, in one automaton over sounds. */
export interface SoundMachine {
  readonly automaton: Automaton;
  /** By pattern of the automaton: the literals that sound like it. */
  readonly literalsOf: Table;
  /** By literal: its folded characters, how many of them may be heard as others, and the groups that it is in. */
  readonly characters: Table;
  readonly most: Uint8Array;
  readonly groupsOf: Table;
  /** By group: the phrases that need it. By phrase (position in the book): the groups that it needs. */
  readonly phrasesOf: Table;
  readonly needs: Table;
  readonly groups: number;
}

/**
 * @param heard by phrase of the book: what it needs; null where it is not matched by sound
 * @param phrases those to take
 * @returns null where none of them is matched by sound
 */
export function buildSoundMachine(
  heard: readonly { heard(): HeardPhrase | null }[],
  phrases: readonly number[],
): SoundMachine | null {
  const taken = phrases.filter((phrase) => heard[phrase]!.heard() !== null);
  if (taken.length === 0) return null;
  const groups = numbering<LiteralGroup>((group) => group.join("\n"));
  const literals = numbering<string>((literal) => literal);
  const patterns = numbering<string>((pattern) => pattern);
  const most: number[] = [];
  const groupsOf: number[][] = [];
  const literalsOf: number[][] = [];
  const phrasesOf: number[][] = [];
  const needs: number[][] = [];
  for (const phrase of taken) {
    const { groups: needed, most: allowed } = heard[phrase]!.heard()!;
    needs[phrase] = needed.map((group) => addGroup(group, allowed));
    for (const group of needs[phrase]) append(phrasesOf, group, phrase);
  }
  return {
    automaton: buildAutomaton(patterns.all, sounds().alike),
    literalsOf: table(literalsOf, patterns.all.length),
    characters: table(literals.all.map(codesOf), literals.all.length),
    most: Uint8Array.from(most),
    groupsOf: table(groupsOf, literals.all.length),
    phrasesOf: table(phrasesOf, groups.all.length),
    needs: table(needs, heard.length),
    groups: groups.all.length,
  };

  function addGroup(group: LiteralGroup, allowed: number): number {
    const known = groups.all.length;
    const at = groups.of(group);
    for (const text of group) {
      const literal = addLiteral(text);
      most[literal] = Math.max(most[literal] ?? 0, allowed);
      if (at === known) append(groupsOf, literal, at);
    }
    return at;
  }

  function addLiteral(text: string): number {
    const known = literals.all.length;
    const literal = literals.of(text);
    if (literal === known) append(literalsOf, patterns.of(soundsOf(text)), literal);
    return literal;
  }
}

/** The text with every character replaced by the one that stands for its sound. */
function soundsOf(text: string): string {
  return String.fromCodePoint(...codesOf(text).map((code) => soundOf(sounds(), code)));
}

function codesOf(text: string): number[] {
  return [...text].map((char) => char.codePointAt(0)!);
}
