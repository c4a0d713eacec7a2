import { HISTORY_FORMATS } from "../reports/history.js";
import { trendsOf } from "../scoring/trends.js";
import { readHistory } from "./history/read.js";
import { type AddCommand, addColourOptions, collect } from "./options.js";
import { readTextFormats, writeTexts } from "./outputs.js";
import type { ProcessLike } from "./process.js";
import { localeOf } from "./report.js";

/** The options of `deskcheck history`. */
export interface HistoryOptions {
  readonly config?: string;
  readonly format?: readonly string[];
  readonly locale?: string;
  readonly color?: boolean;
}

/** Shows trends over the results saved in a folder. Returns 0: whether they are good enough is for gates to say. */
export async function historyCommand(
  folder: string,
  options: HistoryOptions,
  proc: ProcessLike,
): Promise<number> {
  const locale = localeOf(options, proc);
  const outputs = readTextFormats(options.format, HISTORY_FORMATS, proc.cwd());
  const trends = trendsOf(await readHistory(folder, proc.cwd()));
  const shown = { locale, colour: options.color, findings: undefined };
  await writeTexts(outputs, (format, as) => HISTORY_FORMATS[format](trends, as), proc, shown);
  return 0;
}

/** Adds `deskcheck history`. */
export const addHistoryCommand: AddCommand = (deskcheck, proc, say, done) => {
  const command = deskcheck
    .command("history")
    .description(say("history"))
    .argument("<folder>", say("historyFolder"))
    .option("-c, --config <file>", say("config"))
    .option("-f, --format <format[=file]>", say("historyFormat"), collect)
    .option("--locale <locale>", say("locale"));
  addColourOptions(command, say).action(async (folder: string, options: HistoryOptions) => {
    done(await historyCommand(folder, options, proc));
  });
};
