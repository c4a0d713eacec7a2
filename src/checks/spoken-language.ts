import { SPEAKER } from "../model/fields.js";

/** How much of a text is Chinese, how much is in Latin letters. */
interface Letters {
  han: number;
  latin: number;
}

/** What is spoken, turn by turn, as UTF-8. */
export interface Spoken {
  readonly turns: number;
  readonly bytes: Uint8Array;
  readonly speaker: ArrayLike<number>;
  readonly textFrom: ArrayLike<number>;
  readonly textTo: ArrayLike<number>;
}

/**
 * Letters of a word: so many of them weigh as much as one Han character, which is a syllable, and about half a word.
 * English words of conversation have four letters and a half on average.
 */
const LATIN_PER_HAN = 2;

/**
 * Whether what was said is Chinese: by the share of Han characters beside Latin letters in the agent's turns; where the
 * agent wrote neither, in the customer's. Digits and other scripts tell nothing. null: there is nothing to tell it by.
 */
export function isChinese({ turns, bytes, speaker, textFrom, textTo }: Spoken): boolean | null {
  for (const who of [SPEAKER.agent, SPEAKER.customer]) {
    const letters = { han: 0, latin: 0 };
    for (let turn = 0; turn < turns; turn++)
      if (speaker[turn] === who) countLetters(bytes, textFrom[turn]!, textTo[turn]!, letters);
    if (letters.han + letters.latin > 0) return letters.han * LATIN_PER_HAN >= letters.latin;
  }
  return null;
}

/** The same of a note, or of one utterance. */
export function isChineseText(bytes: Uint8Array): boolean | null {
  const letters = { han: 0, latin: 0 };
  countLetters(bytes, 0, bytes.length, letters);
  return letters.han + letters.latin === 0 ? null : letters.han * LATIN_PER_HAN >= letters.latin;
}

/** Han characters as text-size.ts counts them: UTF-8 sequences that begin with E4–E9 (U+4000–U+9FFF). */
function countLetters(bytes: Uint8Array, from: number, to: number, into: Letters): void {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0xe4 && byte <= 0xe9) {
      into.han += 1;
      at += 2;
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) {
      into.latin += 1;
    }
  }
}
