import { describe, expect, test } from "vitest";
import { loadWordTable } from "../../../src/intake/tables.js";
import { isMissing } from "../../../src/intake/values/cell.js";
import { type CodedType, codeReader, UNKNOWN_WORD } from "../../../src/intake/values/codes.js";
import { CHANNELS, DIRECTIONS, OUTCOMES, SPEAKERS } from "../../../src/model/fields.js";

function code(type: CodedType, word: string, told: Record<string, string> = {}): number {
  const cell = Buffer.from(word);
  return codeReader(type, loadWordTable(), told)(cell, 0, cell.length);
}

describe("words that mean one of a few things", () => {
  test.each([
    ["ANSWERED", "answered"],
    ["已接听", "answered"],
    ["Y", "answered"],
    ["NO ANSWER", "unanswered"],
    ["no-answer", "unanswered"],
    ["未接通", "unanswered"],
    ["HANG", "abandoned"],
    ["排队放弃", "abandoned"],
    ["BUSY", "busy"],
    ["CONGESTION", "failed"],
    ["Voicemail", "voicemail"],
    ["掉线", "dropped"],
  ])("outcome %s", (word, meaning) => {
    expect(OUTCOMES[code("outcome", word)]).toBe(meaning);
  });
  test.each([
    ["direction", "呼入", DIRECTIONS.indexOf("inbound")],
    ["direction", " Outgoing ", DIRECTIONS.indexOf("outbound")],
    ["channel", "在线客服", CHANNELS.indexOf("chat")],
    ["channel", "E-Mail", CHANNELS.indexOf("email")],
    ["speaker", "坐席", SPEAKERS.indexOf("agent")],
    ["speaker", "智能机器人小蜜", SPEAKERS.indexOf("system")],
    ["speaker", "客服2号", SPEAKERS.indexOf("agent")],
    ["flag", "是", 1],
    ["flag", "N", 0],
  ] as const)("%s %s", (type, word, expected) => {
    expect(code(type, word)).toBe(expected);
  });
  test("the user's own words come first", () => {
    expect(OUTCOMES[code("outcome", "AGENT", { agent: "voicemail" })]).toBe("voicemail");
  });
  test("an unknown word is told from an empty cell", () => {
    expect(code("outcome", "purple")).toBe(UNKNOWN_WORD);
    expect(code("outcome", "")).toBeNaN();
    expect(code("outcome", "NULL")).toBeNaN();
  });
});

test.each([
  "",
  "[None]",
  "[No associated user]",
  "NULL",
  "NO_SERVER",
  "nan",
  "NaN",
  "N/A",
  "-",
  "\\N",
  "#N/A",
  "无",
])("%j is how exports write nobody", (word) => {
  const cell = Buffer.from(word);
  expect(isMissing(cell, 0, cell.length)).toBe(true);
});

test.each(["0", "0:00:00", "none of these", "NO", "Nan Li"])("%j is a value", (word) => {
  const cell = Buffer.from(word);
  expect(isMissing(cell, 0, cell.length)).toBe(false);
});
