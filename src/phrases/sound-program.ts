import { ACCEPT, CHAR, completeProgram, DEAD, NUMBER, type Program, SOUND, SPLIT } from "./program.js";
import { sounds } from "./sounds.js";

/** At most so many characters of a match are heard instead of written, … */
export const MOST_HEARD = 2;
/** … and at most one in so many. */
export const CHARACTERS_PER_HEARD = 3;

/**
 * The phrase by sound: a program that accepts where the phrase would, if one or two of its Chinese characters were
 * others that sound the same, and at least three times as many of the match are characters of the phrase (a gap's
 * and a number's do not count). No two in a row: where a whole word sounds like another (钢材, 刚才), it is that one. What
 * stands as written it does not accept.
 *
 * Its states are those of the phrase, each once for every count of characters taken and of those heard that can be
 * there, and for what came last: a product, at most 42 times as large, in which the matcher stays linear.
 */
export function soundProgram(written: Program): Program {
  const { first } = sounds();
  const wiring: Drafted = { op: [], code: [], raw: [], next: [], other: [] };
  const places = new Map<number, number>();
  const open: Place[] = [];
  const start = place(written.start, 0, 0, false);
  for (let at = open.pop(); at !== undefined; at = open.pop()) fill(at);
  return completeProgram({
    size: wiring.op.length,
    start,
    op: Uint8Array.from(wiring.op),
    code: Int32Array.from(wiring.code),
    raw: Int32Array.from(wiring.raw),
    next: Int32Array.from(wiring.next),
    other: Int32Array.from(wiring.other),
  });

  /** The state of the product, made when first asked for. */
  function place(state: number, taken: number, heard: number, justHeard: boolean): number {
    if (state < 0) return state;
    const counts = (state * (ENOUGH + 1) + taken) * (MOST_HEARD + 1) + heard;
    const key = counts * 2 + (justHeard ? 1 : 0);
    const known = places.get(key);
    if (known !== undefined) return known;
    const made = add(DEAD, -1, 0);
    places.set(key, made);
    open.push({ made, state, taken, heard, justHeard });
    return made;
  }

  function add(op: number, next: number, code: number): number {
    wiring.code.push(code);
    wiring.raw.push(code);
    wiring.next.push(next);
    wiring.other.push(-1);
    return wiring.op.push(op) - 1;
  }

  function fill({ made, state, taken, heard, justHeard }: Place): void {
    const op = written.op[state]!;
    const code = written.code[state]!;
    const after = written.next[state]!;
    if (op === ACCEPT) {
      if (heard > 0 && taken >= heard * CHARACTERS_PER_HEARD) wiring.op[made] = ACCEPT;
      return;
    }
    wiring.op[made] = op;
    wiring.code[made] = code;
    wiring.raw[made] = written.raw[state]!;
    const counts = op === CHAR && code < 0x10000 && first[code] !== 0;
    const more = counts ? Math.min(taken + 1, ENOUGH) : taken;
    if (!counts || heard === MOST_HEARD || justHeard) {
      const stays = justHeard && op > NUMBER;
      wiring.next[made] = place(after, more, heard, stays);
      wiring.other[made] = place(written.other[state]!, more, heard, stays);
      return;
    }
    wiring.op[made] = SPLIT;
    wiring.next[made] = add(CHAR, place(after, more, heard, false), code);
    wiring.other[made] = add(SOUND, place(after, more, heard + 1, true), code);
  }
}

/** Characters beyond this number change nothing any more. */
const ENOUGH = MOST_HEARD * CHARACTERS_PER_HEARD;

type Drafted = { readonly [Key in "op" | "code" | "raw" | "next" | "other"]: number[] };

interface Place {
  readonly made: number;
  readonly state: number;
  readonly taken: number;
  readonly heard: number;
  /** The last character was heard as another. */
  readonly justHeard: boolean;
}
