import fc from "fast-check";
import { expect, test } from "vitest";
import { SPEAKER } from "../../src/model/fields.js";
import { HOWS } from "../../src/model/turns.js";
import { createFolded, endOf, foldText } from "../../src/phrases/folded.js";
import { compilePhraseBook, PhraseError, type PhraseScanner } from "../../src/phrases/index.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { soundProgram } from "../../src/phrases/sound-program.js";
import { anyPiece } from "./arbitraries.js";
import { notation, type Piece, referenceMatches, type Span } from "./reference.js";

const RUNS = Number(process.env.FUZZ_RUNS ?? 600);
const NOTHING_SHARED = { named: {}, guards: [] };

/** Characters of the phrases and others that sound like them, with and without an accent; and what may stand between. */
const PARTS = [
  ..."我处理不了这个那就是说后然你人",
  ..."窝卧出里李步布料这各哪旧事世所候染拟忍认",
  ..."处里不了",
  ..."，。呃啊 Ａ1三",
  ..."處這",
  "处理",
  "不了",
  "个人",
  "那个",
  "就是说",
  "旧是说",
  "处里",
  "步了",
  "理不",
  "不，不",
];
/** Words of the phrases, with now and then another character of the same sound. */
const MISHEARD: Readonly<Record<string, string>> = {
  我: "卧",
  处: "出",
  理: "里",
  不: "步",
  了: "料",
  这: "浙",
  个: "各",
  人: "认",
  说: "所",
  那: "哪",
};
const misheardWord = fc
  .tuple(
    fc.constantFrom(
      "我处理不了",
      "处理不了",
      "我处理",
      "说处理不了个人",
      "个人",
      "理不了",
      "那个人",
      "你是人",
    ),
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 }),
  )
  .map(([word, luck]) =>
    [...word].map((char, i) => (luck[i] === 0 ? (MISHEARD[char] ?? char) : char)).join(""),
  );
const someText = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PARTS) }, { weight: 2, arbitrary: misheardWord }),
    { minLength: 2, maxLength: 10 },
  )
  .map((parts) => parts.join(""));

function scannerByEar(phrase: string): PhraseScanner {
  const lists = [{ id: "x", phrases: [phrase], speaker: "agent" as const, soundAlike: true }];
  return compilePhraseBook(lists, NOTHING_SHARED).scanner();
}

function scanByEar(scanner: PhraseScanner, text: string): (Span & { readonly how: string })[] {
  const bytes = new TextEncoder().encode(`处${text}了`);
  const count = scanner.scan(bytes, 3, bytes.length - 3, SPEAKER.agent);
  return Array.from({ length: count }, (_, i) => ({
    from: scanner.hits.from[i]!,
    to: scanner.hits.to[i]!,
    how: HOWS[scanner.hits.how[i]!]!,
  }));
}

function isAllowed(phrase: string): boolean {
  try {
    compilePhraseBook([{ id: "x", phrases: [phrase], speaker: "agent" }], NOTHING_SHARED);
    return true;
  } catch (error) {
    if (error instanceof PhraseError) return false;
    throw error;
  }
}

/** What a list of one phrase should show: what is written, and what is heard where nothing is written. */
function expected(piece: Piece, text: string) {
  const written = referenceMatches(piece, text).map((span) => ({ ...span, heard: false }));
  const heard = referenceMatches(piece, text, "ear").filter(
    ({ from, to }) => !written.some((other) => from < other.to && other.from < to),
  );
  return [...written, ...heard.map((span) => ({ ...span, heard: true }))].sort((a, b) => a.from - b.from);
}

const shown = ({ from, to, how }: Span & { readonly how: string }) => ({
  from,
  to,
  heard: how === "sound-alike",
});

const WORDS = [
  "处理",
  "不了",
  "我处理",
  "个人",
  "理不了",
  "后然",
  "人处",
  "你是人",
  "处理不了",
  "说处理",
  "我处理不了",
  "说处理不了个人",
  "那个人",
];
const word = fc
  .constantFrom(...WORDS)
  .map((text): Piece => ({ is: "all", parts: [...text].map((char): Piece => ({ is: "char", char })) }));
const choice = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((options): Piece => ({ is: "any", options }));
const between = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((most): Piece => ({ is: "gap", most })),
  fc.constantFrom<Piece>({ is: "all", parts: [] }, { is: "edge", sign: "<" }),
);
/** Words of two characters and more, alternatives of them, and gaps: every literal is looked for by sound. */
const wordyPiece = fc
  .tuple(choice, fc.array(fc.tuple(between, choice), { maxLength: 2 }))
  .map(([first, more]): Piece => ({ is: "all", parts: [first, ...more.flat()] }));

test("the program of a phrase by sound accepts what the slow implementation hears", () => {
  const resolver = createResolver(new Map());
  const folded = createFolded();
  const matcher = createMatcher();
  fc.assert(
    fc.property(
      fc.oneof(anyPiece, wordyPiece),
      fc.array(someText, { minLength: 1, maxLength: 3 }),
      (piece, texts) => {
        const program = soundProgram(compileProgram(resolver.resolve(notation(piece), [])));
        for (const text of texts) {
          const bytes = new TextEncoder().encode(text);
          foldText(bytes, 0, bytes.length, folded);
          const count = matcher.find(program, folded, false);
          const found = Array.from({ length: count }, (_, i) => ({
            from: folded.from[matcher.starts[i]!]!,
            to: endOf(folded, matcher.ends[i]! - 1),
          }));
          expect(found).toEqual(referenceMatches(piece, text, "ear"));
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

test("a scan hears nothing that the slow implementation does not, whatever the phrase", () => {
  fc.assert(
    fc.property(
      fc.oneof(anyPiece, wordyPiece),
      fc.array(someText, { minLength: 1, maxLength: 3 }),
      (piece, texts) => {
        const phrase = notation(piece);
        fc.pre(isAllowed(phrase));
        const scanner = scannerByEar(phrase);
        for (const text of texts) {
          const wanted = expected(piece, text);
          for (const hit of scanByEar(scanner, text)) expect(wanted).toContainEqual(shown(hit));
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

test("a scan hears what the slow implementation does where every literal has two characters", () => {
  fc.assert(
    fc.property(wordyPiece, fc.array(someText, { minLength: 1, maxLength: 8 }), (piece, texts) => {
      const scanner = scannerByEar(notation(piece));
      for (const text of texts) expect(scanByEar(scanner, text).map(shown)).toEqual(expected(piece, text));
    }),
    { numRuns: RUNS },
  );
}, 600_000);
