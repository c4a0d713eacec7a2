import type { GateResult, Totals } from "../model/result.js";

/**
 * The gates on findings (`critical-findings`, `findings` …) judged without those that somebody knows of. Gates on scores
 * and rates stay as they are: what happened to a customer is in them, whether it is known or not.
 *
 * A gate says what it expects as `≤ 3` (`expectedOf` in gates.ts), so that a saved result can be judged without its config.
 * One that could not be judged stays so.
 */
export function withoutExempt(
  gates: readonly GateResult[],
  findings: Totals["findings"],
  exempt: Totals["findings"],
): readonly GateResult[] {
  return gates.map((gate) => {
    const own = FINDINGS_GATE.exec(gate.id);
    const limit = LIMIT.exec(gate.expected);
    if (own === null || limit === null || gate.met === null) return gate;
    const severity = own[1] as "critical" | "major" | "minor" | undefined;
    const of = ({ critical, major, minor, info }: Totals["findings"]) => critical + major + minor + info;
    const count = severity === undefined ? of(findings) - of(exempt) : findings[severity] - exempt[severity];
    return { ...gate, met: count <= Number(limit[1]), found: String(count) };
  });
}

const FINDINGS_GATE = /^(?:(critical|major|minor)-)?findings$/;
const LIMIT = /^≤ (\d+)$/;
