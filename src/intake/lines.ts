import { readSync } from "node:fs";

/** A line of a file, without its line break, and where it begins. */
export interface Line {
  /** A view of a buffer that is reused: to be read before the next line is asked for. */
  readonly bytes: Buffer;
  readonly at: number;
}

/** The lines of an open file from one offset up to another, however long they are, in little memory: about `chunk` bytes. */
export function* linesOf(
  descriptor: number,
  from: number,
  to: number,
  chunk = CHUNK,
): Generator<Line, undefined> {
  let buffer = Buffer.allocUnsafe(chunk);
  let held = 0;
  let at = from;
  for (let offset = from; offset < to; ) {
    if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
    const room = Math.min(buffer.length - held, to - offset);
    const count = readSync(descriptor, buffer, held, room, offset);
    if (count === 0) break;
    offset += count;
    held += count;
    let start = 0;
    for (let end = buffer.indexOf(LF); end !== -1 && end < held; end = buffer.indexOf(LF, start)) {
      yield { bytes: buffer.subarray(start, end), at };
      at += end + 1 - start;
      start = end + 1;
    }
    buffer.copyWithin(0, start, held);
    held -= start;
  }
  if (held > 0) yield { bytes: buffer.subarray(0, held), at };
}

const CHUNK = 1024 * 1024;
const LF = 10;
