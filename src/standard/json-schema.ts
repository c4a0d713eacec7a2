import { z } from "zod";
import { CHECKS } from "../checks/index.js";
import { guardOptions, listSchema, standardFile } from "./file-format.js";
import { RULE_ID, ruleHeader, switches } from "./rule-format.js";

const ids = z.string().regex(RULE_ID).describe("编号：类别/名称 · The rule's id: family/name.");
const severity = z.enum(switches).describe(ruleHeader.shape.severity.description ?? "");
const adjustment = z
  .strictObject({ add: z.array(z.unknown()), remove: z.array(z.unknown()) })
  .partial()
  .describe("在原有列表上增减 · Adds to or takes from the list as it is.");

/** The JSON Schema of a standard's files, for editors: completion, and mistakes underlined as one types. */
export function standardJsonSchema(): object {
  const { rules, lists, guards, ...head } = standardFile.shape;
  const written = z.strictObject({
    $schema: z.string().optional(),
    ...head,
    guards: z
      .record(z.string(), guardOptions)
      .optional()
      .describe(guards.description ?? ""),
    lists: z
      .record(z.string(), listEntry)
      .optional()
      .describe(lists.description ?? ""),
    rules: z
      .union([
        z.array(z.union([...CHECKS.map(({ kind }) => wholeRule(kind)), changedRule])),
        z.record(
          z.string(),
          z.union([severity, ...CHECKS.map(({ kind }) => wholeRule(kind, false)), ruleChangeSchema()]),
        ),
      ])
      .nullable()
      .optional()
      .describe(rules.description ?? ""),
  });
  return toJson(
    written,
    "deskcheck standard",
    "客服质检标准 · A standard of deskcheck: rules, phrase lists, guards.",
  );
}

/** A change of a rule as far as a schema can know it: every key that some check has. */
export function ruleChangeSchema(): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  const all = [
    ...Object.entries(ruleHeader.shape),
    ...CHECKS.flatMap(({ kind }) => Object.entries(shapeOf(kind))),
  ];
  for (const [key, schema] of all) {
    if (key === "check") continue;
    const known = shape[key];
    shape[key] = known === undefined || known === schema ? schema : z.union([known, schema]);
  }
  const changes = Object.entries(shape).map(
    ([key, schema]) => [key, z.union([schema, adjustment]).optional()] as const,
  );
  return z.strictObject({ ...Object.fromEntries(changes), severity: severity.optional() });
}

/** Draft 7, which the language servers of editors know best. What a schema cannot say is left out rather than refused. */
export function toJson(schema: z.ZodType, title: string, description: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    reused: "ref",
    unrepresentable: "any",
  });
  return { $schema, title, description, ...rest };
}

const listEntry = z.union([z.array(z.string()), listSchema, adjustment]);

const changedRule = z.looseObject({ id: ids, check: z.never().optional() });

function wholeRule(kind: string, listed = true): z.ZodType {
  return z.strictObject({
    ...(listed ? { id: ids } : {}),
    ...ruleHeader.shape,
    severity: severity.optional(),
    check: z.literal(kind).describe(ruleHeader.shape.check.description ?? ""),
    ...shapeOf(kind),
  });
}

function shapeOf(kind: string): Readonly<Record<string, z.ZodType>> {
  const options = CHECKS.find((check) => check.kind === kind)?.options;
  return options instanceof z.ZodObject ? (options.shape as Record<string, z.ZodType>) : {};
}
