/** How a value of type T is written: every part of it, in a fixed order. */
export interface Writer<T> {
  write(value: T): unknown;
}

export interface ObjectWriter<T> extends Writer<T> {
  write(value: T): Record<string, unknown>;
}

/** An object's keys in the order of `shape`. A key of T that the shape lacks does not compile. */
export function object<T extends object>(
  shape: { readonly [Key in keyof T]-?: Writer<T[Key]> },
): ObjectWriter<T> {
  const keys = Object.keys(shape) as (keyof T)[];
  return {
    write: (value) => Object.fromEntries(keys.map((key) => [key, shape[key].write(value[key])])),
  };
}

export function list<T>(item: Writer<T>): Writer<readonly T[]> {
  return { write: (values) => values.map((value) => item.write(value)) };
}

/** A map from ids to values, sorted by id. */
export function map<T>(item: Writer<T>): Writer<Readonly<Record<string, T>>> {
  return {
    write: (value) =>
      Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, item.write(value[key]!)]),
      ),
  };
}

export function nullable<T>(item: Writer<T>): Writer<T | null> {
  return { write: (value) => (value === null ? null : item.write(value)) };
}

/** A number, a text, a flag, null, or an array of them. */
export const plain: Writer<string | number | boolean | null | readonly (string | number)[]> = {
  write: (value) => value,
};
