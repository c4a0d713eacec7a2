import type { z } from "zod";
import { UserError } from "../model/user-error.js";
import { nearest } from "./near.js";
import { keysAt } from "./schema-keys.js";
import { isRecord, type Path, partOf, type Sourced } from "./yaml-source.js";

/** What messages about a validated value need besides the value. */
export interface Setting {
  /** The path of the value as the user knows it: `rules.response/service-level`, or empty. */
  readonly name: string;
  /** A complete, valid example of such a value. */
  readonly example: string;
  /** Further keys that are allowed beside those of the schema, for the message. */
  readonly alsoKnown?: readonly string[];
}

type Issue = z.core.$ZodIssue;

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly UserError[] };

/**
 * Checks a value of the user's against a schema: the parsed value, or every mistake in it as a UserError with its
 * place, what was found, what was expected, and an example.
 */
export function validated<T>(schema: z.ZodType<T>, source: Sourced, setting: Setting): Validated<T> {
  const result = schema.safeParse(source.value);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    errors: result.error.issues.flatMap((issue) => mistakes(issue, schema, source, setting)),
  };
}

/** A value as a message shows it: at most 60 characters of one line. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line === "" ? '""' : line;
}

/** `rules.wording/x.never[0]` */
function keyName(name: string, path: Path): string {
  return path.reduce<string>(
    (whole, key) => (typeof key === "number" ? `${whole}[${key}]` : whole === "" ? key : `${whole}.${key}`),
    name,
  );
}

function mistakes(issue: Issue, schema: z.ZodType, source: Sourced, setting: Setting): readonly UserError[] {
  if (issue.code === "invalid_union") {
    const chosen = branch(issue.errors, partOf(source, ...pathOf(issue)).value);
    return chosen.flatMap((inner) =>
      mistakes({ ...inner, path: [...issue.path, ...inner.path] } as Issue, schema, source, setting),
    );
  }
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys") {
    const known = [...keysAt(schema, path), ...(path.length === 0 ? (setting.alsoKnown ?? []) : [])];
    return issue.keys.map((key) => unknownKey(key, known, [...path, key], source, setting));
  }
  const { value } = partOf(source, ...path);
  const key = keyName(setting.name, path);
  const shared = { key, where: key, found: shown(value), example: setting.example };
  const error = (code: string, args: UserError["args"] = {}) => [
    new UserError(code, { ...shared, ...args }, source.place(path)),
  ];
  if (isCode(issue.message)) {
    const params = issue.code === "custom" ? paramsOf(issue.params) : {};
    if (issue.message === "target-without-unit") return error(issue.message, unitless(value));
    return error(issue.message, { ...params, key, found: shared.found });
  }
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return [missingKey(path, source, setting)];
      return error(EXPECTED[issue.expected] ?? "expects-map");
    case "invalid_value":
      if (value === undefined) return [missingKey(path, source, setting)];
      return error("not-one-of", { known: issue.values.map(String).join(", ") });
    case "too_small":
      if (issue.origin === "string") return error("expects-text");
      if (issue.origin === "array") return error("expects-list");
      return error("out-of-range", { limit: `${issue.inclusive ? "≥" : ">"} ${issue.minimum}` });
    case "too_big":
      return error("out-of-range", { limit: `${issue.inclusive ? "≤" : "<"} ${issue.maximum}` });
    case "invalid_key":
      return [unknownKey(String(path.at(-1)), keysAt(schema, path.slice(0, -1)), path, source, setting)];
    default:
      return error("expects-text");
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "expects-text",
  number: "expects-number",
  int: "expects-number",
  boolean: "expects-flag",
  array: "expects-list",
};

/** Of the ways in which something could have been written, the one that it comes closest to. */
function branch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] {
  const rejected = (issue: Issue) =>
    issue.path.length === 0 && issue.code !== "unrecognized_keys" && !isCode(issue.message);
  const kept = branches.filter((issues) => !issues.some(rejected));
  if (kept.length === 0) return [outright(branches.flat())];
  const fewest = kept.reduce((best, issues) => (issues.length < best.length ? issues : best));
  const hasStranger = fewest.some((issue) => issue.code === "unrecognized_keys");
  return hasStranger && isRecord(value) ? fewest.filter((issue) => !isAbsent(issue, value)) : fewest;
}

/** Nothing fits: the words that would have, if there are any, else the first complaint. */
function outright(issues: readonly Issue[]): Issue {
  const values = issues.flatMap((issue) => (issue.code === "invalid_value" ? issue.values : []));
  const first = issues.find((issue) => issue.code === "invalid_value") ?? issues[0]!;
  return first.code === "invalid_value" ? { ...first, values } : first;
}

function isAbsent(issue: Issue, value: Record<string, unknown>): boolean {
  const [key] = issue.path;
  return issue.path.length === 1 && value[String(key)] === undefined;
}

function unknownKey(
  key: string,
  known: readonly string[],
  path: Path,
  source: Sourced,
  setting: Setting,
): UserError {
  const near = nearest(key, known);
  const args = { key: keyName(setting.name, path), known: known.join(", ") };
  const place = source.place(path, "key");
  return near === null
    ? new UserError("config-unknown-key", args, place)
    : new UserError("unknown-key-near", { ...args, near }, place);
}

function missingKey(path: Path, source: Sourced, setting: Setting): UserError {
  const where = keyName(setting.name, path.slice(0, -1)) || source.place([]).file;
  const args = { key: String(path.at(-1) ?? ""), where, example: setting.example };
  return new UserError("missing-key", args, source.place(path.slice(0, -1)));
}

function unitless(value: unknown): UserError["args"] {
  return { value: shown(value), example: `${shown(value)}s` };
}

/** Schemas of ours give the code of a mistake as their message; zod's own messages are sentences. */
function isCode(message: string): boolean {
  return /^[a-z]+(-[a-z]+)+$/.test(message);
}

function paramsOf(params: Record<string, unknown> | undefined): UserError["args"] {
  return Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, value]] : [],
    ),
  );
}

function pathOf(issue: Issue): Path {
  return issue.path.map((key) => (typeof key === "number" ? key : String(key)));
}
