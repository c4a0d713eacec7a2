import { z } from "zod";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX } from "../model/fields.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS, PENDING } from "../model/verdict.js";
import { ANSWER_UNKNOWN, ANSWERED, ANSWERED_FIELDS, answeredOf } from "./answered.js";
import type { Check, CompiledCheck, FindingDraft } from "./check.js";
import { type ClockLimit, clockLimit } from "./clock-limit.js";
import { atPeak, peakSchema } from "./peak.js";
import { READINGS, ringCountrySchema } from "./rings.js";
import { countSchema, missingOf, type TimeSource, timeSchema, timeSource } from "./times.js";
import { duration, target } from "./values.js";

const options = z
  .strictObject({
    time: z
      .array(z.union([timeSchema, countSchema]))
      .nonempty()
      .describe(
        "时长从哪里来，按顺序取第一个有的 · Ways to get the time; the first that the files carry is used.",
      ),
    within: target(
      "时限，要带单位 · The limit, with its unit: 15s, 5min, 24h, 2 working days, 3 rings.",
    ).optional(),
    rings: z
      .int()
      .positive()
      .optional()
      .describe("几声之内；要写 country 或 cadence · Rings; needs country or cadence."),
    country: ringCountrySchema.optional(),
    cadence: z
      .strictObject({ on: duration("响多久 · Tone"), off: duration("停多久 · Silence") })
      .optional()
      .describe("一声铃的响和停，代替 country · Tone and silence of one ring, instead of country."),
    reading: z
      .enum(READINGS)
      .default("lenient")
      .describe(
        "lenient：下一声响起之前；strict：最后一声停之前 · Before the next ring begins, or before the last one stops.",
      ),
    clock: z
      .enum(["calendar", "working"])
      .default("calendar")
      .describe("calendar：自然时间；working：工作时间 · Wall clock, or opening hours only."),
    "at-least": duration(
      "至少多久，用于时间窗 · And no less than this: the survey goes out 24–48 h later.",
    ).optional(),
    peak: peakSchema.optional(),
    "answered-only": z
      .boolean()
      .default(false)
      .describe("只看接通的 · Calls that nobody answered are another rule's business."),
  })
  .superRefine((value, issue) => {
    const needsOne = (value.within === undefined) === (value.rings === undefined);
    if (needsOne)
      issue.addIssue({ code: "custom", message: "needs-one-of", params: { keys: "within, rings" } });
    const rings = value.rings !== undefined || value.within?.kind === "rings";
    if (rings && value.country === undefined && value.cadence === undefined) {
      const path = [value.rings === undefined ? "within" : "rings"];
      issue.addIssue({ code: "custom", message: "rings-without-country", path });
    }
    if (!rings && value.time.every((one) => typeof one === "object" && "count" in one)) {
      issue.addIssue({ code: "custom", message: "rings-only", path: ["within"] });
    }
  });

export type ClockOptions = z.output<typeof options>;

const NOT_TAKEN = because(NOT_APPLICABLE, "not-answered");
const NOBODY_ASKED = because(NOT_APPLICABLE, "no-customer-turns");
const NO_OUTCOME = notAssessed(FIELD_INDEX.outcome);
const NOT_YET = because(PENDING, "not-due");

/** The time between two moments is within a limit, on the wall clock or in working time. */
export const clock: Check<ClockOptions> = {
  kind: "clock",
  options,
  example: `- id: our/first-reply
  title: { zh: 两小时内首次回复, en: First reply within two hours }
  severity: major
  check: clock
  time: [{ from: received-at, to: first-reply-at }, first-reply-seconds]
  within: 2h
  examples:
    fails: [{ fields: { received-at: "2026-03-02 09:00", first-reply-at: "2026-03-02 11:00:01" } }]
    passes: [{ fields: { received-at: "2026-03-02 09:00", first-reply-at: "2026-03-02 11:00" } }]`,
  alternatives: [
    [["within"], ["rings"]],
    [["country"], ["cadence"]],
  ],
  compile: (chosen, context) => {
    const limit = clockLimit(chosen, context.calendar, context.workdays);
    const sources = chosen.time.map(timeSource).filter(limit.takes);
    const answeredOnly = chosen["answered-only"];
    const known = (contact: Contact): number => {
      for (let at = 0; at < sources.length; at++) {
        if (!Number.isNaN(limit.amount(sources[at]!, contact))) return at;
      }
      return -1;
    };
    const timed = (contact: Contact): number => {
      const at = answeredOnly && answeredOf(contact) !== ANSWERED ? -1 : known(contact);
      return at === -1 || sources[at]!.counts ? -1 : at;
    };
    const check: CompiledCheck = {
      stage: sources.some((source) => source.reads.includes("said-at")) ? "turns" : "fields",
      reads: [...sources.flatMap((source) => source.reads), ...(answeredOnly ? ANSWERED_FIELDS : [])],
      target: limit.text,
      judge: (contact) => {
        if (answeredOnly) {
          const answered = answeredOf(contact);
          if (answered !== ANSWERED) return answered === ANSWER_UNKNOWN ? NO_OUTCOME : NOT_TAKEN;
        }
        const at = known(contact);
        if (at !== -1) {
          const source = sources[at]!;
          const verdict = limit.met(source, contact) ? PASS : FAIL;
          return limit.covers(source, contact) ? verdict : because(verdict, "outside-calendar");
        }
        if (openSource(sources, contact) !== null) return NOT_YET;
        for (const source of sources) if (source.unstarted(contact)) return NOBODY_ASKED;
        return notAssessed(missingOf(sources, contact));
      },
      due: (contact) => {
        const source = openSource(sources, contact);
        return source === null ? Number.NaN : limit.due(source.from(contact));
      },
      findings: (contact) => [finding(contact, sources, known(contact), limit)],
      measure: {
        unit: "s",
        limit: limit.limit,
        of: (contact) => {
          const at = timed(contact);
          return at === -1 ? Number.NaN : limit.amount(sources[at]!, contact);
        },
        sources: sources.map((source) => source.name),
        source: timed,
      },
    };
    return chosen.peak === undefined ? check : atPeak(check, chosen.peak, context);
  },
};

/** The first source whose time has begun and is not over. */
function openSource(sources: readonly TimeSource[], contact: Contact): TimeSource | null {
  for (const source of sources) if (source.open(contact)) return source;
  return null;
}

function finding(
  contact: Contact,
  sources: readonly TimeSource[],
  known: number,
  limit: ClockLimit,
): FindingDraft {
  const source = (known === -1 ? openSource(sources, contact) : sources[known]) ?? sources[0]!;
  const turn = source.turn(contact);
  return {
    turn,
    from: 0,
    to: 0,
    how: null,
    field: turn === null ? source.cell(contact) : null,
    expected: limit.expected(source),
    found: known === -1 ? limit.more : limit.show(source, contact),
  };
}
