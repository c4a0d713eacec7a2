import { parseTarget } from "../../calendar/durations.js";
import { parseHours } from "../../calendar/hours.js";
import { zone } from "../../calendar/zone.js";
import { type RingCountry, ringCountrySchema } from "../../checks/rings.js";
import { share } from "../../checks/values.js";
import { type Answers, RINGS_RULE, type TargetSetting, targetKey } from "../../init/answers.js";
import { countryOf, ringSeconds } from "../../init/countries.js";
import { COUNTRY_WORDS } from "../../messages/countries.js";
import { inLocale, type Locale } from "../../messages/index.js";
import type { InitSay } from "../../messages/init.js";
import { UserError } from "../../model/user-error.js";
import type { Ask } from "./ask.js";

/** Which answers the command line gave already: they are not asked for. */
export type Given = Readonly<
  Partial<Record<"timezone" | "country" | "hours" | "score" | "critical", true>>
> & {
  readonly targets: ReadonlySet<string>;
};

/** Asks for what the data does not say: zone, country, hours, targets, gates. What was detected is the default. */
export async function askSettings(
  detected: Answers,
  settings: readonly TargetSetting[],
  given: Given,
  { ask, say, locale }: { readonly ask: Ask; readonly say: InitSay; readonly locale: Locale },
): Promise<Answers> {
  const timezone = given.timezone
    ? detected.timezone
    : await ask.input({
        message: say("timezone"),
        preset: detected.timezone,
        problem: (text) => (isUnderstood(() => zone(text)) ? null : say("badZone")),
      });
  const ringing = settings.some(({ rule }) => rule === RINGS_RULE);
  const country =
    !ringing || given.country ? detected.country : await askCountry(timezone, detected, ask, say, locale);
  const hours = given.hours
    ? detected.hours
    : await ask.input({
        message: say("hours"),
        preset: detected.hours ?? "",
        problem: (text) => (text === "" || isUnderstood(() => parseHours(text)) ? null : say("badHours")),
      });
  const targets = new Map(detected.targets);
  for (const setting of settings) {
    if (given.targets.has(targetKey(setting))) continue;
    targets.set(targetKey(setting), await askTarget(setting, detected, ask, say, locale));
  }
  const score = given.score
    ? detected.score
    : numberOr(
        await ask.input({
          message: say("score"),
          preset: detected.score === null ? "" : String(detected.score),
          problem: (text) => (text === "" || isWithin(text, 100) ? null : say("badScore")),
        }),
      );
  const critical = given.critical
    ? detected.critical
    : await ask.input({
        message: say("critical"),
        preset: String(detected.critical),
        problem: (text) => (text === "off" || /^\d+$/.test(text) ? null : say("badCritical")),
      });
  return {
    timezone,
    country,
    hours: hours === "" ? null : hours,
    targets,
    score,
    critical: typeof critical === "number" || critical === "off" ? critical : Number(critical),
  };
}

async function askCountry(
  timezone: string,
  detected: Answers,
  ask: Ask,
  say: InitSay,
  locale: Locale,
): Promise<RingCountry> {
  const likely = countryOf(timezone) ?? detected.country ?? "CN";
  const others = ringCountrySchema.options.filter((one) => one !== likely);
  return ask.select({
    message: say("country"),
    choices: [likely, ...others].map((value) => ({
      value,
      name: say("countryRing", {
        country: inLocale(COUNTRY_WORDS[value], locale),
        code: value,
        seconds: ringSeconds(value),
      }),
    })),
    preset: likely,
  });
}

async function askTarget(
  setting: TargetSetting,
  { targets }: Answers,
  ask: Ask,
  say: InitSay,
  locale: Locale,
): Promise<string | number> {
  const { key, title } = setting;
  const text = await ask.input({
    message: say(`target-${key}`, { title: inLocale(title, locale) }),
    preset: String(targets.get(targetKey(setting)) ?? setting.value),
    problem: (typed) => problemOf(key, typed, say),
  });
  return key === "rings" ? Number(text) : text;
}

function problemOf(key: TargetSetting["key"], text: string, say: InitSay): string | null {
  if (key === "rings") return /^[1-9]\d*$/.test(text) ? null : say("badRings");
  if (key === "share") return share("").safeParse(text).success ? null : say("badShare");
  return isUnderstood(() => parseTarget(text)) ? null : say("badTime");
}

function isUnderstood(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function isWithin(text: string, most: number): boolean {
  return /^\d+(\.\d+)?$/.test(text) && Number(text) <= most;
}

function numberOr(text: string | number | null): number | null {
  return text === null || text === "" ? null : Number(text);
}
