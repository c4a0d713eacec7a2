import { PhraseError, type PhrasePath } from "./errors.js";
import { matchesEmpty, requiredLiterals } from "./literals.js";
import { once } from "./once.js";
import { compileProgram } from "./program.js";
import type { Resolver } from "./resolve.js";
import type { GuardSource, PhraseListSource, Waiver } from "./types.js";
import type { CompiledWaiver, WaiverPhrase } from "./waivers.js";

/** Compiles waivers and hands out the shared guards by id. */
export interface WaiverCompiler {
  /** The list's own waivers, then the guards it names. Throws PhraseError. */
  ofList(list: PhraseListSource): readonly CompiledWaiver[];
  /** Ids of all waivers met so far; `CompiledWaiver.name` is a position here. */
  readonly names: readonly string[];
}

/** The waiver that a scanner of all speakers gives to hits of the wrong one. Its name is 0. */
export const WRONG_SPEAKER = "speaker";

export function createWaiverCompiler(guards: readonly GuardSource[], resolver: Resolver): WaiverCompiler {
  const names = [WRONG_SPEAKER];
  let phrases = 0;
  const shared = new Map(guards.map((guard) => [guard.id, compile(guard, ["guards", guard.id])]));
  return {
    names,
    ofList(list) {
      const own = (list.unless ?? []).map((waiver, at) => compile(waiver, ["lists", list.id, "unless", at]));
      const named = (list.guards ?? []).map((id, at) => {
        const guard = shared.get(id);
        if (guard === undefined)
          throw new PhraseError("unknown-guard", id, 0, ["lists", list.id, "guards", at], id);
        return guard;
      });
      return [...own, ...named];
    },
  };

  function compile(waiver: Waiver, path: PhrasePath): CompiledWaiver {
    const known = names.indexOf(waiver.id);
    const name = known >= 0 ? known : names.push(waiver.id) - 1;
    if ("quoted" in waiver) return { name, quoted: true };
    return {
      name,
      quoted: false,
      where: waiver.where,
      within: waiver.within ?? "clause",
      phrases: waiver.phrases.map((phrase, at) => compilePhrase(phrase, [...path, "phrases", at])),
    };
  }

  function compilePhrase(phrase: string, path: PhrasePath): WaiverPhrase {
    const tree = resolver.resolve(phrase, path);
    if (matchesEmpty(tree)) throw new PhraseError("matches-empty", phrase, 0, path, phrase);
    return {
      id: phrases++,
      literals: once(() => requiredLiterals(tree)),
      program: once(() => compileProgram(tree)),
    };
  }
}
