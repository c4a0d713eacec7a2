import fc from "fast-check";
import { expect, test } from "vitest";
import { visible, visibleInCell } from "../../src/messages/index.js";

test.each([
  ["\u001b[31m红\u001b[0m", "␛[31m红␛[0m"],
  ["一\r\n二\n三\r四", "一⏎二⏎三⏎四"],
  ["\u0000\u0007\t\u007f", "␀␇␉␡"],
  ["\u009b31m", "\\u{009B}31m"],
  ["a\u202eb\u2066c\u200bd\ufeff", "a\\u{202E}b\\u{2066}c\\u{200B}d\\u{FEFF}"],
  ["soft\u00adhyphen", "soft\\u{00AD}hyphen"],
  ["\ud800", "\\u{D800}"],
  ["tag\u{e0041}", "tag\\u{E0041}"],
  ["\u3164", "\\u{3164}"],
  ["\u0301a", "\\u{0301}a"],
  ["你好，世界！“好的” ABC é ñ 😀", "你好，世界！“好的” ABC é ñ 😀"],
  ["❤\ufe0f 谢谢", "❤\ufe0f 谢谢"],
  ["a\ufe0f", "a\\u{FE0F}"],
  ["🙇\u200d♂\ufe0f", "🙇♂\ufe0f"],
])("%j", (raw, shown) => {
  expect(visible(raw)).toBe(shown);
});

test("marks do not pile up without end", () => {
  expect(visible(`e${"\u0301".repeat(6)}`)).toBe(`e${"\u0301".repeat(4)}\\u{0301}\\u{0301}`);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "\u001b",
      "\n",
      "\r",
      "\u202e",
      "\u200d",
      "\ufe0f",
      "😀",
      "\u0301",
      "字",
      "a",
      "1",
      "\u{e0101}",
    ),
  }),
);

test("nothing that steers a terminal or hides gets through, and what is shown stays as it is", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = visible(text);
      for (const character of shown) {
        expect(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)).toBe(false);
        if (character !== "\ufe0f" && character !== "\ufe0e") {
          expect(/\p{Default_Ignorable_Code_Point}/u.test(character)).toBe(false);
        }
      }
      expect(visible(shown)).toBe(shown);
    }),
    { numRuns: 500 },
  );
});

test("a cell keeps its line breaks and tabs, and nothing else", () => {
  expect(visibleInCell("a\tb\r\nc\u001b\u202e")).toBe("a\tb\r\nc␛\\u{202E}");
});
