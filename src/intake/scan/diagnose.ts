import { CsvError, parse } from "csv-parse/sync";
import type { ScanDialect } from "./scan.js";

/** What the ledger calls a record that is left out. */
export type DamageCode =
  | "quote-damage"
  | "quote-unclosed"
  | "quote-inside"
  | "ragged-row"
  | "record-too-long";

/**
 * The second opinion on a stretch that the scanner could not read: csv-parse, strict, says what is wrong with it.
 * Falls back to the scanner's own word where csv-parse finds nothing to complain of.
 */
export function diagnose(stretch: Buffer, dialect: ScanDialect, scanner: DamageCode): DamageCode {
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
