import fc from "fast-check";
import { expect, test } from "vitest";
import { SPEAKER } from "../../src/model/fields.js";
import { createFolded, endOf, foldText } from "../../src/phrases/folded.js";
import { compilePhraseBook, PhraseError } from "../../src/phrases/index.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { anyPiece, anyText, stuffedText } from "./arbitraries.js";
import { bookOf, scanText } from "./helpers.js";
import { notation, type Piece, referenceMatches, strings } from "./reference.js";

const RUNS = Number(process.env.FUZZ_RUNS ?? 600);
const NOTHING_SHARED = { named: {}, guards: [] };

interface Found {
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
}

/** Hits of a book in which every phrase is a list of its own, so that nothing is merged. */
function scanWith(phrases: readonly string[], texts: readonly string[]): Found[][] {
  const lists = phrases.map((phrase, i) => ({ id: `${i}`, phrases: [phrase], speaker: "agent" as const }));
  const book = compilePhraseBook(lists, NOTHING_SHARED);
  const scanner = book.scanner();
  return texts.map((text) => {
    const bytes = new TextEncoder().encode(`x${text}`);
    const count = scanner.scan(bytes, 1, bytes.length, SPEAKER.agent);
    return Array.from({ length: count }, (_, i) => ({
      phrase: phrases[scanner.hits.list[i]!]!,
      from: scanner.hits.from[i]!,
      to: scanner.hits.to[i]!,
    }));
  });
}

function inOrder(found: readonly Found[]): Found[] {
  const key = ({ phrase, from }: Found) => `${phrase} ${String(from).padStart(9, "0")}`;
  return [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Only phrases that a book takes: they need a literal, and must not match the empty text. */
function isAllowed(phrase: string): boolean {
  try {
    compilePhraseBook([{ id: "x", phrases: [phrase], speaker: "agent" }], NOTHING_SHARED);
    return true;
  } catch (error) {
    if (error instanceof PhraseError) return false;
    throw error;
  }
}

const someText = fc.oneof(anyText(14), stuffedText);

const somePieces = fc
  .array(anyPiece, { minLength: 1, maxLength: 6 })
  .map((pieces) => {
    const byPhrase = new Map(pieces.map((piece) => [notation(piece), piece] as const));
    return [...byPhrase].filter(([phrase]) => isAllowed(phrase));
  })
  .filter((pieces) => pieces.length > 0);

test("a scan finds what the slow implementation finds, phrase by phrase", () => {
  fc.assert(
    fc.property(somePieces, fc.array(someText, { minLength: 1, maxLength: 4 }), (pieces, texts) => {
      const found = scanWith(
        pieces.map(([phrase]) => phrase),
        texts,
      );
      texts.forEach((text, i) => {
        const expected = pieces.flatMap(([phrase, piece]: readonly [string, Piece]) =>
          referenceMatches(piece, text).map((span) => ({ phrase, ...span })),
        );
        expect(inOrder(found[i]!)).toEqual(inOrder(expected));
      });
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test("a hit is as written exactly when its quote is one of the strings that the phrase stands for", () => {
  fc.assert(
    fc.property(somePieces, someText, (pieces, text) => {
      for (const [phrase, piece] of pieces) {
        const written = strings(piece);
        if (written === null) continue;
        const book = bookOf([phrase]);
        for (const { quote, how } of scanText(book, book.scanner(), text))
          expect(how).toBe(written.includes(quote) ? "as-written" : "folded");
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test("the literals hide no phrase: a scan finds what every phrase's matcher finds on long texts", () => {
  const resolver = createResolver(new Map());
  const folded = createFolded();
  const matcher = createMatcher();
  fc.assert(
    fc.property(
      somePieces,
      fc.array(fc.oneof(anyText(60), stuffedText), { minLength: 1, maxLength: 4 }),
      (pieces, texts) => {
        const phrases = pieces.map(([phrase]) => phrase);
        const found = scanWith(phrases, texts);
        texts.forEach((text, i) => {
          const bytes = new TextEncoder().encode(text);
          foldText(bytes, 0, bytes.length, folded);
          const expected = phrases.flatMap((phrase) => {
            const count = matcher.find(compileProgram(resolver.resolve(phrase, [])), folded, false);
            return Array.from({ length: count }, (_, hit) => ({
              phrase,
              from: folded.from[matcher.starts[hit]!]!,
              to: endOf(folded, matcher.ends[hit]! - 1),
            }));
          });
          expect(inOrder(found[i]!)).toEqual(inOrder(expected));
        });
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

test("bytes that are not UTF-8 neither crash nor loop, and hits lie inside the text", () => {
  const book = compilePhraseBook(
    [
      {
        id: "a",
        phrases: ["我…4不了", "(处|)理", "abc", "<呃"],
        regex: ["不.{0,3}了", "[a-z]+x"],
        speaker: "any",
      },
    ],
    { named: {}, guards: [{ id: "q", quoted: true }] },
  );
  const scanner = book.scanner();
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.constantFrom("我处理不了", "呃", "“abc”", "😭").map((text) => new TextEncoder().encode(text)),
    fc.constantFrom([0xe6], [0xe6, 0x88], [0xf0, 0x9f, 0x98], [0xc0, 0x80], [0xff], [0xed, 0xa0, 0x80]),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const bytes = Uint8Array.from(pieces.flatMap((part) => [...part]));
      const count = scanner.scan(bytes, 0, bytes.length, SPEAKER.customer);
      for (let i = 0; i < count; i++) {
        expect(scanner.hits.from[i]!).toBeLessThan(scanner.hits.to[i]!);
        expect(scanner.hits.to[i]!).toBeLessThanOrEqual(bytes.length);
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);
