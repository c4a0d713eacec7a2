import { describe, expect, test } from "vitest";
import {
  ALONE,
  BY_CLAUSE,
  BY_TURN,
  createFolded,
  edgeAt,
  endOf,
  findOutside,
  foldText,
  INSIDE,
  JOINED,
  JUMPS,
} from "../../src/phrases/folded.js";

const folded = createFolded();

function fold(text: string) {
  const bytes = new TextEncoder().encode(text);
  foldText(bytes, 0, bytes.length, folded);
  findOutside(folded);
  return folded;
}

const chars = (text: string) => {
  const { code, length } = fold(text);
  return Array.from({ length }, (_, i) => String.fromCodePoint(code[i]!)).join("");
};
/** Edges of the boundaries, as digits. */
const edges = (text: string) => {
  const result = fold(text);
  return Array.from({ length: result.length + 1 }, (_, i) => edgeAt(result, i)).join("");
};
const withFlag = (text: string, flag: number) => {
  const { code, length, flags } = fold(text);
  return Array.from({ length }, (_, i) =>
    (flags[i]! & flag) !== 0 ? String.fromCodePoint(code[i]!) : "·",
  ).join("");
};
const columnOf = (text: string, column: "lead" | "trail") =>
  Array.from(fold(text)[column].slice(0, folded.length + 1));

describe("a folded turn", () => {
  test("keeps characters and fillers, and knows the bytes of each", () => {
    expect(chars("這 個　我ＯＫ呃，處😭理𠮷")).toBe("这个我ok呃处理𠮷");
    const text = "a 處😭𠮷。";
    const result = fold(text);
    const bytes = new TextEncoder().encode(text);
    const cut = Array.from({ length: result.length }, (_, i) =>
      new TextDecoder().decode(bytes.subarray(result.from[i]!, endOf(result, i))),
    );
    expect(cut).toEqual(["a", "處", "𠮷"]);
  });

  test("remembers what ends between characters", () => {
    expect(edges("我，你。他 她")).toBe("01200");
    expect(edges("“我”？！你😭")).toBe("121");
    expect(edges("…我")).toBe("20");
    expect(edges("")).toBe("0");
    expect(edges("。")).toBe("2");
  });

  test("a mark inside a word or number ends nothing; elsewhere it does", () => {
    expect(edges("3.5")).toBe("000");
    expect(edges("1,000")).toBe("00000");
    expect(edges("can’t")).toBe("00000");
    expect(edges("e-mail")).toBe("000000");
    expect(edges("a,b")).toBe("010");
    expect(edges("ok. no")).toBe("00200");
    expect(edges("a.。b")).toBe("020");
    expect(edges("我.你")).toBe("020");
    expect(edges("5.")).toBe("02");
    expect(edges("5. 6")).toBe("020");
  });

  test("marks what may be skipped: fillers, the first of a repeated character, fillers of several characters", () => {
    expect(withFlag("我呃我，我们", ALONE)).toBe("我呃我··");
    expect(withFlag("11二二aa谢谢", ALONE)).toBe("······谢·");
    expect(withFlag("要那个，这呃个就 是说然、后", JUMPS)).toBe("·那·这··就·····".slice(0, 11));
    const result = fold("这呃个了");
    expect(result.jump[0]).toBe(3);
  });

  test("knows which letters continue a word of the original", () => {
    expect(withFlag("ab c1 我d", JOINED)).toBe("·b·1··");
    expect(withFlag("a我b", JOINED)).toBe("···");
  });

  test("looks outside past what may be skipped", () => {
    expect(columnOf("呃我你，那个他", "lead")).toEqual([
      BY_TURN,
      BY_TURN,
      INSIDE,
      BY_CLAUSE,
      INSIDE,
      BY_CLAUSE,
      INSIDE,
    ]);
    expect(columnOf("我呢，你那个呀", "trail")).toEqual([
      INSIDE,
      BY_CLAUSE,
      BY_CLAUSE,
      BY_TURN,
      INSIDE,
      BY_TURN,
      BY_TURN,
    ]);
  });

  test("text of megabytes gets room for its characters, not for its bytes", () => {
    const room = createFolded();
    const bytes = new TextEncoder().encode("我".repeat(1_000_000));
    foldText(bytes, 0, bytes.length, room);
    expect(room.length).toBe(1_000_000);
    expect(room.code.length).toBeLessThan(1_100_000);
  });
});
