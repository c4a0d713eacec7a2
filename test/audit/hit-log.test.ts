import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedLogs, type LoggedHits, readHits, writeHits } from "../../src/audit/hit-log.js";

type Turn = readonly [line: number, book: number, hits: readonly (readonly number[])[]];

const turns: fc.Arbitrary<readonly Turn[]> = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 2, max: 5000 }),
    fc.integer({ min: 0, max: 1 }),
    fc.array(fc.tuple(fc.nat(500), fc.nat(900), fc.nat(90_000), fc.nat(90_000), fc.nat(2)), { maxLength: 3 }),
  ),
  { selector: ([line]) => line, maxLength: 40 },
);

function logOf(all: readonly Turn[]): LoggedHits | null {
  const writer = writeHits();
  for (const [line, book, hits] of all) {
    writer.turn(line, book);
    for (const [list, phrase, from, to, how] of hits) writer.hit(list!, phrase!, from!, to!, how!);
  }
  return writer.log();
}

function read(log: LoggedHits, line: number, book: number): readonly (readonly number[])[] | null {
  const at = readHits(log).find(line, book);
  if (at < 0) return null;
  const { first, list, phrase, from, to, how } = log;
  return Array.from({ length: first[at + 1]! - first[at]! }, (_, hit) => {
    const i = first[at]! + hit;
    return [list[i]!, phrase[i]!, from[i]!, to[i]!, how[i]!];
  });
}

describe("a log of hits", () => {
  it("gives every turn its hits again, in whatever order they were written and in however many parts", () => {
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 4 }), (all, parts) => {
        const logs = Array.from({ length: parts }, (_, part) =>
          logOf(all.filter(([line]) => line % parts === part)),
        );
        const whole = joinedLogs(logs.map((log) => log!))!;
        expect(whole).toEqual(logOf(all));
        for (const [line, book, hits] of all) {
          expect(read(whole, line, book)).toEqual(hits);
          expect(read(whole, line, 1 - book)).toBe(null);
        }
        expect(read(whole, 1, 0)).toBe(null);
        expect(read(whole, 6000, 0)).toBe(null);
      }),
    );
  });

  it("is none where two turns stand on one line: nobody could tell them apart", () => {
    const all: readonly Turn[] = [
      [7, 0, []],
      [8, 0, []],
      [7, 0, []],
    ];
    expect(logOf(all)).toBe(null);
    const parts = [all.slice(0, 2), all.slice(2)].map((part) => logOf(part)!);
    expect(joinedLogs(parts)).toBe(null);
  });
});
