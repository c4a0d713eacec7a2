import { z } from "zod";
import { FIELD_NAMES, FIELDS, type FieldName, KINDS } from "../../model/fields.js";
import { DURATION_UNITS, type DurationUnit } from "../values/durations.js";
import { POLICIES } from "./policies.js";
import { cell, channel, headers, ignored, meaning, text, timezone, values } from "./schema-parts.js";

const unit = z.enum(Object.keys(DURATION_UNITS) as [DurationUnit, ...DurationUnit[]]);

const part = z
  .strictObject({
    before: text.optional().describe("第一个分隔符之前 · What stands before the first of these."),
    after: text
      .optional()
      .describe("第一个分隔符之后 · What stands behind the first; empty where there is none."),
    "before-last": text.optional().describe("最后一个分隔符之前 · What stands before the last."),
    "after-last": text
      .optional()
      .describe("最后一个分隔符之后 · What stands behind the last; empty where there is none."),
    count: text.optional().describe("分隔符的个数 · How often it occurs."),
    strip: z
      .array(text)
      .nonempty()
      .optional()
      .describe("去掉开头的这些字 · What is taken off its beginning: tel:, sip:."),
  })
  .describe("只取这一格的一部分 · A part of the cell.");

const condition = z.union([
  z
    .enum(["empty", "filled", "zero", "above-zero"])
    .describe("空、非空、为 0 或空、大于 0 · 0, 0:00:00 and empty are all “zero”."),
  z.array(cell).nonempty().describe("等于其中之一 · Is one of these."),
]);

function caseSchema(field: FieldName) {
  return z
    .strictObject({
      if: z
        .record(z.string(), condition)
        .describe("列名 → 条件，都成立才算 · Column → condition; all must hold."),
      is: z
        .union([meaning(field), z.literal("")])
        .optional()
        .describe("值；空字符串表示没有 · The value; an empty text is none."),
      read: text.optional().describe("改从这一列读 · Or the column to read instead."),
    })
    .superRefine((one, issue) => {
      if ((one.is === undefined) !== (one.read === undefined)) return;
      issue.addIssue({ code: "custom", message: "needs-one-of", params: { keys: "is, read" } });
    });
}

/** How a column becomes a field, when its header alone does not say it. */
function columnObject(field: FieldName) {
  return z.strictObject({
    header: headers
      .optional()
      .describe("列名；几列合成一个字段时写成列表 · The header, or headers that are joined."),
    "first-of": z
      .array(text)
      .nonempty()
      .optional()
      .describe("按顺序取第一个有值的列 · The first of these columns that has a value."),
    minus: z.tuple([text, text]).optional().describe("两列之差 · The first column minus the second."),
    is: meaning(field).optional().describe("固定的值 · Always this."),
    when: z
      .array(caseSchema(field))
      .nonempty()
      .optional()
      .describe("由其他列推断，取第一个成立的 · From other columns: the first case that holds."),
    else: meaning(field).optional().describe("都不成立时 · Where no case holds and the column is empty."),
    unit: unit.optional().describe("数字的单位 · The unit of bare numbers."),
    format: text
      .optional()
      .describe("时间的写法：DD/MM/YYYY、excel、epoch、epoch-ms · How its moments are written."),
    timezone: timezone.optional().describe("这一列的时区 · The zone of this column."),
    missing: z.array(cell).optional().describe("哪些写法表示“没有发生” · Cells that mean “did not happen”."),
    part: part.optional(),
    combine: z
      .enum(POLICIES)
      .optional()
      .describe("一次服务有几行时怎么合并 · How the rows of one contact become one value."),
  });
}

/** Every key may be absent. */
export type ColumnObject = Partial<z.output<ReturnType<typeof columnObject>>>;
export type ColumnSpec = string | readonly string[] | ColumnObject;
export type Condition = z.output<typeof condition>;
export type Part = z.output<typeof part>;

/** Fields of one type share a schema, so that the JSON Schema says it once. */
const specs = new Map<string, z.ZodType<ColumnSpec>>();

function columnSpec(field: FieldName): z.ZodType<ColumnSpec> {
  const type = FIELDS[field];
  const known = specs.get(type);
  if (known !== undefined) return known;
  const made = z.union([text, z.array(text).nonempty(), columnObject(field)]);
  specs.set(type, made);
  return made;
}

const columns = z.strictObject(
  Object.fromEntries(FIELD_NAMES.map((field) => [field, columnSpec(field).optional()])) as {
    readonly [F in FieldName]: z.ZodOptional<z.ZodType<ColumnSpec>>;
  },
);

const cellTest = z.union([
  z.enum(["time", "number", "uuid"]).describe("看起来像时间、数字、UUID · Looks like this."),
  z.array(cell).nonempty().describe("等于其中之一 · Is one of these."),
]);

const match = z.strictObject({
  headers: z.array(text).optional().describe("表头里必须全有 · Headers that must all be there."),
  without: z.array(text).optional().describe("表头里不能有 · Headers that must not be there."),
  widths: z
    .array(z.int().positive())
    .optional()
    .describe("没有表头时的列数 · Numbers of columns, without a header."),
  cells: z
    .record(z.string(), cellTest)
    .optional()
    .describe("没有表头时凭内容辨认 · What cells look like, where there is no header."),
});

const order = z.union([text, z.strictObject({ header: text, part: part.optional() })]);

const written = z.strictObject({
  id: text.describe("编号 · Its id, unique among all profiles: aircall-calls."),
  title: text.optional().describe("导出的名称 · What the vendor calls it."),
  like: text
    .optional()
    .describe(
      "与本文件里另一种导出相同，只写不同之处 · As another export of this file, but for what is said here.",
    ),
  kind: z.enum(KINDS).optional().describe("文件类别 · calls, tickets, transcripts, messages or surveys."),
  refuse: z
    .literal("aggregated")
    .optional()
    .describe("汇总报表，不能逐条质检 · Totals of intervals: refused, with the reason."),
  match: match.optional().describe("怎样认出这种文件 · How such a file is told."),
  header: z.literal("none").optional().describe("文件没有表头 · The file has no header."),
  names: z.array(text).nonempty().optional().describe("没有表头时各列的名字 · Names of its columns then."),
  "short-rows": z.boolean().optional().describe("行尾的空列可以省略 · Rows may end before the last column."),
  timezone: timezone.optional().describe("时间所在的时区 · The IANA zone of its times."),
  channel: channel.optional().describe("渠道 · The channel of its contacts."),
  complete: z.boolean().optional().describe("对话是否完整 · Whether conversations are whole."),
  columns: columns.default({}).describe("字段 → 列 · Field → column."),
  unused: z
    .array(text)
    .optional()
    .describe("会误导、不要用的列 · Columns that mislead: never read, whatever their name."),
  values: values.optional().describe("字段 → 写法 → 含义 · Field → word of the export → meaning."),
  missing: z.array(cell).optional().describe("哪些写法表示“没有发生” · Cells that mean “did not happen”."),
  ignore: ignored.optional().describe("不参与质检的行 · Rows to leave out: header → cells."),
  legs: z
    .strictObject({ order: order.optional() })
    .optional()
    .describe(
      "一次服务有几行：合并，按 order 排先后 · Several rows are one contact; `order` is their order.",
    ),
  redelivered: z
    .strictObject({ newest: text })
    .optional()
    .describe("同一条会重复送达：取 newest 最新的 · A record may come again: the newest counts."),
  events: z
    .strictObject({
      column: text,
      of: z.record(z.string(), columns),
      "not-calls": z.array(cell).optional().describe("与通话无关的事件 · Events that are about no call."),
    })
    .optional()
    .describe("每行一个事件 · A row is an event of a contact."),
  chat: z
    .strictObject({
      column: text,
      begins: z
        .array(text)
        .nonempty()
        .describe("一条消息的首行：{who} {id} {time} {date-time} {text} · The line that begins a message."),
      "date-line": text.optional().describe("写着日期的行的开头 · How a line with the date begins."),
      agent: text.optional().describe("坐席名字所在的列 · The column with the agent's name."),
      customer: text.optional().describe("客户名字所在的列 · The column with the customer's name."),
    })
    .optional()
    .describe("整段对话写在一格里 · A whole chat in one cell."),
  json: z
    .strictObject({
      dialogues: z.array(text).optional().describe("对话列表的路径 · Paths of the list of dialogues."),
      turns: z.array(text).nonempty().describe("语句列表的路径 · Paths of a dialogue's list of turns."),
      "from-dialogue": z
        .record(z.string(), z.array(text).nonempty())
        .optional()
        .describe("对话共有的值 · Values of the dialogue that each turn gets: name → paths."),
      "look-up": z
        .record(z.string(), z.strictObject({ in: text, by: text, value: text }))
        .optional()
        .describe("到对话的另一个列表里查 · Values looked up in another list of the dialogue: name → where."),
    })
    .optional()
    .describe("JSON 文件 · A JSON file with dialogues."),
});

const exportSchema = written.superRefine(({ kind, like, refuse }, issue) => {
  if (kind !== undefined || like !== undefined || refuse !== undefined) return;
  issue.addIssue({ code: "custom", message: "needs-one-of", params: { keys: "kind, like" } });
});

/** A profile: what the exports of one vendor, or of one system of the user's, look like. */
export const profileSchema = z.strictObject({
  $schema: z.string().optional(),
  vendor: text.describe("厂商或系统名称，写进报告 · The vendor or system, as reports name it."),
  source: text.optional().describe("列名的出处 · Where the names come from."),
  exports: z
    .array(exportSchema)
    .nonempty()
    .superRefine((exports, issue) => {
      exports.forEach(({ id, like }, at) => {
        if (like === undefined || exports.slice(0, at).some((one) => one.id === like)) return;
        const params = { id, like };
        issue.addIssue({ code: "custom", message: "profile-like-unknown", params, path: [at, "like"] });
      });
    })
    .describe("各种导出 · The kinds of files it exports."),
});

export type ProfileFile = z.output<typeof profileSchema>;
/** One kind of file that a system exports. */
export type ExportFormat = z.output<typeof exportSchema>;

export const PROFILE_EXAMPLE = `vendor: 我们的话务系统
exports:
  - id: our-calls
    kind: calls
    match: { headers: [流水号, 振铃秒数] }
    columns:
      contact-id: 流水号
      offered-at: { header: 来电, format: DD/MM/YYYY }
      ring-seconds: { header: 振铃秒数, unit: s, missing: ["-1"] }`;
