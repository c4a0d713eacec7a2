import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, type FieldName } from "../model/fields.js";
import {
  DURATION_FIELDS,
  type DurationField,
  INSTANT_FIELDS,
  type InstantField,
  type Moment,
  moment,
  TURN_MOMENTS,
} from "./moments.js";
import { carries, read } from "./read.js";

const duration = z.enum(DURATION_FIELDS as [DurationField, ...DurationField[]]);
const instant = z.enum(INSTANT_FIELDS as [InstantField, ...InstantField[]]);
const momentName = z.union([z.enum(TURN_MOMENTS), instant]);

/** One way to get at a time. */
export const timeSchema = z.union([
  duration.describe("时长字段 · A duration field"),
  z.strictObject({ from: momentName, to: momentName }).describe("两个时刻之间 · Between two moments"),
  z
    .strictObject({ field: duration, since: instant })
    .describe("从某时刻起的时长；为空表示还没结束 · A duration that began at a moment; empty: not over yet"),
  z.strictObject({ sum: z.array(duration).min(2) }).describe("几段时长之和 · Several durations together"),
]);

export type TimeOption = z.output<typeof timeSchema>;

/** A count of rings: compared with a target in rings, never turned into seconds. */
export const countSchema = z
  .strictObject({ count: z.literal("rings") })
  .describe("响铃次数 · The log's own count of rings");

/** One way to get at a time, ready to be asked. Allocates nothing. */
export interface TimeSource {
  /** `ring-seconds`, `ringing-at → answered-at`: said in reports, so that nobody takes queue time for ring time. */
  readonly name: string;
  readonly reads: readonly FieldName[];
  /** `value` is a count of rings, not a time. */
  readonly counts: boolean;
  /** Whether the contact's files have the columns for it. */
  carried(contact: Contact): boolean;
  /** Milliseconds (or a count) ≥ 0; NaN where it cannot be told: an end before its start is no time. */
  value(contact: Contact): number;
  /** The instants between which the time ran; NaN where they are not known. */
  from(contact: Contact): number;
  to(contact: Contact): number;
  /** It began and its end is not recorded although the column is there: not over yet. */
  open(contact: Contact): boolean;
  /** Its columns are there, and it never began: nobody of those whose words would start it said anything. */
  unstarted(contact: Contact): boolean;
  /** The field to name when the time cannot be told. */
  missing(contact: Contact): number;
  /** What a finding points at: a turn, else a cell of the contact's row. */
  turn(contact: Contact): number | null;
  cell(contact: Contact): FieldName | null;
}

export function timeSource(option: TimeOption | z.output<typeof countSchema>): TimeSource {
  if (typeof option === "string") return added([option]);
  if ("sum" in option) return added(option.sum);
  if ("count" in option) return { ...added([option.count]), counts: true };
  return "from" in option
    ? between(moment(option.from), moment(option.to), option)
    : since(option.field, option.since);
}

/** The position of the first source that yields a time for this contact; -1 where none does. */
export function firstKnown(sources: readonly TimeSource[], contact: Contact): number {
  for (let at = 0; at < sources.length; at++) if (!Number.isNaN(sources[at]!.value(contact))) return at;
  return -1;
}

/**
 * The field to name when no source yields a time: what is empty in the first source whose columns are there, else what
 * the first source lacks. A count is asked for only where nothing else would do: few logs have one.
 */
export function missingOf(sources: readonly TimeSource[], contact: Contact): number {
  for (const source of sources) if (source.carried(contact)) return source.missing(contact);
  for (const source of sources) if (!source.counts) return source.missing(contact);
  return sources[0]!.missing(contact);
}

function added(fields: readonly (DurationField | "rings")[]): TimeSource {
  const indexes = fields.map((field) => FIELD_INDEX[field]);
  return {
    name: fields.join(" + "),
    reads: fields,
    counts: false,
    carried: (contact) => indexes.every((index) => carries(contact, index)),
    value: (contact) => {
      let sum = 0;
      for (const index of indexes) sum += notNegative(read(contact, index));
      return sum;
    },
    from: unknown,
    to: unknown,
    open: () => false,
    unstarted: () => false,
    missing: (contact) =>
      indexes.find((index) => !carries(contact, index)) ??
      indexes.find((index) => Number.isNaN(notNegative(read(contact, index)))) ??
      indexes[0]!,
    turn: () => null,
    cell: () => fields[0] ?? null,
  };
}

function between(from: Moment, to: Moment, names: { from: string; to: string }): TimeSource {
  const carried = (contact: Contact) => from.carried(contact) && to.carried(contact);
  const started = (contact: Contact) => !Number.isNaN(from.at(contact));
  return {
    name: `${names.from} → ${names.to}`,
    reads: [...new Set([...from.reads, ...to.reads])],
    counts: false,
    carried,
    value: (contact) => notNegative(to.at(contact) - from.at(contact)),
    from: (contact) => (from.absolute(contact) ? from.at(contact) : Number.NaN),
    to: (contact) => (to.absolute(contact) ? to.at(contact) : Number.NaN),
    open: (contact) =>
      carried(contact) && from.absolute(contact) && started(contact) && Number.isNaN(to.at(contact)),
    unstarted: (contact) => from.field === "said-at" && carried(contact) && !started(contact),
    missing: (contact) =>
      FIELD_INDEX[
        !from.carried(contact) || (to.carried(contact) && !started(contact)) ? from.field : to.field
      ],
    turn: (contact) => to.turn(contact) ?? from.turn(contact),
    cell: (contact) => (Number.isNaN(to.at(contact)) ? from.field : to.field),
  };
}

function since(field: DurationField, start: InstantField): TimeSource {
  const length = FIELD_INDEX[field];
  const began = FIELD_INDEX[start];
  const value = (contact: Contact) => notNegative(read(contact, length));
  return {
    name: field,
    reads: [field, start],
    counts: false,
    carried: (contact) => carries(contact, length),
    value,
    from: (contact) => read(contact, began),
    to: (contact) => read(contact, began) + value(contact),
    open: (contact) =>
      carries(contact, length) && Number.isNaN(read(contact, length)) && !Number.isNaN(read(contact, began)),
    unstarted: () => false,
    missing: () => length,
    turn: () => null,
    cell: () => field,
  };
}

function unknown(): number {
  return Number.NaN;
}

function notNegative(value: number): number {
  return value >= 0 ? value : Number.NaN;
}
