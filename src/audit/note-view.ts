import type { Words } from "../model/contact.js";
import { SPEAKER } from "../model/fields.js";
import { type Hit, HOWS } from "../model/turns.js";
import type { PhraseBook } from "../phrases/index.js";

/** Searches notes of records as if the agent had said them, each only when somebody asks. */
export function noteReader(book: PhraseBook): (text: string | null) => Words | null {
  const scanner = book.scanner();
  return (text) => {
    if (text === null) return null;
    let found: readonly (Hit & { readonly list: number })[] | null = null;
    return {
      text,
      hits: (list) => {
        found ??= scan(text);
        return found.filter((hit) => hit.list === list);
      },
    };
  };

  function scan(text: string): readonly (Hit & { readonly list: number })[] {
    const bytes = Buffer.from(text, "utf8");
    const count = scanner.scan(bytes, 0, bytes.length, SPEAKER.agent);
    const hits: (Hit & { readonly list: number })[] = [];
    for (let at = 0; at < count; at++) {
      if (scanner.hitWaived[at]! >= 0) continue;
      hits.push({
        turn: 0,
        list: scanner.hitList[at]!,
        from: scanner.hitFrom[at]!,
        to: scanner.hitTo[at]!,
        how: HOWS[scanner.hitHow[at]!]!,
        phrase: scanner.hitPhrase[at]!,
      });
    }
    return hits;
  }
}
