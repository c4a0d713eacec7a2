import { z } from "zod";
import { FIELD_NAMES, type FieldName } from "../model/fields.js";
import type { Check } from "./check.js";
import { conditionsSchema } from "./conditions.js";
import { everyHour, everyHourSchema } from "./level-hours.js";
import { answeredInTime } from "./level-service.js";
import { goodShare } from "./level-share.js";
import { answeredShare, gap, gapSchema, invited, satisfied, satisfiedSchema } from "./level-surveys.js";
import { timeSchema } from "./times.js";
import { duration, share } from "./values.js";

/** The service-level formulas of the trade; which abandoned calls each counts, excludes or credits: level-service.ts. */
export const FORMULAS = ["F1", "F2", "F3", "F4", "F5", "F6"] as const;

const options = z
  .strictObject({
    share: share("至少达到的比例 · The least share: 0.8 or 80%."),
    within: duration("几秒内接起 · Calls answered within this time are good: 20s.").optional(),
    formula: z
      .enum(FORMULAS)
      .default("F6")
      .describe("服务水平公式 F1–F6，区别在放弃的电话怎么算 · How abandoned calls count; default F6."),
    "short-abandon": duration("短时放弃的界限，默认 5s · Abandons shorter than this are misdials.").prefault(
      "5s",
    ),
    time: z
      .array(timeSchema)
      .nonempty()
      .optional()
      .describe("应答时长从哪里来 · Ways to get the speed of answer, in order."),
    "abandon-time": z
      .array(timeSchema)
      .nonempty()
      .optional()
      .describe("放弃前等待从哪里来 · Ways to get the wait of a caller who gave up, in order."),
    good: conditionsSchema.optional().describe("怎样算好 · What makes a contact a good one."),
    "out-of": conditionsSchema.optional().describe("在哪些记录里算 · Of which contacts; default: all."),
    "every-hour": everyHourSchema.optional(),
    satisfied: satisfiedSchema.optional(),
    answered: z
      .array(z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]))
      .nonempty()
      .optional()
      .describe("填了其中一项就算作答 · A survey is answered where one of these fields is filled."),
    gap: gapSchema.optional(),
    invited: z
      .literal(true)
      .optional()
      .describe(
        "各坐席、各渠道的邀评率是否均衡 · Whether surveys go to every agent's and channel's customers alike.",
      ),
  })
  .superRefine((value, issue) => {
    if (KINDS_OF_LEVEL.filter((key) => value[key] !== undefined).length !== 1) {
      issue.addIssue({
        code: "custom",
        message: "needs-one-of",
        params: { keys: KINDS_OF_LEVEL.join(", ") },
      });
    }
    if (value.within !== undefined && value["short-abandon"] > value.within) {
      issue.addIssue({ code: "custom", message: "short-abandon-too-long", path: ["short-abandon"] });
    }
  });

/** Each is one way to say what is good; a rule has exactly one of them. */
const KINDS_OF_LEVEL = ["within", "good", "every-hour", "satisfied", "answered", "gap", "invited"] as const;

export type LevelOptions = z.output<typeof options>;

/**
 * A share over many contacts: calls answered within a time (the service level), contacts whose fields satisfy
 * conditions, hours in which somebody answered, satisfied or answered surveys, SERVQUAL dimensions without a gap. It has
 * no findings; it is judged as a gate.
 */
export const level: Check<LevelOptions> = {
  kind: "level",
  options,
  example: `- id: our/service-level
  title: { zh: 90% 的来电 15 秒内接起, en: 90 % of calls answered within 15 s }
  severity: gate
  check: level
  within: 15s
  share: 90%
  formula: F3
  examples:
    fails: [{ contacts: [{ fields: { outcome: answered, answer-seconds: 16s } }] }]
    passes: [{ contacts: [{ fields: { outcome: answered, answer-seconds: 15s } }] }]`,
  alternatives: [
    [["within"], ["good", "out-of"], ["every-hour"], ["satisfied"], ["answered"], ["gap"], ["invited"]],
  ],
  compile: (chosen, context) => {
    const { within, share: least, satisfied: boxes, answered, gap: gaps } = chosen;
    if (within !== undefined) return answeredInTime({ ...chosen, within });
    if (chosen["every-hour"] !== undefined) return everyHour(chosen["every-hour"], least, context);
    if (boxes !== undefined) return satisfied(boxes, least);
    if (answered !== undefined) return answeredShare(answered, least);
    if (gaps !== undefined) return gap(gaps, least);
    if (chosen.invited !== undefined) return invited(least);
    return goodShare(chosen.good ?? {}, chosen["out-of"] ?? {}, least);
  },
};
