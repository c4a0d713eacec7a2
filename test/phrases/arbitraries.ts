import fc from "fast-check";
import type { Piece } from "./reference.js";

/** Few characters, so that phrases and texts meet; all that makes matching hard is among them. */
const PHRASE_CHARS = [..."我处理不了这个那就是说后然你Ab1三"];
const TEXT_CHARS = [
  ..."我处理不了这个那就是说后然你Ab1三",
  ..."我处理不了",
  ..."呃啊嗯",
  ..."這個處後",
  ..."，。 、~😭",
  ..."aＢ１\u3000\u200d𠮷",
];
const TEXT_WORDS = [
  "那个",
  "这个",
  "這個",
  "就是说",
  "然后",
  "处理",
  "不了",
  "我我",
  "不，不",
  "那呃个",
  "处处理理",
];

const WORDS = ["处理", "不了", "这个", "我处理不了", "个人", "那就是说", "理不"];

/** What may stand between the characters of a word and hide it; `*` repeats the character before. */
const STUFFING = [
  "呃",
  "那个",
  "这个",
  "那",
  "就是说",
  "然后",
  "，",
  "。",
  "呃。",
  "，呃",
  " ",
  "*",
  "*，*",
  "*个",
  "那那个",
  "呃，",
  "那个。",
  "这个，呃",
];

const stuffedWord = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.array(fc.oneof(fc.constant(""), fc.constantFrom(...STUFFING)), { minLength: 5, maxLength: 5 }),
  )
  .map(([word, stuffing]) => [...word].map((char, i) => char + stuffing[i]!.replaceAll("*", char)).join(""));

export const anyText = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...TEXT_CHARS) },
        { weight: 2, arbitrary: fc.constantFrom(...TEXT_WORDS) },
      ),
      { maxLength: longest },
    )
    .map((parts) => parts.join(""));

/**
 * Text in which words of the phrases are hidden in many ways. (A bias to the simple would leave most of them
 * out.)
 */
export const stuffedText: fc.Arbitrary<string> = fc.noBias(
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: stuffedWord },
        { weight: 1, arbitrary: fc.constantFrom(...TEXT_CHARS) },
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((parts) => parts.join("")),
);

const char = fc
  .constantFrom(...PHRASE_CHARS, "呃", "这", "𠮷")
  .map((one): Piece => ({ is: "char", char: one }));
const word = fc
  .constantFrom(...WORDS)
  .map((text): Piece => ({ is: "all", parts: [...text].map((one): Piece => ({ is: "char", char: one })) }));

const gap = fc.integer({ min: 1, max: 4 }).map((most): Piece => ({ is: "gap", most }));
const edge = fc.constantFrom("<", ">", "^", "$").map((sign): Piece => ({ is: "edge", sign: sign as "<" }));
/**
 * Two words with something between them: what phrases are mostly like, and what fillers and edges disturb.
 */
const joined = fc
  .tuple(fc.oneof(char, word), fc.oneof(gap, edge), fc.oneof(char, word))
  .map((parts): Piece => ({ is: "all", parts }));

const NOTHING: Piece = { is: "all", parts: [] };

/** Any phrase of the notation, also such as nobody would write; it may match the empty text. */
export const anyPiece: fc.Arbitrary<Piece> = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: char },
    { weight: 3, arbitrary: word },
    { weight: 1, arbitrary: fc.constant<Piece>({ is: "number" }) },
    { weight: 1, arbitrary: gap },
    { weight: 1, arbitrary: edge },
    { weight: 3, arbitrary: joined },
    {
      weight: 4,
      arbitrary: fc
        .array(tie("piece"), { minLength: 1, maxLength: 4 })
        .map((parts): Piece => ({ is: "all", parts })),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.array(tie("piece"), { minLength: 1, maxLength: 3 }), fc.boolean()).map(
        ([options, optional]): Piece => ({
          is: "any",
          options: optional ? [...options, NOTHING] : options,
        }),
      ),
    },
  ),
})).piece;
