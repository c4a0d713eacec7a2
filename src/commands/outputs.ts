import { resolve } from "node:path";
import { userError } from "../messages/errors.js";
import { enumerate, type Locale } from "../messages/index.js";
import type { AuditResult } from "../model/result.js";
import { DEFAULT_OPTIONS, FORMATS, type FormatName, type ReportOptions } from "../reports/index.js";
import { palette, wantsColour } from "./colour.js";
import { type ProcessLike, writeTo } from "./process.js";
import { checkWritable, writeWhole } from "./write-whole.js";

/** One `--format FORMAT[=FILE]`. */
export interface Output {
  readonly format: FormatName;
  /** Absolute; null: stdout. */
  readonly file: string | null;
}

/**
 * Reads `FORMAT[=FILE]` texts and makes sure, before an audit that may take long, that every file can be written and at
 * most one report goes to stdout.
 *
 * @throws UserError `format-unknown`, `option-conflict`, `output-unwritable`
 */
export function readOutputs(texts: readonly string[], cwd: string): readonly Output[] {
  const outputs = texts.map((text): Output => {
    const [name = "", ...rest] = text.split("=");
    if (!isFormat(name)) {
      throw userError("format-unknown", { format: name, known: enumerate(Object.keys(FORMATS), "en") });
    }
    return { format: name, file: rest.length === 0 ? null : resolve(cwd, rest.join("=")) };
  });
  const toStdout = outputs.filter(({ file }) => file === null);
  if (toStdout.length > 1) {
    const [first, second] = toStdout.map(({ format }) => `--format ${format}`);
    throw userError("option-conflict", { first: first!, second: second! });
  }
  for (const { file } of outputs) if (file !== null) checkWritable(file);
  return outputs;
}

export interface ShownAs {
  readonly locale: Locale;
  readonly colour: boolean | undefined;
  readonly findings: number | undefined;
}

/** Writes every report: files first, whole or not at all, stdout last. */
export async function writeOutputs(
  outputs: readonly Output[],
  result: AuditResult,
  proc: ProcessLike,
  { locale, colour, findings }: ShownAs,
): Promise<void> {
  const { stdout, env } = proc;
  const options: ReportOptions = {
    ...DEFAULT_OPTIONS,
    locale,
    width: stdout.columns ?? DEFAULT_OPTIONS.width,
    limits: { ...DEFAULT_OPTIONS.limits, ...(findings === undefined ? {} : { findings }) },
  };
  for (const { format, file } of outputs) {
    if (file !== null) writeWhole(file, FORMATS[format].report(result, options));
  }
  for (const { format, file } of outputs) {
    if (file !== null) continue;
    const coloured = format === "terminal" && wantsColour(stdout, env, colour);
    await writeTo(stdout, FORMATS[format].report(result, { ...options, colour: palette(coloured) }));
  }
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
