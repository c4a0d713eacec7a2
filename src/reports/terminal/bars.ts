import { type Bar, type Span, text } from "../document.js";
import { paint, type Screen } from "./paint.js";
import { wrap } from "./wrap.js";

/** Shares as bars, as long as the words beside them allow. */
export function drawBars(bars: readonly Bar[], screen: Screen): readonly string[] {
  const { ruler, width } = screen;
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((one) => ruler.width(one)));
  const labels = widest(bars.map((bar) => bar.label));
  const figures = widest(bars.map((bar) => bar.figure));
  const abouts = widest(bars.map((bar) => bar.about.map((span) => span.text).join("")));
  const fixed = 2 + labels + 2 + 2 + figures + 2;
  const length = Math.max(SHORTEST_BAR, Math.min(BAR, width - fixed - abouts));
  return bars.flatMap(({ label, share, figure, about }) => {
    const [first, ...more] = wrap(about, Math.max(1, width - fixed - length), ruler);
    const blank = (to: number, words: string): Span => text(" ".repeat(to - ruler.width(words) + 2));
    const spans = [
      text(label),
      blank(labels, label),
      ...barSpans(share, length, screen),
      blank(figures, figure),
      text(figure, share === null ? "dim" : "strong"),
      text("  "),
      ...first!.spans,
    ];
    const rest = more.map((line) => paint(line, fixed + length, screen));
    return [paint({ spans, width: 0 }, 2, screen), ...rest];
  });
}

/** Columns of a bar, at most and at least. */
const BAR = 24;
const SHORTEST_BAR = 6;

function barSpans(share: number | null, length: number, { ruler }: Screen): readonly Span[] {
  if (share === null) return [text(" ".repeat(length))];
  const [full, empty] = ruler.width("█") === 1 ? ["█", "░"] : ["=", "."];
  const filled = Math.round(share * length);
  return [text(full.repeat(filled), "heading"), text(empty.repeat(length - filled), "dim")];
}
