/** How much a text says. */
export interface TextSize {
  /** Han characters: in Mandarin about one syllable each. */
  han: number;
  /** Words in Latin letters, and numbers. */
  words: number;
}

/**
 * Counts a UTF-8 text without decoding it: Han characters are the sequences that begin with E4–E9 (U+4000–U+9FFF; the
 * few of extension A below that, and those beyond the basic plane, are rare in speech and left out).
 */
export function countText(bytes: Uint8Array, from: number, to: number, into: TextSize): void {
  let han = 0;
  let words = 0;
  let inWord = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0xe4 && byte <= 0xe9) {
      han += 1;
      inWord = false;
      at += 2;
    } else if (isWordByte(byte)) {
      if (!inWord) words += 1;
      inWord = true;
    } else if (byte !== APOSTROPHE && !isContinuation(byte)) {
      inWord = false;
    }
  }
  into.han = han;
  into.words = words;
}

const APOSTROPHE = 0x27;

/** A byte inside a character: whatever the character is, its first byte has said. */
function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Letters and digits, and bytes of accented letters. */
function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0xc3 && byte <= 0xca)
  );
}
