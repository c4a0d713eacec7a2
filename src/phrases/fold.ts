import { PAIRS, SKIPPED } from "./fold-table.js";

/**
 * What ends between two kept characters: nothing, a clause (any punctuation), or a sentence (which also ends
 * a clause).
 */
export const NO_EDGE = 0;
export const CLAUSE_EDGE = 1;
export const SENTENCE_EDGE = 2;

/** Kinds of kept characters, as bits. */
export const FILLER = 1;
export const WORD = 2;
export const NUMERAL = 4;
/** The character may be the last, or the first, of a filler of several characters. */
export const CLOSES_FILLER = 8;
export const OPENS_FILLER = 16;

/**
 * Hesitations and particles that never hide a phrase. Left out on purpose: 额 (金额), 恩 (感恩), 吧 (a guess), 吗, 了,
 * 唔 (Cantonese "not": 搞唔掂 must not read as 搞掂).
 */
export const FILLER_CHARACTERS = "呃嗯欸诶啊呀哦噢喔哎唉哈呢嘛嗳";

/** Skipped as a whole, where no punctuation stands inside them. */
export const FILLER_WORDS: readonly string[] = ["那个", "这个", "就是说", "然后"];

/** What `#` takes: Arabic digits (of any width, after folding) and Chinese numerals. */
export const NUMERALS = "0123456789零〇一二两三四五六七八九十百千万半几";

/** Latin letters, plain and beyond ASCII, and Arabic digits: the characters of which words are made. */
const WORD_RANGES = [
  [0x30, 0x39],
  [0x61, 0x7a],
  [0xdf, 0xf6],
  [0xf8, 0x24f],
  [0x1e00, 0x1eff],
] as const;

const LAST_BMP = 0xffff;
const LAST_CODE_POINT = 0x10ffff;

const astralFold = new Map<number, number>();
/**
 * Folded characters beyond the BMP that a BMP character folds to: FOLDS holds 0xD800 + their position here.
 */
const astralTargets: number[] = [];
const skippedRanges: number[] = [];
const pairs: number[] = [];

/**
 * By UTF-16 code unit: the folded character in the low 16 bits (0 where it is skipped, a surrogate for one
 * beyond the BMP), above them the edge of a skipped character or the kind bits of a kept one. For loops that
 * cannot afford a call.
 */
export const FOLDS = new Int32Array(LAST_BMP + 1);

for (let code = 0; code <= LAST_BMP; code++) FOLDS[code] = code;
setKinds();
unpackPairs();
unpackSkipped();

/** The folded code point, or 0 where folding skips the character, as it does everything beyond Unicode. */
export function foldCodePoint(code: number): number {
  if (code > LAST_CODE_POINT) return 0;
  if (code > LAST_BMP) return skippedIndex(code) < 0 ? (astralFold.get(code) ?? code) : 0;
  const folded = FOLDS[code]! & LAST_BMP;
  return folded >= 0xd800 && folded < 0xe000 ? astralTargets[folded - 0xd800]! : folded;
}

/** The edge (NO_EDGE, CLAUSE_EDGE, SENTENCE_EDGE) of a skipped character, or the kind bits of a kept one. */
export function kindOf(code: number): number {
  if (code <= LAST_BMP) return FOLDS[code]! >> 16;
  const index = skippedIndex(code);
  if (index >= 0) return skippedRanges[index + 2]!;
  return kindOfFolded(foldCodePoint(code));
}

/** Kind bits of a folded code point. */
export function kindOfFolded(folded: number): number {
  return folded <= LAST_BMP ? FOLDS[folded]! >> 16 : 0;
}

/**
 * Every range of skipped code points, as start, end (exclusive), edge, ascending. For building class tables.
 */
export function skippedCodePoints(): readonly number[] {
  return skippedRanges;
}

/** Every character that folds to another one, followed by that one. For building class tables. */
export function foldedPairs(): readonly number[] {
  return pairs;
}

/** Kinds of the characters that fold to themselves; `unpackPairs` gives them to those that fold to them. */
function setKinds(): void {
  const add = (code: number, bit: number) => {
    FOLDS[code]! |= bit << 16;
  };
  for (const char of FILLER_CHARACTERS) add(char.codePointAt(0)!, FILLER);
  for (const word of FILLER_WORDS) {
    add(word.codePointAt(0)!, OPENS_FILLER);
    add(word.codePointAt(word.length - 1)!, CLOSES_FILLER);
  }
  for (const char of NUMERALS) add(char.codePointAt(0)!, NUMERAL);
  for (const [first, last] of WORD_RANGES) for (let code = first; code <= last; code++) add(code, WORD);
}

function unpackPairs(): void {
  const numbers = unpack(PAIRS);
  let from = 0;
  let to = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    from += numbers[i]!;
    const change = numbers[i + 1]!;
    to += change & 1 ? -(change + 1) / 2 : change / 2;
    if (from > LAST_BMP) astralFold.set(from, to);
    else FOLDS[from] = to > LAST_BMP ? 0xd800 + astralTargets.push(to) - 1 : FOLDS[to]!;
    pairs.push(from, to);
  }
}

function unpackSkipped(): void {
  const numbers = unpack(SKIPPED);
  let from = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    from += numbers[i]!;
    const value = numbers[i + 1]!;
    const end = from + (value >> 2);
    skippedRanges.push(from, end, value & 3);
    if (from <= LAST_BMP) FOLDS.fill((value & 3) << 16, from, end);
  }
}

/** Position in `skippedRanges` of the range that holds the code point, or -1. */
function skippedIndex(code: number): number {
  let low = 0;
  let high = skippedRanges.length / 3 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < skippedRanges[middle * 3]!) high = middle - 1;
    else if (code >= skippedRanges[middle * 3 + 1]!) low = middle + 1;
    else return middle * 3;
  }
  return -1;
}

/** Reads base64 of varints. */
function unpack(packed: string): number[] {
  const bytes = atob(packed);
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    numbers.push(value);
    value = shift = 0;
  }
  return numbers;
}
