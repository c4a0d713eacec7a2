import { closeSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { HitLogs, HitReader, HitWriter, LoggedHits } from "../../audit/hit-log.js";
import { joinedLogs, readHits, writeHits } from "../../audit/hit-log.js";
import type { Share } from "../../audit/state.js";
import { Broken, decoded, END, encoded } from "../shard/codec.js";
import { isSystemError, writeWhole } from "../write-whole.js";

/** Where the hits of files are kept, and under which keys: plain data. */
export interface HitCache {
  readonly folder: string;
  /** By file. A file without a key is scanned every time. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * The hits of an audit's share, as far as they are known. What is scanned is taken down, for `save` to keep: under the key and the
 * share, whole or not at all. What is there but cannot be read counts as not there.
 */
export function openHits({ folder, keys }: HitCache, { index, of }: Share): HitLogs & { save(): void } {
  const names = namesIn(folder);
  const readers = new Map<string, HitReader | null>();
  const writers = new Map<string, HitWriter>();
  return { reader, writer, save };

  function reader(file: string): HitReader | null {
    const known = readers.get(file);
    if (known !== undefined) return known;
    const key = keys[file];
    const log = key === undefined ? null : earlier(key);
    const made = log === null ? null : readHits(log);
    readers.set(file, made);
    return made;
  }

  /** What all shares of some earlier audit found, else what this very share did. */
  function earlier(key: string): LoggedHits | null {
    const parts = names.flatMap((name) => partIn(name, key));
    const own = parts.find((part) => part.index === index && part.of === of);
    for (const set of new Set(parts.map((part) => part.of))) {
      const whole = parts.filter((part) => part.of === set);
      if (whole.length === set) return joined(folder, whole);
    }
    return own === undefined ? null : joined(folder, [own]);
  }

  function writer(file: string): HitWriter | null {
    if (keys[file] === undefined) return null;
    let made = writers.get(file);
    if (made === undefined) {
      made = writeHits();
      writers.set(file, made);
    }
    return made;
  }

  function save(): void {
    for (const [file, made] of writers) {
      // a turn that was not found in a log that is there: the log goes on to serve the others
      if (readers.get(file) !== null) continue;
      const log = made.log();
      if (log === null) continue;
      const path = join(folder, nameOf({ key: keys[file]!, index, of }));
      writeWhole(path, [...encoded({ name: "hits", value: log }), ...encoded({ name: END, value: null })]);
    }
  }
}

interface Part {
  readonly key: string;
  readonly index: number;
  readonly of: number;
}

function nameOf({ key, index, of }: Part): string {
  return `${key}.${index}-of-${of}.hits`;
}

function partIn(name: string, key: string): readonly Part[] {
  const [, found, index, of] = /^([0-9a-f]+)\.(\d+)-of-(\d+)\.hits$/.exec(name) ?? [];
  return found === key ? [{ key, index: Number(index), of: Number(of) }] : [];
}

function joined(folder: string, parts: readonly Part[]): LoggedHits | null {
  const logs = parts.map((part) => readLog(join(folder, nameOf(part))));
  const read = logs.filter((log) => log !== null);
  if (read.length < logs.length) return null;
  return read.length === 1 ? read[0]! : joinedLogs(read);
}

function readLog(path: string): LoggedHits | null {
  try {
    const descriptor = openSync(path, "r");
    try {
      const [first, last] = decoded(descriptor, 0);
      return first?.name === "hits" && last?.name === END ? (first.value as LoggedHits) : null;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Broken || isSystemError(error)) return null;
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}
