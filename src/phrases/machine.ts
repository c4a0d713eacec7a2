import { type Automaton, buildAutomaton } from "./automaton.js";
import type { LiteralGroup, PhraseLiterals } from "./literals.js";
import { append, numbering, type Table, table } from "./tables.js";

/** What the phrases of one kind of speaker need: their literals in one automaton, and what each tells. */
export interface Machine {
  readonly automaton: Automaton;
  /** By pattern of the automaton: its folded characters, and the plain phrases that it is a match of. */
  readonly characters: Table;
  readonly plainOf: Table;
  /**
   * By event of the automaton: the groups of which a string ends there, and 1 where one is a match of a plain
   * phrase.
   */
  readonly groupsOf: Table;
  readonly plainEvent: Uint8Array;
  /** By group: the phrases that it makes worth verifying, if their other groups are in the text as well. */
  readonly triggers: Table;
  /** The groups below this one have such phrases. */
  readonly triggering: number;
  /** By phrase (position in the book), and behind them by aside: the groups that must be there, in this order. */
  readonly needs: Table;
  /** Where the asides begin in `needs`. */
  readonly firstAside: number;
  /** By aside: its rarest group, -1 where it needs none. Most asides are in no text, and this tells so at once. */
  readonly rarestOfAside: Int32Array;
  readonly groups: number;
  /** Plain phrases and their one group: they are verified only where a filler hides a literal. */
  readonly plain: readonly { readonly phrase: number; readonly group: number }[];
  /** Phrases without a literal (raw expressions): verified in every text. */
  readonly always: readonly number[];
}

/**
 * @param literals of all phrases of the book
 * @param phrases those to take
 * @param asides literals of what nobody looks for by itself, but may ask about: see `CandidateFinder.mayHold`
 */
export function buildMachine(
  literals: readonly { literals(): PhraseLiterals }[],
  phrases: readonly number[],
  asides: readonly (PhraseLiterals | undefined)[] = [],
): Machine {
  const groups = numbering<LiteralGroup>((group) => group.join("\n"));
  const patterns = numbering<string>((pattern) => pattern);
  const triggers: number[][] = [];
  const needs: number[][] = [];
  const groupsOf: number[][] = [];
  const plainOf: number[][] = [];
  const plain: { phrase: number; group: number }[] = [];
  const always: number[] = [];
  for (const phrase of phrases) {
    const { groups: all, rarest, isPlain } = literals[phrase]!.literals();
    if (all.length === 0) always.push(phrase);
    else if (!isPlain) append(triggers, add(all[rarest]!), phrase);
  }
  const triggering = groups.all.length;
  for (const phrase of phrases) {
    const { groups: all, isPlain } = literals[phrase]!.literals();
    if (!isPlain) {
      needs[phrase] = all.map(add);
      continue;
    }
    plain.push({ phrase, group: add(all[0]!) });
    for (const literal of all[0]!) append(plainOf, patterns.of(literal), phrase);
  }
  const rarestOfAside = new Int32Array(asides.length).fill(-1);
  asides.forEach((aside, at) => {
    if (aside === undefined || aside.groups.length === 0) return;
    needs[literals.length + at] = aside.groups.map(add);
    rarestOfAside[at] = needs[literals.length + at]![aside.rarest]!;
  });
  const automaton = buildAutomaton(patterns.all);
  const endings = patternsByEvent(automaton);
  return {
    automaton,
    characters: table(
      patterns.all.map((pattern) => [...pattern].map((char) => char.codePointAt(0)!)),
      patterns.all.length,
    ),
    plainOf: table(plainOf, patterns.all.length),
    groupsOf: table(
      endings.map((ending) =>
        ending.length === 1
          ? groupsOf[ending[0]!]
          : [...new Set(ending.flatMap((pattern) => groupsOf[pattern] ?? []))],
      ),
      automaton.hides.length,
    ),
    plainEvent: Uint8Array.from(endings, (ending) =>
      ending.some((pattern) => plainOf[pattern] !== undefined) ? 1 : 0,
    ),
    triggers: table(triggers, triggering),
    triggering,
    needs: table(needs, literals.length + asides.length),
    firstAside: literals.length,
    rarestOfAside,
    groups: groups.all.length,
    plain,
    always,
  };

  function add(group: LiteralGroup): number {
    const known = groups.all.length;
    const at = groups.of(group);
    if (at === known) for (const literal of group) append(groupsOf, patterns.of(literal), at);
    return at;
  }
}

function patternsByEvent({ patternsFrom, patterns }: Automaton): number[][] {
  return Array.from({ length: patternsFrom.length - 1 }, (_, event) =>
    Array.from(patterns.subarray(patternsFrom[event], patternsFrom[event + 1])),
  );
}
