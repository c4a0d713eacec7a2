import { type Block, type Fact, type Inline, text } from "../document.js";
import { drawBars } from "./bars.js";
import { drawEvidence } from "./evidence.js";
import { draw, paint, type Screen } from "./paint.js";
import { layoutTable, ruleLine } from "./table.js";
import { wrap } from "./wrap.js";

/** The lines of one block, styled, without line breaks and without blanks at their ends. */
export function drawBlock(block: Block, screen: Screen): readonly string[] {
  switch (block.kind) {
    case "title":
      return [...draw([text(block.text, "heading")], 0, screen), ...draw(block.about, 0, screen), ""];
    case "heading":
      return ["", ...drawHeading(block.text, block.note, screen)];
    case "facts":
      return drawFacts(block.facts, 2, screen);
    case "paragraph":
      return draw(block.text, 2, screen);
    case "list":
      return block.items.flatMap((item) => drawItem(item, screen));
    case "table":
      return layoutTable(block.columns, block.rows, screen.width - 2, screen.ruler).map((line) =>
        paint(line, 2, screen),
      );
    case "bars":
      return drawBars(block.bars, screen);
    case "group":
      return [
        "",
        ...draw(block.head, 2, screen),
        ...drawFacts(block.facts, 4, screen),
        ...(block.facts.length === 0 ? [] : [""]),
      ];
    case "evidence":
      return drawEvidence(block, screen);
    case "more":
      return draw([text(block.text, "dim")], 4, screen);
    case "sample":
      return block.lines.map((line) => paint({ spans: [text(line)], width: 0 }, 6, screen));
    case "details":
      return [
        "",
        ...draw([text(block.summary, "strong")], 2, screen),
        ...block.body.flatMap((inner) => drawBlock(inner, screen)),
      ];
    case "verdict":
      return ["", ...draw([text(block.text, VERDICT_TONES[block.exitCode])], 0, screen)];
  }
}

const VERDICT_TONES = { 0: "good", 1: "bad", 2: "bad" } as const;

/** ── 考核指标 ─────────────: the title in a rule as wide as the screen. */
function drawHeading(title: string, note: string | null, screen: Screen): readonly string[] {
  const about = note === null ? [] : [text(" · ", "dim"), text(note, "dim")];
  const head = [text("── ", "dim"), text(title, "heading"), ...about, text(" ")];
  const lines = wrap(head, screen.width, screen.ruler);
  const last = lines.at(-1)!;
  const rest = ruleLine(Math.max(0, screen.width - last.width - 1), screen.ruler);
  const closed = { spans: [...last.spans, text(" "), ...rest.spans], width: screen.width };
  return [...lines.slice(0, -1), closed].map((line) => paint(line, 0, screen));
}

function drawFacts(facts: readonly Fact[], indent: number, screen: Screen): readonly string[] {
  const { ruler } = screen;
  const labels = Math.max(0, ...facts.map((fact) => ruler.width(fact.label)));
  return facts.flatMap((fact) =>
    wrap(fact.value, screen.width - indent - labels - 2, ruler).map((line, index) => {
      const label = index === 0 ? fact.label : "";
      const blank = " ".repeat(labels - ruler.width(label) + 2);
      return paint({ spans: [text(label, "dim"), text(blank), ...line.spans], width: 0 }, indent, screen);
    }),
  );
}

function drawItem(item: Inline, screen: Screen): readonly string[] {
  return wrap(item, screen.width - 4, screen.ruler).map((line, index) =>
    paint({ spans: [text(index === 0 ? "- " : "  ", "dim"), ...line.spans], width: 0 }, 2, screen),
  );
}
