/** Sets of characters in 256 bits, of which several share one: a missing bit is certain, a set one is not. */
export function setBit(bits: Int32Array, code: number): void {
  const bit = code ^ (code >> 8);
  bits[(bit & 255) >> 5]! |= 1 << (bit & 31);
}

export function hasBit(bits: Int32Array, code: number): boolean {
  const bit = code ^ (code >> 8);
  return (bits[(bit & 255) >> 5]! & (1 << (bit & 31))) !== 0;
}

export function haveCommonBit(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if ((a[i]! & b[i]!) !== 0) return true;
  return false;
}

export function clearBits(bits: Int32Array): void {
  for (let i = 0; i < bits.length; i++) bits[i] = 0;
}
