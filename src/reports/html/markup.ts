import { visible } from "../../messages/index.js";

/** HTML or SVG that is safe to write. Only `html` makes it, so that nothing gets in unescaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template. null is nothing. */
export type Value = string | number | null | Markup | readonly Value[];

/**
 * The one place where words become HTML: every value is escaped, for text and for quoted attributes alike, and what
 * cannot be seen in it is made visible. A value in an unquoted attribute, or in a link that leaves the page, is a
 * mistake of ours and throws.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let markup = parts[0]!;
  values.forEach((value, at) => {
    refuseOpen(parts[at]!, value);
    markup += write(value) + parts[at + 1]!;
  });
  return { markup };
}

/** Nothing at all. */
export const NOTHING: Markup = { markup: "" };

/** Our own style and script, which must not be escaped: constants of this folder, never anybody's words. */
export function ownCode(tag: "style" | "script", code: string): Markup {
  if (new RegExp(`</${tag}`, "i").test(code)) throw new Error(`a ${tag} that would end itself`);
  return { markup: `<${tag}>${code}</${tag}>` };
}

/**
 * Data for the page's script. In a script element only `</script` and `<!--` mean anything to the parser; every `<`,
 * `>` and `&` is written as an escape of JSON all the same, and so are the line separators of JavaScript.
 */
export function jsonScript(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(UNSAFE, (c) => ESCAPES[c]!);
  return { markup: `<script type="application/json" data-part="${escapeText(id)}">${json}</script>\n` };
}

/** Text as it may stand between tags and between quotes. */
function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}

function write(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map(write).join("");
}

function refuseOpen(before: string, value: Value): void {
  if (before.endsWith("=")) throw new Error(`an attribute without quotes: ${before.slice(-40)}`);
  if (before.endsWith('href="') && !(typeof value === "string" && value.startsWith("#")))
    throw new Error("a link that leaves the page");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const UNSAFE = /[<>&\u2028\u2029]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};
