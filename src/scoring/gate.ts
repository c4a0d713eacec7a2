import { DIMENSIONS, type Dimension, type Severity } from "../model/rule.js";
import { UserError } from "../model/user-error.js";

/** A condition on the whole audit. */
export type Gate = GateCondition & {
  /** As the user writes it: `score`, `critical-findings`, `dimension.empathy`, or a rule's id. */
  readonly id: string;
  readonly by: "config" | "standard";
};

type GateCondition =
  /** The final score, 0–100, is at least `min`. */
  | { readonly kind: "score"; readonly min: number }
  /** A dimension's score, 0–100, is at least `min`. */
  | { readonly kind: "dimension"; readonly dimension: Dimension; readonly min: number }
  /** There are at most `max` findings of a severity; of every severity where it is null. */
  | { readonly kind: "findings"; readonly severity: CountedSeverity | null; readonly max: number }
  /** A rule is met by at least the share `rate` (0–1) of contacts; not judged below `minimumContacts`. */
  | { readonly kind: "rule"; readonly rate: number; readonly minimumContacts: number };

type CountedSeverity = "critical" | "major" | "minor";

/** A gate as it is written in a config: `{ min: 85 }`, `{ max: 0 }`, `{ rate: 0.95, minimum-contacts: 30 }`. */
export interface GateSetting {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly rate?: number | undefined;
  readonly "minimum-contacts"?: number | undefined;
}

/**
 * Reads one entry of `gates:`.
 *
 * @throws UserError `gate-unknown` (no gate has this name), `gate-bad-value` (a limit is missing, not the gate's own or
 * out of range), each with a valid `example`
 */
export function readGate(id: string, setting: GateSetting): Gate {
  const gate = { id, by: "config" } as const;
  if (id === "score") return { ...gate, kind: "score", min: limit(id, setting, "min", isScore) };
  const findings = /^(?:(critical|major|minor)-)?findings$/.exec(id);
  if (findings) {
    const severity = (findings[1] ?? null) as CountedSeverity | null;
    return { ...gate, kind: "findings", severity, max: limit(id, setting, "max", isCount) };
  }
  const dimension = DIMENSIONS.find((name) => id === `dimension.${name}`);
  if (dimension) return { ...gate, kind: "dimension", dimension, min: limit(id, setting, "min", isScore) };
  if (!/^[^/]+\/[^/]+$/.test(id))
    throw new UserError("gate-unknown", { gate: id, example: exampleOf("score") });
  const rate = limit(id, setting, "rate", isShare);
  const least = setting["minimum-contacts"] ?? 1;
  if (!isCount(least)) throw badValue(id, "minimum-contacts", least);
  return { ...gate, kind: "rule", rate, minimumContacts: least };
}

/** What the standard's own gates need to know of a rule. */
export interface GateRule {
  readonly id: string;
  readonly severity: Severity;
  /** The share that a level rule asks for; null where it names none. */
  readonly share: number | null;
}

/**
 * The gates of an audit: the standard's own — no critical findings, and every rule of severity `gate` at its share (at
 * all contacts where it names none) — replaced by the config's where those have the same id, then the config's others.
 * `off` takes one of the standard's away.
 */
export function effectiveGates(
  rules: readonly GateRule[],
  settings: Readonly<Record<string, GateSetting | "off">>,
): readonly Gate[] {
  const own: readonly Gate[] = [
    { id: "critical-findings", by: "standard", kind: "findings", severity: "critical", max: 0 },
    ...rules
      .filter((rule) => rule.severity === "gate")
      .map(
        ({ id, share }) =>
          ({ id, by: "standard", kind: "rule", rate: share ?? 1, minimumContacts: 1 }) as const,
      ),
  ];
  const set = new Map(Object.entries(settings));
  const replaced = own.flatMap((gate) => {
    const setting = set.get(gate.id);
    set.delete(gate.id);
    if (setting === undefined) return [gate];
    return setting === "off" ? [] : [readGate(gate.id, setting)];
  });
  const others = [...set].flatMap(([id, setting]) => (setting === "off" ? [] : [readGate(id, setting)]));
  return [...replaced, ...others];
}

function limit(
  id: string,
  setting: GateSetting,
  key: "min" | "max" | "rate",
  isValid: (value: number) => boolean,
): number {
  const foreign = (Object.keys(setting) as (keyof GateSetting)[]).find(
    (other) =>
      other !== key && setting[other] !== undefined && !(key === "rate" && other === "minimum-contacts"),
  );
  if (foreign !== undefined) throw badValue(id, foreign, setting[foreign]);
  const value = setting[key];
  if (value === undefined || !isValid(value)) throw badValue(id, key, value);
  return value;
}

function badValue(id: string, key: string, found: number | undefined): UserError {
  return new UserError("gate-bad-value", { gate: id, key, found: found ?? "", example: exampleOf(id) });
}

function exampleOf(id: string): string {
  if (id.includes("/")) return `${id}: { rate: 0.95, minimum-contacts: 30 }`;
  return id.endsWith("findings") ? `${id}: { max: 0 }` : `${id}: { min: 85 }`;
}

const isScore = (value: number): boolean => value >= 0 && value <= 100;
const isShare = (value: number): boolean => value >= 0 && value <= 1;
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
