import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "../../../src/model/result.js";
import { histogram } from "../../../src/reports/charts/histogram.js";
import { marks, texts } from "./marks.js";

const WORDS = {
  value: (value: number) => `${value} s`,
  count: String,
  target: "target",
  more: (value: string) => `> ${value}`,
  between: (from: string, to: string, count: number) => `${from} to ${to}: ${count}`,
  beyond: (from: string, count: number) => `more than ${from}: ${count}`,
};

function drawn(distribution: Partial<Distribution>) {
  const whole = {
    unit: "s",
    limit: 20,
    width: 5,
    counts: [4, 8, 2, 0, 6],
    above: 0,
    below: 0,
    ...distribution,
  };
  return histogram({ id: "h", title: "t", description: "d" }, whole, "#findings?rule=r", WORDS);
}

describe("the histogram", () => {
  it("draws bars as high as their counts, those beyond the limit in another colour and as links", () => {
    const chart = drawn({});
    const met = marks(chart, "rect", "bar").map(({ height }) => Number(height));
    const late = marks(chart, "rect", "bar late").map(({ height }) => Number(height));
    expect(met).toHaveLength(3);
    expect(met[1]! / met[0]!).toBeCloseTo(2, 2);
    expect(met[0]! / met[2]!).toBeCloseTo(2, 2);
    expect(late).toHaveLength(1);
    expect(late[0]! / met[2]!).toBeCloseTo(3, 2);
    expect(chart.markup.match(/<a href="#findings\?rule=r"/g)).toHaveLength(1);
  });

  it("puts the target's line on the border between met and missed, with its value below", () => {
    const chart = drawn({ counts: [4, 8, 2, 3, 6, 1], above: 2 });
    const [line] = marks(chart, "line", "target");
    const met = marks(chart, "rect", "bar").map(({ x, width }) => Number(x) + Number(width));
    const late = marks(chart, "rect", "bar late").map(({ x }) => Number(x));
    expect(Number(line!.x1)).toBeGreaterThan(Math.max(...met));
    expect(Number(line!.x1)).toBeLessThan(Math.min(...late));
    expect(texts(chart, "axis").find(({ text }) => text === "20 s")?.x).toBe(Number(line!.x1));
    expect(texts(chart, "axis").map(({ text }) => text)).toContain("> 30 s");
  });

  it("has no line and no late bar where there is no limit", () => {
    const chart = drawn({ limit: null });
    expect(marks(chart, "line", "target")).toHaveLength(0);
    expect(marks(chart, "rect", "bar")).toHaveLength(4);
    expect(marks(chart, "rect", "bar late")).toHaveLength(0);
  });

  it("names borders that do not touch, the limit's among them, however many classes there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (classes, limit) => {
        fc.pre(limit < classes);
        const chart = drawn({ counts: Array.from({ length: classes }, () => 1), width: 1, limit });
        const named = texts(chart, "axis").filter(({ text }) => text.endsWith(" s"));
        expect(named.length).toBeLessThanOrEqual(14);
        const gaps = named.slice(1).map(({ x }, at) => x - named[at]!.x);
        for (const gap of gaps) expect(gap).toBeGreaterThan(24);
        const round = [1, 2, 3, 4, 5, 6, 8, 10].some((step) => limit % step === 0 && classes / step <= 13);
        // the end has a label of its own, which takes the place of those right before it
        if (round && limit <= classes - 5) expect(named.map(({ text }) => text)).toContain(`${limit} s`);
      }),
    );
  });
});
