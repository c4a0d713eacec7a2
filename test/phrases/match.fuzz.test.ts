import fc from "fast-check";
import { expect, test } from "vitest";
import { createFolded, endOf, foldText } from "../../src/phrases/folded.js";
import { matchesEmpty } from "../../src/phrases/literals.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { anyPiece, anyText, stuffedText } from "./arbitraries.js";
import { notation, referenceMatches } from "./reference.js";

const resolver = createResolver(new Map());
const folded = createFolded();
const matcher = createMatcher();

test("the matcher finds what backtracking over every start finds", () => {
  fc.assert(
    fc.property(anyPiece, fc.oneof(anyText(14), stuffedText), (piece, text) => {
      const phrase = notation(piece);
      fc.pre(!phrase.includes("()"));
      const tree = resolver.resolve(phrase, []);
      fc.pre(!matchesEmpty(tree));
      const bytes = new TextEncoder().encode(text);
      foldText(bytes, 0, bytes.length, folded);
      const count = matcher.find(compileProgram(tree), folded, false);
      const found = Array.from({ length: count }, (_, i) => ({
        from: folded.from[matcher.starts[i]!]!,
        to: endOf(folded, matcher.ends[i]! - 1),
      }));
      expect(found).toEqual(referenceMatches(piece, text));
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 3000) },
  );
}, 600_000);
