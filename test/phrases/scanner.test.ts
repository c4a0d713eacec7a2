import { describe, expect, test } from "vitest";
import { SPEAKER } from "../../src/model/fields.js";
import { compilePhraseBook } from "../../src/phrases/index.js";
import { agentList, bookOf, quotes, scanText } from "./helpers.js";

const CANNOT = ["(我|我们|这边)…4(处理|解决|办)不了", "处理不了"];

describe("hits", () => {
  test.each<[string, string, number, string]>([
    ["这个我处理不了。", "我处理不了", 2, "as-written"],
    ["這個我處理不了。", "我處理不了", 2, "folded"],
    ["这个我处理 不了。", "我处理 不了", 2, "folded"],
    ["这 个 我 处 理 不 了 ！", "我 处 理 不 了", 4, "folded"],
    ["😭😭我处理不了😭", "我处理不了", 4, "as-written"],
    ["𠮷，处𠮷处理不了", "处理不了", 6, "as-written"],
    ["我呃，那个，处理不了", "我呃，那个，处理不了", 0, "folded"],
    ["我\u200b处\u200d理不了", "我\u200b处\u200d理不了", 0, "folded"],
    ["处理不不了啊", "处理不不了", 0, "folded"],
    ["处那那个理不了", "处那那个理不了", 0, "folded"],
    ["您说“处理不了”", "处理不了", 3, "as-written"],
    ["他说：处“理”不了", "处“理”不了", 3, "folded"],
    ["我真的是处理不了", "我真的是处理不了", 0, "as-written"],
    ["我真，的是处理不了", "我真，的是处理不了", 0, "folded"],
  ])("%s: place and how", (text, quote, from, how) => {
    const book = bookOf(CANNOT);
    expect(scanText(book, book.scanner(), text)).toMatchObject([{ quote, from, how }]);
  });

  test("as written means as the phrase was written, its spaces and marks included", () => {
    const hows = (phrase: string, text: string) => {
      const book = bookOf([phrase]);
      return scanText(book, book.scanner(), text).map(({ how }) => how);
    };
    expect(hows("Can not", "Can not")).toEqual(["as-written"]);
    expect(hows("Can not", "can not")).toEqual(["folded"]);
    expect(hows("Can not", "Cannot")).toEqual(["folded"]);
    expect(hows("這個", "這個")).toEqual(["as-written"]);
    expect(hows("這個", "这个")).toEqual(["folded"]);
    expect(hows("(這個|这个)", "这个")).toEqual(["as-written"]);
    expect(hows("您好，请讲", "您好，请讲")).toEqual(["as-written"]);
    expect(hows("您好，请讲", "您好请讲")).toEqual(["folded"]);
    expect(hows("第#条", "第３条")).toEqual(["as-written"]);
    expect(hows("第#条", "第3，条")).toEqual(["folded"]);
    expect(hows("可以啊", "可以啊")).toEqual(["as-written"]);
    expect(hows("我处理", "我呃处理")).toEqual(["folded"]);
  });

  test("of one list the longest of those that overlap, of several lists all, in text order", () => {
    const book = compilePhraseBook(
      [
        agentList(["处理", "处理不了", "不了啊"], { id: "a" }),
        agentList(["理不"], { id: "b" }),
        agentList(["处理"], { id: "c" }),
      ],
      { named: {}, guards: [] },
    );
    const hits = scanText(book, book.scanner(), "处理不了啊，处理").map(({ id, quote, from }) => [
      id,
      quote,
      from,
    ]);
    expect(hits).toEqual([
      ["c", "处理", 0],
      ["a", "处理不了", 0],
      ["b", "理不", 1],
      ["a", "处理", 6],
      ["c", "处理", 6],
    ]);
  });

  test("what the text holds before and after its bounds is not seen", () => {
    expect(quotes("处理不了", "处理")).toEqual([]);
    expect(quotes("不了处理", "")).toEqual([]);
    expect(quotes("<好", "好")).toEqual(["好"]);
  });

  test("the folded text of the last scan is there for the asking", () => {
    const book = bookOf(CANNOT);
    const scanner = book.scanner();
    scanText(book, scanner, "這 個，呃處理ＯＫ");
    expect([scanner.folded("kept"), scanner.folded("left-out")]).toEqual(["这个呃处理ok", "这个处理ok"]);
  });
});

describe("speakers and lists", () => {
  const lists = [
    agentList(["处理不了"], { id: "agent" }),
    agentList(["投诉"], { id: "customer", speaker: "customer" }),
    agentList(["您好"], { id: "any", speaker: "any" }),
  ];
  const text = "您好，处理不了，投诉";
  const idsFor = (speaker: number, only?: readonly string[]) => {
    const book = compilePhraseBook(lists, { named: {}, guards: [] }, only === undefined ? {} : { only });
    return scanText(book, book.scanner(), text, speaker).map(({ id }) => id);
  };

  test("each speaker is held to its own lists and those for any; others to none", () => {
    expect(idsFor(SPEAKER.agent)).toEqual(["any", "agent"]);
    expect(idsFor(SPEAKER.customer)).toEqual(["any", "customer"]);
    expect(idsFor(SPEAKER.system)).toEqual([]);
    expect(idsFor(SPEAKER.unknown)).toEqual([]);
  });

  test("a book of some lists matches only those, and knows the others by name", () => {
    expect(idsFor(SPEAKER.agent, ["agent"])).toEqual(["agent"]);
    const book = compilePhraseBook(
      [...lists, agentList(["(@any|@agent)啊"], { id: "uses" })],
      { named: {}, guards: [] },
      { only: ["uses"] },
    );
    expect([book.lists, book.listIndex("uses"), book.listIndex("agent")]).toEqual([["uses"], 0, -1]);
    expect(scanText(book, book.scanner(), "处理不了啊").map(({ quote }) => quote)).toEqual(["处理不了啊"]);
  });

  test("one id for two lists is an error", () => {
    expect(() => compilePhraseBook([lists[0]!, lists[0]!], { named: {}, guards: [] })).toThrowError(
      expect.objectContaining({ code: "duplicate-list", path: ["lists", "agent"] }),
    );
  });

  test("a book without phrases finds nothing", () => {
    const book = compilePhraseBook([], { named: {}, guards: [] });
    expect(scanText(book, book.scanner(), text)).toEqual([]);
  });

  test("scanners of one book do not disturb each other", () => {
    const book = bookOf(CANNOT);
    const [one, two] = [book.scanner(), book.scanner()];
    scanText(book, one, "处理不了");
    scanText(book, two, "我们办不了，处理不了");
    expect([one.hits.from[0], one.hits.to[0]]).toEqual([0, 12]);
  });
});

describe("large texts", () => {
  function scanLarge(phrases: readonly string[], text: string) {
    const bytes = new TextEncoder().encode(text);
    const scanner = bookOf(phrases).scanner();
    const count = scanner.scan(bytes, 0, bytes.length, SPEAKER.agent);
    return {
      from: Array.from(scanner.hits.from.subarray(0, count)),
      to: Array.from(scanner.hits.to.subarray(0, count)),
    };
  }

  test("megabytes in one turn: every hit at its place", () => {
    const clause = "今天天气很好，".repeat(50);
    const { from, to } = scanLarge(CANNOT, `${clause}我处理不了。`.repeat(4000));
    const period = (7 * 50 + 6) * 3;
    expect(period * 4000).toBeGreaterThan(4_000_000);
    expect(from).toEqual(Array.from({ length: 4000 }, (_, i) => i * period + 7 * 50 * 3));
    expect(to.every((end, i) => end === from[i]! + 15)).toBe(true);
  });

  test("more hits than any buffer holds at first", () => {
    const { from } = scanLarge(["不了", "我…2办"], "不了我去办".repeat(20_000));
    expect(from).toEqual(Array.from({ length: 40_000 }, (_, i) => (i >> 1) * 15 + (i & 1) * 6));
  });

  test("a turn of nothing but fillers and stammers neither hangs nor hides the phrase", () => {
    const book = bookOf(["对对对处理不了", "那个这个处理"]);
    const scanner = book.scanner();
    expect(scanText(book, scanner, `${"对".repeat(20_000)}处理不了`)).toHaveLength(1);
    expect(scanText(book, scanner, `${"那个这个".repeat(10_000)}处理`)).toHaveLength(1);
  });
});
