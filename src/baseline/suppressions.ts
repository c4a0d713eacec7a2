import { createHash } from "node:crypto";
import { z } from "zod";
import { userError } from "../messages/errors.js";
import type { SuppressionEntry } from "../model/exemptions.js";
import type { UserError } from "../model/user-error.js";
import { together } from "../standard/errors.js";
import { validated } from "../standard/issues.js";
import { parseYaml, type Sourced } from "../standard/yaml-source.js";

/**
 * Reads a suppressions file: a YAML list of findings that are not to count, each with who says so and why.
 *
 * @throws UserError with every mistake in it, each with its line and column
 */
export function readSuppressions(
  text: string,
  file: string,
): { readonly sha256: string; readonly entries: readonly SuppressionEntry[] } {
  const sha256 = createHash("sha256").update(text).digest("hex");
  // every value is a text: a contact 0012 is not the number 12
  const source = parseYaml(text, file, "failsafe");
  if (source.value === null || source.value === "") return { sha256, entries: [] };
  const result = validated(schema, source, { name: "suppressions", example: EXAMPLE });
  if (!result.ok) throw together(result.errors);
  const entries = result.value.map(({ expires = null, ...entry }, index) => ({
    ...entry,
    expires,
    line: source.place([index]).line ?? 1,
  }));
  const twice = duplicates(entries, source);
  if (twice.length > 0) throw together(twice);
  return { sha256, entries };
}

const text = z.string().trim().min(1);

const schema = z.array(
  z.strictObject({
    contact: text,
    rule: text,
    reason: text,
    author: text,
    expires: z.string().refine(isDay, "date-not-understood").optional(),
  }),
);

const EXAMPLE = `- contact: T2602
  rule: wording/cannot-handle
  reason: 客户要求坐席照念原文
  author: 李主管
  expires: 2026-12-31`;

function isDay(day: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function duplicates(entries: readonly SuppressionEntry[], source: Sourced): readonly UserError[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ contact, rule, line }, index) => {
    const key = `${contact}\0${rule}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    return [userError("suppression-duplicate", { contact, rule, line: before }, source.place([index]))];
  });
}
