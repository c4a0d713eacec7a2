import { type Block, code, type Excerpt, text } from "../document.js";
import { excerptLine } from "./excerpt.js";
import { draw, paint, type Screen } from "./paint.js";

/** A finding: where, who, and the words in their sentence; on one line where there are no words and it fits. */
export function drawEvidence(block: Extract<Block, { kind: "evidence" }>, screen: Screen): readonly string[] {
  const indent = 4;
  const head = [code(block.place, "strong"), text("  "), ...block.about];
  const note = block.note.length === 0 ? [] : draw(block.note, indent, screen);
  if (block.excerpt !== null) {
    return ["", ...draw(head, indent, screen), ...drawExcerpt(block.excerpt, indent, screen), ...note, ""];
  }
  const together = draw([...head, text("  "), ...block.note], indent, screen);
  return together.length === 1 ? together : [...draw(head, indent, screen), ...note];
}

function drawExcerpt(excerpt: Excerpt, indent: number, screen: Screen): readonly string[] {
  const speaker = excerpt.speaker === null ? "" : `${excerpt.speaker}${screen.colon}`;
  const taken = screen.ruler.width(speaker);
  const line = excerptLine(excerpt, screen.width - indent - taken, screen.ruler);
  const sentence = paint({ spans: [text(speaker, "dim"), ...line.spans], width: 0 }, indent, screen);
  // Without colours the marked words would not stand out: underline them as compilers do.
  if (screen.colour.mark("x") !== "x") return [sentence];
  return [sentence, " ".repeat(indent + taken + line.markAt) + "^".repeat(line.markWidth)];
}
