import { type ConfigFileSay, configFileWords } from "../messages/config-file.js";
import { FIELD_WORDS } from "../messages/fields.js";
import { inLocale, type Locale, wordsFor } from "../messages/locale.js";
import { KIND_WORDS } from "../messages/terms.js";
import { visible } from "../messages/visible.js";
import { KINDS } from "../model/fields.js";
import type { ConfigDraft, InputDraft } from "./draft.js";

/** How a config is written. */
export interface ConfigStyle {
  readonly locale: Locale;
  /** Where editors find the schema; null: no line for them. */
  readonly schema: string | null;
  /** Whether to say what else could be set, beside what is. */
  readonly hints: boolean;
}

/**
 * A config as the text of a YAML file, with comments in the reader's language. Every value of the user's is quoted, and
 * nothing of hers stands in a comment unless it was made safe: no header can become a key.
 */
export function writeConfig(draft: ConfigDraft, style: ConfigStyle): string {
  const say = configFileWords(style.locale);
  const sections = [
    style.hints ? [`# ${say("about")}`] : [],
    [...(style.hints ? [`# ${say("timezone")}`] : []), `timezone: ${quoted(draft.timezone)}`],
    Object.entries(draft.others ?? {}).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    calendarLines(draft, say, style.hints),
    inputLines(draft, say, style),
    ruleLines(draft, say),
    gateLines(draft, say),
  ];
  const body = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
  const schema = style.schema === null ? "" : `# yaml-language-server: $schema=${visible(style.schema)}\n#\n`;
  return `${schema}${body}\n`;
}

function calendarLines({ calendar }: ConfigDraft, say: ConfigFileSay, hints: boolean): readonly string[] {
  if (calendar === undefined) {
    if (!hints) return [];
    return [
      `# ${say("noCalendar")}`,
      "# calendar:",
      `#   hours: ${quoted("Mon-Fri 09:00-12:00, 13:30-18:00")}`,
    ];
  }
  const { hours, country } = calendar;
  return [
    `# ${say("calendar")}`,
    "calendar:",
    `  hours: ${quoted(hours)}`,
    ...(country === null ? [] : [`  country: ${country} # ${say("country")}`]),
  ];
}

function inputLines({ inputs }: ConfigDraft, say: ConfigFileSay, style: ConfigStyle): readonly string[] {
  if (inputs.length === 0) return [];
  return [
    ...(style.hints ? [`# ${say("inputs")}`] : []),
    "inputs:",
    ...inputs.flatMap((input, at) => [...(at === 0 ? [] : [""]), ...oneInput(input, say, style.locale)]),
  ];
}

function oneInput(input: InputDraft, say: ConfigFileSay, locale: Locale): readonly string[] {
  const { files, options, guessed, columns, formats, told, words, title } = input;
  const [first = ""] = files;
  const word = (field: keyof typeof FIELD_WORDS) => inLocale(FIELD_WORDS[field], locale);
  const known = columns.filter(({ headers }) => headers !== null);
  const unknown = columns.filter(({ headers }) => headers === null);
  const kindWords = (kind: unknown) =>
    guessed === true
      ? say("checkKind", { kinds: KINDS.join(", ") })
      : wordsFor(KIND_WORDS, String(kind), locale);
  return [
    ...(files.length === 1
      ? [`  - files: ${quoted(first)}`]
      : ["  - files:", ...files.map((file) => `      - ${quoted(file)}`)]),
    ...(title === undefined ? [] : [`    # ${visible(say("byProfile", { title }))}`]),
    ...options.map(
      ([key, value]) => `    ${key}: ${flow(value)}${key === "kind" ? asideOf(value, kindWords(value)) : ""}`,
    ),
    ...(columns.length === 0 ? [] : [`    ${known.length === 0 ? "# " : ""}columns:`]),
    ...known.map(
      ({ field, headers }) => `      ${field}: ${headersOf(headers!)}${asideOf(headers![0]!, word(field))}`,
    ),
    ...(unknown.length === 0 ? [] : [`      # ${say("fillIn")}`]),
    ...unknown.map(({ field }) => `      # ${field}: "" # ${word(field)}`),
    ...(formats.length === 0 ? [] : [`    formats: # ${say("formats")}`]),
    ...formats.flatMap(({ field, format, open }) => [
      ...(open === true ? [`      # ${say("openFormat")}`] : []),
      `      ${field}: ${quoted(format)}`,
    ]),
    ...Object.entries(told).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
    ...(words.length === 0 ? [] : [`    # ${say("words")}`, "    # values:"]),
    ...words.map((one) => `    #   ${one.field}: { ${quoted(visible(one.word))}: ? }`),
  ];
}

/** A remark on a value, unless it says the same. */
function asideOf(value: unknown, words: string): string {
  return words === value ? "" : ` # ${words}`;
}

function ruleLines({ rules = [] }: ConfigDraft, say: ConfigFileSay): readonly string[] {
  if (rules.length === 0) return [];
  return [
    `# ${say("rules")}`,
    "rules:",
    ...rules.flatMap(({ id, title, options }) => [
      ...(title === null ? [] : [`  # ${visible(title)}`]),
      `  ${id}: ${plainValue(options)}`,
    ]),
  ];
}

function gateLines({ gates = [] }: ConfigDraft, say: ConfigFileSay): readonly string[] {
  if (gates.length === 0) return [];
  const set = gates.filter(({ limit }) => limit !== null);
  return [
    `# ${say("gates")}`,
    // a map with nothing in it but comments would be null
    set.length === 0 ? "# gates:" : "gates:",
    ...gates.map(({ id, limit, example }) => {
      if (limit === null) return `  # ${id}: ${example}`;
      if (limit === "off") return `  ${id}: off`;
      const pairs = Object.entries(limit).map(([key, value]) => `${key}: ${value}`);
      return `  ${id}: { ${pairs.join(", ")} }`;
    }),
  ];
}

function headersOf(headers: readonly string[]): string {
  return headers.length === 1 ? quoted(headers[0]!) : flow(headers);
}

function flow(value: string | boolean | readonly string[]): string {
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? scalar(value) : `[${value.map(quoted).join(", ")}]`;
}

/** `{ within: "20s", share: "80%" }`; anything deeper as JSON, which is YAML. */
function plainValue(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return scalar(value);
  const entries = Object.entries(Object(value) as Record<string, unknown>);
  if (Array.isArray(value) || entries.some(([, part]) => typeof part === "object"))
    return JSON.stringify(value);
  return `{ ${entries.map(([key, part]) => `${key}: ${plainPart(part)}`).join(", ")} }`;
}

function plainPart(part: unknown): string {
  return typeof part === "string" || typeof part === "number" ? scalar(part) : JSON.stringify(part);
}

/** Words of ours need no quotes, nor does a number with its unit; both read better without. */
function scalar(value: string | number): string {
  if (typeof value === "number") return String(value);
  const isWord = /^[A-Za-z][A-Za-z0-9-]*$/.test(value) && !WORDS_OF_YAML.has(value.toLowerCase());
  return isWord || /^\d+(\.\d+)?(s|min|h|%)$/.test(value) ? value : quoted(value);
}

/** What some readers of YAML take for something else than a text. */
const WORDS_OF_YAML: ReadonlySet<string> = new Set("true false null yes no on off y n".split(" "));

/** JSON's quoted strings are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
