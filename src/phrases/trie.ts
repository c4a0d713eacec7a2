/** A node of the trie of all patterns. Node 0 is the root; nodes are in the order of their depth. */
export interface TrieNode {
  readonly depth: number;
  /** The class that leads here; -1 for the root. */
  readonly last: number;
  readonly children: Map<number, number>;
  /** The node of the longest proper suffix that is in the trie. */
  fail: number;
  /** Patterns that end here, those of all suffixes included: none is hidden by a longer one. */
  ends: readonly number[];
  /**
   * By class: the node that follows, wherever that is another one than would follow on the last character alone. What
   * follows on a character alone is not copied: half of a standard's literals end on one that hundreds begin with.
   */
  row: ReadonlyMap<number, number>;
}

/** @param patterns sequences of classes; an empty one is left out. Its position is what `ends` holds. */
export function growTrie(patterns: readonly (readonly number[])[]): readonly TrieNode[] {
  const nodes: TrieNode[] = [newNode(0, -1)];
  patterns.forEach((pattern, index) => {
    let node = nodes[0]!;
    for (const step of pattern) node = nodes[childOf(nodes, node, step)]!;
    if (pattern.length > 0) node.ends = [...node.ends, index];
  });
  const ordered = byDepth(nodes);
  link(ordered);
  return ordered;
}

/** The node that follows on `node`. */
export function follow(nodes: readonly TrieNode[], node: TrieNode, step: number): number {
  const root = nodes[0]!;
  const last = root.children.get(node.last);
  return (
    node.row.get(step) ??
    (last === undefined ? undefined : nodes[last]!.children.get(step)) ??
    root.children.get(step) ??
    0
  );
}

function newNode(depth: number, last: number): TrieNode {
  return { depth, last, children: new Map(), fail: 0, ends: [], row: new Map() };
}

function childOf(nodes: TrieNode[], node: TrieNode, step: number): number {
  const known = node.children.get(step);
  if (known !== undefined) return known;
  const made = nodes.push(newNode(node.depth + 1, step)) - 1;
  node.children.set(step, made);
  return made;
}

/** Renumbers the nodes, so that a node's suffixes come before it. */
function byDepth(nodes: readonly TrieNode[]): TrieNode[] {
  const order = nodes.map((_, id) => id).sort((a, b) => nodes[a]!.depth - nodes[b]!.depth || a - b);
  const place = new Int32Array(nodes.length);
  order.forEach((id, index) => {
    place[id] = index;
  });
  for (const node of nodes) for (const [step, child] of node.children) node.children.set(step, place[child]!);
  return order.map((id) => nodes[id]!);
}

function link(nodes: readonly TrieNode[]): void {
  const root = nodes[0]!;
  for (const node of nodes) {
    const fail = nodes[node.fail]!;
    if (node !== root) {
      if (fail.ends.length > 0) node.ends = [...node.ends, ...fail.ends];
      if (fail.depth < 2 || fail.row.size === 0) node.row = node.children;
      else if (node.children.size === 0) node.row = fail.row;
      else node.row = new Map([...fail.row, ...node.children]);
    }
    for (const [step, child] of node.children)
      nodes[child]!.fail = node === root ? 0 : follow(nodes, fail, step);
  }
}
