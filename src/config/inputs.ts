import { z } from "zod";
import { cell, channel, fieldName, headers, ignored, text, values } from "../intake/profiles/schema-parts.js";
import { KINDS } from "../model/fields.js";

/** One group of input files. What is left out is recognised from the files. */
export const inputSchema = z.strictObject({
  files: z
    .union([text, z.array(text).nonempty()])
    .describe(
      '文件或通配符，相对于配置文件所在文件夹 · Files or patterns, from the config\'s folder: "exports/calls-*.csv".',
    ),
  profile: text
    .optional()
    .describe(
      "哪家系统的导出：厂商名、自己的模板文件 ./our-export.yaml，或 none · Whose export it is: a vendor, a profile of your own, or none.",
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
  ignore: ignored
    .optional()
    .describe("不参与质检的行：列名 → 值 · Rows to leave out: header → cells. They are counted as ignored."),
  delimiter: text.optional().describe("分隔符 · The delimiter: “,” “;” “|” or “\\t”."),
  header: z
    .array(z.string())
    .nonempty()
    .optional()
    .describe("文件没有表头时，各列的名字 · The names of the columns, where the files have no header."),
  encoding: text.optional().describe("编码 · The encoding: utf-8, gb18030, big5 …"),
  timezone: text
    .optional()
    .describe("时间所在的时区 · The IANA zone of its times, where it differs from the desk's."),
  formats: z
    .partialRecord(fieldName, text)
    .optional()
    .describe("日期的写法，数据本身看不出时写 · Field → how its dates are written: DD/MM/YYYY."),
  channel: channel.optional().describe("渠道 · The channel of every contact of these files."),
  complete: z
    .boolean()
    .optional()
    .describe(
      "对话是否完整：true 从头开始，false 截取的 · Whether transcripts hold conversations from their start.",
    ),
  mono: z
    .boolean()
    .optional()
    .describe("单声道录音，听不出抢话 · Recorded on one channel: who spoke over whom cannot be told."),
});
