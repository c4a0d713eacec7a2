import { FILLER, FILLER_CHARACTERS, foldedPairs, kindOfFolded, skippedCodePoints } from "./fold.js";

/** The class of a skipped character. Classes are even, because the cells of an automaton are pairs. */
export const SKIP = 0;

/** The class of every character of a text: by UTF-16 code unit, and in two steps beyond the BMP. */
export interface ClassTable {
  readonly bmp: Uint16Array;
  /** By code point >> 8: where its 256 classes begin in `astral`. */
  readonly blocks: Uint16Array;
  readonly astral: Uint16Array;
}

const BLOCKS = 0x1100;

/**
 * Spreads the classes of folded code points over all characters that fold to them. A filler without a class
 * is skipped.
 *
 * @param other the class of the characters that are in no literal
 */
export function spreadClasses(classOf: ReadonlyMap<number, number>, other: number): ClassTable {
  const bmp = new Uint16Array(0x10000).fill(other);
  const blocks = new Uint16Array(BLOCKS);
  // The first block stands for every block that holds neither a skipped character nor one of a literal.
  const astral: number[] = new Array(256).fill(other);
  const set = (code: number, value: number) => {
    if (code < 0x10000) bmp[code] = value;
    else setAstral(blocks, astral, code, value, other);
  };
  const classOfFolded = (folded: number) =>
    classOf.get(folded) ?? ((kindOfFolded(folded) & FILLER) !== 0 ? SKIP : other);
  for (const char of FILLER_CHARACTERS) set(char.codePointAt(0)!, SKIP);
  for (const [folded, value] of classOf) set(folded, value);
  const pairs = foldedPairs();
  for (let i = 0; i < pairs.length; i += 2) {
    const value = classOfFolded(pairs[i + 1]!);
    if (value !== other) set(pairs[i]!, value);
  }
  const skipped = skippedCodePoints();
  for (let i = 0; i < skipped.length; i += 3) {
    if (skipped[i]! < 0x10000) bmp.fill(SKIP, skipped[i]!, skipped[i + 1]!);
    else for (let code = skipped[i]!; code < skipped[i + 1]!; code++) set(code, SKIP);
  }
  return { bmp, blocks, astral: Uint16Array.from(astral) };
}

function setAstral(blocks: Uint16Array, astral: number[], code: number, value: number, other: number): void {
  const block = code >> 8;
  if (blocks[block] === 0) {
    blocks[block] = astral.length;
    for (let i = 0; i < 256; i++) astral.push(other);
  }
  astral[blocks[block]! + (code & 255)] = value;
}
