import { z } from "zod";
import { HOUR } from "../calendar/civil.js";
import { parseHours } from "../calendar/hours.js";
import { workingCalendar } from "../calendar/working-time.js";
import { zone } from "../calendar/zone.js";
import type { Contact } from "../model/contact.js";
import { DIRECTIONS, FIELD_INDEX, type FieldName, KINDS } from "../model/fields.js";
import { UserError } from "../model/user-error.js";
import { because, NOT_APPLICABLE, notAssessed } from "../model/verdict.js";
import type { CompileContext, CompiledCheck } from "./check.js";
import { read } from "./read.js";

/** When the desk is at its peak: in hours with at least so many calls, in hours of the week, or nobody has said. */
export const peakSchema = z
  .union([
    z.literal("not-set"),
    z.strictObject({
      "calls-an-hour": z
        .int()
        .positive()
        .describe("一小时进线多少通以上 · Hours with at least so many calls offered."),
    }),
    z.strictObject({
      hours: z
        .string()
        .transform((text, issue) => {
          try {
            return parseHours(text);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            issue.addIssue({ code: "custom", message: error.code, params: error.args });
            return z.NEVER;
          }
        })
        .describe("高峰时段 · Hours of the week: “Mon-Fri 09:00-11:00”."),
    }),
  ])
  .describe(
    "只在高峰时段适用；not-set 表示还没有设定，规则不判 · Only at the peak; not-set: nobody has said when that is.",
  );

export type PeakOption = z.output<typeof peakSchema>;

const MOMENTS = (["offered-at", "received-at", "answered-at"] as const satisfies readonly FieldName[]).map(
  (name) => FIELD_INDEX[name],
);
const DIRECTION = FIELD_INDEX.direction;
const OUTBOUND = DIRECTIONS.indexOf("outbound");
const CALLS = 1 << KINDS.indexOf("calls");
const NOT_SET = because(NOT_APPLICABLE, "not-configured");
const OFF_PEAK = because(NOT_APPLICABLE, "outside-hours");
const NO_MOMENT = notAssessed(FIELD_INDEX["offered-at"]);

/** The check, for contacts that came in at the peak. */
export function atPeak(check: CompiledCheck, peak: PeakOption, context: CompileContext): CompiledCheck {
  if (peak === "not-set") return { ...check, reads: [], judge: () => NOT_SET };
  const reads = [
    ...new Set([...check.reads, "offered-at", "received-at", "answered-at", "direction"] as const),
  ];
  if ("hours" in peak) {
    const open = workingCalendar(zone(context.timezone), peak.hours, null);
    return {
      ...check,
      reads,
      judge: (contact) => {
        const at = momentOf(contact);
        if (Number.isNaN(at)) return NO_MOMENT;
        return open.elapsed(at, at + 1) > 0 ? check.judge(contact) : OFF_PEAK;
      },
    };
  }
  const offered = new Map<number, number>();
  const clock = zone(context.timezone);
  const hourOf = (contact: Contact) => Math.floor(clock.local(momentOf(contact)) / HOUR);
  return {
    ...check,
    stage: "together",
    reads,
    prepare: (all) => {
      offered.clear();
      all.each((contact) => {
        if ((contact.kinds & CALLS) === 0 || read(contact, DIRECTION) === OUTBOUND) return;
        const hour = hourOf(contact);
        if (!Number.isNaN(hour)) offered.set(hour, (offered.get(hour) ?? 0) + 1);
      });
    },
    judge: (contact) => {
      const hour = hourOf(contact);
      if (Number.isNaN(hour)) return NO_MOMENT;
      return (offered.get(hour) ?? 0) >= peak["calls-an-hour"] ? check.judge(contact) : OFF_PEAK;
    },
  };
}

function momentOf(contact: Contact): number {
  for (const index of MOMENTS) {
    const at = read(contact, index);
    if (!Number.isNaN(at)) return at;
  }
  return Number.NaN;
}
