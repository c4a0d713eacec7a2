import { readCodePoint } from "./utf8.js";

/** Marks that end no clause between two letters or digits of one word: don't, e-mail, 10:30, example.com. */
const JOINING = new Set([..."'’.-_/@:&"].map((char) => char.codePointAt(0)!));
const COMMA = 0x2c;

/**
 * Whether the one mark `bytes[from, to)` between two letters or digits joins them. A comma joins digits only:
 * "yes,please" are two clauses, 1,000 is one number.
 */
export function joinsWord(bytes: Uint8Array, from: number, to: number, bothNumerals: number): boolean {
  const mark = readCodePoint(bytes, from, to) >> 3;
  return JOINING.has(mark) || (mark === COMMA && bothNumerals !== 0);
}
