import fc from "fast-check";
import { expect, test } from "vitest";
import { INVALID, readCodePoint, readCodePointBefore } from "../../src/phrases/utf8.js";

function forward(bytes: Uint8Array): number[] {
  const reads: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = readCodePoint(bytes, at, bytes.length);
    reads.push(read >> 3);
    at += read & 7;
  }
  return reads;
}

function backward(bytes: Uint8Array): number[] {
  const reads: number[] = [];
  for (let at = bytes.length; at > 0; ) {
    const read = readCodePointBefore(bytes, 0, at);
    reads.push(read >> 3);
    at -= read & 7;
  }
  return reads.reverse();
}

test("reads what was written, from both ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = new TextEncoder().encode(text);
      const codes = Array.from(new TextDecoder().decode(bytes), (char) => char.codePointAt(0)!);
      // The decoder drops a byte order mark at the start.
      if (text.startsWith("\ufeff")) codes.unshift(0xfeff);
      expect(forward(bytes)).toEqual(codes);
      expect(backward(bytes)).toEqual(codes);
    }),
  );
});

test("both ends agree on bytes that are not UTF-8, and finish", () => {
  const bad = fc.constantFrom(0x80, 0xbf, 0xc0, 0xc2, 0xe6, 0x88, 0x91, 0xf0, 0x9f, 0xf8, 0xff, 0x41);
  fc.assert(
    fc.property(fc.array(bad), (bytes) => {
      expect(backward(Uint8Array.from(bytes))).toEqual(forward(Uint8Array.from(bytes)));
    }),
  );
  expect(forward(Uint8Array.from([0xe6, 0x88, 0x41, 0xc0, 0x80]))).toEqual([
    INVALID,
    INVALID,
    0x41,
    INVALID,
    INVALID,
  ]);
});
