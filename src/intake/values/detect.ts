import { type Zone, zone } from "../../calendar/zone.js";
import { BAD, isMissing } from "./cell.js";
import type { DateOrder } from "./date-time.js";
import { type InstantFormat, instantReader, timeOfDay } from "./instants.js";
import { readNumber } from "./numbers.js";

/** Cells of a column's first rows, as bytes. */
export type Samples = readonly Uint8Array[];

/**
 * The format in which most of the samples can be read; the others are broken cells. `ambiguous` where the dates could be
 * day/month as well as month/day: the samples do not decide, the whole column may. null where no format fits at least
 * half of them, or there is nothing but empty cells.
 */
export function detectInstant(samples: Samples): InstantFormat | "ambiguous" | null {
  const cells = samples.filter((cell) => !isMissing(cell, 0, cell.length));
  if (cells.length === 0) return null;
  const fits = CANDIDATES.map((format) => cells.filter(readable(format)).length);
  const most = Math.max(...fits);
  if (most * 2 < cells.length || most === 0) return null;
  const best = CANDIDATES.filter((_, i) => fits[i] === most);
  const [first] = best;
  const orders = best.flatMap((format) => (format.kind === "date-time" ? [format.order] : []));
  if (!orders.includes("DMY") || !orders.includes("MDY") || orders.includes("YMD")) return first ?? null;
  // 31.01.2021: dates with dots give the day first wherever they are used
  return cells.every((cell) => cell.includes(DOT)) ? { kind: "date-time", order: "DMY" } : "ambiguous";
}

/** Whether one cell rules an order out: 31/01/2021 cannot be month first. */
export function allowsOrder(order: DateOrder, cell: Uint8Array): boolean {
  return isMissing(cell, 0, cell.length) || readable({ kind: "date-time", order })(cell);
}

/** Whether the samples are times of day without a date. */
export function areTimesOfDay(samples: Samples): boolean {
  const cells = samples.filter((cell) => !isMissing(cell, 0, cell.length));
  return cells.length > 0 && cells.every((cell) => timeOfDay(cell, 0, cell.length) !== BAD);
}

/** Whether the samples are bare dates, so that a time of day must come from another column. */
export function areBareDates(samples: Samples, format: InstantFormat): boolean {
  const utc = zone("UTC");
  const read = instantReader(format, utc);
  return samples.every((cell) => {
    const value = read(cell, 0, cell.length);
    return Number.isNaN(value) || (value % 86_400_000 === 0 && !cell.includes(COLON));
  });
}

const DOT = 0x2e;
const COLON = 0x3a;

const CANDIDATES: readonly InstantFormat[] = [
  { kind: "date-time", order: "YMD" },
  { kind: "date-time", order: "DMY" },
  { kind: "date-time", order: "MDY" },
  { kind: "epoch", unit: "ms" },
  { kind: "epoch", unit: "s" },
  { kind: "serial" },
];

function readable(format: InstantFormat): (cell: Uint8Array) => boolean {
  const utc: Zone = zone("UTC");
  const read = instantReader(format, utc);
  if (format.kind === "date-time") return (cell) => read(cell, 0, cell.length) !== BAD;
  const [least, most] = RANGES[format.kind === "serial" ? "serial" : format.unit];
  return (cell) => {
    const value = readNumber(cell, 0, cell.length);
    return value >= least && value <= most;
  };
}

/** Plausible values: 1990–2069 (epoch), 1982–2064 (Excel serial, five digits). */
const RANGES = {
  s: [631_152_000, 3_155_760_000],
  ms: [631_152_000_000, 3_155_760_000_000],
  serial: [30_000, 60_000],
} as const;
