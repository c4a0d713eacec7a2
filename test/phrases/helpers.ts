import { SPEAKER } from "../../src/model/fields.js";
import { HOWS } from "../../src/model/turns.js";
import {
  compilePhraseBook,
  type GuardSource,
  type PhraseBook,
  type PhraseListSource,
  type PhraseScanner,
  type Waiver,
} from "../../src/phrases/index.js";

export interface FoundHit {
  readonly id: string;
  readonly phrase: string;
  readonly quote: string;
  /** In UTF-16 units, so that a test can count characters. */
  readonly from: number;
  readonly how: string;
  readonly waived: string | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Scans a text that stands in the middle of a buffer, as it does in a file. */
export function scanText(
  book: PhraseBook,
  scanner: PhraseScanner,
  text: string,
  speaker: number = SPEAKER.agent,
): FoundHit[] {
  const before = encoder.encode("不了，");
  const bytes = encoder.encode(`不了，${text}处理`);
  const from = before.length;
  const to = bytes.length - 6;
  const count = scanner.scan(bytes, from, to, speaker);
  return Array.from({ length: count }, (_, i) => {
    const list = scanner.hits.list[i]!;
    const waived = scanner.hits.waived[i]!;
    return {
      id: book.lists[list]!,
      phrase: book.source(list, scanner.hits.phrase[i]!),
      quote: decoder.decode(bytes.subarray(from + scanner.hits.from[i]!, from + scanner.hits.to[i]!)),
      from: decoder.decode(bytes.subarray(from, from + scanner.hits.from[i]!)).length,
      how: HOWS[scanner.hits.how[i]!]!,
      waived: waived < 0 ? null : book.waivers[waived]!,
    };
  });
}

export function agentList(
  phrases: readonly string[],
  more: Partial<PhraseListSource> = {},
): PhraseListSource {
  return { id: "list", phrases, speaker: "agent", ...more };
}

export function bookOf(
  phrases: readonly string[],
  named: Readonly<Record<string, readonly string[]>> = {},
): PhraseBook {
  return compilePhraseBook([agentList(phrases)], { named, guards: [] });
}

/** Quotes of all hits of the phrases in an agent's turn. */
export function quotes(
  phrases: string | readonly string[],
  text: string,
  named: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  const book = bookOf(typeof phrases === "string" ? [phrases] : phrases, named);
  return scanText(book, book.scanner(), text).map(({ quote }) => quote);
}

/** Quote and waiver of all hits. */
export function judged(
  phrases: readonly string[],
  waivers: { readonly unless?: readonly Waiver[]; readonly guards?: readonly GuardSource[] },
  text: string,
): [string, string | null][] {
  const guards = waivers.guards ?? [];
  const book = compilePhraseBook(
    [agentList(phrases, { unless: waivers.unless ?? [], guards: guards.map(({ id }) => id) })],
    { named: {}, guards },
  );
  return scanText(book, book.scanner(), text).map(({ quote, waived }) => [quote, waived]);
}
