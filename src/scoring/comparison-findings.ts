import type { FindingChanges } from "../model/comparison.js";
import type { Finding, FindingSet, Totals } from "../model/result.js";

/**
 * Findings of one result that the other does not have. Only ids are held in memory; the findings themselves are walked
 * again when somebody asks for them.
 */
export function compareFindings(old: FindingSet, now: FindingSet): FindingChanges {
  const before = idsOf(old);
  const after = idsOf(now);
  const added = without(now, before);
  const gone = without(old, after);
  return {
    same: now.length - added.set.length,
    new: added.set,
    gone: gone.set,
    newCounts: added.counts,
    goneCounts: gone.counts,
  };
}

function idsOf(findings: FindingSet): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of findings) ids.add(id);
  return ids;
}

function without(
  findings: FindingSet,
  ids: ReadonlySet<string>,
): { readonly set: FindingSet; readonly counts: Totals["findings"] } {
  const counts = { critical: 0, major: 0, minor: 0, info: 0 };
  let length = 0;
  for (const { severity } of filtered(findings, ids)) {
    counts[severity] += 1;
    length += 1;
  }
  return { set: { length, [Symbol.iterator]: () => filtered(findings, ids) }, counts };
}

function* filtered(findings: FindingSet, ids: ReadonlySet<string>): Generator<Finding> {
  for (const finding of findings) if (!ids.has(finding.id)) yield finding;
}
