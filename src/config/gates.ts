import { z } from "zod";
import { share } from "../checks/values.js";
import { DIMENSIONS } from "../model/rule.js";

const off = z.literal("off").describe("不考核 · Takes a default gate away.");
const scoreGate = z.union([off, z.strictObject({ min: z.number().min(0).max(100) })]);
const countGate = z.union([off, z.strictObject({ max: z.int().min(0) })]);
const ruleGate = z.union([
  off,
  z.strictObject({
    rate: share("至少多少比例合格 · The least share of contacts that meet the rule: 0.95 or 95%."),
    "minimum-contacts": z
      .int()
      .min(1)
      .optional()
      .describe("不足这么多条不判 · Not judged below this many contacts."),
  }),
]);

const named = {
  score: scoreGate.optional().describe("总分不低于 · The final score, 0–100."),
  "critical-findings": countGate
    .optional()
    .describe("致命问题不多于 · Findings of severity critical; default at most 0."),
  "major-findings": countGate.optional().describe("严重问题不多于 · Findings of severity major."),
  "minor-findings": countGate.optional().describe("一般问题不多于 · Findings of severity minor."),
  findings: countGate.optional().describe("问题总数不多于 · All findings."),
  ...Object.fromEntries(DIMENSIONS.map((id) => [`dimension.${id}` as const, scoreGate.optional()])),
};

/** Conditions on the whole audit: those above by name, and any rule by its id. */
export const gatesByName = z.strictObject(named).catchall(ruleGate);

/** A name that is none is said to be none before its value is looked at. */
export const gatesSchema = z
  .record(z.string(), z.unknown())
  .superRefine((gates, issue) => {
    for (const id of Object.keys(gates)) {
      if (Object.hasOwn(named, id) || id.includes("/")) continue;
      issue.addIssue({
        code: "custom",
        message: "gate-unknown",
        path: [id],
        params: { gate: id, example: "score: { min: 85 }" },
      });
    }
  })
  .pipe(gatesByName);
