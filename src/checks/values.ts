import { z } from "zod";
import { parseTarget, type Target } from "../calendar/durations.js";
import { UserError } from "../model/user-error.js";

/** A limit with its unit: `15s`, `5min`, `24h`, `2 working days`, `8 working hours`, `3 rings`, 20秒, 2个工作日. */
export function target(about: string): z.ZodType<Target, string> {
  return withUnit(about, (parsed) => parsed);
}

/** A length of time on the wall clock, in ms: `15s`, `5min`. */
export function duration(about: string): z.ZodType<number, string> {
  return withUnit(about, (parsed) => (parsed.kind === "time" ? parsed.ms : null));
}

/** A share as a number from 0 to 1 or a percentage: 0.8, 80%. */
export function share(about: string): z.ZodType<number, number | string> {
  return z
    .union([z.number(), z.string().regex(/^\s*\d+(\.\d+)?\s*[%％]\s*$/)])
    .transform((value, issue) => {
      const read = typeof value === "number" ? value : Number.parseFloat(value) / 100;
      if (read >= 0 && read <= 1) return read;
      issue.addIssue({ code: "custom", message: "bad-share" });
      return z.NEVER;
    })
    .describe(about);
}

/** The message of an issue is the code of the mistake; what fills its words is in `params`. */
function withUnit<T>(about: string, pick: (parsed: Target) => T | null): z.ZodType<T, string> {
  return z
    .string({ error: ({ input }) => (typeof input === "number" ? "target-without-unit" : undefined) })
    .transform((text, issue) => {
      const read = parsed(text);
      const picked = read instanceof UserError ? null : pick(read);
      if (picked !== null) return picked;
      const code = read instanceof UserError ? read.code : "target-not-understood";
      issue.addIssue({ code: "custom", message: code, params: read instanceof UserError ? read.args : {} });
      return z.NEVER;
    })
    .describe(about);
}

function parsed(text: string): Target | UserError {
  try {
    return parseTarget(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
