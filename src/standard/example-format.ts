import { z } from "zod";
import { FIELDS, type FieldName, KINDS } from "../model/fields.js";

const text = z.string().min(1);
const time = z
  .string()
  .min(1)
  .describe("开始后多久（3s），或时刻 · Time since the start (3s), or a moment (2026-03-02 09:00:03).");

const said = { at: time.optional(), until: time.optional() };

/** One turn: the agent's words, `customer: …` for somebody else's, or with times. */
const turn = z.union([
  text,
  z.strictObject({ agent: z.string(), ...said }),
  z.strictObject({ customer: z.string(), ...said }),
  z.strictObject({ system: z.string(), ...said }),
]);

/** Values of fields as a person writes them; empty (null): the column is there and its cell is not filled. */
const fields = z.partialRecord(
  z.enum(Object.keys(FIELDS) as [FieldName, ...FieldName[]]),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

const contact = {
  fields: fields
    .optional()
    .describe("字段 · Fields of the contact's row: { ring-seconds: 16s, outcome: answered }."),
  turns: z.array(turn).optional().describe("对话 · What was said."),
  starts: z
    .enum(["yes", "no", "unknown"])
    .default("yes")
    .describe("对话是否从头开始 · Whether the first turn is the start of the conversation."),
  mono: z.boolean().default(false).describe("单声道录音 · Recorded on one channel."),
  kinds: z
    .array(z.enum(KINDS))
    .nonempty()
    .optional()
    .describe("哪些文件有它 · Kinds of files that speak of it; default: what the rule is about."),
};

/** Some rules do nothing until they are told something of the desk: peak hours, a glossary. */
const settings = z
  .looseObject({})
  .optional()
  .describe("示例用的规则设置 · Settings of the rule that the example is run with: { peak: … }.");

const example = z.union([
  text.describe("坐席说的一句话 · One turn of the agent."),
  z.array(turn).nonempty().describe("一段对话 · A conversation."),
  z.strictObject({
    ...contact,
    others: z
      .array(z.strictObject(contact))
      .optional()
      .describe("数据里的其他记录 · Other contacts in the data, for rules that look across them."),
    "as-of": text.optional().describe("以哪一刻为“现在” · The moment that counts as now."),
    with: settings,
  }),
  z.strictObject({
    contacts: z
      .array(
        z.strictObject({
          ...contact,
          times: z.int().positive().default(1).describe("这样的有几条 · How many such contacts."),
        }),
      )
      .nonempty()
      .describe("多条记录，用于比例类规则 · Many contacts, for rules about a share."),
    "as-of": text.optional(),
    with: settings,
  }),
]);

export const EXAMPLE_GROUPS = ["fails", "passes", "not-applicable", "not-assessed", "pending"] as const;
export type ExampleGroup = (typeof EXAMPLE_GROUPS)[number];

const group = (about: string) => z.array(example).default([]).describe(about);

export const examplesSchema = z.strictObject({
  fails: group("必须判为不合格 · Must fail."),
  passes: group("必须判为合格 · Must pass."),
  "not-applicable": group("规则管不到 · The rule is not about these."),
  "not-assessed": group("缺数据，无法判定 · Cannot be judged for want of data."),
  pending: group("还没到期 · Not decidable yet."),
});

export type Example = z.output<typeof example>;
export type Turn = z.output<typeof turn>;
export type ExampleContact = Omit<
  Extract<Example, { readonly contacts: unknown }>["contacts"][number],
  "times"
>;
export type Examples = z.output<typeof examplesSchema>;
