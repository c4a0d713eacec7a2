import { z } from "zod";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  KINDS,
  OUTCOMES,
  SPEAKERS,
} from "../model/fields.js";

const text = z.string().min(1);
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fieldName = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);
const [, ...channels] = CHANNELS;

/** What a word of the export can mean, for fields whose values are a fixed list. */
function meaning(field: FieldName): z.ZodType<string> {
  switch (FIELDS[field]) {
    case "channel":
      return z.enum(CHANNELS);
    case "direction":
      return z.enum(DIRECTIONS);
    case "outcome":
      return z.enum(OUTCOMES);
    case "speaker":
      return z.enum(SPEAKERS);
    case "flag":
      return z
        .union([z.boolean(), z.enum(["yes", "no"])])
        .transform((flag) => (flag === true || flag === "yes" ? "yes" : "no"));
    default:
      return cell;
  }
}

const values = z.strictObject(
  Object.fromEntries(FIELD_NAMES.map((field) => [field, z.record(z.string(), meaning(field)).optional()])),
);

const headers = z.union([text, z.array(text).nonempty()]);

/** One group of input files. What is left out is recognised from the files. */
export const inputSchema = z.strictObject({
  files: z
    .union([text, z.array(text).nonempty()])
    .describe(
      '文件或通配符，相对于配置文件所在文件夹 · Files or patterns, from the config\'s folder: "exports/calls-*.csv".',
    ),
  kind: z.enum(KINDS).optional().describe("文件类别 · calls, tickets, transcripts, messages or surveys."),
  columns: z
    .partialRecord(fieldName, headers)
    .optional()
    .describe(
      "字段对应的列名；几列合成一个字段时写成列表 · Field → header, or headers whose cells are joined.",
    ),
  values: values
    .optional()
    .describe("字段 → 导出里的写法 → 含义 · Field → word of the export → what it means."),
  missing: z
    .union([z.array(cell), z.partialRecord(fieldName, z.array(cell))])
    .optional()
    .describe("哪些写法表示“没有发生” · Cells that mean “did not happen”, in all columns or by field."),
  ignore: z
    .record(z.string(), z.union([cell.transform((one) => [one]), z.array(cell)]))
    .optional()
    .describe("不参与质检的行：列名 → 值 · Rows to leave out: header → cells. They are counted as ignored."),
  delimiter: text.optional().describe("分隔符 · The delimiter: “,” “;” “|” or “\\t”."),
  encoding: text.optional().describe("编码 · The encoding: utf-8, gb18030, big5 …"),
  timezone: text
    .optional()
    .describe("时间所在的时区 · The IANA zone of its times, where it differs from the desk's."),
  formats: z
    .partialRecord(fieldName, text)
    .optional()
    .describe("日期的写法，数据本身看不出时写 · Field → how its dates are written: DD/MM/YYYY."),
  channel: z.enum(channels).optional().describe("渠道 · The channel of every contact of these files."),
  complete: z
    .boolean()
    .optional()
    .describe(
      "对话是否完整：true 从头开始，false 截取的 · Whether transcripts hold conversations from their start.",
    ),
});
