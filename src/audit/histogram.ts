/** How often each number came up. Grows with the number of different values, not with how many there were. */
export interface Histogram {
  add(value: number, times?: number): void;
  /** The different values, in no particular order, and how often each came up. */
  entries(): { readonly values: Float64Array; readonly counts: Float64Array };
}

/** Open addressing over numbers. NaN marks a free slot, so NaN itself is never added. */
export function createHistogram(): Histogram {
  let keys = new Float64Array(256).fill(Number.NaN);
  let counts = new Float64Array(256);
  let used = 0;
  return { add, entries };

  function add(value: number, times = 1): void {
    const slot = slotOf(value);
    if (keys[slot] !== value) {
      keys[slot] = value;
      used += 1;
    }
    counts[slot]! += times;
    if (used * 2 > keys.length) grow();
  }

  function slotOf(value: number): number {
    const mask = keys.length - 1;
    // whole milliseconds of whole seconds differ in their high bits only: mix before masking
    let slot = Math.imul((value ^ (value / 0x1_0000_0000)) | 0, 0x9e37_79b1);
    slot = (slot ^ (slot >>> 15)) & mask;
    while (!Number.isNaN(keys[slot]!) && keys[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const before = { keys, counts };
    keys = new Float64Array(before.keys.length * 2).fill(Number.NaN);
    counts = new Float64Array(before.keys.length * 2);
    for (let at = 0; at < before.keys.length; at++) {
      const value = before.keys[at]!;
      if (Number.isNaN(value)) continue;
      const slot = slotOf(value);
      keys[slot] = value;
      counts[slot] = before.counts[at]!;
    }
  }

  function entries() {
    const taken = [...keys.keys()].filter((at) => !Number.isNaN(keys[at]!));
    return {
      values: Float64Array.from(taken, (at) => keys[at]!),
      counts: Float64Array.from(taken, (at) => counts[at]!),
    };
  }
}
