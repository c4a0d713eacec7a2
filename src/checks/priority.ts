import { z } from "zod";
import { DAY } from "../calendar/civil.js";
import { formatDuration } from "../calendar/durations.js";
import { type Zone, zone } from "../calendar/zone.js";
import type { Contact } from "../model/contact.js";
import { CHANNELS, FIELD_INDEX, type FieldName } from "../model/fields.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import type { Check, Grouping } from "./check.js";
import { read } from "./read.js";
import { firstKnown, missingOf, timeSchema, timeSource } from "./times.js";
import { duration } from "./values.js";

const options = z.strictObject({
  levels: z
    .array(z.array(z.string().min(1)).nonempty())
    .min(2)
    .describe(
      "优先级从高到低，每级列出导出里的写法 · Priorities from the highest down, each with the words for it.",
    ),
  time: z
    .array(timeSchema)
    .nonempty()
    .describe("等了多久从哪里来 · Ways to get the wait; the first that the files carry."),
  within: z
    .array(duration("这一级最多等多久 · The longest wait of this level."))
    .optional()
    .describe(
      "各级时限，和 levels 一一对应，可以少写 · The limit of each level, in the order of levels; may be fewer.",
    ),
});

export type PriorityOptions = z.output<typeof options>;

const PRIORITY = FIELD_INDEX.priority;
const CHANNEL = FIELD_INDEX.channel;
const NO_PRIORITY = notAssessed(PRIORITY);
const NO_MOMENT = notAssessed(FIELD_INDEX["received-at"]);
const ALONE = because(NOT_APPLICABLE, "nothing-to-compare");
const BEGAN = (
  ["received-at", "offered-at", "queued-at", "answered-at"] as const satisfies readonly FieldName[]
).map((name) => FIELD_INDEX[name]);

/**
 * Urgent contacts do not wait longer than others: on no day, and in no channel, is the median wait of a higher priority
 * above that of a lower one. A telephone call and an e-mail are not compared. On such a day those contacts of the higher priority fail that waited longer than the lower one's median.
 * Each level may have a limit of its own besides.
 */
export const priority: Check<PriorityOptions> = {
  kind: "priority",
  options,
  example: `- id: our/urgent-first
  title: { zh: 紧急的先办, en: Urgent ones first }
  severity: minor
  check: priority
  levels: [[紧急, urgent], [普通, normal]]
  time: [{ from: received-at, to: first-reply-at }]
  examples:
    fails:
      - fields: { priority: 紧急, received-at: 2026-03-02 09:00, first-reply-at: 2026-03-02 11:00 }
        others: [{ fields: { priority: 普通, received-at: 2026-03-02 09:00, first-reply-at: 2026-03-02 10:00 } }]
    passes:
      - fields: { priority: 紧急, received-at: 2026-03-02 09:00, first-reply-at: 2026-03-02 09:30 }
        others: [{ fields: { priority: 普通, received-at: 2026-03-02 09:00, first-reply-at: 2026-03-02 10:00 } }]`,
  compile: ({ levels, time, within = [] }, context) => {
    const sources = time.map(timeSource);
    const clock = zone(context.timezone);
    const levelOf = levelFinder(levels);
    const waitOf = (contact: Contact) => {
      const at = firstKnown(sources, contact);
      return at === -1 ? Number.NaN : sources[at]!.value(contact);
    };
    /** Median wait by day and channel, then level; filled anew for every audit. */
    const medians = new Map<number, Float64Array>();

    /** The least median wait of the lower priorities of that day; NaN where there are none. */
    const lowerMedian = (day: number, level: number): number => {
      const known = medians.get(day);
      let least = Number.NaN;
      for (let lower = level + 1; known !== undefined && lower < known.length; lower++) {
        const wait = known[lower]!;
        if (!Number.isNaN(wait) && !(wait >= least)) least = wait;
      }
      return least;
    };
    const overtaken = (contact: Contact, level: number): number => {
      const day = lineOf(contact, clock);
      const lower = lowerMedian(day, level);
      const own = medians.get(day)?.[level] ?? Number.NaN;
      return own > lower && waitOf(contact) > lower ? lower : Number.NaN;
    };
    return {
      stage: "together",
      reads: [
        "priority",
        "channel",
        "received-at",
        "offered-at",
        "queued-at",
        "answered-at",
        ...sources.flatMap(({ reads }) => reads),
      ],
      target: within.length === 0 ? null : within.map((limit) => `≤ ${formatDuration(limit)}`).join(" / "),
      prepare: (all) => {
        const waits = new Map<number, number[][]>();
        all.each((contact) => {
          const level = levelOf(contact.label(PRIORITY));
          const wait = waitOf(contact);
          const day = lineOf(contact, clock);
          if (level === -1 || Number.isNaN(wait) || Number.isNaN(day)) return;
          let ofDay = waits.get(day);
          if (ofDay === undefined) {
            ofDay = levels.map(() => []);
            waits.set(day, ofDay);
          }
          ofDay[level]!.push(wait);
        });
        medians.clear();
        for (const [day, ofDay] of waits) medians.set(day, Float64Array.from(ofDay, median));
      },
      judge: (contact) => {
        const level = levelOf(contact.label(PRIORITY));
        if (level === -1) return NO_PRIORITY;
        const wait = waitOf(contact);
        if (Number.isNaN(wait)) return notAssessed(missingOf(sources, contact));
        const day = lineOf(contact, clock);
        if (Number.isNaN(day)) return NO_MOMENT;
        if (wait > (within[level] ?? Number.POSITIVE_INFINITY)) return FAIL;
        if (!Number.isNaN(overtaken(contact, level))) return FAIL;
        return within[level] === undefined && Number.isNaN(lowerMedian(day, level)) ? ALONE : PASS;
      },
      findings: (contact) => {
        const level = levelOf(contact.label(PRIORITY));
        const at = firstKnown(sources, contact);
        const lower = overtaken(contact, level);
        const limit = Number.isNaN(lower) ? within[level]! : lower;
        const expected = Number.isNaN(lower)
          ? `≤ ${formatDuration(limit)}`
          : `≤ ${formatDuration(limit)} (${levels[level]![0]} ≤ ${levels.at(-1)![0]})`;
        const found = formatDuration(waitOf(contact));
        return [
          {
            turn: null,
            from: 0,
            to: 0,
            how: null,
            field: sources[at]?.cell(contact) ?? null,
            expected,
            found,
          },
        ];
      },
      grouping: waitsByLevel(levels, levelOf, waitOf),
    };
  },
};

/** The mean wait of each level, in seconds. */
function waitsByLevel(
  levels: PriorityOptions["levels"],
  levelOf: (label: string | null) => number,
  waitOf: (contact: Contact) => number,
): Grouping {
  return {
    add: (contact, into) => {
      const level = levelOf(contact.label(PRIORITY));
      into("priority", levels[level]![0]!, Math.round(waitOf(contact)), 1);
    },
    shape: (groups) =>
      groups.map(({ by, id, of, n }) => ({ by, id, n, value: Math.round(of / n) / 1000, met: null })),
  };
}

function levelFinder(levels: PriorityOptions["levels"]): (label: string | null) => number {
  const known = new Map(
    levels.flatMap((words, level) => words.map((word) => [word.toLowerCase(), level] as const)),
  );
  return (label) => (label === null ? -1 : (known.get(label.toLowerCase()) ?? -1));
}

/** The line that a contact stood in: one for each day and channel. NaN where its day is not known. */
function lineOf(contact: Contact, clock: Zone): number {
  const channel = read(contact, CHANNEL);
  const known = Number.isNaN(channel) ? 0 : channel;
  for (const index of BEGAN) {
    const at = read(contact, index);
    if (!Number.isNaN(at)) return Math.floor(clock.local(at) / DAY) * CHANNELS.length + known;
  }
  return Number.NaN;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
