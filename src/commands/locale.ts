import type { Config } from "../config/load.js";
import { LOCALES, type Locale } from "../messages/index.js";
import { partOf } from "../standard/yaml-source.js";
import type { ProcessLike } from "./process.js";

/**
 * The language of messages where neither option nor config names one: DESKCHECK_LOCALE, else English for people whose
 * system speaks English, else Chinese.
 */
function environmentLocale(env: ProcessLike["env"]): Locale {
  const named = LOCALES.find((locale) => locale === env.DESKCHECK_LOCALE);
  if (named !== undefined) return named;
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return system.startsWith("en") ? "en" : "zh-CN";
}

/** The language of messages before any option has been read: that of `--locale`, if it is there. */
export function messageLocale({ argv, env }: ProcessLike): Locale {
  const at = argv.findIndex((arg) => arg === "--locale" || arg.startsWith("--locale="));
  const told =
    at < 0 ? undefined : argv[at]!.includes("=") ? argv[at]!.slice("--locale=".length) : argv[at + 1];
  return LOCALES.find((locale) => locale === told) ?? environmentLocale(env);
}

/** The language of reports: what option, environment or config say, else that of the messages. */
export function chosenLocale(config: Config, env: ProcessLike["env"]): Locale {
  return partOf(config.written, "locale").value === undefined ? environmentLocale(env) : config.locale;
}
