import type { Excerpt, Span } from "../document.js";
import { text } from "../document.js";
import { escapeTerminal } from "../escape.js";
import type { Glyph, Ruler } from "../measure.js";

/** The sentence on one line of at most `width` columns, cut at its ends so that the marked words stay in view. */
export interface ExcerptLine {
  readonly spans: readonly Span[];
  /** Where the marked words begin on the line, and how many columns they take. */
  readonly markAt: number;
  readonly markWidth: number;
}

export function excerptLine(excerpt: Excerpt, width: number, ruler: Ruler): ExcerptLine {
  const [before, mark, after] = [excerpt.before, excerpt.mark, excerpt.after].map((part) =>
    ruler.glyphs(escapeTerminal(part)),
  ) as [readonly Glyph[], readonly Glyph[], readonly Glyph[]];
  const shownMark = cut(mark, width, "end", ruler);
  const room = width - shownMark.width;
  const half = Math.floor(room / 2);
  const tail = Math.min(total(after), Math.max(half, room - total(before)));
  const shownBefore = cut(before, room - tail, "start", ruler);
  const shownAfter = cut(after, room - shownBefore.width, "end", ruler);
  return {
    spans: [text(shownBefore.text), text(shownMark.text, "mark"), text(shownAfter.text)],
    markAt: shownBefore.width,
    markWidth: shownMark.width,
  };
}

/** At most `room` columns of the glyphs, an ellipsis where something was cut off. */
function cut(glyphs: readonly Glyph[], room: number, side: "start" | "end", ruler: Ruler) {
  if (total(glyphs) <= room) return { text: textOf(glyphs), width: total(glyphs) };
  const ellipsis = { text: "…", width: ruler.width("…") };
  const kept: Glyph[] = [];
  let width = ellipsis.width;
  if (width > room) return { text: "", width: 0 };
  for (const glyph of side === "end" ? glyphs : glyphs.toReversed()) {
    if (width + glyph.width > room) break;
    kept.push(glyph);
    width += glyph.width;
  }
  return { text: textOf(side === "end" ? [...kept, ellipsis] : [ellipsis, ...kept.reverse()]), width };
}

function total(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => glyph.text).join("");
}
