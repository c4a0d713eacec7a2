import type { Inline, Span } from "../document.js";
import { escapeTerminal } from "../escape.js";
import type { Glyph, Ruler } from "../measure.js";

/** A line of a terminal: stretches of one tone, already safe to print, and the columns they take. */
export interface Line {
  readonly spans: readonly Span[];
  readonly width: number;
}

/** Where lines may break: by the rules of text, or at spaces alone (figures, names of states). */
export type Breaks = "anywhere" | "spaces";

/**
 * Breaks an inline into lines of at most `width` columns (one glyph at least): at spaces, between Chinese characters,
 * but not between a number and its measure word, after `/` and after `-` before a letter, inside code (an id, a path) only where it is longer
 * than a line, and then after one of its separators. Punctuation that
 * closes does not begin a line, punctuation that opens does not end one (GB/T 15834).
 */
export function wrap(inline: Inline, width: number, ruler: Ruler, at: Breaks = "anywhere"): readonly Line[] {
  const glyphs = place(inline, ruler);
  const lines: Line[] = [];
  let from = 0;
  while (from < glyphs.length) {
    const to = lineEnd(glyphs, from, width, at);
    lines.push(lineOf(glyphs.slice(from, trimmedEnd(glyphs, from, to))));
    from = to;
    while (from < glyphs.length && glyphs[from]!.text === " ") from += 1;
  }
  return lines.length === 0 ? [EMPTY] : lines;
}

/** The columns of the longest part that has no place to break. */
export function longestWord(inline: Inline, ruler: Ruler, at: Breaks): number {
  const glyphs = place(inline, ruler);
  let longest = 0;
  let word = 0;
  for (const [i, glyph] of glyphs.entries()) {
    word = glyph.text === " " ? 0 : word + glyph.width;
    longest = Math.max(longest, word);
    if (breakable(glyph, glyphs[i + 1], glyphs[i - 1], at)) word = 0;
  }
  return longest;
}

interface Placed extends Glyph {
  readonly span: Span;
}

const EMPTY: Line = { spans: [], width: 0 };

const NEVER_FIRST = /^[，。、；：？！）》〉”’」』】〕…—～·%,.;:?!)\]}>]/u;
const NEVER_LAST = /[（《〈“‘「『【〔([{<]$/u;

function place(inline: Inline, ruler: Ruler): readonly Placed[] {
  return inline.flatMap((span) =>
    ruler.glyphs(escapeTerminal(span.text)).map((glyph) => ({ ...glyph, span })),
  );
}

function lineEnd(glyphs: readonly Placed[], from: number, width: number, at: Breaks): number {
  let used = 0;
  let lastBreak = from;
  let lastInCode = from;
  for (let i = from; i < glyphs.length; i += 1) {
    const here = glyphs[i]!;
    used += here.width;
    if (used > width && i > from && here.text !== " ")
      return lastBreak > from ? lastBreak : lastInCode > from ? lastInCode : i;
    if (breakable(here, glyphs[i + 1], glyphs[i - 1], at)) lastBreak = i + 1;
    else if (here.span.code && /[/\-\\:]/.test(here.text)) lastInCode = i + 1;
  }
  return glyphs.length;
}

function breakable(here: Placed, next: Placed | undefined, before: Placed | undefined, at: Breaks): boolean {
  if (next === undefined || next.text === " ") return false;
  if (here.span.code && here.span === next.span) return false;
  if (here.text === " ") return next.text !== "×" && (before === undefined || !BINDS.test(before.text));
  if (at === "spaces") return false;
  if (NEVER_FIRST.test(next.text) || NEVER_LAST.test(here.text)) return false;
  if (/\d$/.test(here.text)) return false;
  if (here.width > 1 || next.width > 1) return true;
  if (here.text === "/") return /^\p{L}/u.test(next.text);
  return (
    here.text === "-" && before !== undefined && /[a-z]$/i.test(before.text) && /^[a-z]/i.test(next.text)
  );
}

/** Stays with the number behind it. */
const BINDS = /^[≤≥<>=±×]$/;

function trimmedEnd(glyphs: readonly Placed[], from: number, to: number): number {
  let end = to;
  while (end > from && glyphs[end - 1]!.text === " ") end -= 1;
  return end;
}

function lineOf(glyphs: readonly Placed[]): Line {
  const spans: Span[] = [];
  let current: Span | null = null;
  let width = 0;
  for (const glyph of glyphs) {
    width += glyph.width;
    if (glyph.span === current) {
      const last = spans.pop()!;
      spans.push({ ...last, text: last.text + glyph.text });
    } else {
      spans.push({ ...glyph.span, text: glyph.text });
      current = glyph.span;
    }
  }
  return { spans, width };
}
