import fc from "fast-check";
import { expect, test } from "vitest";
import { remembering } from "../../src/audit/remembering.js";
import { createHitColumns } from "../../src/phrases/hits.js";
import type { PhraseScanner } from "../../src/phrases/types.js";

/** Finds as many hits as the text's first byte says, all of them told by the text and its speaker. */
function countingScanner(): PhraseScanner & { scans: number } {
  const scanner = {
    scans: 0,
    hits: createHitColumns(256),
    folded: () => "",
    scan(bytes: Uint8Array, from: number, to: number, speaker: number): number {
      scanner.scans++;
      const count = from === to ? 0 : bytes[from]! % 32;
      const sum = bytes
        .subarray(from, to)
        .reduce((all, byte, at) => (all * 31 + byte * (at + 1)) | 0, speaker);
      for (let i = 0; i < count; i++) {
        scanner.hits.list[i] = sum + i;
        scanner.hits.phrase[i] = sum ^ i;
        scanner.hits.from[i] = i;
        scanner.hits.to[i] = to - from;
        scanner.hits.how[i] = (sum + i) & 3;
        scanner.hits.waived[i] = i % 3 === 0 ? -1 : i;
      }
      return count;
    },
  };
  return scanner;
}

type Shown = Pick<PhraseScanner, "hits" | "scan">;

function hits(scanner: Shown, text: Uint8Array, speaker: number): readonly (readonly number[])[] {
  // amid others, as in a file
  const bytes = Uint8Array.from([7, 7, ...text, 9]);
  const count = scanner.scan(bytes, 2, 2 + text.length, speaker);
  return Array.from({ length: count }, (_, i) => [
    scanner.hits.list[i]!,
    scanner.hits.phrase[i]!,
    scanner.hits.from[i]!,
    scanner.hits.to[i]!,
    scanner.hits.how[i]!,
    scanner.hits.waived[i]!,
  ]);
}

test("what is remembered is what a scan would find, speaker by speaker", () => {
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 3 }),
    fc.uint8Array({ minLength: 500, maxLength: 530 }),
    fc.constantFrom(...["好的", "嗯", "好的好的"].map((said) => new TextEncoder().encode(said))),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.integer({ min: 0, max: 1 })), { maxLength: 60 }), (turns) => {
      const plain = countingScanner();
      const remembered = remembering(countingScanner());
      for (const [bytes, speaker] of turns)
        expect(hits(remembered, bytes, speaker)).toEqual(hits(plain, bytes, speaker));
    }),
    { numRuns: 200 },
  );
});

test("a text is scanned once; a long one every time", () => {
  const scanner = countingScanner();
  const remembered = remembering(scanner);
  const short = new Uint8Array(512).fill(5);
  const long = new Uint8Array(513).fill(5);
  for (let i = 0; i < 3; i++) hits(remembered, short, 0);
  expect(scanner.scans).toBe(1);
  hits(remembered, short, 1);
  expect(scanner.scans).toBe(2);
  for (let i = 0; i < 3; i++) hits(remembered, long, 0);
  expect(scanner.scans).toBe(5);
});

test("when it is full it forgets, and goes on", () => {
  const plain = countingScanner();
  const scanner = countingScanner();
  const remembered = remembering(scanner);
  const text = new Uint8Array(200);
  const view = new DataView(text.buffer);
  for (let i = 0; i < 100_000; i++) {
    view.setUint32(0, i % 80_000);
    const count = remembered.scan(text, 0, text.length, 0);
    if (count !== plain.scan(text, 0, text.length, 0)) expect.fail(`text ${i}`);
    if (count > 0 && remembered.hits.list[count - 1] !== plain.hits.list[count - 1]) expect.fail(`text ${i}`);
  }
  const { scans } = scanner;
  expect(hits(remembered, text, 0)).toEqual(hits(plain, text, 0));
  expect(scanner.scans).toBe(scans);
});
