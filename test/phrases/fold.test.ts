import TSCharacters from "opencc-js/dict/TSCharacters";
import { describe, expect, test } from "vitest";
import {
  CLAUSE_EDGE,
  FILLER,
  FILLER_CHARACTERS,
  foldCodePoint,
  kindOf,
  NUMERAL,
  SENTENCE_EDGE,
  WORD,
} from "../../src/phrases/fold.js";

const fold = (text: string) =>
  [...text]
    .map((char) => foldCodePoint(char.codePointAt(0)!))
    .map((code) => (code === 0 ? "" : String.fromCodePoint(code)))
    .join("");

describe("folding of characters", () => {
  test("width, case, script and compatibility forms", () => {
    expect(fold("ＡＢＣａｂｃ１２３ ABC")).toBe("abcabc123abc");
    expect(fold("我沒辦法處理這個問題")).toBe("我没办法处理这个问题");
    expect(fold("⼀①Ⓐ𝐀Éſ")).toBe("一1aaes");
  });

  test("every traditional character of OpenCC folds like its simplified one, also along chains", () => {
    for (const pair of TSCharacters.split("|")) {
      const [traditional, simplified] = pair.split(" ");
      expect(fold(traditional!), pair).toBe(fold(simplified!));
    }
    expect(fold("麼么薴苧")).toBe("么么苎苎");
  });

  test("variants that running text mixes become one; 您 is not 你", () => {
    for (const pair of ["著着", "妳你", "祇只", "瞭了", "甚什", "帐账"])
      expect(fold(pair[0]!)).toBe(fold(pair[1]!));
    expect(fold("您")).not.toBe(fold("你"));
    expect(fold("她他它")).toBe("她他它");
  });

  test("is idempotent on all of Unicode, one to one, and skips what the categories say", () => {
    const marks = /[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{P}\p{S}\p{Mn}\p{Me}]/u;
    for (let code = 0; code <= 0x10ffff; code++) {
      const folded = foldCodePoint(code);
      if (folded !== 0 && foldCodePoint(folded) !== folded) expect.fail(`U+${code.toString(16)} folds twice`);
      if (code >= 0xd800 && code < 0xe000) continue;
      const char = String.fromCodePoint(code);
      const isSkipped = folded === 0;
      // Compatibility forms of letters and digits are kept although some are symbols themselves: Ⓐ, 🄰.
      const one = char.normalize("NFKC");
      const compatible = [...one].length === 1 ? one : char;
      if (isSkipped !== marks.test(compatible))
        expect.fail(`U+${code.toString(16)} ${char} skipped: ${isSkipped}`);
    }
  }, 60_000);

  test("edges: sentences, clauses, and marks that end nothing", () => {
    for (const char of "。！？!?；;….\n｡") expect(kindOf(char.codePointAt(0)!), char).toBe(SENTENCE_EDGE);
    for (const char of "，、,：“”「」（）~～—😭★")
      expect(kindOf(char.codePointAt(0)!), char).toBe(CLAUSE_EDGE);
    for (const char of " \u3000\t\u200b\u200d\ufe0f$+=") expect(kindOf(char.codePointAt(0)!), char).toBe(0);
  });

  test("kinds of kept characters go with every spelling", () => {
    for (const char of `${FILLER_CHARACTERS}誒`)
      expect(kindOf(char.codePointAt(0)!) & FILLER, char).toBe(FILLER);
    for (const char of "额恩吧吗了唔的") expect(kindOf(char.codePointAt(0)!) & FILLER, char).toBe(0);
    for (const char of "aZｂ9９éß𝐀") expect(kindOf(char.codePointAt(0)!) & WORD, char).toBe(WORD);
    for (const char of "0９零〇一兩萬半幾")
      expect(kindOf(char.codePointAt(0)!) & NUMERAL, char).toBe(NUMERAL);
    expect(kindOf("我".codePointAt(0)!)).toBe(0);
  });

  test("numbers beyond Unicode are skipped, not folded", () => {
    expect(foldCodePoint(0x1fffff)).toBe(0);
    expect(foldCodePoint(0)).toBe(0);
  });
});
