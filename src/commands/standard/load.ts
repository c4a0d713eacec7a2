import { type Config, loadConfig } from "../../config/load.js";
import { userError } from "../../messages/errors.js";
import { inLocale, type Locale } from "../../messages/index.js";
import { STANDARD_WORDS } from "../../messages/standard-command.js";
import { fill } from "../../messages/template.js";
import type { Block } from "../../reports/document.js";
import { drawDocument } from "../../reports/terminal.js";
import { type EffectiveStandard, loadStandard } from "../../standard/effective.js";
import { palette, wantsColour } from "../colour.js";
import { filesFrom } from "../files.js";
import { chosenLocale } from "../locale.js";
import { type ProcessLike, writeTo } from "../process.js";

export interface StandardOptions {
  readonly config?: string;
  readonly standard?: readonly string[];
  readonly set?: readonly string[];
  readonly locale?: string;
  readonly color?: boolean;
}

/** The effective standard, and how to speak of it. */
export interface LoadedStandard {
  readonly standard: EffectiveStandard;
  readonly config: Config;
  readonly locale: Locale;
  readonly proc: ProcessLike;
  say(key: keyof typeof STANDARD_WORDS, values?: Readonly<Record<string, string | number>>): string;
  /** Writes a document to stdout as the terminal shows it. */
  show(blocks: Iterable<Block>): Promise<void>;
  write(text: string): Promise<void>;
}

/** @throws UserError for mistakes in the config or the standard */
export function loadFor(options: StandardOptions, proc: ProcessLike): LoadedStandard {
  const access = filesFrom(proc.cwd());
  const config = loadConfig(
    {
      folder: proc.cwd(),
      file: options.config,
      env: proc.env,
      set: options.set ?? [],
      flags: { standard: options.standard, locale: options.locale },
    },
    access,
  );
  const locale = chosenLocale(config, proc.env);
  const { stdout, env } = proc;
  return {
    standard: loadStandard(config.standard, access, [config.rules]),
    config,
    locale,
    proc,
    say: (key, values = {}) => fill(inLocale(STANDARD_WORDS[key], locale), values, locale),
    show: (blocks) => {
      const colour = palette(wantsColour(stdout, env, options.color));
      return writeTo(
        stdout,
        drawDocument(blocks, { width: stdout.columns ?? 100, ambiguousWide: false, colour, locale }),
      );
    },
    write: (text) => writeTo(stdout, [text]),
  };
}

/** @throws UserError where the format is neither of the two */
export function isJson(format: string): boolean {
  if (format !== "json" && format !== "terminal")
    throw userError("format-unknown", { format, known: "terminal, json" });
  return format === "json";
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
