import { describe, expect, it } from "vitest";
import { funnelPlot } from "../../../src/reports/charts/funnel.js";
import { funnelLimits } from "../../../src/scoring/control-limits.js";
import { corners, marks, texts } from "./marks.js";

const WORDS = {
  x: "contacts",
  mean: "mean",
  limit: (confidence: number) => `${confidence}`,
  score: (share: number) => String(Math.round(share * 100)),
  count: String,
};

function point(label: string, n: number, share: number) {
  return { label, n, share, href: `#findings?agent=${label}`, title: `${label}: ${share}` };
}

function drawn(points: readonly ReturnType<typeof point>[], mean: number) {
  return funnelPlot({ id: "f", title: "t", description: "d" }, points, mean, WORDS);
}

describe("the funnel plot", () => {
  const chart = drawn([point("low", 200, 0.6), point("high", 200, 0.95), point("few", 5, 0.6)], 0.8);

  it("names those whom chance does not explain, by shape too, and nobody else", () => {
    expect(marks(chart, "path", "agent below")).toHaveLength(1);
    expect(marks(chart, "path", "agent over")).toHaveLength(1);
    expect(marks(chart, "circle", "agent")).toHaveLength(1);
    expect(texts(chart, "name").map(({ text }) => text)).toEqual(["low", "high"]);
  });

  it("draws the limits where they are: at whole numbers of contacts, on the scale of the points", () => {
    const [dot] = marks(chart, "circle", "agent");
    const ticks = texts(chart, "axis");
    const at = (text: string) => ticks.find((tick) => tick.text === text)!;
    const perContact = (at("200").x - at("0").x) / 200;
    const perShare = (at("80").y - at("60").y) / 0.2;
    const y = (share: number) => Number(dot!.cy) + (share - 0.6) * perShare;
    const limits = marks(chart, "path", "limit limit-0").map(({ d }) => corners(d!));
    expect(limits).toHaveLength(2);
    limits.forEach((line, side) => {
      for (const [x, drawnAt] of line) {
        const n = (x - at("0").x) / perContact;
        expect(Math.abs(n - Math.round(n))).toBeLessThan(0.02);
        const limit = funnelLimits(0.8, Math.round(n), 0.95)[side]!;
        if (limit > 0.5) expect(drawnAt).toBeCloseTo(y(limit), 0);
      }
    });
  });

  it("copes with everybody perfect", () => {
    expect(drawn([point("a", 3, 1), point("b", 8, 1), point("c", 40, 1)], 1).markup).not.toMatch(
      /NaN|Infinity/,
    );
  });
});
