import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeConfig } from "../config/write.js";
import { draftOf } from "../init/answers.js";
import { explicitInput, together } from "../inspect/explicit.js";
import { seenFile } from "../inspect/inspect.js";
import { expandInputs, type InputFile } from "../intake/files.js";
import { type Preview, previewFile } from "../intake/preview.js";
import { unpackFiles } from "../intake/unpack/unpack.js";
import { userError } from "../messages/errors.js";
import { KIND_WORDS, type Locale, wordsFor } from "../messages/index.js";
import { initWords } from "../messages/init.js";
import type { LedgerFile } from "../model/ledger.js";
import { UserError } from "../model/user-error.js";
import { DEFAULT_OPTIONS } from "../reports/index.js";
import { fileDocument } from "../reports/inspect.js";
import { drawDocument } from "../reports/terminal.js";
import { palette, wantsColour } from "./colour.js";
import { filesFrom, toolVersion } from "./files.js";
import { type Ask, Interrupted } from "./init/ask.js";
import { auditWith } from "./init/audit-with.js";
import { confirmMapping, type MappingTalk } from "./init/mapping.js";
import { detect, type Prepared, prepare } from "./init/prepare.js";
import { askSettings } from "./init/questions.js";
import { readTold, withTold } from "./init/told.js";
import { mistakesOf } from "./inspect/look.js";
import { messageLocale } from "./locale.js";
import { type AddCommand, addColourOptions, collect } from "./options.js";
import { type ProcessLike, writeTo } from "./process.js";
import { writeWhole } from "./write-whole.js";

/** The options of `deskcheck init`. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly kind?: string;
  readonly column?: readonly string[];
  readonly dateFormat?: readonly string[];
  readonly country?: string;
  readonly timezone?: string;
  readonly hours?: string;
  readonly standard?: readonly string[];
  readonly set?: readonly string[];
  readonly encoding?: string;
  readonly locale?: string;
  readonly color?: boolean;
}

/** What the wizard takes from the machine. */
export interface InitWorld {
  /** Loads what asks in a terminal. */
  readonly ask: (words: { readonly yes: string; readonly no: string }) => Promise<Ask>;
  /** The machine's time zone (IANA). */
  readonly zone: () => string;
}

const NAME = "deskcheck.config.yaml";

/**
 * Writes a config for files. Returns 0 when it is written, 130 when the person left: nothing is written then.
 *
 * @throws UserError `config-exists`, `init-needs-terminal`, and where files cannot be read as they are
 */
export async function initCommand(
  files: readonly string[],
  options: InitOptions,
  proc: ProcessLike,
  world: InitWorld,
): Promise<number> {
  const path = join(proc.cwd(), NAME);
  const locale = messageLocale(proc);
  if (options.force !== true && existsSync(path))
    throw userError("config-exists", { file: NAME }, { file: NAME });
  if (options.yes !== true && !isAttended(proc))
    throw userError("init-needs-terminal", { files: files.map((file) => ` ${quotedName(file)}`).join("") });
  try {
    const prepared = prepare(options, proc, filesFrom(proc.cwd()));
    const say = initWords(locale);
    const ask = options.yes === true ? null : await world.ask({ yes: say("yes"), no: say("no") });
    return await wizard(files, options, prepared, { proc, locale, ask, zone: world.zone(), path });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    proc.stderr.write(`\n${initWords(locale)("notWritten")}\n`);
    return 130;
  }
}

interface Setting {
  readonly proc: ProcessLike;
  readonly locale: Locale;
  /** null: nothing is asked. */
  readonly ask: Ask | null;
  readonly zone: string;
  readonly path: string;
}

async function wizard(
  named: readonly string[],
  options: InitOptions,
  prepared: Prepared,
  { proc, locale, ask, zone, path }: Setting,
): Promise<number> {
  const say = initWords(locale);
  const cwd = proc.cwd();
  const told = readTold(options);
  const tell = (text: string) => writeTo(proc.stdout, [`${text}\n`]);
  if (ask !== null) await tell(`${say("hello", { file: NAME })}\n`);
  const files = ask !== null && named.length === 0 ? await askFiles(ask, say, cwd) : named;
  const base = files.length === 0 ? [] : expandInputs(files, [], cwd);
  const { encoding } = options;
  const inEncoding = base.map((file) => (encoding === undefined ? file : { ...file, options: { encoding } }));
  const ready = await unpackFiles(inEncoding, cwd, proc.stdin);
  try {
    const look = (input: InputFile) => previewFile(input, prepared.config.timezone, cwd);
    const first = ready.files.map(look);
    const looked = withTold(first, told).map(look);
    const talk: Omit<MappingTalk, "ask"> = {
      say,
      locale,
      look,
      tell,
      show: (preview) => {
        const colour = palette(wantsColour(proc.stdout, proc.env, options.color));
        const shown = {
          ...DEFAULT_OPTIONS,
          locale,
          colour,
          width: proc.stdout.columns ?? DEFAULT_OPTIONS.width,
        };
        return writeTo(proc.stdout, drawDocument(fileDocument(seenFile(preview), shown), shown));
      },
    };
    const previews = ask === null ? unquestioned(looked) : await confirmedAll(looked, { ...talk, ask });
    const { detected, settings, given } = detect(prepared, options, previews, zone);
    const answers =
      ask === null ? detected : await askSettings(detected, settings, given, { ask, say, locale });
    const text = (ledger: readonly LedgerFile[]): string => {
      const inputs = previews.map((preview) =>
        explicitInput(preview, ledger.find(({ file }) => file === preview.input.path) ?? null, cwd),
      );
      const draft = draftOf(answers, together(inputs), settings, prepared.told, locale);
      return writeConfig(draft, { locale, schema: schemaFor(cwd), hints: true });
    };
    // the audit that the config is for, before the config is there: what is written works
    const ledger = await auditWith(text([]), path, previews, proc);
    if (ask !== null && !(await ask.confirm({ message: say("write", { file: NAME }), preset: true })))
      throw new Interrupted();
    writeWhole(path, [text(ledger)]);
    await tell(say("written", { file: NAME }));
    for (const { input, layout } of previews)
      await tell(
        `  ${say("readAs", { file: input.path, kind: wordsFor(KIND_WORDS, layout!.kind, locale) })}`,
      );
    await tell(`${say(previews.length === 0 ? "nextFiles" : "next")}deskcheck audit`);
    return 0;
  } finally {
    ready.close();
  }
}

/** Without questions every file has to be read as it is. */
function unquestioned(previews: readonly Preview[]): readonly Preview[] {
  const mistakes = mistakesOf(previews);
  if (mistakes !== null) throw mistakes;
  return previews;
}

async function confirmedAll(previews: readonly Preview[], talk: MappingTalk): Promise<readonly Preview[]> {
  const kept: Preview[] = [];
  for (const preview of previews) {
    const confirmed = await confirmMapping(preview, talk);
    if (confirmed !== null) kept.push(confirmed);
  }
  return kept;
}

async function askFiles(
  ask: Ask,
  say: ReturnType<typeof initWords>,
  cwd: string,
): Promise<readonly string[]> {
  const namesIn = (text: string) => text.split(/\s+/).filter((name) => name !== "");
  const text = await ask.input({
    message: say("files"),
    problem: (typed) => {
      try {
        if (typed !== "") expandInputs(namesIn(typed), [], cwd);
        return null;
      } catch (error) {
        if (error instanceof UserError) return say("noSuchFiles", { files: typed });
        throw error;
      }
    },
  });
  return namesIn(text);
}

/** Somebody is there to be asked. */
function isAttended({ stdin, stdout, env }: ProcessLike): boolean {
  return stdin.isTTY === true && stdout.isTTY === true && (env.CI ?? "") === "";
}

/** The schema of the package that is installed beside the config, else the published one. */
function schemaFor(folder: string): string {
  const local = "node_modules/deskcheck/schema/config.json";
  return existsSync(join(folder, local))
    ? `./${local}`
    : `https://unpkg.com/deskcheck@${toolVersion()}/schema/config.json`;
}

function quotedName(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `"${file}"`;
}

/** Adds `deskcheck init`. */
export const addInitCommand: AddCommand = (deskcheck, proc, say, done) => {
  const command = deskcheck
    .command("init")
    .description(say("init"))
    .argument("[files...]", say("files"))
    .option("-y, --yes", say("yes"))
    .option("--force", say("force"))
    .option("--kind <kind>", say("kindOption"))
    .option("--column <field=header>", say("columnOption"), collect)
    .option("--date-format <field=format>", say("dateFormat"), collect)
    .option("--country <code>", say("countryOption"))
    .option("--timezone <zone>", say("timezone"))
    .option("--hours <hours>", say("hoursOption"))
    .option("--standard <name>", say("standard"), collect)
    .option("--set <path=value>", say("initSet"), collect)
    .option("--encoding <name>", say("encoding"))
    .option("--locale <locale>", say("locale"));
  addColourOptions(command, say).action(async (files: string[], options: InitOptions) => {
    done(await initCommand(files, options, proc, THIS_MACHINE));
  });
};

const THIS_MACHINE: InitWorld = {
  ask: async (words) => (await import("./init/inquirer.js")).inquirerAsk(words),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
