/** The trie of all patterns, with the links of Aho and Corasick. Node 0 is the root. */
export interface Trie {
  readonly size: number;
  /** All nodes, a node's suffixes before it. */
  readonly order: Int32Array;
  /** Classes of the longest pattern. */
  readonly deepest: number;
  /** By node: how many classes lead to it, and the last of them (-1 for the root). */
  readonly depth: Uint16Array;
  readonly last: Int32Array;
  /**
   * By node: pairs of a class and the node that follows on it, where that is another one than would follow on the last
   * character alone; none for a node without children, which goes on like its longest suffix. What follows on a character
   * alone is not copied: half of a standard's literals end on one that hundreds begin with.
   */
  readonly rows: readonly (readonly number[])[];
  /** By node: that of its longest proper suffix. */
  readonly fail: Int32Array;
  /** By node: the patterns that end there, those of all suffixes included: none is hidden by a longer one. */
  readonly ends: readonly (readonly number[])[];
  /** The node that follows on `node`. */
  follow(node: number, step: number): number;
}

/**
 * @param patterns sequences of classes; an empty one is left out. Its position is what `ends` holds.
 * @param classes above every class
 */
export function growTrie(patterns: readonly (readonly number[])[], classes: number): Trie {
  const most = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const depth = new Uint16Array(most);
  const last = new Int32Array(most).fill(-1);
  const fail = new Int32Array(most);
  // Children of a node: the first, and of each the next. All of them by node and class.
  const firstChild = new Int32Array(most);
  const sibling = new Int32Array(most);
  const child = new Map<number, number>();
  const ends: (readonly number[])[] = [NONE];
  let size = 1;
  patterns.forEach((pattern, index) => {
    let node = 0;
    for (const step of pattern) node = child.get(node * classes + step) ?? addChild(node, step);
    if (pattern.length > 0) ends[node] = [...ends[node]!, index];
  });
  const order = byDepth(depth, size);
  for (const node of order) link(node);
  return {
    size,
    order,
    deepest: depth[order.at(-1)!]!,
    depth,
    last,
    rows: rowsOf({ size, depth, last, fail, firstChild, sibling }, classes),
    fail,
    ends,
    follow,
  };

  function addChild(node: number, step: number): number {
    depth[size] = depth[node]! + 1;
    last[size] = step;
    sibling[size] = firstChild[node]!;
    firstChild[node] = size;
    child.set(node * classes + step, size);
    ends.push(NONE);
    return size++;
  }

  function link(node: number): void {
    const more = ends[fail[node]!]!;
    if (node !== 0 && more.length > 0) ends[node] = ends[node] === NONE ? more : [...ends[node]!, ...more];
    for (let next = firstChild[node]!; next !== 0; next = sibling[next]!)
      fail[next] = node === 0 ? 0 : follow(fail[node]!, last[next]!);
  }

  function follow(node: number, step: number): number {
    for (let suffix = node; ; suffix = fail[suffix]!) {
      const next = child.get(suffix * classes + step);
      if (next !== undefined) return next;
      if (suffix === 0) return 0;
    }
  }
}

const NONE: readonly number[] = [];

function byDepth(depth: Uint16Array, size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, node) => node).sort((a, b) => depth[a]! - depth[b]! || a - b);
}

type Links = Pick<Trie, "size" | "depth" | "last" | "fail"> & {
  readonly firstChild: Int32Array;
  readonly sibling: Int32Array;
};

function rowsOf({ size, depth, last, fail, firstChild, sibling }: Links, classes: number): number[][] {
  // by class: the node whose row has it already
  const taken = new Int32Array(classes).fill(-1);
  return Array.from({ length: size }, (_, node) => {
    const row: number[] = [];
    if (firstChild[node] === 0) return row;
    let suffix = node;
    do {
      for (let next = firstChild[suffix]!; next !== 0; next = sibling[next]!) {
        const step = last[next]!;
        if (taken[step] === node) continue;
        taken[step] = node;
        row.push(step, next);
      }
      suffix = fail[suffix]!;
    } while (depth[suffix]! > 1);
    return row;
  });
}
