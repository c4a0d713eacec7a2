import { stringify } from "yaml";
import type { EffectiveStandard } from "./effective.js";
import { HEADER_KEYS } from "./rule-format.js";
import { isRecord } from "./yaml-source.js";

/**
 * The whole standard as one YAML file: what it extends and every change of it are worked in, and rules that are
 * switched off are left out. Read again, it is the same standard (same `sha256`). Standards of two languages are two YAML
 * documents.
 */
export function printStandard(standard: EffectiveStandard): string {
  if (standard.languages.length > 0) return standard.languages.map(printStandard).join("---\n");
  const { name, version, language, weights, rules, lists, guards } = standard;
  return stringify(
    {
      name,
      version,
      language,
      weights: Object.fromEntries(Object.entries(weights).filter(([severity]) => severity !== "gate")),
      guards: Object.fromEntries(guards.map(({ waiver, written }) => [waiver.id, written.value])),
      lists: Object.fromEntries(lists.map(({ id, written }) => [id, written.value])),
      rules: rules
        .filter(({ enabled }) => enabled)
        .map(({ id, written }) => ({ id, ...inOrder(written.value) })),
    },
    { lineWidth: 120, aliasDuplicateObjects: false },
  );
}

/** What the rule says first, then the options of its check, its examples last. */
function inOrder(rule: unknown): Record<string, unknown> {
  if (!isRecord(rule)) return {};
  const rank = (key: string) => (key === "examples" ? HEADER_KEYS.length + 1 : HEADER_KEYS.indexOf(key));
  const place = (key: string) => (rank(key) === -1 ? HEADER_KEYS.length : rank(key));
  return Object.fromEntries(Object.entries(rule).toSorted(([a], [b]) => place(a) - place(b)));
}
