import { doubled } from "./doubled.js";

/**
 * A dictionary from byte strings to small integers, in order of first appearance. A lookup makes no string; the text
 * behind an id is decoded on demand. Used for contact ids, agents and every other label.
 */
export interface Interner {
  /** The id of `bytes[from, to)`, new or known. Ids count from 0. */
  intern(bytes: Uint8Array, from: number, to: number): number;
  internText(text: string): number;
  /** The id, or -1 where it was never seen. */
  lookup(bytes: Uint8Array, from: number, to: number): number;
  text(id: number): string;
  /** A hash of the bytes behind an id, the same wherever and whenever it is taken. */
  hash(id: number): number;
  readonly size: number;
  /** All texts end to end, and where each ends: `ends[id + 1]`. Views that hold until the next addition. */
  contents(): { readonly bytes: Uint8Array; readonly ends: Float64Array };
}

export function createInterner(): Interner {
  let slots = new Int32Array(256).fill(-1);
  let hashes = new Int32Array(128);
  let ends = new Float64Array(129); // ends[id + 1]: where the id's bytes end in the arena
  let arena = Buffer.alloc(4096);
  let size = 0;
  const texts: (string | undefined)[] = [];
  let last = -1;

  return {
    intern,
    lookup: (bytes, from, to) => slots[slotOf(bytes, from, to, hashOf(bytes, from, to))]!,
    internText(text) {
      const bytes = Buffer.from(text, "utf8");
      return intern(bytes, 0, bytes.length);
    },
    text(id) {
      const known = texts[id];
      if (known !== undefined) return known;
      const text = arena.toString("utf8", ends[id], ends[id + 1]);
      texts[id] = text;
      return text;
    },
    contents: () => ({ bytes: arena.subarray(0, ends[size]), ends: ends.subarray(0, size + 1) }),
    hash: (id) => hashes[id]!,
    get size() {
      return size;
    },
  };

  function intern(bytes: Uint8Array, from: number, to: number): number {
    // rows of one contact, or of one agent, tend to follow each other
    if (last >= 0 && equals(last, bytes, from, to)) return last;
    const hash = hashOf(bytes, from, to);
    const slot = slotOf(bytes, from, to, hash);
    last = slots[slot]! >= 0 ? slots[slot]! : add(bytes, from, to, hash, slot);
    return last;
  }

  function slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = slots[slot]!;
      if (id < 0 || (hashes[id] === hash && equals(id, bytes, from, to))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function equals(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = ends[id]!;
    const length = to - from;
    if (ends[id + 1]! - start !== length) return false;
    for (let i = length - 1; i >= 0; i--) if (arena[start + i] !== bytes[from + i]) return false;
    return true;
  }

  function add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const id = size;
    const start = ends[id]!;
    const end = start + (to - from);
    if (end > arena.length) {
      const larger = Buffer.alloc(Math.max(end, arena.length * 2));
      arena.copy(larger, 0, 0, start);
      arena = larger;
    }
    for (let i = from; i < to; i++) arena[start + i - from] = bytes[i]!;
    if (id + 1 >= ends.length) ends = doubled(ends);
    if (id >= hashes.length) hashes = doubled(hashes);
    ends[id + 1] = end;
    hashes[id] = hash;
    slots[slot] = id;
    size += 1;
    if (size * 2 > slots.length) rehash();
    return id;
  }

  function rehash(): void {
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < size; id++) {
      let slot = hashes[id]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
  }
}

/** FNV-1a with a final mix, so that ids which differ in their last digits only spread over the table. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
