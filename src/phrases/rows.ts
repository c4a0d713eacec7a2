/** Places before the end at which the search for a row of a new length begins. */
const WINDOW = 4096;
/** Rows that fit nearly everywhere. */
const SHORT = 2;

/**
 * Lays sparse rows over each other so that no two entries share a place (first fit, largest rows first).
 * Places and classes are even: each is a pair of cells.
 *
 * @param rows the classes that each row holds, ascending
 * @returns the place of each row (above 0, all different); entry `c` of row `r` is then at `place[r] + c`
 */
export function placeRows(rows: readonly (readonly number[])[]): Int32Array {
  const places = new Int32Array(rows.length);
  const order = rows.map((_, row) => row).sort((a, b) => rows[b]!.length - rows[a]!.length || a - b);
  let taken = new Uint8Array(1 << 16);
  let usedPlaces = new Uint8Array(1 << 16);
  // Rows of one length begin their search where the last of them was found, and the first of them not far before the end:
  // nearly as dense as a full search, and linear. The shortest rows then fill the holes from the start.
  let length = -1;
  let from = 2;
  let end = 2;
  for (const row of order) {
    const classes = rows[row]!;
    if (classes.length !== length) {
      length = classes.length;
      from = length <= SHORT ? 2 : Math.max(2, end - WINDOW);
    }
    while (usedPlaces[from] === 1 || isTaken(classes, from)) from += 2;
    places[row] = from;
    usedPlaces = withBit(usedPlaces, from);
    end = Math.max(end, from);
    for (const entry of classes) taken = withBit(taken, from + entry);
  }
  return places;

  function isTaken(classes: readonly number[], at: number): boolean {
    for (let i = 0; i < classes.length; i++) if (taken[at + classes[i]!] === 1) return true;
    return false;
  }
}

function withBit(set: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  let room = set;
  if (at >= set.length) {
    room = new Uint8Array(Math.max(at + 1, set.length * 2));
    room.set(set);
  }
  room[at] = 1;
  return room;
}
