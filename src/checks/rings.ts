import { z } from "zod";

/**
 * Ringback cadences by country: on, off, on, off … in ms. Source: Asterisk `indications.conf.sample`, which cites the
 * ITU-T E.180 Supplement 2 list, BT SIN 350, AU S002, NZ TNA102; China also GB/T 3380-1982 (450 Hz, 1 s on, 4 s off).
 */
const CADENCES = {
  CN: [1000, 4000],
  US: [2000, 4000],
  CA: [2000, 4000],
  GB: [400, 200, 400, 2000],
  AU: [400, 200, 400, 2000],
  NZ: [400, 200, 400, 2000],
  SG: [400, 200, 400, 2000],
  IN: [400, 200, 400, 2000],
  ZA: [400, 200, 400, 2000],
  JP: [1000, 2000],
  TW: [1000, 2000],
  DE: [1000, 4000],
  IT: [1000, 4000],
  CH: [1000, 4000],
  NL: [1000, 4000],
  PL: [1000, 4000],
  RU: [1000, 4000],
  BR: [1000, 4000],
  ID: [1000, 4000],
  FR: [1500, 3500],
  ES: [1500, 3000],
  SE: [1000, 5000],
  AT: [1000, 5000],
  PT: [1000, 5000],
  BE: [1000, 3000],
  IL: [1000, 3000],
  CL: [1000, 3000],
} as const satisfies Record<string, readonly number[]>;

export type RingCountry = keyof typeof CADENCES;

export const ringCountrySchema = z
  .enum(Object.keys(CADENCES) as [RingCountry, ...RingCountry[]])
  .describe(
    "国家或地区 · Whose ringback cadence turns rings into seconds (CN: 1 s on + 4 s off = 5 s a ring).",
  );

/**
 * - `lenient`: answered before ring N + 1 begins: N × cycle
 * - `strict`: answered before ring N stops: (N − 1) × cycle + burst
 */
export const READINGS = ["lenient", "strict"] as const;
export type Reading = (typeof READINGS)[number];

export interface RingLimit {
  /** Longest ring time, ms, inclusive. */
  readonly limit: number;
  /** The same in words that need no translation: `≤ 15 s (3 × 5 s)`. */
  readonly text: string;
}

/** The ring time within which a call is answered on or before ring `rings`; the cadence is in ms. */
export function ringLimit(rings: number, cadence: readonly number[], reading: Reading): RingLimit {
  const cycle = cadence.reduce((sum, part) => sum + part, 0);
  const burst = cycle - (cadence.at(-1) ?? 0);
  if (reading === "lenient") {
    return { limit: rings * cycle, text: `≤ ${seconds(rings * cycle)} (${rings} × ${seconds(cycle)})` };
  }
  const limit = (rings - 1) * cycle + burst;
  return { limit, text: `≤ ${seconds(limit)} (${rings - 1} × ${seconds(cycle)} + ${seconds(burst)})` };
}

export function cadenceOf(country: RingCountry): readonly number[] {
  return CADENCES[country];
}

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
