import { COMPARE_FORMATS, worsened } from "../reports/compare.js";
import { compareResults } from "../scoring/comparison.js";
import { type AddCommand, addColourOptions, collect, wholeNumber } from "./options.js";
import { readTextFormats, writeTexts } from "./outputs.js";
import type { ProcessLike } from "./process.js";
import { localeOf } from "./report.js";
import { openSaved } from "./saved/read.js";

/** The options of `deskcheck compare`. */
export interface CompareOptions {
  readonly config?: string;
  readonly format?: readonly string[];
  readonly locale?: string;
  readonly findings?: number;
  readonly color?: boolean;
  readonly failOnWorse?: boolean;
}

/** Says what changed between two saved results. Returns 0; 1 with `--fail-on-worse` where anything got worse. */
export async function compareCommand(
  files: { readonly old: string; readonly new: string },
  options: CompareOptions,
  proc: ProcessLike,
): Promise<number> {
  const locale = localeOf(options, proc);
  const outputs = readTextFormats(options.format, COMPARE_FORMATS, proc.cwd());
  const old = await openSaved(files.old, proc.cwd());
  try {
    const now = await openSaved(files.new, proc.cwd());
    try {
      const comparison = compareResults(old, now);
      const compared = { comparison, old: old.result, new: now.result };
      const shown = { locale, colour: options.color, findings: options.findings };
      await writeTexts(outputs, (format, as) => COMPARE_FORMATS[format](compared, as), proc, shown);
      return options.failOnWorse === true && worsened(comparison).length > 0 ? 1 : 0;
    } finally {
      now.close();
    }
  } finally {
    old.close();
  }
}

/** Adds `deskcheck compare`. */
export const addCompareCommand: AddCommand = (deskcheck, proc, say, done) => {
  const command = deskcheck
    .command("compare")
    .description(say("compare"))
    .argument("<old>", say("oldResult"))
    .argument("<new>", say("newResult"))
    .option("-c, --config <file>", say("config"))
    .option("-f, --format <format[=file]>", say("compareFormat"), collect)
    .option("--fail-on-worse", say("failOnWorse"))
    .option("--locale <locale>", say("locale"))
    .option("--findings <n>", say("findings"), wholeNumber);
  addColourOptions(command, say).action(async (old: string, now: string, options: CompareOptions) => {
    done(await compareCommand({ old, new: now }, options, proc));
  });
};
