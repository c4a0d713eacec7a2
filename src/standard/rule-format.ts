import { z } from "zod";
import { appliesSchema } from "../checks/applies.js";
import { CHECKS } from "../checks/index.js";
import { DIMENSIONS, SEVERITIES } from "../model/rule.js";
import { examplesSchema } from "./example-format.js";

const text = z.string().min(1);

/** One text for both languages, or one for each. */
const bilingual = z
  .union([text, z.strictObject({ zh: text.optional(), en: text.optional() })])
  .transform((written) => {
    const { zh, en } = typeof written === "string" ? { zh: written, en: written } : written;
    return { zh: zh ?? en ?? "", en: en ?? zh ?? "" };
  });

export const switches = [...SEVERITIES, "off", "on"] as const;

export const RULE_ID = /^[\p{L}\p{N}][\p{L}\p{N}-]*\/[\p{L}\p{N}][\p{L}\p{N}-]*$/u;

/** What every rule has, whatever its check. The options of the check stand beside these keys. */
export const ruleHeader = z.strictObject({
  title: bilingual.describe("标题 · What the rule asks, in a few words; one text, or zh and en."),
  clause: z.string().default("").describe("原文条款 · The clause of the written standard, word for word."),
  source: z.string().default("").describe("出处 · Where the clause stands."),
  dimension: z
    .enum(DIMENSIONS)
    .optional()
    .describe("服务质量维度（RATER）· The RATER element that it belongs to."),
  severity: z
    .enum(SEVERITIES)
    .default("major")
    .describe(
      "严重程度 · critical fails the contact; a gate is judged over many contacts. off switches the rule off.",
    ),
  applies: appliesSchema.optional().describe("适用于 · Which contacts it is about."),
  except: appliesSchema.optional().describe("不适用于 · Which contacts it leaves out."),
  check: z.enum(CHECKS.map(({ kind }) => kind)).describe("检查方式 · The kind of check."),
  advice: bilingual.default({ zh: "", en: "" }).describe("应当怎样说、怎样做 · What to say or do instead."),
  examples: examplesSchema
    .default({ fails: [], passes: [], "not-applicable": [], "not-assessed": [], pending: [] })
    .describe("示例，`deskcheck standard test` 会运行 · Examples that `deskcheck standard test` runs."),
});

export const HEADER_KEYS: readonly string[] = Object.keys(ruleHeader.shape);

/** A change of an existing rule, in a later standard or in the config. `off` and a severity may stand alone. */
export const ruleChange = z.union([
  z.enum(switches).describe("严重程度；off 关闭，on 打开 · A severity, off, or on."),
  z.looseObject({ severity: z.enum(switches).optional() }).describe("要改的项 · The keys to change."),
]);
