import { resolve, sep } from "node:path";
import type { StandardAccess } from "../../standard/layers.js";

/** The files of config and standard that a plan was made from, by their whole paths. null: there was none. */
export interface Sources {
  readonly texts: Readonly<Record<string, string | null>>;
  readonly folders: Readonly<Record<string, readonly string[] | null>>;
}

/** Access that takes down what is read by way of it. What comes with the program is left out: whoever merges has it. */
export function recording(
  access: StandardAccess,
  folder: string,
): { readonly access: StandardAccess; readonly sources: Sources } {
  const texts: Record<string, string | null> = {};
  const folders: Record<string, readonly string[] | null> = {};
  const isOurs = (path: string) => !isWithin(path, access.builtIn);
  return {
    sources: { texts, folders },
    access: {
      builtIn: access.builtIn,
      readText(name) {
        const path = resolve(folder, name);
        const text = access.readText(name);
        if (isOurs(path)) texts[path] = text;
        return text;
      },
      listFolder(name) {
        const path = resolve(folder, name);
        const names = access.listFolder(name);
        if (isOurs(path)) folders[path] = names;
        return names;
      },
    },
  };
}

/** The files as they were when they were recorded. What comes with the program is read from where it is now. */
export function replaying(sources: Sources, folder: string, here: StandardAccess): StandardAccess {
  return {
    builtIn: here.builtIn,
    readText(name) {
      const path = resolve(folder, name);
      return isWithin(path, here.builtIn) ? here.readText(path) : (sources.texts[path] ?? null);
    },
    listFolder(name) {
      const path = resolve(folder, name);
      return isWithin(path, here.builtIn) ? here.listFolder(path) : (sources.folders[path] ?? null);
    },
  };
}

function isWithin(path: string, folder: string): boolean {
  const base = resolve(folder);
  return path === base || path.startsWith(base.endsWith(sep) ? base : `${base}${sep}`);
}
