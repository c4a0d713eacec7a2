import type { Applies } from "../checks/applies.js";
import type { CheckLists } from "../checks/check.js";
import { COMPLAINT_LIST } from "../checks/complaint.js";
import { CHECKS } from "../checks/index.js";
import type { UserError } from "../model/user-error.js";
import type { StandardRule } from "./effective.js";
import { validated } from "./issues.js";
import { exampleOf } from "./merge.js";
import { HEADER_KEYS, ruleHeader } from "./rule-format.js";
import { entriesOf, mapOf, partOf, type Sourced } from "./yaml-source.js";

/** A rule from its merged map; none, and its mistakes in `errors`, where it is wrong. */
export function readRule(
  id: string,
  written: Sourced,
  enabled: boolean,
  errors: UserError[],
): readonly StandardRule[] {
  const kind = CHECKS.find((check) => check.kind === partOf(written, "check").value);
  const setting = { name: `rules.${id}`, example: exampleOf(kind?.kind) };
  const entries = entriesOf(written);
  const isHeader = ([key]: readonly [string, Sourced]) => HEADER_KEYS.includes(key);
  const header = validated(ruleHeader, mapOf(entries.filter(isHeader), written), setting);
  if (!header.ok) errors.push(...header.errors);
  if (kind === undefined) return [];
  const own = mapOf(
    entries.filter((entry) => !isHeader(entry)),
    written,
  );
  const options = validated(kind.options, own, { ...setting, alsoKnown: HEADER_KEYS });
  if (!options.ok) errors.push(...options.errors);
  if (!header.ok || !options.ok) return [];
  const { title, clause, source, dimension, severity, applies, except, advice, examples } = header.value;
  return [
    {
      id,
      title,
      clause,
      source,
      dimension: dimension ?? null,
      severity,
      check: kind.kind,
      advice,
      enabled,
      applies: applies ?? {},
      except: except ?? {},
      examples,
      kind,
      options: options.value,
      lists: listsOf(kind.lists?.(options.value), [applies, except]),
      written,
    },
  ];
}

/** The lists of the check, and that by which complaints are recognised where the rule is about complaints. */
function listsOf(own: CheckLists | undefined, about: readonly (Applies | undefined)[]): CheckLists {
  const lists = own ?? { own: {}, named: [] };
  if (about.every((one) => one?.complaint === undefined)) return lists;
  return { ...lists, named: [...new Set([...lists.named, COMPLAINT_LIST])] };
}
