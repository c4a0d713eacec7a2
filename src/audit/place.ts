const LF = 10;
const CR = 13;

/** A place in a file as an editor counts it: lines and columns from 1, columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where byte `at` lies, given a record that starts at byte `recordFrom` on line `recordLine`. */
export function placeOf(
  bytes: Uint8Array,
  recordFrom: number,
  recordLine: number,
  at: number,
  loneCr = false,
): TextPlace {
  let line = recordLine;
  let lineFrom = recordFrom;
  for (let i = recordFrom; i < at; i++) {
    const byte = bytes[i];
    if (byte !== LF && !(loneCr && byte === CR && bytes[i + 1] !== LF)) continue;
    line += 1;
    lineFrom = i + 1;
  }
  return { line, column: utf16Length(bytes, lineFrom, at) + 1 };
}

/** UTF-16 units of a stretch of UTF-8: one a lead byte, two where it starts a sequence of four bytes. */
function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
