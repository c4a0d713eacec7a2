import type { AuditResult, Interval } from "../model/result.js";
import { individualsChart, laneyChart, pChart, type ShareChart } from "./control-charts.js";

/** Saved results in the order of their time, and what became of each measure from one to the next. */
export interface Trends {
  readonly runs: readonly Run[];
  /** The final score of all contacts, 0–100. */
  readonly score: Trend;
  readonly gates: readonly GateTrend[];
  /** Pass rates, 0–1, by rule. */
  readonly rules: readonly Trend[];
  /** Final scores, 0–100, by team. */
  readonly teams: readonly Trend[];
}

/** One saved result. */
export interface Run {
  readonly file: string;
  readonly result: AuditResult;
}

export interface Trend {
  readonly id: string;
  /** One for each run; null where the run has no such value. */
  readonly points: readonly TrendPoint[];
  readonly centre: number | null;
  /**
   * `p`, `p′`: shares, with the limits of each run by its sample; `XmR`: single numbers, with limits by how much they move
   * from one run to the next. null: fewer than two values, and no limits.
   */
  readonly chart: "p" | "p′" | "XmR" | null;
}

export interface TrendPoint {
  readonly value: number | null;
  /** Where the run lies if nothing has changed. */
  readonly limits: Interval | null;
  /** Outside its limits. */
  readonly signal: boolean;
}

export interface GateTrend {
  readonly id: string;
  /** One for each run: met, failed, or null where it was not judged or not set. */
  readonly met: readonly (boolean | null)[];
}

/** The trends of runs, which must be in the order of their time. */
export function trendsOf(runs: readonly Run[]): Trends {
  const results = runs.map(({ result }) => result);
  const ids = <T extends { readonly id: string }>(of: (result: AuditResult) => readonly T[]) =>
    [...new Set(results.flatMap((result) => of(result).map(({ id }) => id)))].sort();
  const gates = ids(({ gates }) => gates).map((id) => ({
    id,
    met: results.map((result) => result.gates.find((gate) => gate.id === id)?.met ?? null),
  }));
  return {
    runs,
    score: individuals(
      "score",
      results.map(({ totals }) => totals.score.final),
      100,
    ),
    gates,
    rules: ids(({ rules }) => rules)
      .map((id) => ruleTrend(id, results))
      .filter(hasValues),
    teams: ids(({ teams }) => teams)
      .map((id) =>
        individuals(
          id,
          results.map(({ teams }) => teams.find((team) => team.id === id)?.score.final ?? null),
          100,
        ),
      )
      .filter(hasValues),
  };
}

/** Below this many values, limits are a first guess. */
export const FEW_RUNS = 8;

function hasValues({ points }: Trend): boolean {
  return points.some(({ value }) => value !== null);
}

function ruleTrend(id: string, results: readonly AuditResult[]): Trend {
  const rules = results.map(({ rules }) => rules.find((rule) => rule.id === id));
  const rates = rules.map((rule) => rule?.rate ?? null);
  const counts = rules.map((rule) => ({ count: rule?.pass ?? 0, n: (rule?.pass ?? 0) + (rule?.fail ?? 0) }));
  // a level whose formula counts otherwise than by its verdicts has a rate and no such sample
  const areShares = rates.every(
    (rate, at) => rate === null || Math.abs(counts[at]!.count / counts[at]!.n - rate) < 1e-9,
  );
  if (!areShares) return individuals(id, rates, 1);
  const { chart, name } = shareChart(
    counts.map((day, at) => (rates[at] === null ? { count: 0, n: 0 } : day)),
  );
  const many = rates.filter((rate) => rate !== null).length > 1;
  return {
    id,
    points: chart.points.map(({ share, limits, signal }) => ({
      value: share,
      limits: many ? limits : null,
      signal: many && signal,
    })),
    centre: chart.centre,
    chart: many ? name : null,
  };
}

/** Laney's chart where there are enough runs to tell that they differ by more than chance makes them; else the p-chart. */
function shareChart(counts: readonly { readonly count: number; readonly n: number }[]): {
  readonly chart: ShareChart;
  readonly name: "p" | "p′";
} {
  const laney = laneyChart(counts);
  const judged = counts.filter(({ n }) => n > 0).length;
  if (judged >= FEW_RUNS && laney.sigmaZ > OVER_DISPERSED) return { chart: laney, name: "p′" };
  return { chart: pChart(counts), name: "p" };
}

/** Runs that differ this many times as much as chance makes them. */
const OVER_DISPERSED = 1.3;

/** Values of 0 to `most`: limits beyond what there can be are drawn in to it. */
function individuals(id: string, values: readonly (number | null)[], most: number): Trend {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const chart = individualsChart(known.map(({ value }) => value));
  const limits: Interval | null =
    chart === null ? null : [Math.max(0, chart.limits[0]), Math.min(most, chart.limits[1])];
  const signals = new Set(known.filter((_, index) => chart?.signals[index] === true).map(({ at }) => at));
  return {
    id,
    points: values.map((value, at) => ({
      value,
      limits: value === null ? null : limits,
      signal: signals.has(at),
    })),
    centre: chart?.centre ?? known[0]?.value ?? null,
    chart: chart === null ? null : "XmR",
  };
}
