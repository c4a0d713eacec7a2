import { isAbsolute } from "node:path";
import { Command, CommanderError } from "commander";
import { toolVersion } from "./commands/files.js";
import { messageLocale } from "./commands/locale.js";
import type { AddCommand } from "./commands/options.js";
import type { ProcessLike } from "./commands/process.js";
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
    const deskcheck = await program(proc, done);
    await deskcheck.parseAsync(proc.argv.slice(2), { from: "user" });
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

async function program(proc: ProcessLike, done: (code: number) => void): Promise<Command> {
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
  for (const add of await commandsFor(proc.argv[2])) add(deskcheck, proc, say, done);
  return deskcheck;
}

/** The commands, in the order of the help. Each is loaded when it is named: an audit need not wait for what `init` asks with. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  audit: async () => (await import("./commands/audit-options.js")).addAuditCommand,
  init: async () => (await import("./commands/init.js")).addInitCommand,
  inspect: async () => (await import("./commands/inspect.js")).addInspectCommand,
  report: async () => (await import("./commands/report.js")).addReportCommand,
  merge: async () => (await import("./commands/merge.js")).addMergeCommand,
  compare: async () => (await import("./commands/compare.js")).addCompareCommand,
  history: async () => (await import("./commands/history.js")).addHistoryCommand,
  standard: async () => (await import("./commands/standard.js")).addStandardCommands,
};

/** All of them where none is named, for the help and for suggestions. */
async function commandsFor(name: string | undefined): Promise<readonly AddCommand[]> {
  if (name === "--version" || name === "-v") return [];
  const named = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return Promise.all((named === undefined ? Object.values(COMMANDS) : [named]).map((load) => load()));
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
