import { existsSync, statSync } from "node:fs";
import { basename, normalize, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { globSync } from "tinyglobby";
import { userError } from "../messages/errors.js";
import type { InputOptions } from "./options.js";

/** A file to read, with what the user said of it. */
export interface InputFile {
  readonly path: string;
  readonly options: InputOptions;
}

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
  const add = (path: string, options: InputOptions) => {
    const full = resolve(cwd, path);
    if (!found.has(full)) found.set(full, { path: shownPath(full, cwd), options });
  };
  if (named.length > 0) {
    for (const name of named) {
      for (const path of expand(name, cwd)) add(path, groupOf(path, groups, cwd));
    }
  } else {
    for (const { patterns, options, folder } of groups) {
      for (const pattern of patterns)
        for (const path of expand(pattern, folder)) add(resolve(folder, path), options);
    }
  }
  if (found.size === 0) throw userError("nothing-to-audit", {});
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const GLOB = /[*?[\]{}!]/;

/** The files of a name or pattern, sorted. A file whose name looks like a pattern is taken as it is. */
function expand(name: string, folder: string): readonly string[] {
  const path = resolve(folder, name);
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) throw userError("is-a-directory", { path: name }, { file: name });
    return [name];
  }
  if (!GLOB.test(name)) throw userError("file-not-found", { path: name }, { file: name });
  const matches = globSync([name.split(sep).join("/")], {
    cwd: folder,
    dot: false,
    expandDirectories: false,
  });
  if (matches.length === 0) throw userError("glob-unmatched", { pattern: name });
  return matches.sort();
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
