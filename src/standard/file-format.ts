import { z } from "zod";
import { guardSchema, phrases, spokenBy, waiverSchema } from "../checks/words.js";

const text = z.string().min(1);
const version = z.union([text, z.number()]).transform(String);
const weight = z.int().min(0).max(1000);

/** Whole numbers, so that scores are exact. A critical rule cannot weigh nothing. */
export const weightsSchema = z
  .strictObject({ critical: weight.min(1), major: weight, minor: weight, info: weight })
  .partial()
  .transform((set) => Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)));

const rawMap = z.record(z.string(), z.unknown());

/**
 * The top level of every file of a standard. Rules and lists are looked at only after later standards and the config
 * have had their say, because a change of a rule need not be a whole rule.
 */
export const standardFile = z.strictObject({
  name: text.optional().describe("名称 · Name of the standard."),
  version: version.optional().describe("版本 · Its version."),
  language: z.enum(["zh", "en"]).optional().describe("语言 · The language that its phrases are in."),
  extends: z
    .union([text, z.array(text)])
    .optional()
    .describe("在哪些标准的基础上 · Standards that this one extends: service-handbook, ./other.yaml."),
  weights: weightsSchema
    .optional()
    .describe("各严重程度的权重 · What a rule of each severity weighs in a contact's score."),
  guards: rawMap.optional().describe("共用例外 · Guards that rules share: negation, quotation …"),
  lists: rawMap.optional().describe("词表 · Named phrase lists, used as @name."),
  rules: z
    .union([z.array(rawMap), z.record(z.string(), z.unknown())])
    .nullable()
    .optional()
    .describe("规则 · Rules; also changes of rules of the standards that this one extends."),
});

/** The other files of a folder: what a standard is called and what it extends stands in its `standard.yaml` alone. */
export const familyFile = standardFile.pick({ guards: true, lists: true, rules: true });

export type StandardFile = z.output<typeof standardFile>;

/** A named list after all changes. Lists with a `/` in their name are looked for on their own too; others are helpers. */
export const listSchema = z.strictObject({
  phrases,
  regex: phrases.optional(),
  speaker: spokenBy.default("agent"),
  unless: z.array(waiverSchema).optional(),
  guards: z.array(text).optional(),
  "sound-alike": z.boolean().default(false),
  about: text.optional().describe("说明 · What the list is for."),
});

export type ListOptions = z.output<typeof listSchema>;

export const guardOptions = guardSchema;

export const FILE_EXAMPLE = `name: our-rules
version: "1.0"
extends: service-handbook
rules:
  wording/vague-guess: off
  response/email-first-reply: { within: 8h }`;
