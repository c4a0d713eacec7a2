import { describe, expect, test } from "vitest";
import { createFolded, foldText } from "../../src/phrases/folded.js";
import { createMatcher } from "../../src/phrases/match.js";
import { compileProgram } from "../../src/phrases/program.js";
import { createResolver } from "../../src/phrases/resolve.js";
import { quotes } from "./helpers.js";

describe("what a phrase matches", () => {
  test.each<[string, string, string[]]>([
    // The match that ends first, the shortest of those, then on from its end.
    ["我…8不了", "我想我处理不了也办不了", ["我处理不了"]],
    ["(处理|处理不了)", "处理不了", ["处理"]],
    ["(不|)了", "不了了", ["了", "了"]],
    ["不(了|)", "不了了", ["不"]],
    ["好好", "好好好好好", ["好好", "好好"]],
    ["(处理|理不了)", "处理不了", ["处理"]],
    ["(处理|理不了)…1", "处理不了", ["处理"]],
    // Gaps.
    ["我…2不了", "我真的不了", ["我真的不了"]],
    ["我…2不了", "我真的是不了", []],
    ["我…不了", "我一二三四五六七八不了", ["我一二三四五六七八不了"]],
    ["我…不了", "我一二三四五六七八九不了", []],
    ["我…4不了", "我，处、理不了", ["我，处、理不了"]],
    ["我…4不了", "我好。处理不了", []],
    ["我…4不了", "我…不了", []],
    ["处理不了", "处理。不了", ["处理。不了"]],
    ["我…1不了", "我呃呀嗯处不了", ["我呃呀嗯处不了"]],
    // Numbers are taken whole, in any script.
    ["第#条", "第三十五条", ["第三十五条"]],
    ["#元", "一共１２３元", ["１２３元"]],
    ["#天", "3.5天", ["3.5天"]],
    ["#天", "v35天", []],
    ["5天", "35天", []],
    ["工号#", "工号8012，您好", ["工号8012"]],
    // Edges.
    ["<好的", "不好的", []],
    ["<好的", "嗯，那个，好的", ["好的"]],
    ["<好的", "嗯那个好的", ["好的"]],
    ["好的>", "好的呢。", ["好的"]],
    ["好的>", "好的您说", []],
    ["^您好", "，您好", ["您好"]],
    ["^您好", "喂您好", []],
    ["^…4您好", "喂先生，您好", ["喂先生，您好"]],
    ["再见$", "感谢来电，再见啊！", ["再见"]],
    ["再见$", "再见，先生", []],
    ["我<处理不了", "我，处理不了", ["我，处理不了"]],
    ["我<处理不了", "我处理不了", []],
    // Fillers: skipped, or taken where the phrase asks for them.
    ["这个挺难办", "这个呃挺那个难办", ["这个呃挺那个难办"]],
    ["挺难办", "这个挺这个难办", ["挺这个难办"]],
    ["<嗯>", "嗯。", ["嗯"]],
    ["<嗯>", "嗯好", []],
    ["嗯…2好", "嗯呃呃呃您好", ["嗯呃呃呃您好"]],
    ["都不会", "都、都不会", ["都不会"]],
    ["这个都不会", "这个都、都不会", ["这个都、都不会"]],
    ["看是正常", "我看是，是正常的", ["看是，是正常"]],
    ["11号", "111号", []],
    // Letters: not inside a longer word of the original.
    ["must", "mustard must", ["must"]],
    ["cannot", "I can not", ["can not"]],
    ["can not", "cannot", ["cannot"]],
    ["ok", "好OK的", ["OK"]],
    ["(help|helpful)", "helpful", ["helpful"]],
    ["don't know", "I don’t know", ["don’t know"]],
  ])("%s in %s", (phrase, text, expected) => {
    expect(quotes(phrase, text)).toEqual(expected);
  });
});

describe("linear time", () => {
  const matcher = createMatcher();
  const folded = createFolded();
  const resolver = createResolver(new Map());

  /** States visited for each character of the text and state of the program. */
  function stepsPerState(phrase: string, text: string): number {
    const program = compileProgram(resolver.resolve(phrase, []));
    const bytes = new TextEncoder().encode(text);
    foldText(bytes, 0, bytes.length, folded);
    const before = matcher.steps;
    matcher.find(program, folded, false);
    matcher.find(program, folded, true);
    return (matcher.steps - before) / folded.length / program.size;
  }

  test.each([
    ["(我|我我|我我我)…40(我|我我)…40(我我|我)…40不", "我", 3000],
    ["我…40我…40我…40我…40不", "我，", 3000],
    ["(那个|这个|那|这|个)…40(那个|个|这)…40就", "那个这个呃", 1500],
    ["#…40#…40#天", "1月", 3000],
    ["(((我|)(你|))(他|))…40不", "我他", 3000],
  ])("%s on %s and on", (phrase, text, times) => {
    const short = stepsPerState(phrase, text.repeat(times / 10));
    const long = stepsPerState(phrase, text.repeat(times));
    // Each state is visited at most once in each of its seven situations, twice because two searches were
    // made.
    expect(long).toBeLessThan(14);
    expect(long).toBeLessThan(short * 1.1 + 0.1);
  });
});
