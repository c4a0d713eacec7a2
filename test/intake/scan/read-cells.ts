import { openReader } from "../../../src/intake/reader.js";
import type { ScanDialect } from "../../../src/intake/scan/scan.js";
import { ANY_WIDTH } from "../../../src/intake/scan/suspect.js";
import type { ByteSource } from "../../../src/intake/source.js";
import { unescaped } from "../../../src/intake/values/cell.js";

export const COMMAS: ScanDialect = {
  delimiter: 0x2c,
  quote: 0x22,
  escape: 0x22,
  loneCr: false,
  padded: false,
};

export interface ReadRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ReadFile {
  readonly records: readonly ReadRecord[];
  readonly damage: readonly { readonly code: string; readonly line: number; readonly lines: number }[];
}

/** Reads a text through the reader in small pieces, as if it came from a slow disk. */
export function readCells(
  text: string | Uint8Array,
  { dialect = COMMAS, bufferSize = 64, piece = 7, width = 0, keep = 0, recordLimit = 1 << 20 } = {},
): ReadFile {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  const damage: { code: string; line: number; lines: number }[] = [];
  const reader = openReader(pieces(bytes, piece), {
    dialect,
    head: new Uint8Array(0),
    start: 0,
    line: 1,
    widths: width === 0 ? ANY_WIDTH : { least: width, most: width },
    bufferSize,
    recordLimit,
    onDamage: (code, line, _sample, lines) => damage.push({ code, line, lines }),
  });
  const records: ReadRecord[] = [];
  let kept = 0;
  for (;;) {
    const more = reader.next(kept);
    const { batch } = reader;
    if (!more && kept === 0) return { records, damage };
    kept = more ? Math.min(keep, batch.records) : 0;
    for (let record = 0; record < batch.records - kept; record++) {
      const cells: string[] = [];
      for (let field = batch.firstField[record]!; field < batch.firstField[record + 1]!; field++) {
        cells.push(Buffer.from(unescaped(batch, field)).toString("utf8"));
      }
      records.push({ line: batch.recordLine[record]!, cells });
    }
    if (!more) return { records, damage };
  }
}

function pieces(bytes: Uint8Array, piece: number): ByteSource {
  let at = 0;
  return {
    file: "memory",
    read(into, from) {
      const count = Math.min(piece, bytes.length - at, into.length - from);
      into.set(bytes.subarray(at, at + count), from);
      at += count;
      return count;
    },
    digest: () => ({ bytes: at, sha256: "" }),
    close: () => {},
  };
}
