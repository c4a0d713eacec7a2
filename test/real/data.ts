import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe } from "vitest";
import { type AuditRequest, type AuditResult, audit } from "../../src/index.js";

const FOLDER = process.env.DESKCHECK_REAL_DATA ?? "";
const THERE = FOLDER !== "" && existsSync(FOLDER);

/** A suite on the public records that must not be copied into the project: skipped, and said so, where they are not. */
export function onRealData(name: string, tests: () => void): void {
  describe.skipIf(!THERE)(THERE ? name : `${name} (skipped: DESKCHECK_REAL_DATA is not set)`, tests);
}

export function auditReal(files: readonly string[], request: Omit<AuditRequest, "files"> = {}): AuditResult {
  return audit({ folder: resolve(FOLDER), files, ...request });
}

export function rule(result: AuditResult, id: string) {
  const found = result.rules.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}
