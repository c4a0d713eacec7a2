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
  const cells = samples.filter((cell) => !isMissing(cell, 0, cell.length) && !isZero(cell));
  if (cells.length === 0) return null;
  const candidates = yearComesFirst(cells) ? CANDIDATES : CANDIDATES.slice(1);
  const fits = candidates.map((format) => cells.filter(readable(format)).length);
  const most = Math.max(...fits);
  if (most * 2 < cells.length || most === 0) return null;
  const best = candidates.filter((_, i) => fits[i] === most);
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

/** The first is left out where the year cannot come first. */
const CANDIDATES: readonly InstantFormat[] = [
  { kind: "date-time", order: "YMD" },
  { kind: "date-time", order: "named" },
  { kind: "date-time", order: "DMY" },
  { kind: "date-time", order: "MDY" },
  { kind: "epoch", unit: "us" },
  { kind: "epoch", unit: "ms" },
  { kind: "epoch", unit: "s" },
  { kind: "serial" },
];

/**
 * Whether the first part of the dates can be the year. It can where it has four digits or no separator follows. With
 * two digits, `02-03-21` could be any order: the year is the part that changes least, or that is no day (`99-02-01`).
 */
function yearComesFirst(cells: Samples): boolean {
  const short = cells.flatMap((cell) => {
    const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,4})(?!\d)/.exec(Buffer.from(cell).toString("latin1"));
    return match === null ? [] : [[match[1]!, match[3]!] as const];
  });
  if (short.length * 2 < cells.length) return true;
  if (short.some(([first]) => first.length < 2) || short.some(([, third]) => third.length > 2)) return false;
  if (short.some(([, third]) => Number(third) === 0 || Number(third) > 31)) return false;
  if (short.some(([first]) => Number(first) === 0 || Number(first) > 31)) return true;
  const firsts = new Set(short.map(([first]) => first));
  const thirds = new Set(short.map(([, third]) => third));
  return firsts.size <= 2 && thirds.size > 3;
}

function readable(format: InstantFormat): (cell: Uint8Array) => boolean {
  const utc: Zone = zone("UTC");
  const read = instantReader(format, utc);
  if (format.kind === "date-time") {
    return (cell) => {
      const value = read(cell, 0, cell.length);
      return value !== BAD && (Number.isNaN(value) || value < LATEST);
    };
  }
  const [least, most] = RANGES[format.kind === "serial" ? "serial" : format.unit];
  return (cell) => {
    const value = readNumber(cell, 0, cell.length);
    return value >= least && value <= most;
  };
}

/** "Never" as UNIX writes it. */
function isZero(cell: Uint8Array): boolean {
  return cell.length === 1 && cell[0] === 0x30;
}

/** The year 10000: what lies beyond is a number that only looks like a date. */
const LATEST = 253_402_300_800_000;

/** Plausible values: 1990–2069 (epoch), 1982–2064 (Excel serial, five digits). */
const RANGES = {
  s: [631_152_000, 3_155_760_000],
  ms: [631_152_000_000, 3_155_760_000_000],
  us: [631_152_000_000_000, 3_155_760_000_000_000],
  serial: [30_000, 60_000],
} as const;
