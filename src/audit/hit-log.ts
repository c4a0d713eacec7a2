import { type Growable, growable } from "./growable.js";

/**
 * What scanning the turns of a file found, by the line on which a turn's row begins: plain data that can be kept and used again
 * as long as neither the file nor the phrases change.
 */
export interface LoggedHits {
  /** Ascending and all different: one entry a scanned turn. */
  readonly line: Int32Array;
  /** The language that the turn's contact was read in: position of its phrase book. */
  readonly book: Uint8Array;
  /** Hits of entry `i`: from `first[i]` up to `first[i + 1]` of the columns below. */
  readonly first: Int32Array;
  readonly list: Uint16Array;
  readonly phrase: Uint16Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Position in HOWS. */
  readonly how: Uint8Array;
}

/** Finds entries of a log. Turns mostly come in the order in which they were logged. */
export interface HitReader {
  readonly hits: LoggedHits;
  /** The entry of a turn that was scanned in this language; −1: there is none. */
  find(line: number, book: number): number;
}

export function readHits(hits: LoggedHits): HitReader {
  const { line: lines, book: books } = hits;
  let expected = 0;
  return { hits, find };

  function find(line: number, book: number): number {
    const at = lines[expected] === line ? expected : search(line);
    if (at < 0 || books[at] !== book) return -1;
    expected = at + 1;
    return at;
  }

  function search(line: number): number {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return lines[low] === line ? low : -1;
  }
}

/** Takes down what scanning finds, turn after turn, in any order of lines. */
export interface HitWriter {
  /** A turn has been scanned; its hits follow. */
  turn(line: number, book: number): void;
  hit(list: number, phrase: number, from: number, to: number, how: number): void;
  /** null where lines do not tell turns apart, so that nothing can be found again. */
  log(): LoggedHits | null;
}

export function writeHits(): HitWriter {
  const bytes = () => growable((length) => new Uint8Array(length));
  const words = () => growable((length) => new Uint16Array(length));
  const numbers = () => growable((length) => new Int32Array(length));
  const line = numbers();
  const book = bytes();
  const first = numbers();
  const columns = { list: words(), phrase: words(), from: numbers(), to: numbers(), how: bytes() };
  let turns = 0;
  let hits = 0;
  return {
    turn(of, by) {
      put(line, turns, of);
      put(book, turns, by);
      put(first, turns, hits);
      turns += 1;
    },
    hit(list, phrase, from, to, how) {
      put(columns.list, hits, list);
      put(columns.phrase, hits, phrase);
      put(columns.from, hits, from);
      put(columns.to, hits, to);
      put(columns.how, hits, how);
      hits += 1;
    },
    log() {
      put(first, turns, hits);
      return joinedLogs([
        {
          line: line.array.slice(0, turns),
          book: book.array.slice(0, turns),
          first: first.array.slice(0, turns + 1),
          list: columns.list.array.slice(0, hits),
          phrase: columns.phrase.array.slice(0, hits),
          from: columns.from.array.slice(0, hits),
          to: columns.to.array.slice(0, hits),
          how: columns.how.array.slice(0, hits),
        },
      ]);
    },
  };
}

/** The logs of several shares of a file as one, in the order of lines. null where two entries have the same line. */
export function joinedLogs(logs: readonly LoggedHits[]): LoggedHits | null {
  const orders = logs.map(({ line }) => ascending(line));
  const next = logs.map(() => 0);
  const size = (of: (log: LoggedHits) => { readonly length: number }) =>
    logs.reduce((sum, log) => sum + of(log).length, 0);
  const entries = size(({ line }) => line);
  const total = size(({ list }) => list);
  const joined = {
    line: new Int32Array(entries),
    book: new Uint8Array(entries),
    first: new Int32Array(entries + 1),
    list: new Uint16Array(total),
    phrase: new Uint16Array(total),
    from: new Int32Array(total),
    to: new Int32Array(total),
    how: new Uint8Array(total),
  };
  let hits = 0;
  for (let entry = 0; entry < entries; entry++) {
    const of = withLeast(logs, orders, next);
    const log = logs[of]!;
    const at = orders[of]![next[of]!++]!;
    joined.line[entry] = log.line[at]!;
    if (entry > 0 && joined.line[entry] === joined.line[entry - 1]) return null;
    joined.book[entry] = log.book[at]!;
    joined.first[entry] = hits;
    for (let hit = log.first[at]!; hit < log.first[at + 1]!; hit++, hits++)
      for (const column of HIT_COLUMNS) joined[column][hits] = log[column][hit]!;
  }
  joined.first[entries] = hits;
  return joined;
}

/** The entries of a log in the order of their lines. Most logs are in it. */
function ascending(lines: Int32Array): Uint32Array {
  const order = Uint32Array.from(lines.keys());
  if (lines.some((line, at) => at > 0 && line < lines[at - 1]!)) order.sort((a, b) => lines[a]! - lines[b]!);
  return order;
}

/** The log of which the next entry has the least line. */
function withLeast(
  logs: readonly LoggedHits[],
  orders: readonly Uint32Array[],
  next: readonly number[],
): number {
  let least = -1;
  let leastLine = Number.POSITIVE_INFINITY;
  for (let of = 0; of < logs.length; of++) {
    const at = next[of]!;
    const order = orders[of]!;
    if (at === order.length || logs[of]!.line[order[at]!]! >= leastLine) continue;
    least = of;
    leastLine = logs[of]!.line[order[at]!]!;
  }
  return least;
}

const HIT_COLUMNS = ["list", "phrase", "from", "to", "how"] as const satisfies readonly (keyof LoggedHits)[];

function put(column: Growable<Uint8Array | Uint16Array | Int32Array>, at: number, value: number): void {
  column.reach(at);
  column.array[at] = value;
}

/** What is known of the hits of the files of an audit, and what takes down those that are not. */
export interface HitLogs {
  /** null: the file's turns are to be scanned. */
  reader(file: string): HitReader | null;
  /** null: nobody wants to know. */
  writer(file: string): HitWriter | null;
}
