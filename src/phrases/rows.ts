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
  const taken = new Set<number>();
  const usedPlaces = new Set<number>();
  // Rows of one length begin their search where the last of them was found: nearly as dense as a full search,
  // and linear.
  let length = -1;
  let from = 2;
  for (const row of order) {
    const classes = rows[row]!;
    if (classes.length !== length) {
      length = classes.length;
      from = 2;
    }
    while (usedPlaces.has(from) || classes.some((entry) => taken.has(from + entry))) from += 2;
    places[row] = from;
    usedPlaces.add(from);
    for (const entry of classes) taken.add(from + entry);
  }
  return places;
}
