import { zone } from "../../calendar/zone.js";
import { FIELDS, type FieldName, type FieldType } from "../../model/fields.js";
import type { WordTable } from "../tables.js";
import { BAD, isMissing, type ValueReader } from "../values/cell.js";
import { type CodedType, codeReader, UNKNOWN_WORD } from "../values/codes.js";
import { areBareDates, areTimesOfDay, detectInstant, type Samples } from "../values/detect.js";
import { type DurationUnit, durationReader } from "../values/durations.js";
import {
  type ClockOddity,
  type InstantFormat,
  instantReader,
  type JoinedReader,
  joinedInstantReader,
} from "../values/instants.js";
import { readNumber } from "../values/numbers.js";
import { unitOfHeader } from "./headers.js";
import type { MappedColumn } from "./recognise.js";

/** How the cells of a column become values. The last five only profiles ask for. */
export type ColumnReader =
  | { readonly type: "label" | "prose" }
  | { readonly type: "value"; readonly read: ValueReader; readonly oddity?: ClockOddity }
  | { readonly type: "coded"; readonly read: ValueReader }
  | { readonly type: "joined"; readonly read: JoinedReader; readonly oddity?: ClockOddity }
  /** Always the same value: a number, a code, or a label's text. */
  | { readonly type: "constant"; readonly value: number | string }
  /** The first column that has a value. */
  | { readonly type: "first-of"; readonly of: readonly MappedColumn[] }
  | { readonly type: "minus"; readonly of: readonly [MappedColumn, MappedColumn] }
  /** The first case that holds; else what the column says; else `otherwise`. */
  | {
      readonly type: "cases";
      readonly cases: readonly Case[];
      readonly column: MappedColumn | null;
      readonly otherwise: number | string;
    };

export interface Case {
  readonly tests: readonly { readonly column: number; readonly holds: CellTest }[];
  /** A value, or the column that has it then. */
  readonly value: number | string | MappedColumn;
}

/** Whether a cell, without the spaces around it, is what a case asks for. */
export type CellTest = (bytes: Uint8Array, from: number, to: number) => boolean;

export interface ReadAs {
  readonly reader: ColumnReader;
  /** The clock or unit, for people; null for text. */
  readonly format: string | null;
}

export interface ReadingContext {
  readonly timezone: string;
  readonly words: WordTable;
  readonly told: Readonly<Record<string, string>>;
  /** The date order that the user told, or that the whole column decided. */
  readonly format: InstantFormat | null;
  /** The order that a profile expects: it counts where the samples do not speak against it. */
  readonly expected?: InstantFormat | null;
  /** The unit that a profile gives bare numbers. */
  readonly unit?: DurationUnit | undefined;
}

/**
 * How to read a column as this field, judged by its samples: null where they cannot be this field at all,
 * `ambiguous` where they are dates whose day and month cannot be told apart.
 */
export function readAs(
  field: FieldName,
  header: string,
  samples: Samples,
  context: ReadingContext,
): ReadAs | "ambiguous" | null {
  const type: FieldType = FIELDS[field];
  switch (type) {
    case "text":
      return { reader: { type: "label" }, format: null };
    case "prose":
      return { reader: { type: "prose" }, format: null };
    case "instant": {
      const format = formatOf(samples, context);
      if (format === "ambiguous" || format === null) return format;
      const oddity: ClockOddity = { last: "exact" };
      const read = instantReader(format, zone(context.timezone), oddity);
      return { reader: { type: "value", read, oddity }, format: formatName(format) };
    }
    case "duration": {
      const unit = context.unit ?? unitOfHeader(header) ?? (isDayFraction(samples) ? "d" : "s");
      return valuesFit(samples, durationReader(unit), unit);
    }
    case "number":
      return valuesFit(samples, readNumber, null);
    default:
      return coded(type, samples, context);
  }
}

/** A moment from a column of bare dates and one of times of day; null where the samples are not that. */
export function readJoined(
  dates: Samples,
  times: Samples,
  context: ReadingContext,
): ReadAs | "ambiguous" | null {
  const format = formatOf(dates, context);
  if (format === null || format === "ambiguous") return format;
  if (!areBareDates(dates, format) || !areTimesOfDay(times)) return null;
  const oddity: ClockOddity = { last: "exact" };
  return {
    reader: { type: "joined", read: joinedInstantReader(format, zone(context.timezone), oddity), oddity },
    format: `${formatName(format)} + HH:MM:SS`,
  };
}

/** What the user told comes first; then what the samples show, helped by what a profile expects; an empty column is any. */
function formatOf(samples: Samples, context: ReadingContext): InstantFormat | "ambiguous" | null {
  if (context.format !== null) return context.format;
  const expected = context.expected ?? null;
  const found = detectInstant(samples);
  if (found === null) return samples.some(isFilled) ? null : (expected ?? DEFAULT_FORMAT);
  // epochs and serial numbers may both be plain numbers: a profile knows which
  if (
    expected !== null &&
    expected.kind !== "date-time" &&
    found !== "ambiguous" &&
    found.kind !== "date-time"
  )
    return expected;
  return found;
}

function isFilled(cell: Uint8Array): boolean {
  return !isMissing(cell, 0, cell.length) && !(cell.length === 1 && cell[0] === ZERO);
}

const ZERO = 0x30;

function formatName(format: InstantFormat): string {
  if (format.kind === "serial") return "Excel";
  if (format.kind === "epoch") return `epoch ${format.unit}`;
  return format.order === "named" ? "D MMM YYYY" : format.order;
}

const DEFAULT_FORMAT: InstantFormat = { kind: "date-time", order: "YMD" };

function coded(type: CodedType, samples: Samples, context: ReadingContext): ReadAs | null {
  const read = codeReader(type, context.words, context.told);
  const codes = samples.map((cell) => read(cell, 0, cell.length)).filter((code) => !Number.isNaN(code));
  // a name that only sounds like ours: "status" of an order, "type" of a phone
  if (codes.length > 0 && codes.every((code) => code === UNKNOWN_WORD)) return null;
  return { reader: { type: "coded", read }, format: null };
}

function valuesFit(samples: Samples, read: ValueReader, unit: DurationUnit | null): ReadAs | null {
  const bad = samples.filter((cell) => read(cell, 0, cell.length) === BAD).length;
  if (bad * 2 > samples.length) return null;
  return { reader: { type: "value", read }, format: unit };
}

/** `0.00165509`, `1.157E-05`: durations that a spreadsheet keeps as fractions of a day. None reaches a day. */
function isDayFraction(samples: Samples): boolean {
  const cells = samples.filter((cell) => cell.length > 0).map((cell) => Buffer.from(cell).toString("latin1"));
  return cells.some((cell) => /^(0?\.\d{5,}|\d(\.\d+)?E-\d+)$/i.test(cell)) && cells.every(isFraction);
}

function isFraction(cell: string): boolean {
  return /^(0|0?\.\d+|\d(\.\d+)?E-\d+)$/i.test(cell);
}
