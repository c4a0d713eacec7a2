import { existsSync, statSync } from "node:fs";
import { basename, normalize, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { globSync } from "tinyglobby";
import { userError } from "../messages/errors.js";
import type { InputOptions } from "./options.js";
import type { FilePlace } from "./source.js";

/** A file to read, with what the user said of it. */
export interface InputFile extends FilePlace {
  readonly options: InputOptions;
  /** The sheet that is meant: its name also stands at the end of the path, behind a `#`. */
  readonly sheet?: string | undefined;
}

/** The name that stands for standard input. */
export const STDIN = "-";

/** A group of files of the config: `inputs: [{ files: "exports/*.csv", … }]`. Its patterns count from `folder`. */
export interface InputGroup {
  readonly patterns: readonly string[];
  readonly options: InputOptions;
  readonly folder: string;
}

/**
 * The files that are meant, each once, in the order of their names. Names and patterns given on the command line come
 * instead of the config's; a file that a group of the config describes is read as that group says.
 *
 * @throws UserError `glob-unmatched`, `file-not-found`, `is-a-directory`, `nothing-to-audit`
 */
export function expandInputs(
  named: readonly string[],
  groups: readonly InputGroup[],
  cwd: string,
): readonly InputFile[] {
  const found = new Map<string, InputFile>();
  const add = ({ path, sheet }: Named, options: InputOptions) => {
    const full = resolve(cwd, path);
    const name = sheet === undefined ? shownPath(full, cwd) : `${shownPath(full, cwd)}#${sheet}`;
    if (!found.has(name)) found.set(name, { path: name, options, ...(sheet === undefined ? {} : { sheet }) });
  };
  if (named.length > 0) {
    for (const name of named) {
      for (const one of expand(name, cwd)) add(one, groupOf(one.path, groups, cwd));
    }
  } else {
    for (const { patterns, options, folder } of groups) {
      for (const pattern of patterns)
        for (const one of expand(pattern, folder)) add({ ...one, path: resolve(folder, one.path) }, options);
    }
  }
  if (found.size === 0) throw userError("nothing-to-audit", {});
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const GLOB = /[*?[\]{}!]/;

interface Named {
  readonly path: string;
  readonly sheet?: string;
}

/**
 * The files of a name or pattern, sorted. A file whose name looks like a pattern is taken as it is; what stands behind a `#`
 * that is not part of a file's name is a sheet.
 */
function expand(name: string, folder: string): readonly Named[] {
  const path = resolve(folder, name);
  if (name === STDIN) return [{ path: name }];
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) throw userError("is-a-directory", { path: name }, { file: name });
    return [{ path: name }];
  }
  const hash = name.lastIndexOf("#");
  if (hash > 0 && hash < name.length - 1) {
    const sheet = name.slice(hash + 1);
    return expand(name.slice(0, hash), folder).map((one) => ({ ...one, sheet }));
  }
  if (!GLOB.test(name)) throw userError("file-not-found", { path: name }, { file: name });
  const matches = globSync([name.split(sep).join("/")], {
    cwd: folder,
    dot: false,
    expandDirectories: false,
  });
  if (matches.length === 0) throw userError("glob-unmatched", { pattern: name });
  return matches.sort().map((match) => ({ path: match }));
}

/** What the config says of a file that was named on the command line. */
function groupOf(path: string, groups: readonly InputGroup[], cwd: string): InputOptions {
  const full = resolve(cwd, path);
  const group = groups.find(({ patterns, folder }) =>
    patterns.some((pattern) => {
      // a pattern without a folder means files of that name wherever they are
      if (!pattern.includes("/")) return picomatch.isMatch(basename(full), pattern);
      return picomatch.isMatch(
        relative(folder, full).split(sep).join("/"),
        normalize(pattern).split(sep).join("/"),
      );
    }),
  );
  return group?.options ?? {};
}

/** A file's name for people: from the working directory where it lies below it, with forward slashes everywhere. */
export function shownPath(full: string, cwd: string): string {
  const path = relative(cwd, full);
  return (path.startsWith("..") ? full : path).split(sep).join("/");
}
