// Writes src/phrases/fold-table.ts: which character folds to which, and which characters folding skips.
// Run it by hand (`node scripts/build-fold-table.mjs`) when opencc-js or the Unicode version is to be renewed;
// the table is shipped, because building it takes a third of a second and loading it a few milliseconds.
//
// Sources: traditional → simplified from OpenCC's character dictionary (opencc-js, data Apache-2.0); width, case,
// compatibility forms and categories from the Unicode data of the Node that runs this script.
import { writeFileSync } from "node:fs";
import TSCharacters from "opencc-js/dict/TSCharacters";

const LAST = 0x10ffff;

/**
 * Variants that OpenCC leaves alone because they are ambiguous in running text. Folding only has to put both
 * spellings of a word on one side, so 著 → 着 is safe here (著名 folds the same way in text and phrase); 您 stays 您.
 */
const VARIANTS = "著着妳你祇只衹只瞭了牠它甚什帐账痺痹簷檐枱台粧妆糭粽衞卫敍叙";

/** Edge levels of skipped characters; see `edgeLevel` in src/phrases/fold.ts. */
const PLAIN = 0;
const CLAUSE = 1;
const SENTENCE = 2;
const SENTENCE_ENDS = new Set("。！？!?;；….｡‼⁇⁈⁉﹖﹗﹔\n\r\u0085\u2028\u2029");
/** Mathematical signs that people type as punctuation. */
const LIKE_PUNCTUATION = new Set("~～∼〜|｜");

const simplified = new Map(TSCharacters.split("|").map((pair) => pair.split(" ")));
const variants = [...VARIANTS];
for (let i = 0; i < variants.length; i += 2) simplified.set(variants[i], variants[i + 1]);

const pairs = [];
const skipped = [];
for (let code = 0; code <= LAST; code++) {
  const char = code >= 0xd800 && code <= 0xdfff ? "" : String.fromCodePoint(code);
  const folded = fold(char);
  const level = edgeLevel(char, folded);
  if (level !== null) addSkipped(code, level);
  else if (folded !== char) pairs.push([code, folded.codePointAt(0)]);
}

const bytes = [];
writePairs();
const pairBytes = bytes.splice(0);
writeSkipped();

const lines = [
  "// Made by scripts/build-fold-table.mjs; do not edit. Traditional → simplified from OpenCC's character dictionary",
  "// (https://github.com/BYVoid/OpenCC, Apache License 2.0) by way of opencc-js; the rest from the Unicode data files.",
  "",
  `/** ${pairs.length} pairs (code point, folded code point), ascending, as base64 of varints: see unpackPairs in fold.ts. */`,
  `export const PAIRS =\n  "${Buffer.from(pairBytes).toString("base64")}";`,
  "",
  `/** ${skipped.length} ranges of code points that folding skips, with the edge they make, packed the same way. */`,
  `export const SKIPPED =\n  "${Buffer.from(bytes).toString("base64")}";`,
  "",
];
writeFileSync(new URL("../src/phrases/fold-table.ts", import.meta.url), lines.join("\n"));
process.stderr.write(`fold table: ${pairs.length} pairs, ${skipped.length} ranges\n`);

/** Applies every one-to-one step until nothing changes: OpenCC's character map alone is not idempotent (薴 → 苧 → 苎). */
function fold(char) {
  if (/\p{M}/u.test(char)) return char;
  for (let rounds = 0; rounds < 10; rounds++) {
    const next = step(char);
    if (next === char) return char;
    char = next;
  }
  throw new Error(`no end to the folding of ${char}`);
}

function step(char) {
  const compatible = char.normalize("NFKC");
  if (isOne(compatible) && compatible !== char) return compatible;
  if (/\p{Script=Latin}/u.test(char)) {
    const bare = char.normalize("NFD").replace(/\p{M}/gu, "");
    if (isOne(bare) && bare !== char) return bare;
  }
  // By way of the upper case, so that ς and σ, ſ and s become one.
  const upper = char.toUpperCase();
  const lower = (isOne(upper) ? upper : char).toLowerCase().replace(/\p{M}/gu, "");
  if (isOne(lower) && lower !== char) return lower;
  return simplified.get(char) ?? char;
}

function isOne(text) {
  return text.length > 0 && [...text].length === 1;
}

/** null: the character is kept. The category of the folded form decides (Ⓐ is a symbol that folds to a letter). */
function edgeLevel(char, folded) {
  if (char === "") return PLAIN;
  if (SENTENCE_ENDS.has(char)) return SENTENCE;
  if (LIKE_PUNCTUATION.has(char) || /[\p{P}\p{So}]/u.test(folded)) return CLAUSE;
  if (/[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}\p{S}]/u.test(folded)) return PLAIN;
  return null;
}

function addSkipped(code, level) {
  const last = skipped.at(-1);
  if (last && last[0] + last[1] === code && last[2] === level) last[1]++;
  else skipped.push([code, 1, level]);
}

function writePairs() {
  let from = 0;
  let to = 0;
  for (const pair of pairs) {
    varint(pair[0] - from);
    varint(zigzag(pair[1] - to));
    [from, to] = pair;
  }
}

function writeSkipped() {
  let from = 0;
  for (const [start, length, level] of skipped) {
    varint(start - from);
    varint(length * 4 + level);
    from = start;
  }
}

function zigzag(value) {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function varint(value) {
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  bytes.push(value);
}
