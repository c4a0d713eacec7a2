import { PhraseError, type PhrasePath } from "./errors.js";
import { createWaiverCompiler } from "./guards.js";
import { matchesEmpty, type PhraseLiterals, requiredLiterals } from "./literals.js";
import { buildMachine, type Machine } from "./machine.js";
import type { Node } from "./notation.js";
import { compileProgram, type Program } from "./program.js";
import { type CompiledRegex, compileRegex } from "./regex.js";
import { createResolver, type NamedPhrases, type Resolver } from "./resolve.js";
import { createScanner } from "./scanner.js";
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
  const compiled: CompiledBook = {
    phrases,
    lists: chosen.map((list) => ({
      agent: list.speaker !== "customer",
      customer: list.speaker !== "agent",
      soundAlike: list.soundAlike ?? false,
      waivers: waivers.ofList(list),
    })),
    machine: machineMaker(chosen, phrases),
  };
  return {
    lists: ids,
    listIndex: (id) => positions.get(id) ?? -1,
    waivers: waivers.names,
    guards: shared.guards.map(({ id }) => id),
    source: (list, phrase) => [...chosen[list]!.phrases, ...(chosen[list]!.regex ?? [])][phrase]!,
    unfiltered: phrases.flatMap(({ list, index, groups }) =>
      groups.length > 0
        ? []
        : [[ids[list]!, chosen[list]!.regex![index - chosen[list]!.phrases.length]!] as const],
    ),
    scanner: ({ allSpeakers = false } = {}) => createScanner(compiled, allSpeakers),
  };
}

/** What a scanner works with. */
export interface CompiledBook {
  readonly phrases: readonly CompiledPhrase[];
  readonly lists: readonly CompiledList[];
  /** The machine of a speaker's phrases, or null where there are none. Made once, when first asked for. */
  machine(of: "agent" | "customer" | "all"): Machine | null;
}

export interface CompiledPhrase extends PhraseLiterals {
  readonly list: number;
  /** Position in the list; raw expressions come after the phrases. */
  readonly index: number;
  /** Made when the phrase is first verified: most phrases of a standard never are. */
  readonly matcher: () => Program | CompiledRegex;
}

export interface CompiledList {
  readonly agent: boolean;
  readonly customer: boolean;
  /** Carried for the automaton over sounds, which takes its phrases from these lists. */
  readonly soundAlike: boolean;
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
    const literals = requiredLiterals(tree);
    if (literals.groups.length === 0) throw new PhraseError("no-literal", phrase, 0, path, phrase);
    return { list, index, ...literals, matcher: lazyProgram(tree) };
  });
  const expressions = (source.regex ?? []).map((expression, index) => {
    const compiled = compileRegex(expression, ["lists", source.id, "regex", index]);
    const groups = compiled.literal === null ? [] : [[compiled.literal]];
    return { list, index: source.phrases.length + index, groups, isPlain: false, matcher: () => compiled };
  });
  return [...phrases, ...expressions];
}

function lazyProgram(tree: Node): () => Program {
  let program: Program | null = null;
  return () => {
    program ??= compileProgram(tree);
    return program;
  };
}

function machineMaker(
  lists: readonly PhraseListSource[],
  phrases: readonly CompiledPhrase[],
): CompiledBook["machine"] {
  const made = new Map<string, Machine | null>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const taken = phrases.flatMap(({ list }, id) => {
      const { speaker } = lists[list]!;
      return of === "all" || speaker === "any" || speaker === of ? [id] : [];
    });
    const machine = taken.length === 0 ? null : buildMachine(phrases, taken);
    made.set(of, machine);
    return machine;
  };
}
