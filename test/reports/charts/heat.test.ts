import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeatCell, heatMap, heatSteps } from "../../../src/reports/charts/heat.js";
import { marks, texts } from "./marks.js";

const WORDS = {
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  hour: String,
  percent: (share: number) => `${Math.floor(share * 100)}%`,
};

function cell(weekday: number, hour: number, share: number, n = 20): HeatCell {
  return { weekday, hour, share, n, href: null, title: `${weekday} ${hour}` };
}

function drawn(cells: readonly HeatCell[]) {
  return heatMap({ id: "m", title: "t", description: "d" }, cells, WORDS);
}

describe("the heat map", () => {
  it("gives the best the lightest colour and never a worse share a lighter one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (shares) => {
          const step = heatSteps(shares);
          expect(step(Math.max(...shares))).toBe(0);
          const steps = shares.toSorted((a, b) => b - a).map(step);
          expect(steps).toEqual(steps.toSorted((a, b) => a - b));
          for (const one of steps) expect([0, 1, 2, 3, 4, 5]).toContain(one);
        },
      ),
    );
  });

  it("does not make much of little: a few points apart are the same colour", () => {
    const step = heatSteps([0.99, 0.97, 0.95]);
    expect([0.99, 0.97, 0.95].map(step)).toEqual([0, 0, 0]);
  });

  it("makes the scale from hours with contacts enough, and hatches the others", () => {
    const chart = drawn([cell(1, 9, 0.1), cell(1, 10, 0.05), cell(2, 9, 1, 1), cell(2, 10, 0, 4)]);
    expect(marks(chart, "rect", "few")).toHaveLength(2);
    const colours = [0, 1, 2, 3, 4, 5].map((step) => marks(chart, "rect", `heat-${step}`).length);
    expect(colours).toEqual([2, 1, 1, 0, 0, 0]);
  });

  it("frames every hour between the first and the last, with figures where there were contacts", () => {
    const chart = drawn([cell(1, 8, 1), cell(3, 20, 0.5)]);
    expect(marks(chart, "rect", "none")).toHaveLength(2 * 13);
    expect(texts(chart, "on-heat-0").map(({ text }) => text)).toEqual(["100%"]);
    expect(texts(chart, "axis").map(({ text }) => text)).toEqual([
      ...Array.from({ length: 13 }, (_, at) => String(8 + at)),
      "Mon",
      "Wed",
    ]);
  });
});
