import { linesOf } from "./lines.js";
import { openUnnamed, type UnnamedFile } from "./unnamed.js";

/** A growing list that may become larger than memory, and comes out in order at the end. */
export interface Shelf<T> {
  readonly length: number;
  add(value: T): void;
  /** All values in order, those that compare as equal in the order in which they were added. May be walked more than once. */
  [Symbol.iterator](): Iterator<T>;
}

/** Values held in memory before they are written down, as lines of JSON. */
const HELD = 50_000;

/** Bytes of a run that are read at once. */
const CHUNK = 128 * 1024;

/** Where a run, in order, lies in the file. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** @param compare as for `Array.sort`; values must survive JSON */
export function openShelf<T>(compare: (a: T, b: T) => number, most = HELD): Shelf<T> {
  let held: T[] = [];
  let isSorted = true;
  let file: UnnamedFile | null = null;
  let length = 0;
  const runs: Run[] = [];
  const shelf: Shelf<T> = {
    get length() {
      return length;
    },
    add(value) {
      held.push(value);
      isSorted = false;
      length += 1;
      if (held.length >= most) writeDown();
    },
    [Symbol.iterator]() {
      sort();
      const sources: Iterator<T>[] = runs.map((run) => valuesOf<T>(file!.descriptor, run));
      return sources.length === 0
        ? held[Symbol.iterator]()
        : merged([...sources, held[Symbol.iterator]()], compare);
    },
  };
  return shelf;

  function sort(): void {
    if (!isSorted) held.sort(compare);
    isSorted = true;
  }

  function writeDown(): void {
    sort();
    if (file === null) {
      file = openUnnamed();
      // a result is held as long as somebody may walk it, and nobody says when that is over
      CLOSING.register(shelf, file);
    }
    const from = file.length;
    for (let at = 0; at < held.length; at += BATCH) {
      const lines = held.slice(at, at + BATCH).map((value) => JSON.stringify(value));
      file.append(Buffer.from(`${lines.join("\n")}\n`, "utf8"));
    }
    runs.push({ from, to: file.length });
    held = [];
  }
}

const BATCH = 1000;

const CLOSING = new FinalizationRegistry<UnnamedFile>((file) => file.close());

/** Values of several lists that are in order each; of equal ones that of the earlier list first. */
function* merged<T>(lists: readonly Iterator<T>[], compare: (a: T, b: T) => number): Generator<T, undefined> {
  const heads = lists.map((list) => ({ list, next: list.next() })).filter(({ next }) => next.done !== true);
  while (heads.length > 0) {
    let least = 0;
    for (let at = 1; at < heads.length; at++)
      if (compare(heads[at]!.next.value, heads[least]!.next.value) < 0) least = at;
    const head = heads[least]!;
    yield head.next.value;
    head.next = head.list.next();
    if (head.next.done === true) heads.splice(least, 1);
  }
}

function* valuesOf<T>(descriptor: number, { from, to }: Run): Generator<T, undefined> {
  for (const { bytes } of linesOf(descriptor, from, to, CHUNK)) yield JSON.parse(bytes.toString("utf8")) as T;
}
