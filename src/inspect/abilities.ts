import { loadHeaderTable } from "../intake/tables.js";
import { type FieldName, KINDS, type Kind } from "../model/fields.js";
import type { Ability, Need } from "../model/inspection.js";
import type { RuleResult } from "../model/result.js";

/** What each rule could be assessed with: read off an audit of the very files, not off what rules say they read. */
export function abilitiesOf(
  rules: readonly RuleResult[],
  kindsOf: (rule: string) => readonly Kind[] | null,
): readonly Ability[] {
  return rules.map((rule) => {
    const { id, title, severity, pass, fail, notAssessed, pending, missing, reasons } = rule;
    const assessed = pass + fail + pending;
    const ability =
      assessed === 0
        ? notAssessed === 0
          ? "nothing"
          : "missing"
        : notAssessed === 0
          ? "assessed"
          : "partly";
    const [reason = null] = Object.keys(reasons).toSorted(
      (a, b) => reasons[b]! - reasons[a]! || (a < b ? -1 : 1),
    );
    return {
      id,
      family: id.slice(0, id.indexOf("/")),
      title,
      severity,
      ability,
      assessed,
      notAssessed,
      missing: missing.toSorted(),
      kinds: kindsOf(id),
      reason: ability === "nothing" ? reason : null,
    };
  });
}

/** What rules lack, by the fields that they lack together: what most rules wait for comes first. */
export function needsOf(abilities: readonly Ability[], kinds: readonly Kind[]): readonly Need[] {
  const groups = new Map<string, Ability[]>();
  for (const ability of abilities) {
    if (ability.missing.length === 0) continue;
    const key = [...ability.missing, ...(ability.kinds ?? ["any"])].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), ability]);
  }
  return [...groups.values()]
    .toSorted((a, b) => weight(b) - weight(a) || (a[0]!.missing.join() < b[0]!.missing.join() ? -1 : 1))
    .map((rules) => {
      const [{ missing: fields, kinds: about }] = rules as [Ability, ...Ability[]];
      const carriers = KINDS.filter(
        (kind) => (about?.includes(kind) ?? true) && fields.every((field) => carries(kind, field)),
      );
      return {
        fields,
        rules: rules.map(({ id }) => id),
        kinds: carriers,
        have: carriers.some((kind) => kinds.includes(kind)),
        names: Object.fromEntries(fields.map((field) => [field, usualNames(field)])),
      };
    });
}

/** Rules that cannot be assessed at all weigh more than those that can in part. */
function weight(rules: readonly Ability[]): number {
  return rules.reduce((sum, { ability }) => sum + (ability === "missing" ? 1000 : 1), 0);
}

function carries(kind: Kind, field: string): boolean {
  return loadHeaderTable().kinds[kind].some((one) => one === field);
}

/** The first name in each language that columns of a field usually have. */
function usualNames(field: string): readonly string[] {
  const names = loadHeaderTable().headers[field as FieldName] ?? [];
  const isChinese = (name: string) => /\p{Script=Han}/u.test(name);
  return [names.find(isChinese), names.find((name) => !isChinese(name))].filter((name) => name !== undefined);
}
