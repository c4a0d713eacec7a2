import { isAbsolute } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { type AuditOptions, auditCommand } from "./commands/audit.js";
import { addCompareCommand } from "./commands/compare.js";
import { addExemptionOptions } from "./commands/exemptions.js";
import { toolVersion } from "./commands/files.js";
import { addHistoryCommand } from "./commands/history.js";
import { addInitCommand } from "./commands/init.js";
import { addInspectCommand } from "./commands/inspect.js";
import { messageLocale } from "./commands/locale.js";
import { addMergeCommand } from "./commands/merge.js";
import { collect, countFromOne, wholeNumber } from "./commands/options.js";
import type { ProcessLike } from "./commands/process.js";
import { addReportCommand } from "./commands/report.js";
import { readShare } from "./commands/shard/share.js";
import { addStandardCommands } from "./commands/standard.js";
import { shownPath } from "./intake/files.js";
import { CLI_WORDS } from "./messages/cli.js";
import { userError } from "./messages/errors.js";
import { formatUserError, inLocale } from "./messages/index.js";
import { UserError } from "./model/user-error.js";

/**
 * Runs deskcheck. Returns the exit code instead of exiting, so that what was written is flushed, and so that tests can
 * run whole commands in their own process.
 */
export async function run(proc: ProcessLike): Promise<number> {
  const locale = messageLocale(proc);
  let code = 0;
  const done = (result: number) => {
    code = result;
  };
  try {
    await program(proc, done).parseAsync(proc.argv.slice(2), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return usageCode(error, proc, locale);
    if (error instanceof UserError) {
      proc.stderr.write(`${formatUserError(fromHere(error, proc.cwd()), locale)}\n`);
      return 2;
    }
    const message = error instanceof Error ? error.message : String(error);
    proc.stderr.write(`${formatUserError(userError("crash", { message }), locale)}\n`);
    if (error instanceof Error) proc.stderr.write(`${error.stack ?? ""}\n`);
    return 2;
  }
}

function program(proc: ProcessLike, done: (code: number) => void): Command {
  const locale = messageLocale(proc);
  const say = (key: keyof typeof CLI_WORDS) => inLocale(CLI_WORDS[key], locale);
  const deskcheck = new Command("deskcheck")
    .description(say("about"))
    .version(toolVersion(), "-v, --version", say("version"))
    .helpOption("-h, --help", say("help"))
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => proc.stdout.write(text),
      // usage errors are written by `run`, in the user's language; what is left is help for who typed too little
      writeErr: (text) => {
        if (!text.startsWith("error:")) proc.stderr.write(text);
      },
      getOutHelpWidth: () => proc.stdout.columns ?? 100,
    })
    .addHelpText("after", `\n${say("examples")}`);
  const audit = deskcheck
    .command("audit")
    .description(say("audit"))
    .argument("[files...]", say("files"))
    .option("-c, --config <file>", say("config"))
    .option("--standard <name>", say("standard"), collect)
    .option("--set <path=value>", say("set"), collect)
    .option("-f, --format <format[=file]>", say("format"), collect)
    .option("--as-of <time>", say("asOf"))
    .addOption(new Option("--locale <locale>", say("locale")))
    .option("--timezone <zone>", say("timezone"))
    .option("--encoding <name>", say("encoding"))
    .option("--only <rule>", say("only"), collect)
    .option("--skip <rule>", say("skip"), collect)
    .option("--findings <n>", say("findings"), wholeNumber)
    .option("--show-personal-data", say("personal"))
    .option("--trust-speakers", say("trustSpeakers"))
    .option("--threads <n>", say("threads"), countFromOne)
    .option("--shard <index/total>", say("shard"), readShare)
    .option("--blob <file>", say("blob"))
    .option("--no-costs", say("noCosts"))
    .option("--color", say("color"))
    .option("--no-color", say("noColor"))
    .option("--no-progress", say("noProgress"))
    .option("--history <folder>", say("historyOption"))
    .action(async (files: string[], options: AuditOptions) => {
      done(await auditCommand(files, options, proc));
    });
  addExemptionOptions(audit, say);
  addInitCommand(deskcheck, proc, say, done);
  addInspectCommand(deskcheck, proc, say, done);
  addReportCommand(deskcheck, proc, say, done);
  addMergeCommand(deskcheck, proc, say, done);
  addCompareCommand(deskcheck, proc, say, done);
  addHistoryCommand(deskcheck, proc, say, done);
  addStandardCommands(deskcheck, proc, say, done);
  return deskcheck;
}

/** Help and version are no mistakes; everything else that commander complains of is one of usage: 2, not commander's 1. */
function usageCode(
  error: CommanderError,
  proc: ProcessLike,
  locale: ReturnType<typeof messageLocale>,
): number {
  if (error.exitCode === 0) return 0;
  if (error.code === "commander.help") return 2;
  const command = proc.argv[2] !== undefined && !proc.argv[2].startsWith("-") ? ` ${proc.argv[2]}` : "";
  const message = error.message
    .replace(/^error: /, "")
    .replaceAll("\n", " ")
    .trim();
  proc.stderr.write(
    `${formatUserError(userError("usage", { message, help: `deskcheck${command} --help` }), locale)}\n`,
  );
  return 2;
}

/** Names files as seen from the working directory: shorter, and what a terminal makes a link of. */
function fromHere(error: UserError, cwd: string): UserError {
  const args = Object.entries(error.args).map(
    ([name, value]) => [name, typeof value === "string" ? shownFrom(value, cwd) : value] as const,
  );
  const place = error.place === null ? null : { ...error.place, file: shownFrom(error.place.file, cwd) };
  return new UserError(
    error.code,
    Object.fromEntries(args),
    place,
    error.more.map((one) => fromHere(one, cwd)),
  );
}

function shownFrom(file: string, cwd: string): string {
  return isAbsolute(file) ? shownPath(file, cwd) : file;
}
