import { CHANNELS, DIRECTIONS, OUTCOMES, SPEAKERS } from "../../model/fields.js";
import { createInterner } from "../interner.js";
import type { WordTable } from "../tables.js";
import { isMissing, type ValueReader } from "./cell.js";

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

/** The code of a meaning: `answered`, `inbound`, `yes`; -1 where the type has no such meaning. */
export function codeOf(type: CodedType, meaning: string): number {
  return CODES[type].indexOf(meaning);
}

/**
 * Reads words as codes. `told` is the table of the user or of a vendor's profile (`values:`), which comes before the
 * built-in one. Each different word is understood once and remembered by its bytes.
 */
export function codeReader(
  type: CodedType,
  words: WordTable,
  told: Readonly<Record<string, string>> = {},
): ValueReader {
  const table = new Map<string, number>();
  for (const [name, list] of Object.entries(words.exact[type] ?? {})) {
    for (const word of list) table.set(word, codeOf(type, name));
  }
  for (const [word, name] of Object.entries(told)) table.set(word.trim().toLowerCase(), codeOf(type, name));
  const contains = Object.entries(words.contains[type] ?? {}).map(
    ([name, list]) => [codeOf(type, name), list] as const,
  );
  const known = createInterner();
  const codes: number[] = [];
  return (bytes, from, to) => {
    const id = known.intern(bytes, from, to);
    let code = codes[id];
    if (code === undefined) {
      const word = wordOf(known.text(id));
      code = table.get(word) ?? (isMissing(bytes, from, to) ? Number.NaN : partOf(word));
      codes[id] = code;
    }
    return code;
  };

  function partOf(word: string): number {
    return contains.find(([, parts]) => parts.some((part) => word.includes(part)))?.[0] ?? UNKNOWN_WORD;
  }
}

function wordOf(text: string): string {
  return text.trim().toLowerCase();
}
