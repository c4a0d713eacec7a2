import type { AuditResult, GateResult, Incomplete } from "../model/result.js";

/**
 * The exit code of an audit that ran to its end: 2 where it could not audit or only in part, else 1 where a gate
 * failed, else 0. 2 beats 1: whoever reads only "below the standard" would take the rest for checked.
 *
 * In part: nothing was audited, something is in `incomplete`, or a gate that the user set could not be judged for want of
 * data or of contacts. Too few contacts are the user's own condition (`minimum-contacts`) and change nothing; a gate of
 * the standard's that found nothing to judge does not either.
 */
export function exitCode(result: {
  readonly totals: Pick<AuditResult["totals"], "contacts">;
  readonly gates: readonly GateResult[];
  readonly incomplete: readonly Incomplete[];
}): 0 | 1 | 2 {
  const { totals, gates, incomplete } = result;
  if (totals.contacts === 0 || incomplete.length > 0 || unjudgedGates(gates).length > 0) return 2;
  return gates.some((gate) => gate.met === false) ? 1 : 0;
}

/** The gates of the config that could not be judged, as entries for `incomplete`. */
export function unjudgedGates(gates: readonly GateResult[]): readonly Incomplete[] {
  return gates
    .filter(({ by, met, reason }) => by === "config" && met === null && reason !== "too-few-contacts")
    .map(({ id, reason }) => ({ code: "gate-not-assessed", subject: id, count: 1, detail: reason }));
}
