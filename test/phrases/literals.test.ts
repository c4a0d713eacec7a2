import { describe, expect, test } from "vitest";
import { requiredLiterals } from "../../src/phrases/literals.js";
import { createResolver } from "../../src/phrases/resolve.js";

const resolver = createResolver(new Map());
const literals = (phrase: string) => requiredLiterals(resolver.resolve(phrase, []));

describe("required literals", () => {
  test("a plain phrase is its own literal, and needs no verifying", () => {
    expect(literals("处理不了")).toEqual({ groups: [["处理不了"]], rarest: 0, isPlain: true });
    expect(literals("(处理|解决)不了")).toMatchObject({ groups: [["处理不了", "解决不了"]], isPlain: true });
    expect(literals("(非常|)抱歉")).toMatchObject({ groups: [["抱歉"]], isPlain: true });
  });

  test.each([
    "我…4不了",
    "<好的",
    "第#条",
    "cannot",
    "A单",
    "處理",
    "处理，不了",
    "可以啊",
    "一二三四五六七八九",
  ])("%s has to be verified", (phrase) => {
    expect(literals(phrase).isPlain).toBe(false);
  });

  test("gaps and numbers divide; groups are in the order of the phrase", () => {
    const { groups, rarest } = literals("我…8(处理|解决)…4不了");
    expect(groups).toEqual([["我"], ["处理", "解决"], ["不了"]]);
    expect(rarest).toBe(1);
    expect(literals("第#条").groups).toEqual([["第"], ["条"]]);
  });

  test("an optional part is required of nobody", () => {
    for (const group of literals("(请问|)…4(办理|)…4(业务|套餐)").groups)
      expect(group).toEqual(["业务", "套餐"]);
  });

  test("alternatives with gaps give one string each", () => {
    expect(literals("(我…2不了|没办法)").groups).toEqual([["不了", "没办法"]]);
  });

  test("fillers never stand in a literal, unless there is nothing else", () => {
    expect(literals("处理呃不了").groups).toEqual([["处理不了"]]);
    expect(literals("您(啊|呃好|不)").groups).toEqual([["您"]]);
    expect(literals("<嗯>")).toMatchObject({ groups: [["嗯"]], isPlain: false });
    expect(literals("<(嗯|好的)>").groups).toEqual([["嗯", "好的"]]);
  });

  test("products of alternatives are cut before they grow large", () => {
    const { groups } = literals("(甲|乙|丙|丁)(子|丑|寅|卯)(金|木|水|火)(东|南|西|北)");
    for (const group of groups) expect(group.length).toBeLessThanOrEqual(32);
    expect(groups.length).toBeGreaterThan(1);
  });
});
