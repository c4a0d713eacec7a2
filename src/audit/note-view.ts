import type { Words } from "../model/contact.js";
import { SPEAKER } from "../model/fields.js";
import { type Hit, HOWS } from "../model/turns.js";
import type { PhraseBook, PhraseScanner } from "../phrases/index.js";

/**
 * Searches notes of records as if the agent had said them, each only when somebody asks.
 *
 * @param books of two, the second is for contacts in the second of the standard's languages
 */
export function noteReader(
  books: readonly PhraseBook[],
): (text: string | null, second: boolean) => Words | null {
  const scanners = books.map((book) => book.scanner());
  return (text, second) => {
    if (text === null) return null;
    const scanner = (second ? scanners[1] : undefined) ?? scanners[0]!;
    let found: readonly (Hit & { readonly list: number })[] | null = null;
    return {
      text,
      hits: (list) => {
        found ??= scan(scanner, text);
        return found.filter((hit) => hit.list === list);
      },
    };
  };

  function scan(scanner: PhraseScanner, text: string): readonly (Hit & { readonly list: number })[] {
    const bytes = Buffer.from(text, "utf8");
    const count = scanner.scan(bytes, 0, bytes.length, SPEAKER.agent);
    const hits: (Hit & { readonly list: number })[] = [];
    for (let at = 0; at < count; at++) {
      if (scanner.hits.waived[at]! >= 0) continue;
      hits.push({
        turn: 0,
        list: scanner.hits.list[at]!,
        from: scanner.hits.from[at]!,
        to: scanner.hits.to[at]!,
        how: HOWS[scanner.hits.how[at]!]!,
        phrase: scanner.hits.phrase[at]!,
      });
    }
    return hits;
  }
}
