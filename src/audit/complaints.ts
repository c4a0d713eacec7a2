import { isRecordedComplaint } from "../checks/complaint.js";
import { type Contact, MARKS } from "../model/contact.js";
import type { ComplaintClass, ComplaintSummary } from "../model/result.js";
import type { AuditRule, RuleSet } from "./rules.js";

/** Complaints and what they are about, as whole numbers that add up. */
export interface ComplaintTally {
  contacts: number;
  byLabel: number;
  byWords: number;
  readonly types: Map<string, { recorded: number; proposed: number }>;
  readonly causes: Map<string, { recorded: number; proposed: number }>;
}

export function createComplaints(): ComplaintTally {
  return { contacts: 0, byLabel: 0, byWords: 0, types: new Map(), causes: new Map() };
}

/**
 * Counts a contact if it is a complaint.
 *
 * @param checks those of the standard that classify complaints
 */
export function countComplaint(
  tally: ComplaintTally,
  checks: RuleSet["classifying"],
  contact: Contact,
): void {
  for (const check of checks) {
    const about = check.classify(contact);
    if (about === null) continue;
    tally.contacts += 1;
    if (isRecordedComplaint(contact)) tally.byLabel += 1;
    if (((contact.marks ?? 0) & MARKS.complained) !== 0) tally.byWords += 1;
    count(tally.types, about.type);
    count(tally.causes, about.cause);
    return;
  }
}

/** null where no rule classifies complaints. */
export function complaintSummary(
  tally: ComplaintTally,
  rules: readonly AuditRule[],
): ComplaintSummary | null {
  if (rules.every(({ check }) => check.classify === undefined)) return null;
  const { contacts, byLabel, byWords, types, causes } = tally;
  return { contacts, byLabel, byWords, types: classes(types), causes: classes(causes) };
}

function count(
  counts: ComplaintTally["types"],
  { label, proposed }: { readonly label: string | null; readonly proposed: boolean },
): void {
  if (label === null) return;
  const known = counts.get(label) ?? { recorded: 0, proposed: 0 };
  known[proposed ? "proposed" : "recorded"] += 1;
  counts.set(label, known);
}

function classes(counts: ComplaintTally["types"]): readonly ComplaintClass[] {
  return [...counts]
    .map(([label, { recorded, proposed }]) => ({ label, recorded, proposed }))
    .sort((a, b) => b.recorded + b.proposed - a.recorded - a.proposed || (a.label < b.label ? -1 : 1));
}
