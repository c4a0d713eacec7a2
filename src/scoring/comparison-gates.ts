import type { Change, GateChange, GateState } from "../model/comparison.js";
import type { GateResult } from "../model/result.js";

/** Gates before and after, in the order of the new result. `changes`: those of the score and of the rules. */
export function compareGates(
  old: readonly GateResult[],
  now: readonly GateResult[],
  changes: readonly Change[],
): readonly GateChange[] {
  const before = new Map(old.map((gate) => [gate.id, gate]));
  const after = new Map(now.map((gate) => [gate.id, gate]));
  const moved = new Map(changes.map((change) => [change.id, change]));
  return [...new Set([...after.keys(), ...before.keys()])].map((id) => {
    const states = [before.get(id), after.get(id)] as const;
    return {
      id,
      old: stateOf(states[0]),
      new: stateOf(states[1]),
      verdict: verdictOf(states[0]?.met ?? null, states[1]?.met ?? null),
      difference: moved.get(id)?.difference ?? countDifference(states[0], states[1]),
      interval: moved.get(id)?.interval ?? null,
    };
  });
}

function stateOf(gate: GateResult | undefined): GateState | null {
  return gate === undefined ? null : { met: gate.met, expected: gate.expected, found: gate.found };
}

function verdictOf(old: boolean | null, now: boolean | null): GateChange["verdict"] {
  if (old === null || now === null) return "open";
  if (old === now) return "same";
  return now ? "better" : "worse";
}

/** Of gates that state a number: counts of findings, scores of dimensions. */
function countDifference(old: GateResult | undefined, now: GateResult | undefined): number | null {
  const [before, after] = [old, now].map((gate) =>
    gate !== undefined && /^\d+(\.\d+)?$/.test(gate.found) ? Number(gate.found) : null,
  ) as [number | null, number | null];
  return before === null || after === null ? null : Number((after - before).toFixed(2));
}
