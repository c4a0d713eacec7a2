import { z } from "zod";
import { LOCALES } from "../messages/locale.js";
import { ruleChange } from "../standard/rule-format.js";
import { gatesSchema } from "./gates.js";
import { inputSchema } from "./inputs.js";

const text = z.string().min(1);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date-not-understood");

const calendar = z.strictObject({
  country: z
    .enum(["CN"])
    .optional()
    .describe("法定节假日和调休 · Whose public holidays and make-up days count."),
  hours: text.describe(
    "工作时间 · Opening hours: “Mon-Fri 09:00-12:00, 13:30-18:00; Sat 10:00-14:00”, “周一至周五 9:00-18:00”.",
  ),
  coverage: z
    .tuple([date, date])
    .optional()
    .describe("下面的日期管到哪天 · First and last date that the lists speak of."),
  holidays: z.array(date).optional().describe("休息的日子 · Days off."),
  "make-up-days": z.array(date).optional().describe("调休上班的日子 · Days of rest that are worked."),
});

const maxRejected = z
  .union([z.int().min(0), z.string().regex(/^\d+(\.\d+)?%$/, "bad-share")])
  .transform((limit) =>
    typeof limit === "number"
      ? { rows: limit, share: null }
      : { rows: null, share: Number.parseFloat(limit) / 100 },
  );

/** deskcheck.config.yaml. Every key is optional. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  standard: z
    .union([text, z.array(text).nonempty()])
    .default("service-handbook")
    .describe(
      "依据的标准，后面的覆盖前面的；auto 是内置的中英文两套，按每通的语言选用 · Standards; later ones extend and override earlier ones. auto: the built-in ones of both languages, each contact by its own.",
    ),
  locale: z.enum(LOCALES).default("zh-CN").describe("报告的语言 · The language of reports."),
  timezone: text.default("Asia/Shanghai").describe("服务台所在时区（IANA）· The desk's time zone."),
  "as-of": text
    .optional()
    .describe(
      "以哪一刻为“现在”，默认是数据里最晚的时刻 · The moment that counts as now; default: the latest in the data.",
    ),
  calendar: calendar
    .optional()
    .describe("工作时间和节假日 · Working hours and holidays, for targets in working time."),
  inputs: z.array(inputSchema).default([]).describe("输入文件 · Input files, and what their columns mean."),
  intake: z
    .strictObject({
      "max-rejected": maxRejected
        .optional()
        .describe(
          "最多容许剔除几行（0）或几成（1%）· How many rows may be rejected before the audit counts as partial.",
        ),
    })
    .default({})
    .describe("读入 · Reading."),
  rules: z
    .record(z.string(), ruleChange)
    .default({})
    .describe(
      "对规则的改动：off、严重程度，或要改的项 · Changes of rules: off, a severity, or keys to change.",
    ),
  gates: gatesSchema
    .default({})
    .describe("考核指标，不达标则退出码为 1 · Conditions that decide the exit code."),
  "minimum-contacts": z
    .int()
    .min(1)
    .default(20)
    .describe("不足这么多条的坐席只列出、不排名 · Agents with fewer contacts are listed, not ranked."),
  costs: z
    .boolean()
    .default(true)
    .describe("HTML 报告里估算问题的代价 · Whether the HTML report estimates what the findings may cost."),
  format: z
    .union([text.transform((one) => [one]), z.array(text)])
    .default(["terminal"])
    .describe("报告格式，FORMAT 或 FORMAT=文件 · Report formats: terminal, json=result.json …"),
});

export type ConfigValues = z.output<typeof configSchema>;

export const CONFIG_EXAMPLE = `standard: [service-handbook, ./our-rules.yaml]
timezone: Asia/Shanghai
inputs:
  - { files: "exports/calls-*.csv", kind: calls, columns: { ring-seconds: 振铃时长 } }
rules:
  wording/vague-guess: off
  response/service-level: { within: 20s, share: 80% }
gates:
  score: { min: 85 }`;
