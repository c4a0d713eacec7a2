import Papa from "papaparse";
import { userError } from "../../messages/errors.js";
import type { ScanDialect } from "../scan/scan.js";
import { dialectFit, type Fit, fitsBetter } from "./dialect-fit.js";
import type { Head } from "./head.js";
import { BACKSLASH, pairs, quotesAtBorders, refineQuoting } from "./quoting.js";

const LF = 10;
const CR = 13;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** How much of the head is looked at; every guess costs a scan of it. */
const SNIFFED = 64 * 1024;
const DELIMITERS = [",", "\t", ";", "|"] as const;
/** Tried where none of the usual ones makes a table. A space last: any text has some. */
const RARE_DELIMITERS = ["\u0001", "\u001f", "^", "~", ":", " "] as const;
/** So many of the rows must have the same width for a rare delimiter to be believed; no text has control characters. */
const RARE_SHARE = 0.9;
const CONTROL_SHARE = 0.5;

/**
 * How a file separates and quotes, from its first bytes: papaparse's guess of the delimiter, held against what a scan with
 * each delimiter, quote and line end gives. `told` is the delimiter that the user or a `sep=;` line named.
 *
 * @throws UserError `delimiter-unsupported`
 */
export function findDialect(head: Head, told?: string): ScanDialect {
  const sample = sniffed(head);
  const text = Buffer.from(sample.bytes.subarray(sample.start)).toString("utf8");
  const usual = told === undefined ? guessFirst(text) : [delimiterNamed(told)];
  let best = bestOf(candidates(sample, usual));
  if (told === undefined && best.fit.names < 2 && (best.fit.width < 2 || best.fit.share < RARE_SHARE)) {
    const rare = bestOf(candidates(sample, RARE_DELIMITERS));
    const { width, share, rows } = rare.fit;
    const least = rare.dialect.delimiter < 0x20 ? CONTROL_SHARE : RARE_SHARE;
    if (width > 2 && width > best.fit.width && share >= least && rows > 2) best = rare;
  }
  return refineQuoting(sample, best.dialect, best.fit);
}

interface Candidate {
  readonly dialect: ScanDialect;
  readonly fit: Fit;
}

/** The first of those that fit best. */
function bestOf([first, ...others]: readonly Candidate[]): Candidate {
  return others.reduce((best, other) => (fitsBetter(other.fit, best.fit) ? other : best), first!);
}

function candidates(sample: Head, delimiters: readonly string[]): readonly Candidate[] {
  const borders = delimiters.map((delimiter) => delimiter.charCodeAt(0));
  const single = quotesAtBorders(sample, APOSTROPHE, borders);
  const double = quotesAtBorders(sample, QUOTE, borders);
  const quotes = single > 2 && single > double ? singleQuotes(sample) : [DOUBLE_QUOTES];
  const ends = lineEnds(sample.bytes);
  return borders.flatMap((delimiter) =>
    quotes.map((quoting) => {
      const [one, other] = ends.map((loneCr) => {
        const dialect = { delimiter, ...quoting, loneCr, padded: false };
        return { dialect, fit: dialectFit(sample, dialect) };
      });
      // rows that run together hold the more names: here only the regular table counts
      return other !== undefined && other.fit.share > one!.fit.share ? other : one!;
    }),
  );
}

type Quoting = Pick<ScanDialect, "quote" | "escape">;

const DOUBLE_QUOTES: Quoting = { quote: QUOTE, escape: QUOTE };

/** Apostrophes in texts that apostrophes enclose would damage rows if they were not known to be escaped. */
function singleQuotes(sample: Head): readonly Quoting[] {
  const doubled: Quoting = { quote: APOSTROPHE, escape: APOSTROPHE };
  const byBackslash: Quoting = { quote: APOSTROPHE, escape: BACKSLASH };
  const escaped = pairs(sample, BACKSLASH, (next) => next === APOSTROPHE) > 0;
  return escaped ? [doubled, byBackslash, DOUBLE_QUOTES] : [doubled, DOUBLE_QUOTES];
}

/** Whether a CR without LF may end a record: not where there is none, surely where there is no LF, else it has to be tried. */
function lineEnds(bytes: Uint8Array): readonly boolean[] {
  if (!bytes.includes(LF)) return [bytes.includes(CR)];
  let at = bytes.indexOf(CR);
  while (at >= 0 && bytes[at + 1] === LF) at = bytes.indexOf(CR, at + 2);
  return at < 0 || at === bytes.length - 1 ? [false] : [false, true];
}

/** The usual delimiters, papaparse's choice first: it wins where several fit as well. */
function guessFirst(text: string): readonly string[] {
  const { meta } = Papa.parse<string[]>(text, {
    preview: 40,
    delimitersToGuess: [...DELIMITERS],
    skipEmptyLines: true,
  });
  return [...new Set([meta.delimiter, ...DELIMITERS])].filter((one) =>
    DELIMITERS.some((delimiter) => delimiter === one),
  );
}

/** A delimiter as users write it: the character, `\t`, or its name. */
function delimiterNamed(told: string): string {
  const named = NAMES.get(told.toLowerCase()) ?? told;
  if (named.length !== 1 || named.charCodeAt(0) > 0x7e || NO_DELIMITERS.includes(named)) {
    throw userError("delimiter-unsupported", { found: told });
  }
  return named;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\\t", "\t"],
  ["tab", "\t"],
  ["comma", ","],
  ["semicolon", ";"],
  ["pipe", "|"],
  ["bar", "|"],
  ["space", " "],
  ["colon", ":"],
  ["逗号", ","],
  ["分号", ";"],
  ["制表符", "\t"],
  ["竖线", "|"],
  ["空格", " "],
]);
const NO_DELIMITERS = "\"'\\\r\n";

/** The head up to a line end, and not more than is needed. */
function sniffed(head: Head): Head {
  if (head.complete && head.bytes.length <= SNIFFED) return head;
  const bytes = head.bytes.subarray(0, Math.max(SNIFFED, head.start));
  const end = Math.max(bytes.lastIndexOf(LF), bytes.includes(LF) ? -1 : bytes.lastIndexOf(CR)) + 1;
  return { ...head, bytes: end > head.start ? bytes.subarray(0, end) : bytes, complete: false };
}

/** The text of the first line that says `sep=;`, as Excel writes it. null: there is no such line. */
export function separatorLine(
  bytes: Uint8Array,
): { readonly delimiter: string; readonly length: number } | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = /^"?sep=([^"\r\n])"?(\r\n|\n|\r)/i.exec(start);
  return found === null ? null : { delimiter: found[1]!, length: found[0].length };
}

/** What a delimiter that was told or found is called in reports. */
export function delimiterOf({ delimiter }: ScanDialect): string {
  return String.fromCharCode(delimiter);
}
