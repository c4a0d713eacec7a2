import type { Inline, Span } from "../document.js";
import { escapeTerminal } from "../escape.js";
import type { Ruler } from "../measure.js";
import type { Palette } from "../report.js";
import { type Line, wrap } from "./wrap.js";

/** How this terminal draws. */
export interface Screen {
  readonly width: number;
  readonly ruler: Ruler;
  readonly colour: Palette;
  readonly colon: string;
}

/** An inline as styled lines, behind an indent. */
export function draw(inline: Inline, indent: number, screen: Screen): readonly string[] {
  return wrap(inline, screen.width - indent, screen.ruler).map((line) => paint(line, indent, screen));
}

/** One line, styled, without blanks at its end. Where every text of a report is made safe to print. */
export function paint(line: Line, indent: number, screen: Screen): string {
  const last = line.spans.findLastIndex((span) => span.text.trimEnd() !== "");
  const kept = line.spans
    .slice(0, last + 1)
    .map((span, index) => paintSpan(index === last ? { ...span, text: span.text.trimEnd() } : span, screen));
  return kept.length === 0 ? "" : " ".repeat(indent) + kept.join("");
}

function paintSpan(span: Span, screen: Screen): string {
  const safe = escapeTerminal(span.text);
  return span.tone === null || safe === "" ? safe : screen.colour[span.tone](safe);
}
