import { readSync } from "node:fs";

type TypedArray = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** A named value of a blob: JSON with typed arrays in it. Several of one name are a list that was written in pieces. */
export interface Section {
  readonly name: string;
  readonly value: unknown;
}

/**
 * A section as bytes: the length of its head, the head (JSON: name, length of the body, types and lengths of the arrays), the
 * body (JSON in which an array is a number), and the arrays as they lie in memory. Numbers that JSON lacks are kept.
 */
export function* encoded({ name, value }: Section): Iterable<Uint8Array> {
  const arrays: TypedArray[] = [];
  const body = Buffer.from(
    // the value as it is in its holder: a Buffer has turned itself into a list before it is handed over
    JSON.stringify(value, function (this: Record<string, unknown>, key) {
      const part = this[key];
      if (typeof part === "number" && !Number.isFinite(part)) return { [MARK]: String(part) };
      return isTypedArray(part) ? { [MARK]: arrays.push(part) - 1 } : part;
    }),
    "utf8",
  );
  const head: Head = {
    name,
    body: body.length,
    arrays: arrays.map((array) => [typeOf(array), array.length] as const),
  };
  const headBytes = Buffer.from(JSON.stringify(head), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  yield length;
  yield headBytes;
  yield body;
  for (const array of arrays) yield new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** The sections of an open file from a byte on. @throws Broken where the file ends too early or holds something else */
export function* decoded(descriptor: number, from: number): Iterable<Section> {
  let at = from;
  const take = (length: number) => {
    // with memory of its own, in which an array of numbers may lie
    const bytes = Buffer.from(new ArrayBuffer(length));
    for (let held = 0; held < length; ) {
      const count = readSync(descriptor, bytes, held, length - held, at);
      if (count === 0) throw new Broken();
      held += count;
      at += count;
    }
    return bytes;
  };
  for (;;) {
    const length = take(4).readUInt32LE();
    if (length > LONGEST_HEAD) throw new Broken();
    const { name, body, arrays: types } = headOf(take(length));
    const text = take(body).toString("utf8");
    const arrays = types.map(([type, count]) => {
      const bytes = take(count * TYPES[type].BYTES_PER_ELEMENT);
      return new TYPES[type](bytes.buffer, bytes.byteOffset, count);
    });
    const value = parsed(text, (_, part: unknown) => {
      if (typeof part !== "object" || part === null || !Object.hasOwn(part, MARK)) return part;
      const marked: unknown = Reflect.get(part, MARK);
      return typeof marked === "number" ? arrays[marked] : Number(marked);
    });
    yield { name, value };
    if (name === END) return;
  }
}

/** What is read is no blob, or not all of one. */
export class Broken extends Error {}

/** The name of the last section: where it is missing, the file was cut off. */
export const END = "end";

/** No key of ours begins so. */
const MARK = "\u0000";

const LONGEST_HEAD = 1 << 20;

const TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

type Type = keyof typeof TYPES;

interface Head {
  readonly name: string;
  readonly body: number;
  readonly arrays: readonly (readonly [type: Type, length: number])[];
}

function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function typeOf(array: TypedArray): Type {
  if (array instanceof Float64Array) return "f64";
  if (array instanceof Int32Array) return "i32";
  return array instanceof Uint16Array ? "u16" : "u8";
}

function headOf(bytes: Buffer): Head {
  const head = parsed(bytes.toString("utf8"));
  if (typeof head !== "object" || head === null) throw new Broken();
  const { name, body, arrays } = head as Partial<Head>;
  if (typeof name !== "string" || typeof body !== "number" || !Array.isArray(arrays)) throw new Broken();
  if (arrays.some(([type, length]) => !Object.hasOwn(TYPES, type) || !Number.isSafeInteger(length)))
    throw new Broken();
  return { name, body, arrays };
}

function parsed(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    throw new Broken();
  }
}
