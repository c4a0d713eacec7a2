import fc from "fast-check";
import { expect, test } from "vitest";
import { createCandidateFinder } from "../../src/phrases/candidates.js";
import { createFolded, foldText } from "../../src/phrases/folded.js";
import { holdsLiteral, matchesEmpty, requiredLiterals } from "../../src/phrases/literals.js";
import { buildMachine } from "../../src/phrases/machine.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { anyPiece, anyText, stuffedText } from "./arbitraries.js";
import { notation } from "./reference.js";

test("what is in a text is a candidate, and an aside that the text may hold", () => {
  const resolver = createResolver(new Map());
  const matcher = createMatcher();
  const folded = createFolded();
  fc.assert(
    fc.property(
      fc.array(anyPiece, { minLength: 1, maxLength: 6 }),
      fc.array(fc.oneof(anyText(40), stuffedText), { minLength: 1, maxLength: 4 }),
      (pieces, texts) => {
        const trees = pieces
          .map(notation)
          .filter((phrase) => !phrase.includes("()"))
          .map((phrase) => resolver.resolve(phrase, []))
          .filter((tree) => !matchesEmpty(tree));
        const literals = trees.map(requiredLiterals);
        const finder = createCandidateFinder(
          buildMachine(
            literals.map((of) => ({ literals: () => of })),
            literals.map((_, phrase) => phrase),
            literals,
          ),
        );
        for (const text of texts) {
          const bytes = new TextEncoder().encode(`了${text}`);
          foldText(bytes, 3, bytes.length, folded);
          const count = finder.find(bytes, 3, bytes.length, () => folded);
          const candidates = [
            ...finder.phrases.subarray(0, count),
            ...finder.plain.phrase.subarray(0, finder.plain.count),
          ];
          trees.forEach((tree, phrase) => {
            if (matcher.find(compileProgram(tree), folded, false) === 0) return;
            expect(candidates).toContain(phrase);
            expect(finder.mayHold(phrase)).toBe(true);
          });
        }
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1000) },
  );
}, 600_000);

test("a phrase has a literal where it is said to", () => {
  const resolver = createResolver(new Map());
  fc.assert(
    fc.property(anyPiece, (piece) => {
      const phrase = notation(piece);
      fc.pre(!phrase.includes("()"));
      const tree = resolver.resolve(phrase, []);
      fc.pre(!matchesEmpty(tree));
      expect(holdsLiteral(tree)).toBe(requiredLiterals(tree).groups.length > 0);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1000) },
  );
});
