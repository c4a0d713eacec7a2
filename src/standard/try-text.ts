import { isChineseText } from "../checks/spoken-language.js";
import { SPEAKERS, type Speaker } from "../model/fields.js";
import { HOWS, type How } from "../model/turns.js";
import type { PhraseBook, PhraseScanner } from "../phrases/index.js";

export interface Utterance {
  readonly id: string;
  readonly speaker: Speaker;
  readonly text: string;
}

export interface TriedUtterance extends Utterance {
  readonly hits: readonly TriedHit[];
}

/** One place where a phrase of a rule or of a named list occurs. Offsets are UTF-16 units of the text, end exclusive. */
interface TriedHit {
  /** Id of the rule or list. */
  readonly id: string;
  readonly quote: string;
  readonly from: number;
  readonly to: number;
  readonly how: How;
  /** What made it innocent: a guard, a waiver of its own, or `speaker`. null: it counts. */
  readonly waived: string | null;
}

/**
 * What `standard try` shows: which phrases of which lists each text hits, waived hits included. The books should hold
 * all lists (`compileStandard` with `lists: "all"`); of two, the second is for texts that are not Chinese.
 */
export function tryTexts(
  books: readonly PhraseBook[],
  utterances: Iterable<Utterance>,
): readonly TriedUtterance[] {
  const tried = books.map((book) => ({ book, scanner: book.scanner({ allSpeakers: true }) }));
  return Array.from(utterances, (utterance) => {
    const second = isChineseText(ENCODER.encode(utterance.text)) === false;
    const { book, scanner } = (second ? tried[1] : undefined) ?? tried[0]!;
    return { ...utterance, hits: hitsOf(book, scanner, utterance) };
  });
}

function hitsOf(book: PhraseBook, scanner: PhraseScanner, { speaker, text }: Utterance): readonly TriedHit[] {
  const bytes = ENCODER.encode(text);
  const count = scanner.scan(bytes, 0, bytes.length, SPEAKERS.indexOf(speaker));
  const unit = (byte: number) => DECODER.decode(bytes.subarray(0, byte)).length;
  return Array.from({ length: count }, (_, at): TriedHit => {
    const from = unit(scanner.hits.from[at]!);
    const to = unit(scanner.hits.to[at]!);
    const waived = scanner.hits.waived[at]!;
    return {
      id: book.lists[scanner.hits.list[at]!]!,
      quote: text.slice(from, to),
      from,
      to,
      how: HOWS[scanner.hits.how[at]!]!,
      waived: waived === -1 ? null : book.waivers[waived]!,
    };
  });
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
