import { CsvError, parse } from "csv-parse/sync";
import { CR, LF, type ScanDialect } from "./scan.js";

/** What the ledger calls a record that is left out. */
export type DamageCode =
  | "quote-damage"
  | "quote-unclosed"
  | "quote-inside"
  | "ragged-row"
  | "record-too-long";

/**
 * The second opinion on stretches that the scanner could not read: csv-parse, strict, says what is wrong with them. The
 * scanner's own word counts where csv-parse finds nothing to complain of. Stretches whose quotes, delimiters and line ends
 * follow each other in the same way are read once: an export damages thousands of rows in a handful of ways.
 */
export function createDiagnosis(
  dialect: ScanDialect,
): (stretch: Uint8Array, scanner: DamageCode) => DamageCode {
  const known = new Map<string, DamageCode>();
  const structural = new Set([dialect.delimiter, dialect.quote, dialect.escape, CR, LF]);
  return (stretch, scanner) => {
    const skeleton = skeletonOf(stretch, structural);
    const found = known.get(skeleton) ?? diagnose(skeleton, dialect, scanner);
    if (known.size < KNOWN) known.set(skeleton, found);
    return found;
  };
}

/** Kinds of damage that are remembered; of a file with more of them, each is not worth its place. */
const KNOWN = 1000;

/** The stretch with everything but its structure written as one `x`. */
function skeletonOf(stretch: Uint8Array, structural: ReadonlySet<number>): string {
  let skeleton = "";
  let inText = false;
  for (const byte of stretch) {
    const text = !structural.has(byte);
    if (!text) skeleton += String.fromCharCode(byte);
    else if (!inText) skeleton += "x";
    inText = text;
  }
  return skeleton;
}

function diagnose(stretch: string, dialect: ScanDialect, scanner: DamageCode): DamageCode {
  try {
    parse(stretch, {
      delimiter: String.fromCharCode(dialect.delimiter),
      quote: String.fromCharCode(dialect.quote),
      escape: String.fromCharCode(dialect.escape),
      relax_column_count: true,
    });
    return scanner;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return CODES[error.code] ?? scanner;
  }
}

const CODES: Readonly<Record<string, DamageCode>> = {
  CSV_INVALID_CLOSING_QUOTE: "quote-damage",
  CSV_QUOTE_NOT_CLOSED: "quote-unclosed",
  INVALID_OPENING_QUOTE: "quote-inside",
};
