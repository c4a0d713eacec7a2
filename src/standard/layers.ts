import { basename, dirname, isAbsolute, join, normalize } from "node:path";
import { type Place, UserError } from "../model/user-error.js";
import { standardError } from "./errors.js";
import { FILE_EXAMPLE, familyFile, type StandardFile, standardFile } from "./file-format.js";
import { validated } from "./issues.js";
import { itemsOf, parseYaml, partOf, type Sourced, unsourced } from "./yaml-source.js";

/** How the loader reads files. It touches none itself. */
export interface StandardAccess {
  /** The text of a file; null where there is none. */
  readText(path: string): string | null;
  /** The names in a folder, in any order; null where there is none. */
  listFolder(path: string): readonly string[] | null;
  /** The folder that holds the built-in standards. */
  readonly builtIn: string;
}

/** The name of a standard as somebody wrote it, where, and the folder that a relative path counts from. */
export interface Reference {
  readonly name: string;
  readonly place: Place | null;
  readonly folder: string;
}

/** One standard as its files say it, before anything is merged. */
export interface Layer {
  readonly name: string;
  readonly version: string;
  readonly language: "zh" | "en" | null;
  readonly files: readonly Sourced[];
}

/**
 * For each of these names: the standard and all that it extends, each once, those extended before those that extend
 * them. Pushes mistakes of the files to `errors` and goes on without the file.
 *
 * @throws UserError `standard-not-found`, `standard-circular`
 */
export function readLayers(
  references: readonly Reference[],
  access: StandardAccess,
  errors: UserError[],
): readonly (readonly Layer[])[] {
  const done = new Map<string, readonly Layer[]>();
  const visit = (reference: Reference, open: readonly string[]): readonly Layer[] => {
    const path = resolved(reference, access);
    const known = done.get(path);
    if (known !== undefined) return known;
    if (open.includes(path)) {
      const chain = [...open.slice(open.indexOf(path)), path].map(nameOf).join(" → ");
      throw standardError("standard-circular", { chain }, reference.place);
    }
    const { head, headSource, files } = readFiles(path, access, errors);
    const bases = extendsOf(headSource).flatMap((base) =>
      visit({ ...base, folder: dirname(headSource.file) }, [...open, path]),
    );
    const own: Layer = {
      name: head.name ?? nameOf(path),
      version: head.version ?? "0",
      language: head.language ?? null,
      files,
    };
    const layers = [...new Set([...bases, own])];
    done.set(path, layers);
    return layers;
  };
  return references.map((reference) => visit(reference, []));
}

/** The names of the built-in standards. */
function builtInNames(access: StandardAccess): readonly string[] {
  const names = access.listFolder(access.builtIn) ?? [];
  return names.filter((name) => access.listFolder(join(access.builtIn, name)) !== null).toSorted();
}

function resolved({ name, place, folder }: Reference, access: StandardAccess): string {
  if (/^[\p{L}\p{N}-]+$/u.test(name)) {
    const own = join(access.builtIn, name);
    if (access.listFolder(own) !== null) return own;
  }
  const path = isAbsolute(name) ? normalize(name) : join(folder, name);
  if (access.listFolder(path) !== null || access.readText(path) !== null) return path;
  throw standardError("standard-not-found", { name, known: builtInNames(access).join(", ") }, place);
}

interface ReadFiles {
  readonly head: StandardFile;
  readonly headSource: { readonly file: string; readonly source: Sourced };
  readonly files: readonly Sourced[];
}

function readFiles(path: string, access: StandardAccess, errors: UserError[]): ReadFiles {
  const names = access.listFolder(path);
  const main = names === null ? path : join(path, "standard.yaml");
  const others = (names ?? []).filter((name) => /\.ya?ml$/.test(name) && name !== "standard.yaml").toSorted();
  const head = readFile(main, standardFile, access, errors);
  const rest = others.map((name) => readFile(join(path, name), familyFile, access, errors));
  return {
    head: head.value,
    headSource: { file: main, source: head.source },
    files: [head, ...rest].map(({ source }) => source),
  };
}

function readFile(
  path: string,
  schema: typeof standardFile | typeof familyFile,
  access: StandardAccess,
  errors: UserError[],
): { value: StandardFile; source: Sourced } {
  const nothing = { value: {}, source: unsourced({}, { file: path }) };
  const text = access.readText(path);
  if (text === null) return nothing;
  try {
    const source = parseYaml(text, path);
    if (source.value === null) return nothing;
    const result = validated<StandardFile>(schema, source, { name: "", example: FILE_EXAMPLE });
    if (result.ok) return { value: result.value, source };
    errors.push(...result.errors);
    return { value: {}, source };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    errors.push(error);
  }
  return nothing;
}

function extendsOf({ source }: ReadFiles["headSource"]): readonly { name: string; place: Place }[] {
  const written = partOf(source, "extends");
  const items = typeof written.value === "string" ? [written] : itemsOf(written);
  return items.map(({ value, place }) => ({ name: String(value), place: place([]) }));
}

function nameOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/, "");
}
