import { expect, test } from "vitest";
import { createFolded, foldText } from "../../src/phrases/folded.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createQuickMatcher } from "../../src/phrases/quick.js";
import { createResolver } from "../../src/phrases/resolve.js";

const resolver = createResolver(new Map());
const program = (phrase: string) => compileProgram(resolver.resolve(phrase, []));

/** Compares with the simulation, phrase by phrase and text after text. */
function expectSame(phrases: readonly string[], texts: readonly string[]): void {
  const slow = createMatcher();
  const quick = createQuickMatcher(createMatcher());
  const folded = createFolded();
  const programs = phrases.map(program);
  const machines = programs.map(quick.of);
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    foldText(bytes, 0, bytes.length, folded);
    programs.forEach((one, at) => {
      for (const everyEnd of [false, true]) {
        const expected = slow.find(one, folded, everyEnd);
        expect(quick.find(machines[at]!, folded, everyEnd)).toBe(expected);
        expect(quick.starts.slice(0, expected)).toEqual(slow.starts.slice(0, expected));
        expect(quick.ends.slice(0, expected)).toEqual(slow.ends.slice(0, expected));
      }
    });
  }
}

const PHRASES = ["我…4(处理|解决)不了", "<处理", "^(呃|那个|)我…2不了>", "#天…4了"];
const TEXTS = ["我这边处理不了。", "那个，我处理，不了，解决不了", "处理3天了我真的解决不了"];

/** As many different characters as said, in texts of so many each. */
function manyCharacters(count: number, each: number): string[] {
  const codes = Array.from({ length: count }, (_, at) => 0x20000 + at);
  return Array.from({ length: Math.ceil(count / each) }, (_, at) =>
    String.fromCodePoint(...codes.slice(at * each, (at + 1) * each)),
  );
}

test("more characters than are told apart, text after text: known ones are forgotten, not mistaken", () => {
  const strange = manyCharacters(40_000, 500);
  expectSame(
    PHRASES,
    strange.map((text, at) => `${TEXTS[at % TEXTS.length]}${text}${TEXTS[at % 2]}`),
  );
});

test("more characters in one text than are told apart", () => {
  const strange = manyCharacters(20_000, 20_000)[0]!;
  expectSame(PHRASES, [`${TEXTS[0]}${strange}${TEXTS[1]}`, ...TEXTS]);
});

test("more characters in a phrase than a byte can number", () => {
  const many = manyCharacters(600, 1);
  const texts = many.map((char, at) => `我${char}${at % 3 === 0 ? "，" : ""}不了`);
  expectSame([`我(${many.join("|")}|呃)不了`, `我…2(${many.join("|")})`], [...texts, ...TEXTS, ...texts]);
});

test("a phrase that begins where the turn does, behind fillers or not at all", () => {
  const texts = ["那个，呃，我不了", "这边我不了。呃我不了", "那个那个人，我不了", "我，我不了"];
  expectSame(["^我不了", "(^|>)我不了", "^(呃|)我…4了$"], texts);
});
