import { expect, test } from "vitest";
import { isChinese, isChineseText } from "../../src/checks/spoken-language.js";
import { SPEAKER } from "../../src/model/fields.js";

const encoder = new TextEncoder();

function spoken(...said: readonly (readonly [keyof typeof SPEAKER, string])[]) {
  const texts = said.map(([, text]) => encoder.encode(text));
  const bytes = Uint8Array.from(texts.flatMap((text) => [...text]));
  const textTo = texts.map((_, at) => texts.slice(0, at + 1).reduce((sum, text) => sum + text.length, 0));
  return {
    turns: said.length,
    bytes,
    speaker: said.map(([by]) => SPEAKER[by]),
    textFrom: textTo.map((to, at) => to - texts[at]!.length),
    textTo,
  };
}

test.each([
  ["您好，请讲", true],
  ["Hello, how can I help you?", false],
  ["您的iPhone 15 Pro Max已经发货", true],
  ["please say 你好 to them", false],
  ["這個我處理不了", true],
  ["OK", false],
  ["138 0013 8000", null],
  ["……😭", null],
  ["", null],
])("%s", (text, chinese) => {
  expect(isChineseText(encoder.encode(text))).toBe(chinese);
});

test("the agent's words decide, whatever the customer and the system say", () => {
  expect(isChinese(spoken(["customer", "hello, is anybody there"], ["agent", "您好，请讲"]))).toBe(true);
  expect(isChinese(spoken(["customer", "你好，有人吗"], ["agent", "Hello"], ["system", "会话结束"]))).toBe(
    false,
  );
  expect(isChinese(spoken(["agent", "好的，稍等"], ["agent", "ok let me see"]))).toBe(false);
  expect(isChinese(spoken(["agent", "好的，请您稍等一下"], ["agent", "ok, sure"]))).toBe(true);
});

test("where the agent wrote no words the customer's decide, and where nobody did nothing is told", () => {
  expect(isChinese(spoken(["agent", "123"], ["customer", "where is it"]))).toBe(false);
  expect(isChinese(spoken(["customer", "在吗"]))).toBe(true);
  expect(isChinese(spoken(["agent", "123"], ["system", "ended"]))).toBe(null);
});
