import { PhraseError, type PhrasePath } from "./errors.js";
import { createWaiverCompiler } from "./guards.js";
import {
  heardLiterals,
  holdsLiteral,
  matchesEmpty,
  mostSounds,
  type PhraseLiterals,
  requiredLiterals,
} from "./literals.js";
import { buildMachine, type Machine } from "./machine.js";
import type { Node } from "./notation.js";
import { once } from "./once.js";
import { compileProgram, type Program } from "./program.js";
import { type CompiledRegex, compileRegex } from "./regex.js";
import { createResolver, type NamedPhrases, type Resolver } from "./resolve.js";
import { createScanner } from "./scanner.js";
import { buildSoundMachine, type HeardPhrase, type SoundMachine } from "./sound-machine.js";
import { CHARACTERS_PER_HEARD, MOST_HEARD, soundProgram } from "./sound-program.js";
import { sounds } from "./sounds.js";
import type { PhraseListSource, PhraseScanner, SharedPhrases } from "./types.js";
import type { CompiledWaiver } from "./waivers.js";

/** All phrases of a standard, ready to be found in one walk. */
export interface PhraseBook {
  /** Ids of the lists, in the order given. */
  readonly lists: readonly string[];
  /** Position of a list, -1 where the book has none of that id. */
  listIndex(id: string): number;
  /** Ids of everything that can waive a hit: "speaker", then the lists' own waivers and the guards. */
  readonly waivers: readonly string[];
  /** Ids of the shared guards. */
  readonly guards: readonly string[];
  /** A phrase or raw expression as it was written. */
  source(list: number, phrase: number): string;
  /**
   * Raw expressions without a literal, as [list id, expression]: they are tried on every turn, so they cost.
   */
  readonly unfiltered: readonly (readonly [string, string])[];
  /**
   * A scanner with buffers of its own. With `allSpeakers` every list is matched in every text, and hits that
   * the text's speaker rules out are waived by "speaker".
   */
  scanner(options?: { readonly allSpeakers?: boolean }): PhraseScanner;
}

/**
 * Compiles lists of phrases. Throws PhraseError for the first mistake.
 *
 * @param options `only`: the ids of the lists to match. The others may still be used by name, as `@id`.
 */
export function compilePhraseBook(
  lists: readonly PhraseListSource[],
  shared: SharedPhrases,
  options: { readonly only?: readonly string[] } = {},
): PhraseBook {
  const resolver = createResolver(namedPhrases(lists, shared));
  for (const name of Object.keys(shared.named)) resolver.check(name);
  const waivers = createWaiverCompiler(shared.guards, resolver);
  const only = options.only === undefined ? null : new Set(options.only);
  const chosen = lists.filter(({ id }) => only === null || only.has(id));
  const phrases = chosen.flatMap((list, index) => phrasesOf(list, index, resolver));
  const ids = chosen.map(({ id }) => id);
  const positions = new Map(ids.map((id, index) => [id, index]));
  const compiledLists = chosen.map((list) => ({
    agent: list.speaker !== "customer",
    customer: list.speaker !== "agent",
    waivers: waivers.ofList(list),
  }));
  const compiled: CompiledBook = {
    phrases,
    lists: compiledLists,
    machines: machineMaker(compiledLists, phrases),
  };
  return {
    lists: ids,
    listIndex: (id) => positions.get(id) ?? -1,
    waivers: waivers.names,
    guards: shared.guards.map(({ id }) => id),
    source: (list, phrase) => [...chosen[list]!.phrases, ...(chosen[list]!.regex ?? [])][phrase]!,
    unfiltered: phrases.flatMap(({ list, index, literals }) => {
      const expression = chosen[list]!.regex?.[index - chosen[list]!.phrases.length];
      return expression === undefined || literals().groups.length > 0
        ? []
        : [[ids[list]!, expression] as const];
    }),
    scanner: ({ allSpeakers = false } = {}) => createScanner(compiled, allSpeakers),
  };
}

/** What a scanner works with. */
export interface CompiledBook {
  readonly phrases: readonly CompiledPhrase[];
  readonly lists: readonly CompiledList[];
  /** The machines of a speaker's phrases, or null where there are none. Made once, when first asked for. */
  machines(of: "agent" | "customer" | "all"): Machines | null;
}

export interface Machines {
  readonly written: Machine;
  /** null where no phrase is also matched by sound. */
  readonly heard: SoundMachine | null;
}

/** What it needs beyond its place is made when it is first asked for: a call log has no text, and asks for nothing. */
export interface CompiledPhrase {
  readonly list: number;
  /** Position in the list; raw expressions come after the phrases. */
  readonly index: number;
  readonly literals: () => PhraseLiterals;
  /** Made when the phrase is first verified: most phrases of a standard never are. */
  readonly matcher: () => Program | CompiledRegex;
  /** null where it is not matched by sound. */
  readonly heard: () => (HeardPhrase & { readonly program: () => Program }) | null;
}

export interface CompiledList {
  readonly agent: boolean;
  readonly customer: boolean;
  readonly waivers: readonly CompiledWaiver[];
}

function namedPhrases(
  lists: readonly PhraseListSource[],
  shared: SharedPhrases,
): ReadonlyMap<string, NamedPhrases> {
  const named = new Map<string, NamedPhrases>();
  for (const [name, phrases] of Object.entries(shared.named))
    named.set(name, { phrases, path: ["named", name] });
  for (const { id, phrases } of lists) {
    if (named.has(id)) throw new PhraseError("duplicate-list", id, 0, ["lists", id], id);
    named.set(id, { phrases, path: ["lists", id, "phrases"] });
  }
  return named;
}

function phrasesOf(source: PhraseListSource, list: number, resolver: Resolver): CompiledPhrase[] {
  const phrases = source.phrases.map((phrase, index) => {
    const path: PhrasePath = ["lists", source.id, "phrases", index];
    const tree = resolver.resolve(phrase, path);
    if (matchesEmpty(tree)) throw new PhraseError("matches-empty", phrase, 0, path, phrase);
    if (!holdsLiteral(tree)) throw new PhraseError("no-literal", phrase, 0, path, phrase);
    const matcher = once(() => compileProgram(tree));
    return {
      list,
      index,
      literals: once(() => requiredLiterals(tree)),
      matcher,
      heard: source.soundAlike === true ? once(() => heardPhrase(tree, matcher)) : () => null,
    };
  });
  const expressions = (source.regex ?? []).map((expression, index) => {
    const compiled = compileRegex(expression, ["lists", source.id, "regex", index]);
    const literals = {
      groups: compiled.literal === null ? [] : [[compiled.literal]],
      rarest: 0,
      isPlain: false,
    };
    return {
      list,
      index: source.phrases.length + index,
      literals: () => literals,
      matcher: () => compiled,
      heard: () => null,
    };
  });
  return [...phrases, ...expressions];
}

/** A phrase with fewer than three Chinese characters, or none of two together, is not matched by sound. */
function heardPhrase(tree: Node, matcher: () => Program): ReturnType<CompiledPhrase["heard"]> {
  const { first } = sounds();
  const most = Math.min(MOST_HEARD, Math.floor(mostSounds(tree, first) / CHARACTERS_PER_HEARD));
  const groups = heardLiterals(tree, first);
  if (most === 0 || groups.length === 0) return null;
  return { groups, most, program: once(() => soundProgram(matcher())) };
}

function machineMaker(
  lists: readonly CompiledList[],
  phrases: readonly CompiledPhrase[],
): CompiledBook["machines"] {
  const made = new Map<string, Machines | null>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const isTaken = (list: CompiledList) => of === "all" || list[of];
    const taken = phrases.flatMap(({ list }, id) => (isTaken(lists[list]!) ? [id] : []));
    const machines =
      taken.length === 0
        ? null
        : {
            written: buildMachine(phrases, taken, waiverLiterals(lists.filter(isTaken))),
            heard: buildSoundMachine(phrases, taken),
          };
    made.set(of, machines);
    return machines;
  };
}

/** By id of the waivers' phrases; none for those that only other lists have. */
function waiverLiterals(lists: readonly CompiledList[]): readonly (PhraseLiterals | undefined)[] {
  const literals: PhraseLiterals[] = [];
  for (const waiver of new Set(lists.flatMap((list) => list.waivers)))
    if (!waiver.quoted) for (const phrase of waiver.phrases) literals[phrase.id] = phrase.literals();
  return literals;
}
