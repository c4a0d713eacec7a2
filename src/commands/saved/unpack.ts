import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { pipeline as pipe } from "node:stream";
import { createGunzip } from "node:zlib";
import { openUnnamed } from "../../intake/unnamed.js";

/** A file opened for reading at any place. */
export interface Opened {
  readonly descriptor: number;
  close(): void;
}

/** Opens a file; a compressed one by way of a temporary file, so that its findings can be walked more than once. */
export async function openUnpacked(path: string): Promise<Opened> {
  if (!isGzip(path)) {
    const descriptor = openSync(path, "r");
    return { descriptor, close: () => closeSync(descriptor) };
  }
  const unpacked = openUnnamed();
  try {
    for await (const chunk of unpackedChunks(path)) unpacked.append(chunk);
    return unpacked;
  } catch (error) {
    unpacked.close();
    throw error;
  }
}

/**
 * The beginning of a file, unpacked, up to and with the first occurrence of `end`; all of it where there is none. null: longer
 * than `most` bytes. What comes after it is not read.
 */
export async function readUntil(path: string, end: Buffer, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  // what of `end` a chunk may have begun
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of unpackedChunks(path)) {
    const seam = Buffer.concat([tail, chunk]);
    const found = seam.indexOf(end);
    const part = found === -1 ? chunk : chunk.subarray(0, found + end.length - tail.length);
    parts.push(part);
    size += part.length;
    if (size > most) return null;
    if (found !== -1) break;
    tail = seam.subarray(Math.max(0, seam.length - end.length + 1));
  }
  return Buffer.concat(parts);
}

/** Who stops listening stops the reading. */
function unpackedChunks(path: string): AsyncIterable<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK });
  if (!isGzip(path)) return source;
  const unpacked = createGunzip({ chunkSize: CHUNK });
  // an error of either closes the other, and is thrown where the chunks are read
  pipe(source, unpacked, () => undefined);
  return unpacked;
}

const CHUNK = 1024 * 1024;

function isGzip(path: string): boolean {
  const descriptor = openSync(path, "r");
  try {
    const head = Buffer.alloc(2);
    return readSync(descriptor, head, 0, 2, 0) === 2 && head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}
