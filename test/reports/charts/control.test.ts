import { describe, expect, it } from "vitest";
import { controlChart } from "../../../src/reports/charts/control.js";
import { pareto } from "../../../src/reports/charts/pareto.js";
import { pChart } from "../../../src/scoring/control-charts.js";
import { corners, marks, texts } from "./marks.js";

const WORDS = { centre: "mean", target: "target", percent: (share: number) => `${Math.round(share * 100)}%` };

function drawn(days: readonly { count: number; n: number }[], target: number | null) {
  const points = days.map((_, at) => ({
    day: `2026-03-${String(at + 1).padStart(2, "0")}`,
    label: String(at + 1),
    href: at % 2 === 0 ? `#findings?day=${at}` : null,
    title: `day ${at}`,
  }));
  return controlChart({ id: "c", title: "t", description: "d" }, pChart(days), points, target, WORDS);
}

describe("the control chart", () => {
  const days = [18, 19, 18, 17, 4, 18, 19].map((count) => ({ count, n: 20 }));

  it("marks days outside the limits by shape, at their share", () => {
    const chart = drawn(days, 0.9);
    expect(marks(chart, "path", "dot signal")).toHaveLength(1);
    const dots = marks(chart, "circle", "dot").map(({ cy }) => Number(cy));
    expect(dots).toHaveLength(6);
    expect(dots[0]).toBe(dots[2]);
    expect(dots[1]!).toBeLessThan(dots[0]!);
    const [target] = marks(chart, "line", "target");
    expect(Number(target!.y1)).toBeCloseTo(dots[0]!, 1);
    expect(chart.markup.match(/<a href="#findings\?day=/g)).toHaveLength(4);
  });

  it("leaves days without contacts out of the line", () => {
    const chart = drawn([...days.slice(0, 3), { count: 0, n: 0 }, ...days.slice(5)], null);
    const [track] = marks(chart, "path", "track");
    expect(corners(track!.d!)).toHaveLength(5);
    expect(chart.markup).not.toMatch(/NaN|class="target"/);
  });

  it("keeps the words of the mean and of the target apart", () => {
    const chart = drawn(
      Array.from({ length: 9 }, () => ({ count: 18, n: 20 })),
      0.9,
    );
    const mean = texts(chart, "axis").find(({ text }) => text === "mean");
    const target = texts(chart, "axis target-label").find(({ text }) => text === "target");
    expect(Math.abs(mean!.y - target!.y)).toBeGreaterThanOrEqual(14);
  });
});

describe("the Pareto chart", () => {
  const bars = [
    {
      label: "a name so long that it cannot stand beside its bar",
      count: 30,
      cumulative: 0.75,
      severity: "major",
    },
    { label: "客户", count: 10, cumulative: 1, severity: "critical" },
  ].map((bar) => ({ ...bar, href: `#findings?rule=${bar.count}`, figure: `${bar.count}` }));

  it.each(["wide", "narrow"] as const)(
    "draws bars as long as their counts, with the whole name at hand (%s)",
    (shape) => {
      const chart = pareto({ id: "p", title: "t", description: "d" }, bars, shape);
      const [long] = marks(chart, "rect", "bar sev-major");
      const [short] = marks(chart, "rect", "bar sev-critical");
      expect(Number(long!.width) / Number(short!.width)).toBeCloseTo(3, 2);
      expect(chart.markup).toContain(`<title>${bars[0]!.label}</title>`);
      const [name, other] = texts(chart, "name").map(({ text }) => text);
      expect(name).toMatch(/^a name so long .*…$/);
      expect(other).toBe("客户");
      expect(chart.markup).toContain(`id="p-${shape}-title"`);
    },
  );
});
