import { reportDocument } from "./content/index.js";
import type { Block } from "./document.js";
import { ruler } from "./measure.js";
import type { Reporter, ReportOptions } from "./report.js";
import { drawBlock } from "./terminal/blocks.js";
import type { Screen } from "./terminal/paint.js";

/** The report that an analyst reads in a terminal: aligned, in colour where the caller injects some. */
export const terminal: Reporter = (result, options) => drawDocument(reportDocument(result, options), options);

/** Any document as lines for a terminal. */
export function* drawDocument(
  blocks: Iterable<Block>,
  options: Pick<ReportOptions, "width" | "ambiguousWide" | "colour" | "locale">,
): Iterable<string> {
  const screen: Screen = {
    width: Math.max(NARROWEST, Math.min(WIDEST, options.width)),
    ruler: ruler(options.ambiguousWide),
    colour: options.colour,
    colon: options.locale === "en" ? ": " : "：",
  };
  let before: Block["kind"] | null = null;
  let blank = true;
  for (const block of blocks) {
    const lines = drawBlock(block, screen);
    for (const line of isApart(before, block.kind) ? ["", ...lines] : lines) {
      // Blocks ask for air around them; between two that do, one blank line is enough.
      if (line !== "" || !blank) yield `${line}\n`;
      blank = line === "";
    }
    before = block.kind;
  }
}

const NARROWEST = 40;
/** Longer lines are hard to read, however wide the window. */
const WIDEST = 140;

/** A sentence stands apart from the rows above it. */
function isApart(before: Block["kind"] | null, kind: Block["kind"]): boolean {
  const isRows = before === "table" || before === "evidence" || before === "more" || before === "details";
  return isRows && (kind === "paragraph" || kind === "list");
}
