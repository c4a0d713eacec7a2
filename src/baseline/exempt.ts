import type { SuppressionEntry } from "../model/exemptions.js";
import type { AuditResult, Finding, FindingSet, GateResult } from "../model/result.js";
import { withoutExempt } from "../scoring/exempt-gates.js";

/** The findings of an earlier result. */
export interface Baseline {
  readonly file: string;
  readonly sha256: string;
  readonly asOf: string | null;
  readonly ids: ReadonlySet<string>;
}

/** What people have said about findings that are not to count. */
export interface Suppressions {
  readonly file: string;
  readonly sha256: string;
  readonly entries: readonly SuppressionEntry[];
  /** Whether entries that are past or that nothing answers to fail the audit. */
  readonly strict: boolean;
}

/**
 * The result with its findings marked as known or new, and as suppressed, and with the gates on findings judged by those
 * that are neither. Findings are told apart by their ids, not by their number: who mends one and makes another has one new
 * finding. What is null leaves the marks of the result as they are.
 *
 * Whether an entry is past is told by the result's own “now”: the same result, the same marks.
 */
export function exempted(
  result: AuditResult,
  baseline: Baseline | null,
  suppressions: Suppressions | null,
): AuditResult {
  if (baseline === null && suppressions === null) return result;
  const today = result.manifest.asOf?.slice(0, 10) ?? null;
  const isPast = ({ expires }: SuppressionEntry) => expires !== null && today !== null && expires < today;
  const inForce = new Map(
    (suppressions?.entries ?? []).filter((entry) => !isPast(entry)).map((entry) => [keyOf(entry), entry]),
  );
  const mark = marker(baseline, suppressions === null ? null : inForce);
  const counts = count(result.findings, mark);
  const { known, matched, suppressed, used, findings } = counts;
  const unused = [...inForce.values()].filter((entry) => !used.has(keyOf(entry)));
  const expired = (suppressions?.entries ?? []).filter(isPast);
  const gates = withoutExempt(result.gates, result.totals.findings, findings);
  return {
    ...result,
    gates:
      suppressions === null ? gates : withStrictGate(gates, suppressions, expired.length + unused.length),
    exemptions: {
      findings,
      baseline:
        baseline === null
          ? (result.exemptions?.baseline ?? null)
          : {
              file: baseline.file,
              sha256: baseline.sha256,
              asOf: baseline.asOf,
              known,
              new: result.findings.length - known,
              gone: baseline.ids.size - matched,
            },
      suppressions:
        suppressions === null
          ? (result.exemptions?.suppressions ?? null)
          : {
              file: suppressions.file,
              sha256: suppressions.sha256,
              entries: suppressions.entries.length,
              suppressed,
              expired,
              unused,
            },
    },
    findings: marked(result.findings, mark),
  };
}

type Mark = (finding: Finding) => Finding;

function keyOf({ contact, rule }: { readonly contact: string; readonly rule: string }): string {
  return `${contact}\0${rule}`;
}

function marker(baseline: Baseline | null, entries: ReadonlyMap<string, SuppressionEntry> | null): Mark {
  return (finding) => {
    let marked = finding;
    if (baseline !== null) marked = { ...marked, baseline: baseline.ids.has(finding.id) ? "known" : "new" };
    if (entries === null) return marked;
    const { suppressed: _, ...bare } = marked;
    const entry = entries.get(keyOf(finding));
    if (entry === undefined) return bare;
    const { reason, author, expires } = entry;
    return { ...bare, suppressed: { reason, author, expires } };
  };
}

/** Findings may be on disk: they are marked as they are walked. */
function marked(findings: FindingSet, mark: Mark): FindingSet {
  return {
    length: findings.length,
    *[Symbol.iterator]() {
      for (const finding of findings) yield mark(finding);
    },
  };
}

function count(findings: FindingSet, mark: Mark) {
  const exempt = { critical: 0, major: 0, minor: 0, info: 0 };
  const used = new Set<string>();
  const ids = new Set<string>();
  let known = 0;
  let suppressed = 0;
  for (const finding of findings) {
    const { id, severity, baseline, suppressed: why } = mark(finding);
    if (baseline === "known") {
      known += 1;
      ids.add(id);
    }
    if (why !== undefined) {
      suppressed += 1;
      used.add(keyOf(finding));
    }
    if (baseline === "known" || why !== undefined) exempt[severity] += 1;
  }
  return { findings: exempt, known, matched: ids.size, suppressed, used };
}

const STRICT_GATE = "suppressions";

function withStrictGate(
  gates: readonly GateResult[],
  { strict, entries }: Suppressions,
  stale: number,
): readonly GateResult[] {
  const others = gates.filter(({ id }) => id !== STRICT_GATE);
  if (!strict) return others;
  const gate: GateResult = {
    id: STRICT_GATE,
    met: stale === 0,
    expected: "≤ 0",
    found: String(stale),
    n: entries.length,
    interval: null,
    by: "config",
    reason: null,
  };
  return [...others, gate];
}
