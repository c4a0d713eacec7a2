type Numbers = Float64Array | Int32Array | Uint8Array;

/** An array of twice the length that begins with what the old one held. */
export function doubled<T extends Numbers>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
