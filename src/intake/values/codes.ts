import { CHANNELS, DIRECTIONS, OUTCOMES, SPEAKERS } from "../../model/fields.js";
import type { WordTable } from "../tables.js";
import { cellText, isMissing, type ValueReader } from "./cell.js";

/** Columns whose words mean one of a few things. */
export type CodedType = "outcome" | "direction" | "channel" | "speaker" | "flag";

/** Code of each word of the type; flags are 0 no, 1 yes. */
const CODES: Readonly<Record<CodedType, readonly string[]>> = {
  outcome: OUTCOMES,
  direction: DIRECTIONS,
  channel: CHANNELS,
  speaker: SPEAKERS,
  flag: ["no", "yes"],
};

/** What a word is read as that means nothing known. An empty cell is NaN, as everywhere. */
export const UNKNOWN_WORD = -1;

/**
 * Reads words as codes. `told` is the user's own table (`values:` of the config), which comes before the built-in one.
 * Each different word is understood once and remembered.
 */
export function codeReader(
  type: CodedType,
  words: WordTable,
  told: Readonly<Record<string, string>> = {},
): ValueReader {
  const names = CODES[type];
  const table = new Map<string, number>();
  for (const [name, list] of Object.entries(words.exact[type] ?? {})) {
    for (const word of list) table.set(word, names.indexOf(name));
  }
  for (const [word, name] of Object.entries(told)) table.set(word.trim().toLowerCase(), names.indexOf(name));
  const contains = Object.entries(words.contains[type] ?? {}).map(
    ([name, list]) => [names.indexOf(name), list] as const,
  );
  const known = new Map<string, number>();
  let lastKey = -1;
  let lastCode = Number.NaN;
  return (bytes, from, to) => {
    const key = shortKey(bytes, from, to);
    if (key >= 0 && key === lastKey) return lastCode;
    const text = cellText(bytes, from, to);
    let code = known.get(text);
    if (code === undefined) {
      code = isMissing(bytes, from, to) ? Number.NaN : (codeOf(text) ?? UNKNOWN_WORD);
      known.set(text, code);
    }
    lastKey = key;
    lastCode = code;
    return code;
  };

  function codeOf(text: string): number | undefined {
    const word = text.trim().toLowerCase();
    const exact = table.get(word);
    if (exact !== undefined) return exact;
    return contains.find(([, parts]) => parts.some((part) => word.includes(part)))?.[0];
  }
}

/** A number that stands for a word of up to six bytes; -1 for longer ones. Spares the string for "agent", "Y", "客服". */
function shortKey(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length > 6) return -1;
  let key = length;
  for (let at = from; at < to; at++) key = key * 256 + bytes[at]!;
  return key;
}
