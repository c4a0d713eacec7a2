import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";
import type { Place } from "../model/user-error.js";
import { standardError, together } from "./errors.js";

export type Path = readonly (string | number)[];

/** A value of the user's, with where each part of it was written. */
export interface Sourced {
  readonly value: unknown;
  /**
   * Where the part at `path` is, or the deepest part on the way to it that exists; its key or its value. `offset` is a
   * position within a text (UTF-16 units).
   */
  place(path: Path, of?: "key" | "value", offset?: number): Place;
}

/**
 * Reads a YAML 1.2 text. Throws a UserError `yaml-syntax` (all of the text's mistakes together) with line and column,
 * duplicate keys included. `failsafe` takes every value for a text, `0012` and `no` too.
 */
export function parseYaml(text: string, file: string, schema: "core" | "failsafe" = "core"): Sourced {
  const lines = new LineCounter();
  const source = text.replace(/^\uFEFF/, "");
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, schema });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const errors = document.errors.map((error) =>
    standardError("yaml-syntax", { message: firstLine(error.message) }, placeAt(error.pos[0])),
  );
  if (errors.length > 0) throw together(errors);
  return {
    value: plain(() => document.toJS(), file),
    place: (path, of = "value", offset) => {
      const at = offsetOf(document.contents, path, of);
      if (at === null) return { file, line: 1, column: 1 };
      return placeAt(offset === undefined ? at : at + inScalar(source, at, document.getIn(path), offset));
    },
  };
}

/** A value that stands nowhere in a file: every part of it is at the same place. */
export function unsourced(value: unknown, place: Place): Sourced {
  return { value, place: () => place };
}

/** The part at `path`. Its own place is that of the part. */
export function partOf(source: Sourced, ...path: (string | number)[]): Sourced {
  let value = source.value;
  for (const key of path)
    value = isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return { value, place: (rest, of, offset) => source.place([...path, ...rest], of, offset) };
}

/** The entries of a map, in the order they were written; empty for anything else. */
export function entriesOf(source: Sourced): readonly (readonly [key: string, value: Sourced])[] {
  if (!isRecord(source.value)) return [];
  return Object.keys(source.value).map((key) => [key, partOf(source, key)] as const);
}

/** The items of a list; empty for anything else. */
export function itemsOf(source: Sourced): readonly Sourced[] {
  if (!Array.isArray(source.value)) return [];
  return source.value.map((_, index) => partOf(source, index));
}

/** A map made of parts from different places. `whole` answers for the map itself and for keys that it lacks. */
export function mapOf(entries: Iterable<readonly [string, Sourced]>, whole: Sourced): Sourced {
  const parts = new Map(entries);
  return {
    value: Object.fromEntries([...parts].map(([key, part]) => [key, part.value])),
    place: ([first, ...rest], of, offset) => {
      const part = typeof first === "string" ? parts.get(first) : undefined;
      return part === undefined ? whole.place([], of) : part.place(rest, of, offset);
    },
  };
}

/** A list made of parts from different places. */
export function listOf(items: readonly Sourced[], whole: Sourced): Sourced {
  return {
    value: items.map((item) => item.value),
    place: ([first, ...rest], of, offset) =>
      (typeof first === "number" ? items[first] : undefined)?.place(rest, of, offset) ?? whole.place([], of),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** An alias that grows without bound is refused by the parser when the value is built. */
function plain(build: () => unknown, file: string): unknown {
  try {
    return build();
  } catch (error) {
    throw standardError("yaml-syntax", { message: firstLine(String(error)) }, { file, line: 1, column: 1 });
  }
}

function offsetOf(root: unknown, path: Path, of: "key" | "value"): number | null {
  let node: unknown = root;
  let pair: Pair | null = null;
  for (const key of path) {
    const next = step(node, key);
    if (next === null) return pair === null ? start(node) : (start(pair.key) ?? start(node));
    pair = isPair(next) ? next : null;
    node = isPair(next) ? next.value : next;
  }
  if (pair === null) return start(node);
  return of === "key" ? start(pair.key) : (start(node) ?? start(pair.key));
}

function step(node: unknown, key: string | number): Pair | Node | null {
  if (isMap(node)) {
    return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key)) ?? null;
  }
  if (isCollection(node) && typeof key === "number") return (node.items[key] as Node | undefined) ?? null;
  return null;
}

function start(node: unknown): number | null {
  const range: unknown = isObject(node) ? Reflect.get(node, "range") : null;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : null;
}

/** How far into a scalar's own text a position is: after the quote, and only where nothing in it is escaped or folded. */
function inScalar(source: string, at: number, value: unknown, offset: number): number {
  const quote = source[at] === '"' || source[at] === "'" ? 1 : 0;
  return typeof value === "string" && source.startsWith(value, at + quote) ? quote + offset : 0;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}
