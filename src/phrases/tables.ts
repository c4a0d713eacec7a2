/** Lists of numbers in two arrays: list `i` is `items[from[i]…from[i + 1]]`. */
export interface Table {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/** Gives each different thing a number, in the order of their coming. */
export function numbering<T>(keyOf: (thing: T) => string): { readonly all: T[]; of(thing: T): number } {
  const numbers = new Map<string, number>();
  const all: T[] = [];
  return {
    all,
    of(thing) {
      const key = keyOf(thing);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(thing) - 1;
    },
  };
}

export function append(lists: number[][], at: number, item: number): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [item];
  else list.push(item);
}

export function table(lists: readonly (readonly number[] | undefined)[], length: number): Table {
  const from = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) from[i + 1] = from[i]! + (lists[i]?.length ?? 0);
  const items = new Int32Array(from[length]!);
  for (let i = 0; i < length; i++) if (lists[i] !== undefined) items.set(lists[i]!, from[i]);
  return { from, items };
}
