import { resolve } from "node:path";
import { standardError } from "../standard/errors.js";
import type { StandardAccess } from "../standard/layers.js";
import { parseYaml, type Sourced, unsourced } from "../standard/yaml-source.js";
import { findConfig } from "./find.js";
import { readSetting, replaced, withSetting } from "./set.js";

/** What is asked for on the command line and in the environment. */
export interface ConfigRequest {
  /** The working directory. */
  readonly folder: string;
  /** `--config FILE`. */
  readonly file?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--set PATH=VALUE`, in order. */
  readonly set: readonly string[];
  /** Options of their own, by the key of the config that they stand for. */
  readonly flags: Readonly<Partial<Record<FlagKey, string | number | readonly string[] | undefined>>>;
}

type FlagKey = "standard" | "locale" | "timezone" | "as-of" | "format" | "minimum-contacts";

/** What everybody says together, unchecked: the file, the environment over it, then `--set`, then the other options. */
export interface Overlaid {
  /** The file as it was named or found, and its whole path; null where there is none. */
  readonly file: string | null;
  readonly path: string | null;
  readonly written: Sourced;
}

/** @throws UserError `config-not-found`, `yaml-syntax`, `set-syntax` */
export function overlaidConfig(request: ConfigRequest, access: Pick<StandardAccess, "readText">): Overlaid {
  const file = request.file ?? request.env.DESKCHECK_CONFIG ?? findConfig(request.folder, access);
  const path = file === null ? null : resolve(request.folder, file);
  return { file, path, written: overlaid(readFile(file, path, access), request) };
}

function readFile(
  file: string | null,
  path: string | null,
  access: Pick<StandardAccess, "readText">,
): Sourced {
  if (file === null || path === null) return unsourced({}, { file: "deskcheck.config.yaml" });
  const text = access.readText(path);
  if (text === null) throw standardError("config-not-found", { file }, null);
  const source = parseYaml(text, file);
  return source.value === null ? unsourced({}, { file }) : source;
}

function overlaid(file: Sourced, { env, set, flags }: ConfigRequest): Sourced {
  let source = file;
  const put = (key: string, value: unknown, from: string) => {
    if (value !== undefined && value !== "")
      source = replaced(source, [key], unsourced(value, { file: from }));
  };
  put("locale", env.DESKCHECK_LOCALE, "DESKCHECK_LOCALE");
  put(
    "format",
    env.DESKCHECK_FORMAT?.split(",").map((one) => one.trim()),
    "DESKCHECK_FORMAT",
  );
  for (const text of set) source = withSetting(source, readSetting(text));
  for (const [key, value] of Object.entries(flags)) put(key, value, `--${key}`);
  return source;
}
