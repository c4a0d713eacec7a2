import type { Batch } from "./batch.js";
import type { DamageCode } from "./diagnose.js";
import { CR, LF, type ScanDamage, type ScanDialect } from "./scan.js";
import { looksLikeRow, type Widths } from "./suspect.js";

/** What is left out with a damaged record: everything up to byte `to`, which is so many lines. */
export interface Extent {
  readonly code: DamageCode;
  readonly to: number;
  readonly lines: number;
}

/** A record that runs over more lines than this until the trouble is met is not believed to be one. */
const LINES = 100;

/**
 * How much of the file a damaged record takes with it. Normally its first line only: what follows is read afresh, so that a
 * stray quote costs no other row. Where the trouble was met some lines further down and none of the lines between looks
 * like a row, they are the record's own.
 */
export function extentOf(
  batch: Batch,
  bytes: Uint8Array,
  from: number,
  damage: ScanDamage,
  damageAt: number,
  dialect: ScanDialect,
  atEnd: boolean,
  widths: Widths,
): Extent | "incomplete" {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const scratch = batch.records === 0 ? 0 : batch.firstField[batch.records]!;
  const first = nextLine(view, from, dialect, atEnd);
  if (first < 0) return "incomplete";
  const code = damage === "ragged-lines" ? "ragged-row" : damage;
  const alone: Extent = { code, to: first, lines: 1 };
  if (damage === "quote-unclosed" || damageAt < first) return alone;
  const swallowing: Extent = { code: "quote-unclosed", to: first, lines: 1 };
  if (widths.most === Number.POSITIVE_INFINITY) return swallowing;
  let at = first;
  for (let lines = 1; lines <= LINES; lines++) {
    if (at > damageAt || at >= view.length) return { code, to: at, lines };
    const row = looksLikeRow(batch, view, at, scratch, dialect, atEnd, widths);
    if (row === "incomplete") return "incomplete";
    if (row === "yes") return swallowing;
    at = nextLine(view, at, dialect, atEnd);
    if (at < 0) return "incomplete";
  }
  return swallowing;
}

/** Where the line after that of byte `from` begins; -1 where that is not in the buffer yet. */
function nextLine(view: Buffer, from: number, { loneCr }: ScanDialect, atEnd: boolean): number {
  const lf = view.indexOf(LF, from);
  const cr = loneCr ? view.indexOf(CR, from) : -1;
  if (cr >= 0 && (lf < 0 || cr < lf)) {
    if (cr + 1 === view.length && !atEnd) return -1;
    return view[cr + 1] === LF ? cr + 2 : cr + 1;
  }
  if (lf >= 0) return lf + 1;
  return atEnd ? view.length : -1;
}
