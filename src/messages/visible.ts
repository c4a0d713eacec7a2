/**
 * The same text with everything that a reader cannot see made visible: what is left changes neither the terminal
 * (control codes, escape sequences), nor the reading order (bidi marks), nor hides anything (zero-width characters).
 *
 * Line breaks become ⏎, other C0 codes their control picture (␛), the rest `\u{202E}`. Idempotent. Kept: emoji
 * presentation selectors after an emoji; dropped: the joiner between two emoji, which are then drawn side by side.
 */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(JOINED, "").replace(UNSEEN, picture);
}

/** As `visible`, for places that carry line breaks and tabs as they are (a quoted CSV cell). */
export function visibleInCell(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replace(JOINED, "").replace(UNSEEN, (c) => (CELL.test(c) ? c : picture(c)));
}

/** Printable ASCII, CJK ideographs and their punctuation: nearly every text there is. */
const PLAIN = /^[\u0020-\u007e\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

const JOINED =
  /(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/gu;

/**
 * In this order: line breaks as one; controls (C0, DEL, C1), format characters (bidi, zero-width, BOM, soft hyphen),
 * lone surrogates, line and paragraph separators; selectors that select no emoji; other characters that draw nothing;
 * marks that would stack on our own text, or without end on the writer's.
 */
const UNSEEN = new RegExp(
  [
    "\\r\\n",
    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]",
    "(?<![\\p{Extended_Pictographic}0-9#*])[\\ufe0e\\ufe0f]",
    "(?![\\ufe0e\\ufe0f])\\p{Default_Ignorable_Code_Point}",
    "^[\\p{Mn}\\p{Me}]",
    "(?<=[\\p{Mn}\\p{Me}]{4})[\\p{Mn}\\p{Me}]",
  ].join("|"),
  "gu",
);

const CELL = /^(?:\r\n|[\t\r\n])$/;

function picture(found: string): string {
  if (found === "\n" || found === "\r" || found === "\r\n") return "⏎";
  const code = found.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `\\u{${code.toString(16).toUpperCase().padStart(4, "0")}}`;
}
