import { type Contact, MARKS } from "../model/contact.js";
import { because, NOT_APPLICABLE } from "../model/verdict.js";
import type { AllContacts, CompiledCheck, Measure } from "./check.js";

const OTHER = because(NOT_APPLICABLE, "other-language");

/**
 * One rule in two languages: a contact is judged by that of the language of its words, and is not applicable where the
 * rule has none for it. What does not look at words is the same in any language: the first judges it.
 *
 * @param first the rule in the leading language of the standard; null where only the other has it. Never both null.
 */
export function inLanguages(first: CompiledCheck | null, second: CompiledCheck | null): CompiledCheck {
  const main = (first ?? second)!;
  if (!looksAtWords(main) || (first !== null && second !== null && first.stage !== second.stage)) return main;
  const of = ({ marks }: Contact) => (((marks ?? 0) & MARKS.second) === 0 ? first : second);
  const both = [first, second].filter((check) => check !== null);
  return {
    ...main,
    reads: union(both.map(({ reads }) => reads)),
    ...(both.every(({ readsWithoutTurns }) => readsWithoutTurns === undefined)
      ? {}
      : { readsWithoutTurns: union(both.map((check) => check.readsWithoutTurns ?? check.reads)) }),
    judge: (contact) => of(contact)?.judge(contact) ?? OTHER,
    findings: (contact) => of(contact)?.findings(contact) ?? [],
    due: (contact) => of(contact)?.due?.(contact) ?? Number.NaN,
    ...(main.measure === undefined ? {} : { measure: measureOf(main.measure, of) }),
    ...(main.grouping === undefined
      ? {}
      : {
          grouping: { ...main.grouping, add: (contact, into) => of(contact)?.grouping?.add(contact, into) },
        }),
    ...(main.classify === undefined
      ? {}
      : { classify: (contact: Contact) => of(contact)?.classify?.(contact) ?? null }),
    ...(main.prepare === undefined
      ? {}
      : {
          prepare: (all: AllContacts) => {
            for (const check of both) check.prepare?.(all);
          },
        }),
    ...(main.collect === undefined
      ? {}
      : { collect: (contact: Contact) => of(contact)?.collect?.(contact) ?? [] }),
    ...(main.promises === undefined
      ? {}
      : { promises: (contact: Contact) => of(contact)?.promises?.(contact) ?? [] }),
  };
}

function looksAtWords({ stage, reads }: CompiledCheck): boolean {
  return stage !== "fields" && reads.includes("text");
}

/** Numbers in another unit (words a minute beside characters a minute) are not mixed: those of the first are reported. */
function measureOf(main: Measure, of: (contact: Contact) => CompiledCheck | null): Measure {
  const alike = (contact: Contact) => {
    const measure = of(contact)?.measure;
    return measure?.unit === main.unit ? measure : undefined;
  };
  return {
    ...main,
    of: (contact) => alike(contact)?.of(contact) ?? Number.NaN,
    source: (contact) => alike(contact)?.source(contact) ?? -1,
  };
}

function union<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())];
}
