import Papa from "papaparse";
import type { ScanDialect } from "../scan/scan.js";

/** What the head of a file says of how it separates and quotes. */
export interface Dialect extends ScanDialect {
  /** For people: `,`, `;`, `|`, `tab`. */
  readonly name: string;
}

const QUOTE = 0x22;
const LF = 10;
const CR = 13;
/** How much of the head papaparse looks at. */
const SNIFFED = 64 * 1024;
const DELIMITERS = [",", "\t", ";", "|"];

/** The dialect of a file from its first bytes; `told` is the delimiter that the user named. */
export function sniffDialect(head: Uint8Array, told?: string): Dialect {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFFED)).toString("utf8");
  const delimiter = told ?? guessDelimiter(text);
  return {
    delimiter: delimiter.charCodeAt(0),
    quote: QUOTE,
    escape: QUOTE,
    loneCr: endsLinesWithCr(head, delimiter.charCodeAt(0)),
    name: delimiter === "\t" ? "tab" : delimiter,
  };
}

function guessDelimiter(text: string): string {
  const { meta } = Papa.parse<string[]>(text, {
    preview: 40,
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: true,
  });
  return DELIMITERS.includes(meta.delimiter) ? meta.delimiter : ",";
}

/**
 * Whether a CR without LF ends a record. It does where the file has no LF at all; where it has both, only if the
 * stretches that lone CRs end hold about as many delimiters as the first line: else the CR stands inside a text.
 */
function endsLinesWithCr(head: Uint8Array, delimiter: number): boolean {
  if (!head.includes(CR)) return false;
  if (!head.includes(LF)) return true;
  let expected = -1;
  let delimiters = 0;
  let whole = 0;
  let lone = 0;
  for (let at = 0; at < head.length - 1; at++) {
    const byte = head[at];
    if (byte === delimiter) delimiters += 1;
    if (byte !== LF && byte !== CR) continue;
    if (byte === CR && head[at + 1] === LF) continue;
    if (expected < 0) expected = delimiters;
    else if (byte === CR) {
      lone += 1;
      if (delimiters === expected) whole += 1;
    }
    delimiters = 0;
  }
  return lone > 0 && whole * 2 > lone && expected > 0;
}
