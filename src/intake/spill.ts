import { readSync } from "node:fs";
import { openUnnamed, type UnnamedFile } from "./unnamed.js";

/** Puts pieces of data aside by number and brings those of one number together again. */
export interface Spill {
  add(key: number, piece: Buffer): void;
  /** All numbers with their pieces, in the order in which they were added. */
  each(use: (key: number, pieces: readonly Buffer[]) => void): void;
  /** Removes what was written. */
  close(): void;
}

/** Numbers are dealt over this many parts; each part must fit into memory by itself. */
const PARTS = 64;
/** Held in memory before anything is written. */
const MEMORY = 64 * 1024 * 1024;
/** Before each piece: its number and its length. */
const HEADER = 8;

export function openSpill(memory = MEMORY): Spill {
  let held = 0;
  const parts = Array.from({ length: PARTS }, () => ({
    pieces: [] as Buffer[],
    file: null as UnnamedFile | null,
  }));
  return { add, each, close };

  function add(key: number, piece: Buffer): void {
    const header = Buffer.alloc(HEADER);
    header.writeUInt32LE(key, 0);
    header.writeUInt32LE(piece.length, 4);
    parts[key % PARTS]!.pieces.push(header, piece);
    held += HEADER + piece.length;
    if (held > memory) write();
  }

  function write(): void {
    for (const part of parts) {
      if (part.pieces.length === 0) continue;
      part.file ??= openUnnamed();
      part.file.append(Buffer.concat(part.pieces));
      part.pieces = [];
    }
    held = 0;
  }

  function each(use: (key: number, pieces: readonly Buffer[]) => void): void {
    for (const part of parts) {
      const bytes = Buffer.concat([readBack(part.file), ...part.pieces]);
      const byKey = new Map<number, Buffer[]>();
      for (let at = 0; at < bytes.length; ) {
        const key = bytes.readUInt32LE(at);
        const end = at + HEADER + bytes.readUInt32LE(at + 4);
        const piece = bytes.subarray(at + HEADER, end);
        const known = byKey.get(key);
        if (known === undefined) byKey.set(key, [piece]);
        else known.push(piece);
        at = end;
      }
      for (const [key, pieces] of byKey) use(key, pieces);
    }
  }

  function close(): void {
    for (const { file } of parts) file?.close();
  }
}

function readBack(file: UnnamedFile | null): Buffer {
  if (file === null) return Buffer.alloc(0);
  const { descriptor, length } = file;
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) at += readSync(descriptor, bytes, at, length - at, at);
  return bytes;
}
