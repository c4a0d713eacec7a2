import { haveCommonBit, setBit } from "./bits.js";
import { kindOf, WORD } from "./fold.js";
import { endOf, type Folded } from "./folded.js";
import { readCodePoint } from "./utf8.js";

/**
 * Opening mark → closing mark. Straight quotes close themselves. 《》 names a work or a rule: its words are not
 * the agent's.
 */
const PAIRS = new Map(
  ["“”", "‘’", "「」", "『』", "《》", "〈〉", "«»", "﹁﹂", "﹃﹄", "〝〞", "＂＂", '""'].map(codes),
);
const OPENERS = new Int32Array(8);
for (const opener of PAIRS.keys()) setBit(OPENERS, opener);
const STRAIGHT = 0x22;
const APOSTROPHE = 0x2019;

/**
 * The quoted stretches of a text that ends at byte `to`: start and end in bytes from its start, ascending,
 * none inside another. Marks without a partner quote nothing, and marks around the whole turn quote nothing
 * either: some exports put every text in quotes.
 */
export function findQuotes(text: Folded, to: number): readonly number[] {
  if (!haveCommonBit(text.marks, OPENERS)) return [];
  const all = pairUp(text.bytes, text.base, to).filter(([open, close]) => !enclosesAll(text, open, close));
  all.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const outer: number[] = [];
  for (const [open, close] of all) if (open >= (outer.at(-1) ?? 0)) outer.push(open, close);
  return outer;
}

/** Whether `[from, to)` lies in one of the stretches. */
export function isQuoted(quotes: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = quotes.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle * 2]! <= from) low = middle + 1;
    else high = middle;
  }
  return low > 0 && to <= quotes[low * 2 - 1]!;
}

function pairUp(bytes: Uint8Array, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  const open: { readonly closer: number; readonly at: number }[] = [];
  // How many marks wait for each closer, so that a text full of lonely marks costs no search.
  const waiting = new Map<number, number>();
  for (let at = from; at < to; ) {
    const read = readCodePoint(bytes, at, to);
    const code = read >> 3;
    const end = at + (read & 7);
    // A quoted CSV field doubles its quotes; both together are one mark.
    const after = code === STRAIGHT && end < to && bytes[end] === STRAIGHT ? end + 1 : end;
    if ((waiting.get(code) ?? 0) > 0 && !isApostrophe(bytes, code, at, end, to)) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        waiting.set(last.closer, waiting.get(last.closer)! - 1);
        if (last.closer !== code) continue;
        found.push([last.at - from, at - from]);
        break;
      }
    } else if (PAIRS.has(code)) {
      const closer = PAIRS.get(code)!;
      open.push({ closer, at: after });
      waiting.set(closer, (waiting.get(closer) ?? 0) + 1);
    }
    at = after;
  }
  return found;
}

/** The mark of don’t is the closing mark of ‘…’. */
function isApostrophe(bytes: Uint8Array, code: number, at: number, end: number, to: number): boolean {
  if (code !== APOSTROPHE || at === 0 || end >= to) return false;
  return (kindOf(bytes[at - 1]!) & kindOf(bytes[end]!) & WORD) !== 0;
}

function enclosesAll(text: Folded, open: number, close: number): boolean {
  return text.length === 0 || (text.from[0]! >= open && endOf(text, text.length - 1) <= close);
}

function codes(pair: string): [number, number] {
  return [pair.codePointAt(0)!, pair.codePointAt(1)!];
}
