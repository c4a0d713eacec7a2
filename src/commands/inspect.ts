import { formatUserError } from "../messages/index.js";
import { UserError } from "../model/user-error.js";
import { maskPersonalData } from "../privacy/mask.js";
import { INSPECT_FORMATS } from "../reports/inspect.js";
import { lookAt, mistakesOf } from "./inspect/look.js";
import { type AddCommand, addColourOptions, addStandardOptions, collect } from "./options.js";
import { readTextFormats, writeTexts } from "./outputs.js";
import type { ProcessLike } from "./process.js";

/** The options of `deskcheck inspect`. */
export interface InspectOptions {
  readonly config?: string;
  readonly standard?: readonly string[];
  readonly set?: readonly string[];
  readonly format?: readonly string[];
  readonly locale?: string;
  readonly timezone?: string;
  readonly encoding?: string;
  readonly showPersonalData?: boolean;
  readonly color?: boolean;
  readonly progress?: boolean;
}

/**
 * Says what files are and how they are read. Returns 0 where every one was recognised, else 2; what can be said of the others
 * is said all the same.
 */
export async function inspectCommand(
  files: readonly string[],
  options: InspectOptions,
  proc: ProcessLike,
): Promise<number> {
  const outputs = readTextFormats(options.format, INSPECT_FORMATS, proc.cwd());
  const { locale, previews, inspection } = await lookAt(
    {
      files,
      folder: proc.cwd(),
      env: { ...proc.env, DESKCHECK_FORMAT: undefined },
      file: options.config,
      set: options.set ?? [],
      showPersonalData: options.showPersonalData,
      encoding: options.encoding,
      flags: { standard: options.standard, locale: options.locale, timezone: options.timezone },
    },
    proc,
    options.progress ?? true,
  );
  const shown = { locale, colour: options.color, findings: undefined };
  await writeTexts(outputs, (format, as) => INSPECT_FORMATS[format](inspection, as), proc, shown);
  const mistakes = mistakesOf(previews);
  if (mistakes === null) return 0;
  const safe = options.showPersonalData === true ? mistakes : masked(mistakes);
  proc.stderr.write(`${formatUserError(asSeenHere(safe), locale)}\n`);
  return 2;
}

/** Adds `deskcheck inspect`. */
export const addInspectCommand: AddCommand = (deskcheck, proc, say, done) => {
  const command = deskcheck
    .command("inspect")
    .description(say("inspect"))
    .argument("[files...]", say("files"));
  addStandardOptions(command, say)
    .option("-f, --format <format[=file]>", say("inspectFormat"), collect)
    .option("--locale <locale>", say("locale"))
    .option("--timezone <zone>", say("timezone"))
    .option("--encoding <name>", say("encoding"))
    .option("--show-personal-data", say("personal"));
  addColourOptions(command, say)
    .option("--no-progress", say("noProgress"))
    .action(async (files: string[], options: InspectOptions) => {
      done(await inspectCommand(files, options, proc));
    });
};

/** Where a file is inspected already, advice to inspect it is none: the config printed is what to fill in. */
function asSeenHere(error: UserError): UserError {
  const more = error.more.map(asSeenHere);
  const { args, place } = error;
  if (error.code !== "header-unknown") return new UserError(error.code, args, place, more);
  const known = { file: place?.file ?? "", missing: args.missing ?? "" };
  return new UserError("file-unrecognised", known, place, more);
}

/** What was taken for a header may be a row with a customer in it. */
function masked({ code, args, place, more }: UserError): UserError {
  const safe = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === "string" && !NAMES.has(name) ? maskPersonalData(value) : value,
  ]);
  return new UserError(code, Object.fromEntries(safe), place, more.map(masked));
}

/** Arguments that name files: a date and a serial number in one are no telephone number. */
const NAMES: ReadonlySet<string> = new Set(["path", "file", "known", "example"]);
