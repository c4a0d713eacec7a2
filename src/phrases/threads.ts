/** The threads at one boundary, latest start first; no state twice with the same edge passed. */
export interface Threads {
  count: number;
  /**
   * The state behind whose character the thread stands; plus the size of the program where it is inside a
   * number.
   */
  state: Int32Array;
  /** The strongest edge passed since that character. */
  passed: Uint8Array;
  start: Int32Array;
  /** Of threads that are skipping a filler of several characters: the boundary where they go on. */
  land: Int32Array;
}

export function createThreads(): Threads {
  const none = new Int32Array(0);
  return { count: 0, state: none, passed: new Uint8Array(0), start: none, land: none };
}

export function roomForThreads(list: Threads, room: number): void {
  list.state = copied(list.state, new Int32Array(room));
  list.passed = copied(list.passed, new Uint8Array(room));
  list.start = copied(list.start, new Int32Array(room));
  list.land = copied(list.land, new Int32Array(room));
}

/** Puts a thread aside until boundary `land`. */
export function postpone(list: Threads, land: number, state: number, passed: number, start: number): void {
  const at = list.count++;
  if (at === list.state.length) roomForThreads(list, Math.max(16, at * 2));
  list.land[at] = land;
  list.state[at] = state;
  list.passed[at] = passed;
  list.start[at] = start;
}

/**
 * Moves the threads that land at `boundary` from `later` to `list`, and puts that in order again. Rarely
 * anything to do.
 */
export function landThreads(later: Threads, list: Threads, boundary: number): void {
  const landed: Thread[] = [];
  let kept = 0;
  for (let i = 0; i < later.count; i++) {
    if (later.land[i] === boundary) {
      landed.push(threadAt(later, i));
      continue;
    }
    later.land[kept] = later.land[i]!;
    later.state[kept] = later.state[i]!;
    later.passed[kept] = later.passed[i]!;
    later.start[kept++] = later.start[i]!;
  }
  later.count = kept;
  if (landed.length === 0) return;
  for (let i = 0; i < list.count; i++) landed.push(threadAt(list, i));
  // Of threads in one place the latest start stays.
  landed.sort((a, b) => b.start - a.start || a.state - b.state || a.passed - b.passed);
  const places = new Set<number>();
  list.count = 0;
  for (const { state, passed, start } of landed) {
    const place = state * 3 + passed;
    if (places.has(place)) continue;
    places.add(place);
    list.state[list.count] = state;
    list.passed[list.count] = passed;
    list.start[list.count++] = start;
  }
}

interface Thread {
  readonly state: number;
  readonly passed: number;
  readonly start: number;
}

function threadAt(list: Threads, at: number): Thread {
  return { state: list.state[at]!, passed: list.passed[at]!, start: list.start[at]! };
}

function copied<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
