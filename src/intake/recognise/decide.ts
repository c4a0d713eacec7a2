import type { FieldName } from "../../model/fields.js";
import { UserError } from "../../model/user-error.js";
import { openReader } from "../reader.js";
import type { Widths } from "../scan/suspect.js";
import type { OpenedTable } from "../table.js";
import { isMissing, unescaped } from "../values/cell.js";
import type { DateOrder } from "../values/date-time.js";
import { allowsOrder } from "../values/detect.js";
import type { InstantFormat } from "../values/instants.js";

/**
 * Reads a whole column of dates to find out whether day or month comes first: one cell like 31/01/2021 decides. Where none
 * does, `hint` counts, the order that the vendor's profile expects.
 *
 * @throws UserError `date-order-undecidable` where every date could be either, or both occur: the config must say
 */
export function decideOrder(
  { file, dialect, reopen }: OpenedTable,
  field: FieldName,
  headers: readonly string[],
  column: number,
  hint: DateOrder | null,
  widths: Widths,
): InstantFormat {
  const source = reopen();
  const nothingRead = { head: new Uint8Array(0), start: 0, line: 1 };
  const reader = openReader(source, { dialect, widths, ...nothingRead, onDamage: () => {} });
  let sample = "";
  let dayFirst = 0;
  let monthFirst = 0;
  try {
    while (reader.next(0)) {
      const { batch } = reader;
      for (let record = 0; record < batch.records; record++) {
        const index = batch.firstField[record]! + column;
        if (index >= batch.firstField[record + 1]!) continue;
        const cell = unescaped(batch, index);
        if (isMissing(cell, 0, cell.length)) continue;
        const day = allowsOrder("DMY", cell);
        const month = allowsOrder("MDY", cell);
        if (day && month) sample ||= Buffer.from(cell).toString("utf8");
        else if (day) dayFirst += 1;
        else if (month) monthFirst += 1;
      }
    }
  } finally {
    source.close();
  }
  // a column that holds both has been through a spreadsheet of the other country: nobody knows which dates it swapped
  const fewer = Math.min(dayFirst, monthFirst);
  if (dayFirst === monthFirst || fewer * MIXED > dayFirst + monthFirst) {
    if (hint !== null && fewer === 0) return { kind: "date-time", order: hint };
    throw new UserError(
      "date-order-undecidable",
      { field, name: headers[column] ?? "", found: sample },
      { file, line: 1 },
    );
  }
  return { kind: "date-time", order: dayFirst > monthFirst ? "DMY" : "MDY" };
}

/** A broken date or two in a thousand do not make a column undecidable. */
const MIXED = 50;
