import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { createFolded, foldText } from "../../src/phrases/folded.js";
import { compilePhraseBook, type PhraseListSource } from "../../src/phrases/index.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { soundProgram } from "../../src/phrases/sound-program.js";
import { sounds, soundsLike } from "../../src/phrases/sounds.js";
import { agentList, scanText } from "./helpers.js";

const { first, alike } = sounds();
const alikes = (a: string, b: string) => soundsLike(first, a.codePointAt(0)!, b.codePointAt(0)!);

describe("which characters sound alike", () => {
  test.each(["里理", "发法", "版办", "国过", "报抱", "支字", "清亲", "说所", "应因", "了料"])(
    "%s",
    (pair) => {
      expect(alikes(pair[0]!, pair[1]!)).toBe(true);
      expect(alikes(pair[1]!, pair[0]!)).toBe(true);
    },
  );
  test.each(["处里", "理理", "你李", "东敦", "的得", "那哪", "啊阿", "a一", "1一", "。句"])(
    "not %s",
    (pair) => {
      expect(alikes(pair[0]!, pair[1]!)).toBe(false);
    },
  );
  test("every character is in one set, the one that its first member names", () => {
    for (let code = 0; code < 0x10000; code++) {
      if (first[code] === 0) continue;
      expect(alike(code)).toContain(code);
      expect(alike(code)[0]).toBe(first[code]);
    }
  });
  test("the shipped table holds the reading of pinyin-pro", () => {
    const same = (a: string, b: string) => alikes(a, b) === (bare(a) === bare(b));
    const some = [..."处理不办法手机单号问题系统退款商家快递物流预计明天打电话转接稍候满意反馈会员卡"];
    for (const a of some) for (const b of some) if (a !== b) expect([a, b, same(a, b)]).toEqual([a, b, true]);
  });
});

/** An independent reading, without the accents that folding of sounds undoes. */
function bare(char: string): string {
  return pinyin(char, { toneType: "none" })
    .replace(/^([zcs])h/, "$1")
    .replace(/([aei])ng$/, "$1n");
}

/** Quote, how and waiver of what a list hits that is also matched by sound. */
function heard(
  phrases: string | readonly string[],
  text: string,
  more: Partial<PhraseListSource> = {},
): string[] {
  const list = agentList(typeof phrases === "string" ? [phrases] : phrases, { soundAlike: true, ...more });
  const book = compilePhraseBook([list], { named: { we: ["我", "我们"] }, guards: [] });
  return scanText(book, book.scanner(), text).map(
    ({ quote, how, waived }) => `${quote} ${how}${waived === null ? "" : ` (${waived})`}`,
  );
}

describe("a phrase by sound", () => {
  test.each([
    ["(处理|解决)不了", "这边处里不了的", "处里不了 sound-alike"],
    ["没(有|)办法", "这个没办发给您处理", "没办发 sound-alike"],
    ["没(有|)办法", "这个没有版法", "没有版法 sound-alike"],
    ["挺难办", "这个挺难版的先生", "挺难版 sound-alike"],
    ["@we…4负责", "我们这边不付责", "我们这边不付责 sound-alike"],
    ["从(来|)没…4听说过", "从没有听所过的", "从没有听所过 sound-alike"],
    ["跟我们没…2(关系|责任)", "跟我们没什么官系", "跟我们没什么官系 sound-alike"],
    ["这是公司的规定", "这是公思的归定", "这是公思的归定 sound-alike"],
  ])("%s in %s", (phrase, text, hit) => {
    expect(heard(phrase, text)).toEqual([hit]);
  });

  test.each([
    ["two of three characters", "挺难办", "停南版"],
    ["two of four", "处理不了", "出里不了"],
    ["a phrase of two characters", "必须", "必需"],
    ["two in a row", "刚才还好好的", "钢材还好好的"],
    ["another sound", "处理不了", "处理不好"],
    ["a single character beside a gap", "是…4问题", "式这个问题"],
    ["a filler, which is skipped instead", "可以吗", "可以嘛"],
    ["the end of a sentence in a gap", "我们…4不负责", "我们。不付责"],
    ["a Latin word", "ok处理", "oc处理"],
  ])("not %s", (_, phrase, text) => {
    expect(heard(phrase, text)).toEqual([]);
  });

  test("is off where the list does not ask for it", () => {
    expect(heard("处理不了", "处里不了", { soundAlike: false })).toEqual([]);
  });

  test("folding goes on: script, width, fillers and stammer", () => {
    expect(heard("处理不了", "處裡不了")).toEqual(["處裡不了 sound-alike"]);
    expect(heard("处理不了", "处，呃，里　不了")).toEqual(["处，呃，里　不了 sound-alike"]);
    expect(heard("处理不了", "处里那个不了")).toEqual(["处里那个不了 sound-alike"]);
    expect(heard("处理不了", "处里不不了")).toEqual(["处里不不了 sound-alike"]);
    expect(heard("处理不了", "😀处里不了😀处里不了")).toEqual([
      "处里不了 sound-alike",
      "处里不了 sound-alike",
    ]);
    expect(heard("找A部门", "找Ａ步门")).toEqual(["找Ａ步门 sound-alike"]);
  });

  test("what is written wins over what only sounds so", () => {
    expect(heard(["处理不了", "出力不了"], "这个处理不了")).toEqual(["处理不了 as-written"]);
    expect(heard(["处理不了", "我们处理不料"], "我们处理不了")).toEqual(["处理不了 as-written"]);
    expect(heard("处理不了", "处里不了，处理不了，處理不了")).toEqual([
      "处里不了 sound-alike",
      "处理不了 as-written",
      "處理不了 folded",
    ]);
  });

  test("waivers see it as any other hit", () => {
    const unless = [{ id: "if", phrases: ["如果"], where: "before" as const }];
    expect(heard("处理不了", "如果商家处里不了，找我们", { unless })).toEqual(["处里不了 sound-alike (if)"]);
  });

  test("near misses without end take steps in proportion to the text", () => {
    const phrase = "(没有|毫无|没)…40(办法|方法)…40处理";
    const written = compileProgram(createResolver(new Map()).resolve(phrase, []));
    const program = soundProgram(written);
    expect(program.size).toBeLessThan(2 * 42 * written.size);
    const steps = (times: number) => {
      const text = createFolded();
      const bytes = new TextEncoder().encode("没有版法".repeat(times));
      foldText(bytes, 0, bytes.length, text);
      const matcher = createMatcher();
      expect(matcher.find(program, text, false)).toBe(0);
      return matcher.steps;
    };
    expect(steps(2000) / steps(1000)).toBeCloseTo(2, 1);
    expect(heard(phrase, "没有版法".repeat(50_000))).toEqual([]);
  });
});
