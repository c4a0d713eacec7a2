import type { RingCountry } from "../../checks/rings.js";
import { ringCountrySchema } from "../../checks/rings.js";
import { type Config, loadConfig } from "../../config/load.js";
import {
  type Answers,
  RINGS_RULE,
  type TargetSetting,
  type Told,
  targetKey,
  targetsFor,
} from "../../init/answers.js";
import { countryOf } from "../../init/countries.js";
import type { Preview } from "../../intake/preview.js";
import { userError } from "../../messages/errors.js";
import type { Kind } from "../../model/fields.js";
import { type EffectiveStandard, loadStandard } from "../../standard/effective.js";
import type { StandardAccess } from "../../standard/layers.js";
import type { InitOptions } from "../init.js";
import type { ProcessLike } from "../process.js";
import type { Given } from "./questions.js";

/** What is known before anything is asked: the options on the command line over the defaults. No config is read. */
export interface Prepared {
  readonly config: Config;
  readonly standard: EffectiveStandard;
  readonly told: Told;
}

/** @throws UserError for mistakes in `--set`, `--standard` and the other options */
export function prepare(options: InitOptions, { cwd }: ProcessLike, access: StandardAccess): Prepared {
  const set = [
    ...(options.set ?? []),
    ...(options.hours === undefined ? [] : [`calendar.hours=${JSON.stringify(options.hours)}`]),
  ];
  const flags = { standard: options.standard, timezone: options.timezone, locale: options.locale };
  const config = loadConfig({ folder: cwd(), env: {}, set, flags }, { readText: () => null });
  const standard = loadStandard(config.standard, access, [config.rules]);
  const written = Object(config.written.value) as Record<string, unknown>;
  const { timezone: _zone, calendar: _calendar, rules, gates, inputs: _inputs, ...others } = written;
  return {
    config,
    standard,
    told: { rules: Object(rules ?? {}), gates: config.gates as Told["gates"], others },
  };
}

/** @throws UserError `config-bad-value` for a country whose ringing is not known */
export function givenCountry({ country }: InitOptions): RingCountry | undefined {
  if (country === undefined) return undefined;
  const known = ringCountrySchema.safeParse(country.toUpperCase());
  if (known.success) return known.data;
  throw userError("config-bad-value", {
    key: "--country",
    found: country,
    expected: ringCountrySchema.options.join(", "),
    example: "--country CN",
  });
}

/** The answers that `--yes` takes, and that the questions have as their defaults. `zone`: that of the machine. */
export function detect(
  { config, standard, told }: Prepared,
  options: InitOptions,
  previews: readonly Preview[],
  zone: string,
): { readonly detected: Answers; readonly settings: readonly TargetSetting[]; readonly given: Given } {
  const kinds = previews.flatMap(({ layout }): readonly Kind[] => (layout === null ? [] : [layout.kind]));
  const settings = targetsFor(standard.rules, kinds);
  const written = config.written.value as {
    readonly timezone?: string;
    readonly calendar?: { readonly hours?: string };
  };
  const likely = isChinese(previews) || previews.length === 0 ? "Asia/Shanghai" : zone;
  const timezone = written.timezone ?? likely;
  const toldCountry = givenCountry(options) ?? countryIn(told.rules[RINGS_RULE]);
  const { score, "critical-findings": critical } = config.gates;
  const hours = written.calendar?.hours;
  const isTold = ({ rule, key }: TargetSetting) => Object.hasOwn(Object(told.rules[rule] ?? {}), key);
  return {
    settings,
    detected: {
      timezone,
      country: toldCountry ?? countryOf(timezone) ?? "CN",
      hours: hours ?? null,
      targets: new Map(settings.map((setting) => [targetKey(setting), setting.value])),
      score: typeof score === "object" ? (score.min ?? null) : null,
      critical: critical === "off" ? "off" : (critical?.max ?? 0),
    },
    given: {
      ...(written.timezone === undefined ? {} : { timezone: true }),
      ...(toldCountry === undefined ? {} : { country: true }),
      ...(hours === undefined ? {} : { hours: true }),
      ...(score === undefined ? {} : { score: true }),
      ...(critical === undefined ? {} : { critical: true }),
      targets: new Set(settings.filter(isTold).map(targetKey)),
    },
  };
}

function countryIn(rule: unknown): RingCountry | undefined {
  const { country } = Object(rule ?? {}) as { readonly country?: unknown };
  return ringCountrySchema.safeParse(country).data;
}

/** Whether any of the files speaks Chinese: in its headers, or in what stands below them. */
function isChinese(previews: readonly Preview[]): boolean {
  const texts = previews.flatMap(({ columns }) =>
    columns.flatMap(({ header, samples }) => [header, ...samples]),
  );
  return texts.some((text) => /\p{Script=Han}/u.test(text));
}
