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

/** A limit as it was written: a bare number, a share, or a length of time. */
export interface Bound {
  readonly kind: "number" | "share" | "time";
  /** The number, the share in hundredths, or ms. */
  readonly value: number;
}

/** A count (3), a share (30%) or a length of time (20s); which of them fits depends on what is limited. */
export function bound(about: string): z.ZodType<Bound, number | string> {
  return z
    .union([z.number().min(0), z.string()])
    .transform((value, issue): Bound => {
      if (typeof value === "number") return { kind: "number", value };
      const percentage = /^\s*(\d+(?:\.\d+)?)\s*[%％]\s*$/.exec(value);
      if (percentage !== null) return { kind: "share", value: Number(percentage[1]) };
      const read = parsed(value);
      if (!(read instanceof UserError) && read.kind === "time") return { kind: "time", value: read.ms };
      const code = read instanceof UserError ? read.code : "target-not-understood";
      const params = read instanceof UserError ? read.args : { example: "20s" };
      issue.addIssue({ code: "custom", message: code, params });
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
