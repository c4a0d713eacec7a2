import type { AuditResult, Finding } from "../../model/result.js";
import { list } from "./ordered.js";
import { FINDING, RESULT } from "./shape.js";

/**
 * Where a parsed value is no audit result: the path of its first wrong or missing part, such as `.rules[3].id`; empty
 * where it is nothing of the kind. null: it is one, whose findings are yet to be checked.
 */
export function resultFlaw(value: unknown): string | null {
  return RESULT.flaw(value);
}

export function isResult(value: unknown): value is AuditResult {
  return RESULT.flaw(value) === null;
}

export function isFinding(value: unknown): value is Finding {
  return FINDING.flaw(value) === null;
}

export function areFindings(value: unknown): value is readonly Finding[] {
  return FINDINGS.flaw(value) === null;
}

const FINDINGS = list(FINDING);
