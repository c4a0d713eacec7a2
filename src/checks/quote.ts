/** The part of a text between two offsets of its UTF-8 bytes, end exclusive. */
export function quoteOf(text: string, from: number, to: number): string {
  return DECODER.decode(ENCODER.encode(text).subarray(from, to));
}

/** The beginning of a text, for a finding that has nothing to quote: at most 60 characters, in one line. */
export function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length <= EXCERPT ? line : `${characters.slice(0, EXCERPT - 1).join("")}…`;
}

const EXCERPT = 60;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
