import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SPEAKER } from "../../src/model/fields.js";
import {
  compilePhraseBook,
  type GuardSource,
  type PhraseListSource,
  type PhraseWaiver,
  type Waiver,
} from "../../src/phrases/index.js";
import { agentList, type FoundHit, judged, scanText } from "./helpers.js";

const RUNS = Number(process.env.FUZZ_RUNS ?? 600);

const CANNOT = ["(我|我们|这边)…4(处理|解决|办|弄)不了", "(处理|解决|办|弄)不了"];

const GUARDS: readonly GuardSource[] = [
  { id: "negation", phrases: ["不是", "没有说", "并非", "不存在"], where: "before" },
  { id: "condition", phrases: ["如果", "要是", "万一", "假如"], where: "before", within: "clause" },
  { id: "quotation", quoted: true },
  { id: "question", phrases: ["(吗|对吧|是吧)>"], where: "after", within: "sentence" },
  { id: "third-party", phrases: ["<(商家|师傅|网点|机器人)"], where: "before" },
];

describe("guards", () => {
  test.each<[string, string, string | null]>([
    ["这个我处理不了。", "我处理不了", null],
    ["不是处理不了，只是要多走一步。", "处理不了", "negation"],
    ["如果商家处理不了可以联系我们", "处理不了", "condition"],
    ["您说“我处理不了”对吗", "我处理不了", "quotation"],
    ["您说「我 处理 不了」，我听到了", "我 处理 不了", "quotation"],
    ["如果您要退款的话，我处理不了", "我处理不了", null],
    ["不是的，我处理不了", "我处理不了", null],
    ["我处理不了，您看可以吗？", "我处理不了", "question"],
    ["我处理不了。您看可以吗？", "我处理不了", null],
    ["师傅弄不了的", "弄不了", "third-party"],
    ["不.是.處.理.不.了", "處.理.不.了", null],
    ["不 是 這 個 處 理 不 了", "處 理 不 了", "negation"],
  ])("%s", (text, quote, waived) => {
    expect(judged(CANNOT, { guards: GUARDS }, text)).toEqual([[quote, waived]]);
  });

  test("a guard that the list does not name does nothing; an unknown one is an error", () => {
    const shared = { named: {}, guards: GUARDS };
    const book = compilePhraseBook([agentList(CANNOT, { guards: ["condition"] })], shared);
    expect(scanText(book, book.scanner(), "不是处理不了")[0]?.waived).toBeNull();
    expect(book.guards).toEqual(["negation", "condition", "quotation", "question", "third-party"]);
    expect(() => compilePhraseBook([agentList(CANNOT, { guards: ["nobody"] })], shared)).toThrowError(
      expect.objectContaining({ code: "unknown-guard", path: ["lists", "list", "guards", 0] }),
    );
  });

  test("the first that applies is named, the list's own before the guards", () => {
    const unless: readonly PhraseWaiver[] = [{ id: "own", phrases: ["不是"], where: "before" }];
    expect(judged(CANNOT, { unless, guards: GUARDS }, "如果不是处理不了")).toEqual([["处理不了", "own"]]);
    expect(judged(CANNOT, { guards: GUARDS }, "如果不是处理不了")).toEqual([["处理不了", "negation"]]);
  });
});

describe("where a waiver's phrase stands", () => {
  const judge = (waiver: Omit<PhraseWaiver, "id">, text: string, phrases = ["处理不了"]) =>
    judged(phrases, { unless: [{ id: "w", ...waiver }] }, text).map(([, waived]) => waived);

  test("over: overlaps the hit", () => {
    const over = { phrases: ["不是…4不了", "处理不了的(情况|可能)"], where: "over" } as const;
    expect(judge(over, "不是处理不了")).toEqual(["w"]);
    expect(judge(over, "不是，这边处理不了")).toEqual(["w"]);
    expect(judge(over, "不是的，我这边，处理不了")).toEqual([null]);
    expect(judge(over, "处理不了的情况很少，处理不了")).toEqual(["w", null]);
    // Every place where the phrase ends counts, also one inside an earlier match.
    expect(judge({ phrases: ["不是…12不了"], where: "over" }, "不是处理不了也处理不了")).toEqual(["w", "w"]);
    expect(judge({ phrases: ["没关系", "不了…4没关系"], where: "over" }, "处理不了也没关系")).toEqual(["w"]);
    expect(judge({ phrases: ["没关系"], where: "over" }, "处理不了没关系")).toEqual([null]);
  });

  test.each<[PhraseWaiver["within"], string, string | null]>([
    ["clause", "如果您处理不了", "w"],
    ["clause", "如果，处理不了", null],
    ["clause", "处理不了如果", null],
    ["sentence", "如果，处理不了", "w"],
    ["sentence", "如果。处理不了", null],
    ["turn", "如果。您。处理不了", "w"],
    [3, "如果您这边处理不了", "w"],
    [3, "如果您，呃，这边处理不了", "w"],
    [3, "如果您那这边处理不了", null],
    [0, "如果处理不了", "w"],
    [["clause", 3], "如果您这边处理不了", "w"],
    [["clause", 3], "如果您那呃这边处理不了", null],
    [["clause", 3], "如果您，呃，这边处理不了", null],
    [["clause", 3], "如果，处理不了", null],
    [["clause", 3], "好的，如果处理不了", "w"],
  ])("before, within %s: %s", (within, text, waived) => {
    expect(
      judge({ phrases: ["如果"], where: "before", ...(within === undefined ? {} : { within }) }, text),
    ).toEqual([waived]);
  });

  test.each<[PhraseWaiver["within"], string, string | null]>([
    ["clause", "处理不了是吗", "w"],
    ["clause", "处理不了，是吗", null],
    ["clause", "是吗处理不了", null],
    ["sentence", "处理不了，是吗", "w"],
    ["sentence", "处理不了。是吗", null],
    ["turn", "处理不了。是吗", "w"],
    [1, "处理不了的是吗", "w"],
    [1, "处理不了的话是吗", null],
    [["clause", 1], "处理不了的是吗，您说", "w"],
    [["clause", 1], "处理不了的话是吗", null],
    [["clause", 1], "处理不了，是吗", null],
    [["clause", 1], "处理不了的，是吗", null],
  ])("after, within %s: %s", (within, text, waived) => {
    expect(
      judge({ phrases: ["是吗"], where: "after", ...(within === undefined ? {} : { within }) }, text),
    ).toEqual([waived]);
  });

  test("turn: anywhere", () => {
    const turn = { phrases: ["可以"], where: "turn" } as const;
    expect(judge(turn, "可以。处理不了。")).toEqual(["w"]);
    expect(judge(turn, "处理不了。您可以")).toEqual(["w"]);
    expect(judge(turn, "处理不了")).toEqual([null]);
  });

  test("a hit over several clauses looks back from its start and ahead from its end", () => {
    const phrases = ["我…8不了"];
    expect(judge({ phrases: ["如果"], where: "before" }, "如果我，这个，处理不了", phrases)).toEqual(["w"]);
    expect(judge({ phrases: ["吗"], where: "after" }, "我，这个，处理不了吗", phrases)).toEqual(["w"]);
  });

  test("clauses of any length, with many hits, each for itself", () => {
    const clause = `如果${"好".repeat(200)}处理不了${"好".repeat(200)}处理不了`;
    expect(judge({ phrases: ["如果"], where: "before" }, `${clause}，处理不了。${clause}`)).toEqual([
      "w",
      "w",
      null,
      "w",
      "w",
    ]);
  });

  test("its phrases may be without a literal, but not empty", () => {
    expect(judge({ phrases: ["#"], where: "before" }, "3处理不了")).toEqual(["w"]);
    expect(() => judge({ phrases: ["(好|)"], where: "before" }, "")).toThrowError(
      expect.objectContaining({ code: "matches-empty", path: ["lists", "list", "unless", 0, "phrases", 0] }),
    );
  });
});

describe("a hit that passes", () => {
  const list = ["我…8不了", "处理不了"];
  const not: PhraseWaiver = { id: "not", phrases: ["不是"], where: "before", within: ["clause", 2] };

  test.each<[string, readonly Waiver[], [string, string | null][]]>([
    // 不是 stands before the longer hit, and says nothing of the shorter one
    ["不是我不帮您，处理不了", [not], [["处理不了", null]]],
    ["不是我不帮您，不是处理不了", [not], [["我不帮您，不是处理不了", "not"]]],
    ["您说“我，您好”，处理不了", [{ id: "quoted", quoted: true }], [["我，您好”，处理不了", null]]],
    [
      "不是我处理不了，处理不了",
      [not],
      [
        ["我处理不了", "not"],
        ["处理不了", null],
      ],
    ],
    // what gives the longer hit's words another meaning gives it to all of them
    [
      "我看您那边处理不了",
      [{ id: "over", phrases: ["我看您"], where: "over" }],
      [["我看您那边处理不了", "over"]],
    ],
    [
      "没事。不是我不帮您，处理不了",
      [{ id: "turn", phrases: ["没事"], where: "turn" }],
      [["我不帮您，处理不了", "turn"]],
    ],
  ])("hides a shorter one only where that passes too: %s", (text, unless, expected) => {
    expect(judged(list, { unless }, text)).toEqual(expected);
  });

  const characters = fc.constantFrom(..."我不了，没");
  const text = fc.array(characters, { maxLength: 14 }).map((all) => all.join(""));
  const phrase = fc
    .array(fc.constantFrom("我", "不", "了", "…2"), { minLength: 1, maxLength: 4 })
    .map((parts) => `${parts.join("")}了`.replace(/^(…2)+/, "").replaceAll(/(…2)+/g, "…2"));
  const beside = fc.record({
    id: fc.constant("beside"),
    phrases: fc.constant(["没"]),
    where: fc.constantFrom("before", "after"),
    within: fc.constantFrom<NonNullable<PhraseWaiver["within"]>>(1, 3, "clause", ["clause", 2]),
  });
  const over = fc.record({
    id: fc.constant("over"),
    phrases: fc.constant(["没…2我", "不我"]),
    where: fc.constant("over"),
  });

  test("hides nothing that does not, whatever the phrases", () => {
    const some = fc.uniqueArray(phrase, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(some, fc.tuple(over, beside), text, (phrases, unless, said) => {
        const scan = (lists: readonly PhraseListSource[]) => {
          const book = compilePhraseBook(lists, { named: {}, guards: [] });
          return scanText(book, book.scanner(), said);
        };
        const found = scan([agentList(phrases, { unless })]);
        const ends = (hit: FoundHit) => [hit.from, hit.from + hit.quote.length] as const;
        const meet = (a: FoundHit, b: FoundHit) => ends(a)[0] < ends(b)[1] && ends(b)[0] < ends(a)[1];
        for (const hit of found)
          for (const other of found) expect(hit === other || !meet(hit, other)).toBe(true);
        const alone = phrases.flatMap((one) => scan([agentList([one], { unless })]));
        if (alone.some(({ waived }) => waived === null))
          expect(found.some(({ waived }) => waived !== "beside")).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});

test("a scanner of all speakers marks what the speaker rules out", () => {
  const book = compilePhraseBook(
    [
      agentList(["处理不了"], { id: "agent", guards: ["negation"] }),
      agentList(["投诉"], { id: "customer", speaker: "customer" }),
      agentList(["您好"], { id: "any", speaker: "any" }),
    ],
    { named: {}, guards: GUARDS },
  );
  const scanner = book.scanner({ allSpeakers: true });
  const text = "您好，不是处理不了，要投诉";
  const found = (speaker: number) =>
    scanText(book, scanner, text, speaker).map(({ id, waived }) => [id, waived]);
  expect(found(SPEAKER.agent)).toEqual([
    ["any", null],
    ["agent", "negation"],
    ["customer", "speaker"],
  ]);
  expect(found(SPEAKER.customer)).toEqual([
    ["any", null],
    ["agent", "speaker"],
    ["customer", null],
  ]);
  expect(found(SPEAKER.system).map(([, waived]) => waived)).toEqual(["speaker", "speaker", "speaker"]);
});
