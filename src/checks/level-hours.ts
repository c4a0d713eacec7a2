import { z } from "zod";
import { HOUR } from "../calendar/civil.js";
import { parseHours } from "../calendar/hours.js";
import { workingCalendar } from "../calendar/working-time.js";
import { zone } from "../calendar/zone.js";
import type { Contact } from "../model/contact.js";
import { FIELD_INDEX, OUTCOMES } from "../model/fields.js";
import { UserError } from "../model/user-error.js";
import { because, FAIL, NOT_APPLICABLE, notAssessed, PASS } from "../model/verdict.js";
import { ANSWER_UNKNOWN, ANSWERED, ANSWERED_FIELDS, answeredOf } from "./answered.js";
import type { CompileContext, CompiledCheck, GroupCount } from "./check.js";
import { percent } from "./level-share.js";
import { read } from "./read.js";
import { firstKnown, timeSource } from "./times.js";
import { duration } from "./values.js";
import { ABANDON_TIMES } from "./waits.js";

export const everyHourSchema = z
  .strictObject({
    hours: z
      .string()
      .prefault("24/7")
      .transform((text, issue) => {
        try {
          return parseHours(text);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          issue.addIssue({ code: "custom", message: error.code, params: error.args });
          return z.NEVER;
        }
      })
      .describe(
        "承诺有人值守的时段 · The hours in which somebody should answer: 24/7, “Mon-Fri 09:00-18:00”.",
      ),
    "minimum-calls": z
      .int()
      .positive()
      .default(2)
      .describe("一小时至少几通来电才判 · Hours with fewer offered calls are not judged."),
    "short-abandon": duration("短于此的放弃不算来电 · Abandons shorter than this are misdials.").prefault(
      "5s",
    ),
  })
  .describe("每个服务时段都有人接 · In every service hour somebody answers");

export type EveryHourOptions = z.output<typeof everyHourSchema>;

const NO_OUTCOME = notAssessed(FIELD_INDEX.outcome);
const NO_MOMENT = notAssessed(FIELD_INDEX["offered-at"]);
const OUTSIDE = because(NOT_APPLICABLE, "outside-hours");
const SHORT = because(NOT_APPLICABLE, "abandoned-short");
const ELSEWHERE = because(NOT_APPLICABLE, "not-offered");
const OUTCOME = FIELD_INDEX.outcome;
const OFFERED_AT = FIELD_INDEX["offered-at"];
const LEFT = [OUTCOMES.indexOf("flowed-out"), OUTCOMES.indexOf("callback")];

/**
 * The share of service hours in which at least one of the offered calls was answered. An hour is one of the clock on
 * one day; the groups reported are the hours of the day with the share of calls answered in each.
 */
export function everyHour(options: EveryHourOptions, share: number, context: CompileContext): CompiledCheck {
  const clock = zone(context.timezone);
  const open = workingCalendar(clock, options.hours, null);
  const abandons = ABANDON_TIMES.map(timeSource);
  const isShort = (contact: Contact): boolean => {
    const at = firstKnown(abandons, contact);
    return at !== -1 && abandons[at]!.value(contact) < options["short-abandon"];
  };
  const hours = (groups: readonly GroupCount[]) => groups.filter(({ n }) => n >= options["minimum-calls"]);
  return {
    stage: "fields",
    reads: [
      ...new Set([...ANSWERED_FIELDS, "offered-at" as const, ...abandons.flatMap(({ reads }) => reads)]),
    ],
    target: `≥ ${percent(share)}`,
    judge: (contact) => {
      const outcome = read(contact, OUTCOME);
      if (outcome === LEFT[0] || outcome === LEFT[1]) return ELSEWHERE;
      const answered = answeredOf(contact);
      if (answered === ANSWER_UNKNOWN) return NO_OUTCOME;
      const at = read(contact, OFFERED_AT);
      if (Number.isNaN(at)) return NO_MOMENT;
      if (!(open.elapsed(at, at + 1) > 0)) return OUTSIDE;
      if (answered === ANSWERED) return PASS;
      return isShort(contact) ? SHORT : FAIL;
    },
    findings: () => [],
    level: {
      share,
      formula: "hours answered / hours",
      summarise: (_, groups) => {
        const judged = hours(groups);
        const dark = judged.filter(({ of }) => of === 0);
        return {
          numerator: judged.length - dark.length,
          denominator: judged.length,
          counts: { good: judged.length - dark.length, all: judged.length, unanswered: dark.length },
          notes: [],
        };
      },
    },
    grouping: {
      add: (contact, into) => {
        const hour = Math.floor(clock.local(read(contact, OFFERED_AT)) / HOUR);
        into("hour", hour, answeredOf(contact) === ANSWERED ? 1 : 0, 1);
      },
      shape: (groups) => byHourOfDay(groups, hours(groups)),
    },
  };
}

/** The hours of the day: calls and the share answered; not met where in one of its hours nobody answered. */
function byHourOfDay(groups: readonly GroupCount[], judged: readonly GroupCount[]) {
  const ofDay = (id: string) => ((Number(id) % 24) + 24) % 24;
  return Array.from({ length: 24 }, (_, hour) => {
    const own = groups.filter(({ id }) => ofDay(id) === hour);
    const n = own.reduce((sum, group) => sum + group.n, 0);
    const of = own.reduce((sum, group) => sum + group.of, 0);
    const dark = judged.some((group) => ofDay(group.id) === hour && group.of === 0);
    const any = judged.some(({ id }) => ofDay(id) === hour);
    return {
      by: "hour" as const,
      id: String(hour).padStart(2, "0"),
      n,
      value: n === 0 ? null : of / n,
      met: any ? !dark : null,
    };
  }).filter(({ n }) => n > 0);
}
