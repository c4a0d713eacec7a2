import type { FieldName } from "../../model/fields.js";
import { UserError } from "../../model/user-error.js";
import { openReader } from "../reader.js";
import type { ScanDialect } from "../scan/scan.js";
import { openFile } from "../source.js";
import { isMissing, unescaped } from "../values/cell.js";
import { allowsOrder } from "../values/detect.js";
import type { InstantFormat } from "../values/instants.js";

/**
 * Reads a whole column of dates to find out whether day or month comes first: one cell like 31/01/2021 decides.
 *
 * @throws UserError `date-order-undecidable` where every date could be either: the config must say
 */
export function decideOrder(
  { file, folder }: { file: string; folder: string },
  field: FieldName,
  headers: readonly string[],
  column: number,
  at: { dialect: ScanDialect; start: number; line: number; head: Uint8Array },
): InstantFormat {
  const source = openFile(file, folder);
  const reader = openReader(source, { ...at, width: headers.length, onDamage: () => {} });
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
  if (dayFirst === monthFirst) {
    throw new UserError(
      "date-order-undecidable",
      { field, name: headers[column] ?? "", found: sample },
      { file, line: at.line },
    );
  }
  return { kind: "date-time", order: dayFirst > monthFirst ? "DMY" : "MDY" };
}
