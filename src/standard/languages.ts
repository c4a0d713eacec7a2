import { sha256Of } from "./canonical.js";
import type { EffectiveStandard } from "./effective.js";
import type { Layer, Reference } from "./layers.js";
import { entriesOf, mapOf, type Sourced } from "./yaml-source.js";

/** The languages of contacts, the leading one first: what a rule of both is called is taken from it. */
export const LANGUAGES = ["zh", "en"] as const;

/** What `--standard auto` stands for: the built-in standards of both languages. */
const AUTO = ["service-handbook", "service-handbook-en"];

export function byName(references: readonly Reference[]): readonly Reference[] {
  return references.flatMap((reference) =>
    reference.name === "auto" ? AUTO.map((name) => ({ ...reference, name })) : [reference],
  );
}

/**
 * The layers of each language that the standards given are in, whatever their order: a standard is in the language that
 * it names, else in that of what it extends; one that names none belongs to them all. One list where there is one.
 */
export function layersByLanguage(chains: readonly (readonly Layer[])[]): readonly (readonly Layer[])[] {
  const named = chains.map((chain) => chain.findLast(({ language }) => language !== null)?.language ?? null);
  const found = LANGUAGES.filter((language) => named.includes(language));
  if (found.length < 2) return [unique(chains.flat())];
  return found.map((language) =>
    unique(chains.filter((_, at) => named[at] === language || named[at] === null).flat()),
  );
}

/** Two standards as one: each contact is judged by one of them, and a rule that both have counts once. */
export function sideBySide(languages: readonly EffectiveStandard[]): EffectiveStandard {
  const [first, second] = languages;
  const own = new Set(first!.rules.map(({ id }) => id));
  const rules = [...first!.rules, ...second!.rules.filter(({ id }) => !own.has(id))];
  return {
    ...first!,
    name: languages.map(({ name }) => name).join(" | "),
    version: languages.map(({ version }) => version).join(" | "),
    sha256: sha256Of(languages.map(({ sha256 }) => sha256)),
    rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    languages,
  };
}

/** A config's changes without those of the rules for which the test holds. */
export function withoutRules(leaves: (id: string) => boolean): (change: Sourced) => Sourced {
  return (change) =>
    mapOf(
      entriesOf(change).filter(([id]) => !leaves(id)),
      change,
    );
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
