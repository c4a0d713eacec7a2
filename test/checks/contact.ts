import { plainWorkdays } from "../../src/calendar/workdays.js";
import { zone } from "../../src/calendar/zone.js";
import type { CompileContext } from "../../src/checks/check.js";
import { countText } from "../../src/checks/text-size.js";
import type { Contact } from "../../src/model/contact.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_INDEX,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  KINDS,
  type Kind,
  OUTCOMES,
  SPEAKER,
  type Speaker,
} from "../../src/model/fields.js";
import type { Hit, Turns } from "../../src/model/turns.js";
import { missingFieldOf, NOT_ASSESSED, reasonOf, verdictOf } from "../../src/model/verdict.js";

/** Durations in seconds, instants in seconds since 1970, codes by name; null: the column is there, its cell is empty. */
export type Values = Readonly<Partial<Record<FieldName, number | string | null>>>;

export function contact(
  values: Values,
  turns: Turns | null = null,
  kinds: readonly Kind[] = ["calls"],
): Contact {
  const columns = FIELD_NAMES.map(() => new Float64Array([Number.NaN]));
  const has = new Uint8Array(FIELD_NAMES.length);
  const labels: string[] = [];
  for (const [field, value] of Object.entries(values) as [FieldName, number | string | null][]) {
    has[FIELD_INDEX[field]] = 1;
    if (value !== null) columns[FIELD_INDEX[field]]![0] = numberOf(field, value, labels);
  }
  return {
    row: 0,
    columns,
    has,
    kinds: kinds.reduce((bits, kind) => bits | (1 << KINDS.indexOf(kind)), 0),
    label: (index) => labels[columns[index]![0]!] ?? null,
    turns,
  };
}

export interface Said {
  readonly by: Speaker;
  /** Seconds. */
  readonly at?: number;
  readonly until?: number;
  readonly text?: string;
  /** Lists hit in this turn; a hit is at its end unless a byte is given. */
  readonly hits?: readonly (number | readonly [list: number, from: number, to: number])[];
}

export function turns(
  said: readonly Said[],
  options: Partial<
    Pick<Turns, "clock" | "beginsAtStart" | "endsAtEnd" | "sidesApart" | "speakersInDoubt">
  > = {},
): Turns {
  const all = said.flatMap(({ hits = [] }, turn) =>
    hits.map((hit) => {
      const [list, from, to] = typeof hit === "number" ? [hit, 0, 1] : hit;
      return { list, hit: { turn, from, to, how: "as-written", phrase: 0 } as Hit };
    }),
  );
  const timed = said.every(({ at }) => at !== undefined);
  const bytes = said.map(({ text = "" }) => new TextEncoder().encode(text));
  const sizes = bytes.map((one) => {
    const size = { han: 0, words: 0 };
    countText(one, 0, one.length, size);
    return size;
  });
  return {
    length: said.length,
    speaker: (turn) => SPEAKER[said[turn]!.by],
    start: (turn) => (said[turn]!.at ?? Number.NaN) * 1000,
    end: (turn) => (said[turn]!.until ?? Number.NaN) * 1000,
    clock: timed ? "instant" : "none",
    beginsAtStart: "yes",
    hits: (list) => all.filter((one) => one.list === list).map(({ hit }) => hit),
    text: (turn) => said[turn]!.text ?? "",
    bytes: (turn) => bytes[turn]!,
    han: (turn) => sizes[turn]!.han,
    words: (turn) => sizes[turn]!.words,
    ...options,
  };
}

/** Lists are numbered in the order of these names: `main`, `after`, `@courtesy/greeting` … */
export function context(
  lists: readonly string[] = [],
  calendar: CompileContext["calendar"] = null,
): CompileContext {
  const workdays = () => calendar ?? plainWorkdays(zone("Asia/Shanghai"));
  return { timezone: "Asia/Shanghai", calendar, workdays, list: (id) => lists.indexOf(id) };
}

/** `pass`, `fail answered-late`, `not-assessed ring-seconds` … */
export function told(code: number): string {
  const verdict = ["pass", "fail", "not-applicable", "not-assessed", "pending"][verdictOf(code)]!;
  if (verdictOf(code) === NOT_ASSESSED) return `${verdict} ${FIELD_NAMES[missingFieldOf(code)]}`;
  const reason = reasonOf(code);
  return reason === "none" ? verdict : `${verdict} ${reason}`;
}

function numberOf(field: FieldName, value: number | string, labels: string[]): number {
  const type = FIELDS[field];
  if (typeof value === "number") return type === "duration" || type === "instant" ? value * 1000 : value;
  if (type === "channel") return codeOf(CHANNELS, value);
  if (type === "direction") return codeOf(DIRECTIONS, value);
  if (type === "outcome") return codeOf(OUTCOMES, value);
  return labels.push(value) - 1;
}

function codeOf(names: readonly string[], name: string): number {
  return names.indexOf(name);
}
