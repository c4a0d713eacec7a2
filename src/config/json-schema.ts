import { z } from "zod";
import { ruleChangeSchema, toJson } from "../standard/json-schema.js";
import { switches } from "../standard/rule-format.js";
import { gatesByName } from "./gates.js";
import { configSchema } from "./schema.js";

/** The JSON Schema of deskcheck.config.yaml, for editors. */
export function configJsonSchema(): object {
  const { rules, gates, ...others } = configSchema.shape;
  const written = z.strictObject({
    ...others,
    gates: gatesByName.optional().describe(gates.description ?? ""),
    rules: z
      .record(z.string(), z.union([z.enum(switches), ruleChangeSchema()]))
      .optional()
      .describe(rules.description ?? ""),
  });
  return toJson(
    written,
    "deskcheck.config.yaml",
    "deskcheck 的配置 · The config of deskcheck. Every key is optional.",
  );
}
