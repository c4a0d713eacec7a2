import { reportDocument } from "./content/index.js";
import { writeBlock } from "./markdown/blocks.js";
import type { Reporter } from "./report.js";

/**
 * The same report as Markdown: reads well on GitHub and in a plain editor. Sections and order are the terminal's; long
 * lists are folded. No words in it but our own structure can be markup (see `escape.ts`).
 */
export const markdown: Reporter = function* (result, options) {
  const colon = options.locale === "en" ? ": " : "：";
  let last = "";
  for (const block of reportDocument(result, options)) {
    const written = writeBlock(block, colon);
    // Items of one list follow each other; everything else is set apart by a blank line.
    const apart = last !== "" && !(last.startsWith("* ") && written.startsWith("* "));
    yield `${apart ? "\n" : ""}${written}\n`;
    last = written;
  }
};
