/** Typed arrays that grow as their index does. Values not written yet are `empty`. */
export interface Growable<T extends TypedArray> {
  array: T;
  /** Makes `array[index]` valid. */
  reach(index: number): void;
}

/** A column of numbers that takes no room until one is known. What lies beyond its end is not known (NaN). */
export interface LateColumn extends Growable<Float64Array> {
  put(index: number, value: number): void;
}

export function lateColumn(): LateColumn {
  const self: LateColumn = {
    array: new Float64Array(0),
    reach(index) {
      if (index < self.array.length) return;
      const larger = new Float64Array(Math.max(index + 1, 1024, Math.ceil(self.array.length * 1.6)));
      larger.set(self.array);
      larger.fill(Number.NaN, self.array.length);
      self.array = larger;
    },
    put(index, value) {
      if (index >= self.array.length) {
        if (Number.isNaN(value)) return;
        self.reach(index);
      }
      self.array[index] = value;
    },
  };
  return self;
}

type TypedArray = Uint8Array | Uint16Array | Int32Array | Float64Array;

export function growable<T extends TypedArray>(make: (length: number) => T, empty = 0): Growable<T> {
  const first = make(1024);
  if (empty !== 0) first.fill(empty);
  const self: Growable<T> = {
    array: first,
    reach(index) {
      if (index < self.array.length) return;
      const larger = make(Math.max(index + 1, Math.ceil(self.array.length * 1.6)));
      larger.set(self.array);
      if (empty !== 0) larger.fill(empty, self.array.length);
      self.array = larger;
    },
  };
  return self;
}
