import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { userError } from "../../messages/errors.js";
import { together } from "../../standard/errors.js";
import { validated } from "../../standard/issues.js";
import { parseYaml } from "../../standard/yaml-source.js";
import { shownPath } from "../files.js";
import { type ExportFormat, PROFILE_EXAMPLE, type ProfileFile, profileSchema } from "./format.js";
import { plainHeader } from "./headers.js";

/** One kind of export, with the vendor whose it is. */
export interface KnownExport {
  readonly vendor: string;
  readonly format: ExportFormat;
  /** It is the user's own: what it names must be there. */
  readonly own: boolean;
}

const FOLDER = fileURLToPath(new URL("../../../profiles/vendors/", import.meta.url));

/**
 * The exports of the built-in profiles that a file with these first rows may be. Parsing all of them takes half a second, so
 * only those are parsed whose text lists headers that all stand in one row, and those of files without a header where the
 * first row looks like data.
 */
export function likelyExports(rows: readonly (readonly string[])[]): readonly KnownExport[] {
  const names = rows.map((row) => new Set(row.map(plainHeader)));
  const first = rows.find((row) => row.some((cell) => cell.trim() !== "")) ?? [];
  const isData = first.some((cell) => /^\d[\d\s./:T-]*$/.test(cell.trim()));
  return builtIn()
    .filter(
      ({ headerless, headers }) =>
        (headerless && isData) ||
        headers.some((list) => names.some((row) => list.every((name) => row.has(name)))),
    )
    .flatMap(({ name }) => exportsOf(loadBuiltIn(name)));
}

/** The exports of the built-in profiles for JSON files. */
export function jsonExports(): readonly KnownExport[] {
  return builtIn()
    .filter(({ text }) => /^ +json:/m.test(text))
    .flatMap(({ name }) => exportsOf(loadBuiltIn(name)))
    .filter(({ format }) => format.json !== undefined);
}

/**
 * The exports of one profile: that of a vendor by its name (`five9`) or of an export by its id, or a file of the user's,
 * whose name counts from `folder`.
 *
 * @throws UserError `profile-unknown`; every mistake in the user's file with its line and column
 */
export function namedExports(name: string, folder: string): readonly KnownExport[] {
  const path = resolve(folder, name);
  if (existsSync(path) && !statSync(path).isDirectory()) {
    return exportsOf(parseProfile(readFileSync(path, "utf8"), shownPath(path, folder)), true);
  }
  const names = profileNames();
  if (names.includes(name)) return exportsOf(loadBuiltIn(name));
  const one = /[/\\.]/.test(name)
    ? undefined
    : names.flatMap((known) => exportsOf(loadBuiltIn(known))).find(({ format }) => format.id === name);
  if (one === undefined) throw userError("profile-unknown", { name, known: names.join(", ") });
  return [one];
}

/** The names of the profiles that the program brings along, sorted. */
export function profileNames(): readonly string[] {
  return builtIn().map(({ name }) => name);
}

/** @throws UserError with every mistake in the profile, each with its line and column */
export function parseProfile(yaml: string, file: string): ProfileFile {
  const source = parseYaml(yaml, file);
  const result = validated(profileSchema, source, { name: "", example: PROFILE_EXAMPLE });
  if (!result.ok) throw together(result.errors);
  return result.value;
}

/** The exports of a profile, each whole: one that is `like` another has what that one says and it does not say itself. */
export function exportsOf({ vendor, exports }: ProfileFile, own = false): readonly KnownExport[] {
  const done = new Map<string, ExportFormat>();
  return exports.map((format) => {
    const base = format.like === undefined ? undefined : done.get(format.like);
    const whole = base === undefined ? format : over(base, format);
    done.set(format.id, whole);
    return { vendor, format: whole, own };
  });
}

function over(base: ExportFormat, format: ExportFormat): ExportFormat {
  const values = { ...base.values, ...format.values };
  return { ...base, ...format, columns: { ...base.columns, ...format.columns }, values };
}

interface BuiltIn {
  readonly name: string;
  readonly text: string;
  /** The lists of headers that its exports are told by. */
  readonly headers: readonly (readonly string[])[];
  readonly headerless: boolean;
}

let texts: readonly BuiltIn[] | undefined;

function builtIn(): readonly BuiltIn[] {
  texts ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), "utf8");
      const lists = text.matchAll(/^ *match: \{ headers: \[(.*?)\]/gm);
      const headers = Array.from(lists, ([, list = ""]) => list.split(", ").map(plainHeader));
      return { name: basename(file, ".yaml"), text, headers, headerless: /^ *header: none$/m.test(text) };
    });
  return texts;
}

const parsed = new Map<string, ProfileFile>();

function loadBuiltIn(name: string): ProfileFile {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const { text } = builtIn().find((one) => one.name === name)!;
  const made = parseProfile(text, `profiles/vendors/${name}.yaml`);
  parsed.set(name, made);
  return made;
}
