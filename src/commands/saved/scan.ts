import { createHash } from "node:crypto";
import { fstatSync } from "node:fs";
import { linesOf } from "../../intake/lines.js";

/** A saved result taken apart: the findings stay where they are, everything else is one text of JSON. */
export interface Scanned {
  /** The result with an empty list in the place of its findings; all of it where `findings` is null. */
  readonly text: string;
  readonly findings: FindingLines | null;
  readonly sha256: string;
}

/** Where the findings stand, one a line: bytes from … to, and the number of the first line. */
export interface FindingLines {
  readonly from: number;
  readonly to: number;
  readonly firstLine: number;
  readonly length: number;
}

/** Everything but the findings is held in memory; so is a result that was not written by us, up to this size. */
export const MOST = 256 * 1024 * 1024;

/**
 * Finds the findings of a result by the layout in which the JSON report writes them. null: there is no such layout, and
 * the file is too large to be read as a whole.
 */
export function scan(descriptor: number): Scanned | null {
  const hash = createHash("sha256");
  const text: string[] = [];
  let size = 0;
  let number = 0;
  let findings: { from: number; to: number; firstLine: number; length: number } | null = null;
  let inside = false;
  const { size: end } = fstatSync(descriptor);
  for (const { bytes, at } of linesOf(descriptor, 0, end)) {
    number += 1;
    hash.update(bytes);
    if (at + bytes.length < end) hash.update("\n");
    if (inside && isFindingLine(bytes)) {
      findings!.length += 1;
      continue;
    }
    if (inside) {
      inside = false;
      findings!.to = at;
    }
    size += bytes.length;
    if (size > MOST) return null;
    text.push(bytes.toString("utf8"));
    if (findings === null && bytes.equals(OPENING)) {
      inside = true;
      findings = { from: at + bytes.length + 1, to: end, firstLine: number + 1, length: 0 };
    }
  }
  return { text: text.join("\n"), findings, sha256: hash.digest("hex") };
}

/** As `reports/json.ts` writes them. */
export const OPENING = Buffer.from('  "findings": [');
const INDENT = Buffer.from("    {");

function isFindingLine(bytes: Buffer): boolean {
  return bytes.subarray(0, INDENT.length).equals(INDENT);
}
