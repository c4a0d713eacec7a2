import stringWidth from "string-width";

/** A character as a reader sees it (a grapheme), with the columns it takes. */
export interface Glyph {
  readonly text: string;
  readonly width: number;
}

/** Measures text as one terminal draws it. */
export interface Ruler {
  glyphs(text: string): readonly Glyph[];
  width(text: string): number;
}

export function ruler(ambiguousWide: boolean): Ruler {
  const known = new Map<string, number>();
  const options = { ambiguousIsNarrow: !ambiguousWide };

  /** Kept per grapheme: reports repeat a few thousand of them, and measuring one costs a segmentation. */
  function glyphWidth(glyph: string): number {
    let width = known.get(glyph);
    if (width === undefined) {
      width = stringWidth(glyph, options);
      known.set(glyph, width);
    }
    return width;
  }

  return {
    glyphs: (text) => graphemes(text).map((glyph) => ({ text: glyph, width: glyphWidth(glyph) })),
    width: (text) => {
      if (ASCII.test(text)) return text.length;
      let total = 0;
      for (const glyph of graphemes(text)) total += glyphWidth(glyph);
      return total;
    },
  };
}

const ASCII = /^[\u0020-\u007e]*$/;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Latin, Chinese, punctuation, lines and blocks: characters that join no others. Segmenting is slow, and rarely needed. */
const SIMPLE =
  /^[ -~\u00b7\u00d7\u2010-\u2015\u2018-\u201f\u2026\u2190-\u21ff\u2260-\u2265\u2500-\u259f\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

function graphemes(text: string): readonly string[] {
  return SIMPLE.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}
