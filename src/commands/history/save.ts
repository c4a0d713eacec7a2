import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AuditResult } from "../../model/result.js";
import { DEFAULT_OPTIONS, FORMATS } from "../../reports/index.js";
import { checkWritable, writeWholeAs } from "../write-whole.js";

/**
 * Saves a result in a history folder, whole or not at all, under a name made of its “now” and its hash: results stand in
 * the order of their time, none ever replaces another, and the same audit run twice is saved once.
 *
 * @throws UserError `output-unwritable`
 */
export function saveInHistory(folder: string, result: AuditResult): void {
  mkdirSync(folder, { recursive: true });
  const hash = createHash("sha256");
  const name = () => `${moment(result.manifest.asOf)}-${hash.copy().digest("hex").slice(0, 12)}.json.gz`;
  writeWholeAs(
    () => join(folder, name()),
    folder,
    hashed(FORMATS.json.report(result, DEFAULT_OPTIONS), hash),
  );
}

/** Whether a result could be saved there; asked before a long audit, not after it. */
export function checkHistory(folder: string): void {
  checkWritable(join(folder, "check"));
}

function* hashed(chunks: Iterable<string>, hash: ReturnType<typeof createHash>): Iterable<string> {
  for (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** 2026-03-31T21:58:12+08:00 → 20260331T135812Z: names in the order of time, whatever the zone. */
function moment(asOf: string | null): string {
  const at = asOf === null ? Number.NaN : Date.parse(asOf);
  if (Number.isNaN(at)) return "undated";
  return new Date(at).toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
}
