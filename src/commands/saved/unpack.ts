import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

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
  const folder = mkdtempSync(join(tmpdir(), "deskcheck-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const unpacked = join(folder, "result.json");
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(unpacked));
    const descriptor = openSync(unpacked, "r");
    return {
      descriptor,
      close: () => {
        closeSync(descriptor);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * The beginning of a file, unpacked, up to and with the first occurrence of `end`; all of it where there is none. null: longer
 * than `most` bytes. What comes after it is not read.
 */
export async function readUntil(path: string, end: Buffer, most: number): Promise<Buffer | null> {
  let read = Buffer.alloc(0);
  const collect = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      const from = Math.max(0, read.length - end.length);
      read = Buffer.concat([read, chunk]);
      const found = read.indexOf(end, from);
      if (found !== -1) read = read.subarray(0, found + end.length);
      if (found !== -1 || read.length > most) return;
    }
  };
  const source = createReadStream(path, { highWaterMark: CHUNK });
  await (isGzip(path)
    ? pipeline(source, createGunzip({ chunkSize: CHUNK }), collect)
    : pipeline(source, collect));
  return read.length > most ? null : read;
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
