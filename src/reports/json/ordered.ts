/** How a value of type T is written, every part of it in a fixed order; and whether a value read back is one. */
export interface Shape<T> {
  write(value: T): unknown;
  /** Where a parsed value is no such T: the path of its first wrong part, such as `.rules[3].id`. null: it is one. */
  flaw(value: unknown): string | null;
}

export interface ObjectShape<T> extends Shape<T> {
  write(value: T): Record<string, unknown>;
  /** Keys that it does not know are passed over: they are from a newer version. */
  flaw(value: unknown): string | null;
}

/** An object's keys in the order of `parts`. A key of T that is not among them does not compile. */
export function object<T extends object>(
  parts: {
    readonly [Key in keyof T]-?: Shape<T[Key]>;
  },
): ObjectShape<T> {
  const keys = Object.keys(parts) as (keyof T & string)[];
  return {
    // once a finding: no lists on the way
    write: (value) => {
      const whole: Record<string, unknown> = {};
      for (const key of keys) {
        const written = parts[key].write(value[key]);
        if (written !== undefined) whole[key] = written;
      }
      return whole;
    },
    flaw: (value) => {
      if (!isMap(value)) return "";
      return firstFlaw(keys, (key) => prefixed(`.${key}`, parts[key].flaw(value[key])));
    },
  };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    write: (values) => values.map((value) => item.write(value)),
    flaw: (value) => {
      if (!Array.isArray(value)) return "";
      return firstFlaw([...value.keys()], (at) => prefixed(`[${at}]`, item.flaw(value[at])));
    },
  };
}

/** A map from ids to values, sorted by id. */
export function map<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    write: (value) =>
      Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, item.write(value[key]!)]),
      ),
    flaw: (value) => {
      if (!isMap(value)) return "";
      return firstFlaw(Object.keys(value), (key) =>
        prefixed(`[${JSON.stringify(key)}]`, item.flaw(value[key])),
      );
    },
  };
}

export function nullable<T>(item: Shape<T>): Shape<T | null> {
  return {
    write: (value) => (value === null ? null : item.write(value)),
    flaw: (value) => (value === null ? null : item.flaw(value)),
  };
}

/** A part that may be absent. */
export function optional<T>(item: Shape<T>): Shape<T | undefined> {
  return {
    write: (value) => (value === undefined ? undefined : item.write(value)),
    flaw: (value) => (value === undefined ? null : item.flaw(value)),
  };
}

export const text = leaf<string>((value) => typeof value === "string");
/** Finite, as every number in JSON is. */
export const number = leaf<number>((value) => typeof value === "number");
export const flag = leaf<boolean>((value) => typeof value === "boolean");
export const texts = list(text);
export const numbers = list(number);

/** One of a few words. */
export function word<T extends string>(...words: readonly T[]): Shape<T> {
  return leaf<T>((value) => words.some((one) => one === value));
}

/** Two numbers, the lower one first. */
export const interval = leaf<readonly [number, number]>(
  (value) => Array.isArray(value) && value.length === 2 && value.every((limit) => typeof limit === "number"),
);

function leaf<T>(fits: (value: unknown) => boolean): Shape<T> {
  return { write: (value) => value, flaw: (value) => (fits(value) ? null : "") };
}

function firstFlaw<Key>(keys: readonly Key[], flawAt: (key: Key) => string | null): string | null {
  for (const key of keys) {
    const flaw = flawAt(key);
    if (flaw !== null) return flaw;
  }
  return null;
}

function prefixed(at: string, flaw: string | null): string | null {
  return flaw === null ? null : `${at}${flaw}`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
