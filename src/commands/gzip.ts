import { constants, crc32, deflateRawSync } from "node:zlib";

/**
 * Bytes as one gzip member (RFC 1952), piece by piece in little memory. The header names no time, file or system, so the
 * same bytes give the same file. Pieces are compressed one by one and ended on a byte's border (as pigz does), which costs
 * nothing measurable with pieces far longer than the window of 32 kB.
 */
export function* gzipped(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let crc = 0;
  let length = 0;
  yield HEADER;
  for (const piece of pieces) {
    // zlib's crc32 of no bytes begins anew
    if (piece.length === 0) continue;
    crc = crc32(piece, crc);
    length += piece.length;
    yield deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH });
  }
  yield deflateRawSync(new Uint8Array(0));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  yield trailer;
}

/** Deflate, no flags, no time, no extra flags, system unknown. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
