import { visible, visibleInCell } from "../messages/index.js";

/**
 * Other people's words, made harmless for one format each. All of them first make visible what cannot be seen (control
 * codes, escape sequences, bidi overrides, zero-width characters; see `messages/visible.ts`).
 */

/** For a terminal: no control code, one line. */
export function escapeTerminal(text: string): string {
  return visible(text);
}

/**
 * For Markdown (CommonMark, GFM and GitHub's additions), anywhere in a line, table cells included: reads as the same
 * text, and is never markup, HTML, a link, an image, a mention, an issue reference, an emoji code, maths or a template
 * tag. Entities for what would be HTML or a cell border; a zero-width space, written as an entity, inside what GitHub
 * or an editor would turn into a link after parsing, where backslashes no longer help.
 */
export function escapeMarkdown(text: string): string {
  return unlinked(
    visible(text)
      .replace(/&/g, "&amp;")
      .replace(/[\\`*_[\]{}~^]/g, "\\$&")
      .replace(/^(\s*)(#|[-+=:](?=[-+=:\s]|$))/, "$1\\$2")
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2"),
  ).replace(/[<>|$]/g, (c) => ENTITIES[c] ?? c);
}

/** Something to copy, as Markdown code: no word in it is markup. In HTML where backticks or bars would end it early. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown === "" || /[`|]/.test(shown)) return `<code>${escapeMarkdown(shown)}</code>`;
  return /^ | $/.test(shown) ? `\` ${shown} \`` : `\`${shown}\``;
}

/** For HTML inside Markdown (a `summary`): text and nothing else. */
export function escapeHtml(text: string): string {
  return unlinked(visible(text).replace(/&/g, "&amp;")).replace(/[<>"']/g, (c) => ENTITIES[c] ?? c);
}

/**
 * For a cell of CSV that a spreadsheet will open: a text that could be taken for a formula gets an apostrophe in
 * front. Beyond papaparse's own guard (`^[=+\-@\t\r].*$`, which lets `=1\nx`, ` =1` and `＝1` pass) this covers leading
 * white space of any kind, line breaks, and the full-width and small forms of the signs.
 * Line breaks and tabs stay, other control codes are made visible.
 */
export function escapeFormula(text: string): string {
  const shown = visibleInCell(text);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

/**
 * For XML 1.0, in text and in attributes alike: `]]>` ends no CDATA, and the characters that XML has no way to write
 * (most control codes, lone surrogates, U+FFFE and U+FFFF) are made visible.
 */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, (c) => `\\u{${c.charCodeAt(0).toString(16).toUpperCase()}}`)
    .replace(/[&<>"']/g, (c) => XML[c]!);
}

/** For the message of a GitHub workflow command: one line, and nothing in it is taken for an escape. */
export function escapeCommand(text: string): string {
  return visible(text).replace(/[%\r\n]/g, percentEncoded);
}

/** For a property of one (`file=`, `title=`), which a comma or a colon would end. */
export function escapeCommandProperty(text: string): string {
  return visible(text).replace(/[%\r\n:,]/g, percentEncoded);
}

/** A sign behind any white space, or a leading tab or line break (OWASP CSV injection; ASVS 1.2.10). */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝﹦＋﹢－﹣＠﹫])/u;

const XML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function percentEncoded(c: string): string {
  return `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  $: "&#36;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Breaks what a viewer links by itself: addresses with a scheme, www., bare domains, e-mail and @mentions, #123, GH-1,
 * :emoji:. A time such as 12:30:45 and a number such as 3.5 are none of these. In one pass, over text whose own
 * ampersands are entities already.
 */
function unlinked(text: string): string {
  return text.replace(LINKED, "$&&#8203;");
}

const LINKED = new RegExp(
  [
    "@",
    "#(?=\\w)",
    "\\b[Gg][Hh]-(?=\\d)",
    ":(?=//)",
    "[Ww]{3}\\.",
    "(?<=[\\p{L}\\p{N}-])\\.(?=[A-Za-z]{2})",
    ":(?=(?!\\d\\d?:)[a-z0-9_+\\\\-]+:)",
  ].join("|"),
  "gu",
);
