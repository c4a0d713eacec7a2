import type { Locale } from "../messages/index.js";
import { reportDocument } from "./content/index.js";
import type { Block } from "./document.js";
import { writeBlock } from "./markdown/blocks.js";
import type { Reporter } from "./report.js";

/**
 * The same report as Markdown: reads well on GitHub and in a plain editor. Sections and order are the terminal's; long
 * lists are folded. No words in it but our own structure can be markup (see `escape.ts`).
 */
export const markdown: Reporter = (result, options) =>
  writeDocument(reportDocument(result, options), options.locale);

/** Any document as Markdown. */
export function* writeDocument(blocks: Iterable<Block>, locale: Locale): Iterable<string> {
  const colon = locale === "en" ? ": " : "：";
  let last = "";
  for (const block of blocks) {
    const written = writeBlock(block, colon);
    // Items of one list follow each other; everything else is set apart by a blank line.
    const apart = last !== "" && !(last.startsWith("* ") && written.startsWith("* "));
    yield `${apart ? "\n" : ""}${written}\n`;
    last = written;
  }
}
