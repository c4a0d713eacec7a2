import { type Place, UserError } from "../model/user-error.js";
import { compilePhraseBook, PhraseError } from "../phrases/index.js";
import type { PhraseListSource, SharedPhrases } from "../phrases/types.js";
import type { EffectiveStandard } from "./effective.js";
import { pathOfText } from "./unknown-names.js";
import { isRecord, type Sourced } from "./yaml-source.js";

/** Every mistake in the phrases of a standard, each once and at its place. The engine stops at the first. */
export function phraseMistakes(
  standard: EffectiveStandard,
  lists: readonly PhraseListSource[],
  shared: SharedPhrases,
): readonly UserError[] {
  const known = standard.lists.map(({ id }) => `@${id}`).join(", ");
  const found = new Map<string, UserError>();
  const attempt = (only: readonly string[]) => {
    try {
      compilePhraseBook(lists, shared, { only });
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      const { code, phrase, offset, detail, example, path } = error;
      const place = placeOf(standard, error);
      found.set(
        JSON.stringify([code, path, offset]),
        new UserError(`phrase-${code}`, { phrase, offset, detail, example, known }, place),
      );
    }
  };
  attempt([]);
  for (const { id } of lists) attempt([id]);
  return [...found.values()];
}

/** Where the phrase is written: the engine knows it by its list, the standard by its file. */
function placeOf(standard: EffectiveStandard, { path, phrase, offset }: PhraseError): Place | null {
  const [kind, which, ...rest] = path;
  if (kind === "guards") {
    const guard = standard.guards.find(({ waiver }) => waiver.id === which);
    return guard?.written.place(rest, "value", offset) ?? null;
  }
  const written =
    standard.lists.find(({ id }) => id === which)?.written ??
    standard.rules.find(({ id }) => id === String(which).split("#")[0])?.written;
  return written === undefined ? null : placeOfPhrase(written, phrase, offset);
}

function placeOfPhrase(written: Sourced, phrase: string, offset: number): Place {
  const { value } = written;
  const searched = isRecord(value) ? { ...value, examples: undefined } : value;
  return written.place(pathOfText(searched, phrase) ?? [], "value", offset);
}
