import { dirname, resolve } from "node:path";
import type { WorkingCalendar } from "../calendar/working-time.js";
import { type Zone, zone } from "../calendar/zone.js";
import type { InputGroup } from "../intake/files.js";
import type { Locale } from "../messages/locale.js";
import { type Place, UserError } from "../model/user-error.js";
import type { GateSetting } from "../scoring/gate.js";
import { sha256Of } from "../standard/canonical.js";
import type { EffectiveStandard } from "../standard/effective.js";
import { standardError, together } from "../standard/errors.js";
import { parseInstant } from "../standard/instant.js";
import { validated } from "../standard/issues.js";
import type { Reference, StandardAccess } from "../standard/layers.js";
import { nearest } from "../standard/near.js";
import { itemsOf, partOf, type Sourced } from "../standard/yaml-source.js";
import { readCalendar } from "./calendar.js";
import { type ConfigRequest, overlaidConfig } from "./overlay.js";
import { CONFIG_EXAMPLE, type ConfigValues, configSchema } from "./schema.js";

export type { ConfigRequest };

/** A config with everything decided: flag over environment over file over default. */
export interface Config {
  /** The file, as it was named or found; null where there is none. */
  readonly file: string | null;
  /**
   * Of everything that can change how contacts are judged: not of the locale and the formats, and not of the moment that
   * counts as now, which the manifest gives and a nightly job changes every night.
   */
  readonly sha256: string;
  readonly standard: readonly Reference[];
  /** Changes of rules, for `loadStandard`. */
  readonly rules: Sourced;
  readonly locale: Locale;
  readonly timezone: string;
  readonly calendar: WorkingCalendar | null;
  /** The moment that counts as now, ms; null: the latest in the data. */
  readonly asOf: { readonly at: number; readonly from: "option" | "config" } | null;
  readonly inputs: readonly InputGroup[];
  /** How many rows (or which share of them, 0–1) may be rejected; null: not one. */
  readonly maxRejected: { readonly rows: number | null; readonly share: number | null } | null;
  readonly gates: Readonly<Record<string, GateSetting | "off">>;
  readonly minimumContacts: number;
  /** Whether reports estimate what the findings may cost. */
  readonly costs: boolean;
  readonly format: readonly string[];
  /** Where a part was written, for messages about it. */
  readonly written: Sourced;
}

/**
 * Reads the config: the file that was named, else DESKCHECK_CONFIG, else the nearest `deskcheck.config.yaml` of the working
 * directory and those above it, else none; over it the environment (DESKCHECK_LOCALE, DESKCHECK_FORMAT), `--set` and the
 * other options.
 *
 * @throws UserError with every mistake, each with its file, line and column
 */
export function loadConfig(request: ConfigRequest, access: Pick<StandardAccess, "readText">): Config {
  const { file, path, written } = overlaidConfig(request, access);
  const result = validated(configSchema, written, { name: "", example: CONFIG_EXAMPLE });
  if (!result.ok) throw together(result.errors);
  const values = result.value;
  const errors: UserError[] = [];
  const folder = path === null ? request.folder : dirname(path);
  const folderOf = (place: Place) => (place.file === file ? folder : request.folder);
  const at = readZone(values.timezone, "timezone", written.place(["timezone"]), errors);
  for (const [index, { timezone }] of values.inputs.entries()) {
    const path = ["inputs", index, "timezone"];
    if (timezone !== undefined) readZone(timezone, `inputs[${index}].timezone`, written.place(path), errors);
  }
  const config: Config = {
    file,
    sha256: sha256Of(whatMatters(written.value)),
    standard: standardsOf(values, partOf(written, "standard"), folderOf),
    rules: partOf(written, "rules"),
    locale: values.locale,
    timezone: values.timezone,
    calendar: readCalendar(values.calendar, partOf(written, "calendar"), at, errors),
    asOf: readAsOf(values["as-of"], written.place(["as-of"]), file, at, errors),
    inputs: values.inputs.map(({ files, ...options }) => ({
      patterns: typeof files === "string" ? [files] : files,
      options: withProfilePath(options, folder),
      folder,
    })),
    maxRejected: values.intake["max-rejected"] ?? null,
    gates: Object.fromEntries(
      Object.entries(values.gates).filter(([, gate]) => gate !== undefined),
    ) as Config["gates"],
    minimumContacts: values["minimum-contacts"],
    costs: values.costs,
    format: values.format,
    written,
  };
  if (errors.length > 0) throw together(errors);
  return config;
}

/** @throws UserError `rule-unknown` for gates of rules that the standard does not have */
export function refuseUnknownGates(config: Config, standard: EffectiveStandard): void {
  const ids = standard.rules.map(({ id }) => id);
  const errors = Object.keys(config.gates)
    .filter((id) => id.includes("/") && !ids.includes(id))
    .map((rule) => {
      const near = nearest(rule, ids);
      const place = config.written.place(["gates", rule], "key");
      return near === null
        ? standardError("rule-unknown", { rule }, place)
        : standardError("rule-unknown-near", { rule, near }, place);
    });
  if (errors.length > 0) throw together(errors);
}

/** A profile of the user's own lies relative to the config, as everything that the config names. */
function withProfilePath<T extends { readonly profile?: string | undefined }>(options: T, folder: string): T {
  const { profile } = options;
  if (profile === undefined || !/[/\\]|\.ya?ml$/.test(profile)) return options;
  return { ...options, profile: resolve(folder, profile) };
}

function standardsOf(
  { standard }: ConfigValues,
  written: Sourced,
  folderOf: (place: Place) => string,
): readonly Reference[] {
  if (written.value === undefined)
    return [standard].flat().map((name) => ({ name, place: null, folder: "." }));
  const parts = typeof standard === "string" ? [written] : itemsOf(written);
  return parts.map(({ value, place }) => ({
    name: String(value),
    place: place([]),
    folder: folderOf(place([])),
  }));
}

function readZone(name: string, key: string, place: Place, errors: UserError[]): Zone {
  try {
    return zone(name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    errors.push(standardError("timezone-unknown", { key, found: name }, place));
    return zone("UTC");
  }
}

function readAsOf(
  text: string | undefined,
  place: Place,
  file: string | null,
  at: Zone,
  errors: UserError[],
): Config["asOf"] {
  if (text === undefined) return null;
  const instant = parseInstant(text, at);
  if (instant !== null) return { at: instant, from: place.file === file ? "config" : "option" };
  errors.push(standardError("instant-not-understood", { key: "as-of", found: text }, place));
  return null;
}

/** How a report is written does not change what it says. */
function whatMatters(value: unknown): unknown {
  const {
    locale: _locale,
    format: _format,
    costs: _costs,
    "as-of": _asOf,
    $schema: _schema,
    ...rest
  } = Object(value) as Record<string, unknown>;
  return rest;
}
