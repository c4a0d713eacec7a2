import type { Automaton } from "./automaton.js";
import { SKIP } from "./classes.js";
import { INVALID, readCodePoint } from "./utf8.js";

/**
 * Walks the automaton over `bytes[position[0], to)` and writes what it meets to `out` as pairs: event, byte
 * after it. Stops early where `out` is nearly full; `position` (next byte, state) tells how far it came.
 * Allocates nothing, makes no string.
 *
 * @returns how many places of `out` are filled
 */
export function walk(
  bytes: Uint8Array,
  to: number,
  automaton: Automaton,
  position: Int32Array,
  out: Int32Array,
): number {
  const { cells, root, single, singleOf, eventState, firstMoving, fillerEvent } = automaton;
  const { bmp, blocks, astral } = automaton.classes;
  const room = out.length - 2;
  let at = position[0]!;
  let state = position[1]!;
  let last = singleOf[state]!;
  let filled = 0;
  while (at < to && filled <= room) {
    const lead = bytes[at]!;
    let step: number;
    if ((lead & 0xf0) === 0xe0 && at + 2 < to) {
      const second = bytes[at + 1]! ^ 0x80;
      const third = bytes[at + 2]! ^ 0x80;
      if ((second | third) > 63) {
        at++;
        continue;
      }
      at += 3;
      step = bmp[((lead & 15) << 12) | (second << 6) | third]!;
    } else if (lead < 0x80) {
      at++;
      step = bmp[lead]!;
    } else {
      const read = readCodePoint(bytes, at, to);
      const code = read >> 3;
      at += read & 7;
      if (code === INVALID) continue;
      step = code < 0x10000 ? bmp[code]! : astral[blocks[code >> 8]! + (code & 255)]!;
    }
    if (step < firstMoving) {
      if (step === SKIP) continue;
      out[filled] = fillerEvent + (step >> 1) - 1;
      out[filled + 1] = at;
      filled += 2;
      continue;
    }
    // The state's own pair where there is one, else that of the last character alone, else the root's. Without a branch:
    // nothing could predict it.
    const cell = state + step;
    const own = ((cells[cell]! ^ state) - 1) >> 31;
    const other = last + step;
    const others = ((cells[other]! ^ last) - 1) >> 31;
    const next = (cells[cell + 1]! & own) | (((cells[other + 1]! & others) | (root[step]! & ~others)) & ~own);
    last = single[step]!;
    if (next >= 0) {
      state = next;
      continue;
    }
    out[filled] = ~next;
    out[filled + 1] = at;
    filled += 2;
    state = eventState[~next]!;
  }
  position[0] = at;
  position[1] = state;
  return filled;
}
