import { resolve } from "node:path";
import { userError } from "../messages/errors.js";
import { enumerate, type Locale } from "../messages/index.js";
import type { AuditResult } from "../model/result.js";
import {
  DEFAULT_OPTIONS,
  FILE_FORMATS,
  type FileFormatName,
  FORMATS,
  type FormatName,
  type PastAudit,
  type ReportOptions,
} from "../reports/index.js";
import { palette, wantsColour } from "./colour.js";
import { type ProcessLike, writeTo } from "./process.js";
import { checkFolder, writeFolder } from "./write-folder.js";
import { checkWritable, writeWhole } from "./write-whole.js";

/** One `--format FORMAT[=FILE]`: the file is absolute; null: stdout. */
export interface Output<Name extends string = FormatName | FileFormatName> {
  readonly format: Name;
  readonly file: string | null;
}

export interface ShownAs {
  readonly locale: Locale;
  readonly colour: boolean | undefined;
  readonly findings: number | undefined;
  /** Whether the estimate of what findings may cost is shown, in formats that have one. */
  readonly costs?: boolean;
  /** Earlier audits, for formats that show what became of an agent. */
  readonly past?: readonly PastAudit[];
}

/**
 * Reads `FORMAT[=FILE]` texts and makes sure, before an audit that may take long, that every file can be written and at
 * most one report goes to stdout.
 *
 * @throws UserError `format-unknown`, `format-needs-file`, `option-conflict`, `output-unwritable`, `output-folder-taken`
 */
export function readOutputs(texts: readonly string[], cwd: string): readonly Output[] {
  const outputs = readFormats(texts, [...namesOf(FORMATS), ...namesOf(FILE_FORMATS)], cwd);
  for (const { format, file } of outputs) {
    if (isFileFormat(format) && file === null)
      throw userError("format-needs-file", { format, example: EXAMPLES[format] });
    if (file === null) continue;
    if (isFileFormat(format) && FILE_FORMATS[format].kind === "folder") checkFolder(file);
    else checkWritable(file);
  }
  return outputs;
}

/** Writes every report: files first, whole or not at all, stdout last. */
export async function writeOutputs(
  outputs: readonly Output[],
  result: AuditResult,
  proc: ProcessLike,
  shown: ShownAs,
): Promise<void> {
  const options = reportOptions(proc, shown);
  for (const { format, file } of outputs) {
    if (file === null || !isFileFormat(format)) continue;
    const { kind, report } = FILE_FORMATS[format];
    if (kind === "folder") writeFolder(file, report(result, options));
    else writeWhole(file, [await report(result, options)]);
  }
  const texts = outputs.filter(isText);
  await writeTexts(texts, (format, as) => FORMATS[format].report(result, as), proc, shown);
}

/**
 * Reads `FORMAT[=FILE]` texts of any command.
 *
 * @throws UserError `format-unknown`, `option-conflict` where two reports go to one place
 */
function readFormats<Name extends string>(
  texts: readonly string[],
  known: readonly Name[],
  cwd: string,
): readonly Output<Name>[] {
  const outputs = texts.map((text): Output<Name> => {
    const [name = "", ...rest] = text.split("=");
    const format = known.find((one) => one === name);
    if (format === undefined)
      throw userError("format-unknown", { format: name, known: enumerate(known, "en") });
    return { format, file: rest.length === 0 ? null : resolve(cwd, rest.join("=")) };
  });
  for (const { file } of outputs) {
    const [first, second] = outputs.filter((other) => other.file === file).map(written);
    if (second !== undefined) throw userError("option-conflict", { first: first!, second });
  }
  return outputs;
}

/** The same, and makes sure, before work that may take long, that every file can be written. */
export function readTextFormats<Name extends string>(
  texts: readonly string[] | undefined,
  formats: Readonly<Record<Name, unknown>>,
  cwd: string,
): readonly Output<Name>[] {
  const outputs = readFormats(texts ?? ["terminal"], namesOf(formats), cwd);
  for (const { file } of outputs) if (file !== null) checkWritable(file);
  return outputs;
}

/** Writes reports that are text: files first, whole or not at all, stdout last. */
export async function writeTexts<Name extends string>(
  outputs: readonly Output<Name>[],
  draw: (format: Name, options: ReportOptions) => Iterable<string>,
  proc: ProcessLike,
  shown: ShownAs,
): Promise<void> {
  const options = reportOptions(proc, shown);
  for (const { format, file } of outputs) if (file !== null) writeWhole(file, draw(format, options));
  for (const { format, file } of outputs) {
    if (file !== null) continue;
    const coloured = format === "terminal" && wantsColour(proc.stdout, proc.env, shown.colour);
    await writeTo(proc.stdout, draw(format, { ...options, colour: palette(coloured) }));
  }
}

/** What is asked for, as reports take it: without colours. */
export function reportOptions(
  { stdout }: Pick<ProcessLike, "stdout">,
  { locale, findings, costs = DEFAULT_OPTIONS.costs, past = DEFAULT_OPTIONS.past }: Omit<ShownAs, "colour">,
): ReportOptions {
  return {
    ...DEFAULT_OPTIONS,
    locale,
    costs,
    past,
    width: stdout.columns ?? DEFAULT_OPTIONS.width,
    limits: { ...DEFAULT_OPTIONS.limits, ...(findings === undefined ? {} : { findings }) },
  };
}

/** The names of a table of formats. */
function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[];
}

const EXAMPLES = { xlsx: "xlsx=audit.xlsx", coaching: "coaching=coaching" } as const satisfies Record<
  FileFormatName,
  string
>;

function written({ format, file }: Output<string>): string {
  return `--format ${format}${file === null ? "" : `=${file}`}`;
}

function isFileFormat(name: string): name is FileFormatName {
  return Object.hasOwn(FILE_FORMATS, name);
}

function isText(output: Output): output is Output<FormatName> {
  return !isFileFormat(output.format);
}
