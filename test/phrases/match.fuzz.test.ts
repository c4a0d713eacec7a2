import fc from "fast-check";
import { expect, test } from "vitest";
import { createFolded, endOf, foldText } from "../../src/phrases/folded.js";
import { matchesEmpty } from "../../src/phrases/literals.js";
import { createMatcher, type Matcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createQuickMatcher } from "../../src/phrases/quick.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { anyPiece, anyText, stuffedText } from "./arbitraries.js";
import { notation, referenceMatches } from "./reference.js";

const resolver = createResolver(new Map());
const folded = createFolded();
const matcher = createMatcher();
const quick = createQuickMatcher(createMatcher());

test("the matchers find what backtracking over every start finds, text after text", () => {
  const anyTexts = fc.array(fc.oneof(anyText(14), stuffedText), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(anyPiece, anyTexts, (piece, texts) => {
      const phrase = notation(piece);
      fc.pre(!phrase.includes("()"));
      const tree = resolver.resolve(phrase, []);
      fc.pre(!matchesEmpty(tree));
      const program = compileProgram(tree);
      const machine = quick.of(program);
      for (const text of texts) {
        const bytes = new TextEncoder().encode(text);
        foldText(bytes, 0, bytes.length, folded);
        const expected = referenceMatches(piece, text);
        expect(places(matcher.find(program, folded, false), matcher)).toEqual(expected);
        expect(places(quick.find(machine, folded, false), quick)).toEqual(expected);
        const middle = [folded.length >> 2, folded.length - (folded.length >> 3)] as const;
        expect(places(quick.find(machine, folded, true, ...middle), quick)).toEqual(
          places(matcher.find(program, folded, true, ...middle), matcher),
        );
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1500) },
  );
}, 600_000);

function places(count: number, { starts, ends }: Pick<Matcher, "starts" | "ends">) {
  return Array.from({ length: count }, (_, i) => ({
    from: folded.from[starts[i]!]!,
    to: endOf(folded, ends[i]! - 1),
  }));
}
