import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createDiagnosis } from "../../../src/intake/scan/diagnose.js";
import { COMMAS } from "./read-cells.js";

const CODES: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: "quote-damage",
  CSV_QUOTE_NOT_CLOSED: "quote-unclosed",
  INVALID_OPENING_QUOTE: "quote-inside",
};

it("says of a stretch what csv-parse says of it, though it only looks at how quotes and delimiters follow each other", () => {
  const diagnose = createDiagnosis(COMMAS);
  const stretch = fc.string({ unit: fc.constantFrom("a", "b", "客", " ", ",", '"', "\n"), maxLength: 14 });
  fc.assert(
    fc.property(stretch, (text) => {
      expect(diagnose(Buffer.from(text), "ragged-row")).toBe(codeOf(text));
    }),
    { numRuns: 2000 },
  );
});

function codeOf(text: string): string {
  try {
    parse(text, { relax_column_count: true });
    return "ragged-row";
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return CODES[error.code] ?? "ragged-row";
  }
}
