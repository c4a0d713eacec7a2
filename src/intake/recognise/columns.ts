import { zone } from "../../calendar/zone.js";
import { FIELDS, type FieldName, type FieldType } from "../../model/fields.js";
import type { WordTable } from "../tables.js";
import { BAD, type ValueReader } from "../values/cell.js";
import { type CodedType, codeReader, UNKNOWN_WORD } from "../values/codes.js";
import { areBareDates, areTimesOfDay, detectInstant, type Samples } from "../values/detect.js";
import { type DurationUnit, durationReader } from "../values/durations.js";
import {
  type InstantFormat,
  instantReader,
  type JoinedReader,
  joinedInstantReader,
} from "../values/instants.js";
import { readNumber } from "../values/numbers.js";
import { unitOfHeader } from "./headers.js";

/** How the cells of a column become values. */
export type ColumnReader =
  | { readonly type: "label" | "prose" }
  | { readonly type: "value"; readonly read: ValueReader }
  | { readonly type: "coded"; readonly read: ValueReader }
  | { readonly type: "joined"; readonly read: JoinedReader };

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
      const format = context.format ?? detectInstant(samples);
      if (format === "ambiguous" || (format === null && samples.some((cell) => cell.length > 0))) {
        return format === "ambiguous" ? format : null;
      }
      const used = format ?? DEFAULT_FORMAT;
      return {
        reader: { type: "value", read: instantReader(used, zone(context.timezone)) },
        format: formatName(used),
      };
    }
    case "duration": {
      const unit = unitOfHeader(header) ?? (isDayFraction(samples) ? "d" : "s");
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
  const format = context.format ?? detectInstant(dates);
  if (format === null || format === "ambiguous") return format;
  if (!areBareDates(dates, format) || !areTimesOfDay(times)) return null;
  return {
    reader: { type: "joined", read: joinedInstantReader(format, zone(context.timezone)) },
    format: `${formatName(format)} + HH:MM:SS`,
  };
}

function formatName(format: InstantFormat): string {
  if (format.kind === "serial") return "Excel";
  return format.kind === "epoch" ? `epoch ${format.unit}` : format.order;
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

/** `0.00165509`: durations that a spreadsheet keeps as fractions of a day. None reaches a day, and all have many digits. */
function isDayFraction(samples: Samples): boolean {
  const cells = samples.filter((cell) => cell.length > 0).map((cell) => Buffer.from(cell).toString("latin1"));
  return cells.some((cell) => /^0?\.\d{5,}$/.test(cell)) && cells.every((cell) => /^(0|0?\.\d+)$/.test(cell));
}
