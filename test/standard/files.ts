import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { formatUserError } from "../../src/messages/errors.js";
import { LOCALES } from "../../src/messages/locale.js";
import { UserError } from "../../src/model/user-error.js";
import { type EffectiveStandard, loadStandard } from "../../src/standard/effective.js";
import type { Reference, StandardAccess } from "../../src/standard/layers.js";

export const BUILT_IN = join(import.meta.dirname, "../../standards");

export const handbook: readonly Reference[] = [{ name: "service-handbook", place: null, folder: "." }];

/** Real files beside those of `texts`, which are named by their path. */
export function access(texts: Readonly<Record<string, string>> = {}): StandardAccess {
  return {
    builtIn: BUILT_IN,
    readText: (path) =>
      texts[path] ?? (existsSync(path) && statSync(path).isFile() ? readFileSync(path, "utf8") : null),
    listFolder: (path) => {
      const inMemory = Object.keys(texts).filter((name) => name.startsWith(`${path}/`));
      if (inMemory.length > 0) return inMemory.map((name) => name.slice(path.length + 1));
      return existsSync(path) && statSync(path).isDirectory() ? readdirSync(path) : null;
    },
  };
}

/** A standard of one file in memory. */
export function loaded(yaml: string, others: Readonly<Record<string, string>> = {}): EffectiveStandard {
  const texts = { "/own/rules.yaml": yaml, ...others };
  return loadStandard([{ name: "rules.yaml", place: null, folder: "/own" }], access(texts));
}

/** The mistakes of a standard of one file, as `code line:column`, and their messages in both languages. */
export function mistakes(load: () => unknown): {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
} {
  try {
    load();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const all = [error, ...error.more];
    const codes = all.map(({ code, place }) => `${code} ${place?.line ?? "?"}:${place?.column ?? "?"}`);
    const messages = all.flatMap((one) => LOCALES.map((locale) => formatUserError(one, locale)));
    // A message with a gap or without words is a mistake of ours, not the user's.
    for (const message of messages) {
      if (
        message.split("\n").length < 3 ||
        /(^|[^？?])\?(?=[ ，。”：]|$)/m.test(message.replace(/您是不是想写.*|did you mean.*/g, ""))
      ) {
        throw new Error(`message with a gap: ${message}`);
      }
    }
    return { codes, messages };
  }
  throw new Error("no mistake was found");
}
