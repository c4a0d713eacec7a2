import { loadConfig } from "../config/load.js";
import { exitCode } from "../scoring/exit-code.js";
import {
  addExemptionOptions,
  announceExemptions,
  type ExemptionOptions,
  exemptionsFor,
} from "./exemptions.js";
import { filesFrom } from "./files.js";
import { pastAudits } from "./history/past.js";
import { chosenLocale } from "./locale.js";
import { type AddCommand, addColourOptions, collect, wholeNumber } from "./options.js";
import { readOutputs, writeOutputs } from "./outputs.js";
import type { ProcessLike } from "./process.js";
import { openSaved } from "./saved/read.js";

/** The options of `deskcheck report`. */
export interface ReportCommandOptions extends ExemptionOptions {
  readonly config?: string;
  readonly format?: readonly string[];
  readonly locale?: string;
  readonly findings?: number;
  readonly costs?: boolean;
  readonly color?: boolean;
  readonly history?: string;
}

/**
 * Writes reports from a saved result, the same to the byte as the audit's own. Returns the exit code that the audit had, or
 * would have had with this baseline and these suppressions.
 */
export async function reportCommand(
  file: string,
  options: ReportCommandOptions,
  proc: ProcessLike,
): Promise<number> {
  const locale = localeOf(options, proc);
  const outputs = readOutputs(options.format ?? ["terminal"], proc.cwd());
  const exempt = await exemptionsFor(options, proc);
  const saved = await openSaved(file, proc.cwd());
  try {
    const result = exempt(saved.result);
    announceExemptions(result, locale, proc);
    const costs = options.costs !== false && configFor(options, proc).costs;
    const past = await pastAudits(options.history, result, outputs, proc.cwd());
    const { color: colour, findings } = options;
    await writeOutputs(outputs, result, proc, { locale, colour, findings, costs, past });
    return exitCode(result);
  } finally {
    saved.close();
  }
}

/** The language, as an audit from the same folder would choose it: the option, the environment, the config, the system. */
export function localeOf(
  options: Pick<ReportCommandOptions, "config" | "locale">,
  proc: Pick<ProcessLike, "cwd" | "env">,
) {
  return chosenLocale(configFor(options, proc), proc.env);
}

function configFor(
  { config, locale }: Pick<ReportCommandOptions, "config" | "locale">,
  { cwd, env }: Pick<ProcessLike, "cwd" | "env">,
) {
  const request = { folder: cwd(), file: config, env, set: [], flags: { locale } };
  return loadConfig(request, filesFrom(cwd()));
}

/** Adds `deskcheck report`. */
export const addReportCommand: AddCommand = (deskcheck, proc, say, done) => {
  const command = deskcheck
    .command("report")
    .description(say("report"))
    .argument("<result>", say("result"))
    .option("-c, --config <file>", say("config"))
    .option("-f, --format <format[=file]>", say("format"), collect)
    .option("--locale <locale>", say("locale"))
    .option("--findings <n>", say("findings"), wholeNumber)
    .option("--no-costs", say("noCosts"))
    .option("--history <folder>", say("pastOption"));
  addExemptionOptions(addColourOptions(command, say), say).action(
    async (file: string, options: ReportCommandOptions) => {
      done(await reportCommand(file, options, proc));
    },
  );
};
