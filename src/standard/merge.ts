import { CHECKS } from "../checks/index.js";
import { formatPlace } from "../messages/errors.js";
import type { UserError } from "../model/user-error.js";
import { standardError } from "./errors.js";
import { type Setting, shown, validated } from "./issues.js";
import { nearest } from "./near.js";
import { HEADER_KEYS, RULE_ID, ruleChange } from "./rule-format.js";
import { entriesOf, isRecord, itemsOf, listOf, mapOf, partOf, type Sourced } from "./yaml-source.js";

/** Rules, lists and guards by id, as maps put together from the layers so far; each part knows where it was written. */
export interface Draft {
  readonly rules: Map<string, Sourced>;
  /** Rules that are switched off. Their severity is kept, for `on`. */
  readonly off: Set<string>;
  readonly lists: Map<string, Sourced>;
  readonly guards: Map<string, Sourced>;
  /** Weights in the order in which they were set: the last one of a severity counts. */
  readonly weights: Sourced[];
  readonly errors: UserError[];
}

export function emptyDraft(): Draft {
  return { rules: new Map(), off: new Set(), lists: new Map(), guards: new Map(), weights: [], errors: [] };
}

/** Lays the files of one standard over the draft: new rules and lists are added, others changed. */
export function applyLayer(draft: Draft, files: readonly Sourced[]): void {
  const seen = new Map<string, Sourced>();
  const once = (id: string, entry: Sourced, code: "rule-duplicate" | "list-duplicate"): boolean => {
    const first = seen.get(`${code} ${id}`);
    seen.set(`${code} ${id}`, first ?? entry);
    if (first === undefined) return true;
    const args = { rule: id, list: id, first: formatPlace(first.place([], "key")) };
    draft.errors.push(standardError(code, args, entry.place([], "key")));
    return false;
  };
  for (const file of files) {
    for (const [id, list] of entriesOf(partOf(file, "lists"))) {
      if (once(id, list, "list-duplicate")) applyList(draft, id, list);
    }
    for (const [id, guard] of entriesOf(partOf(file, "guards"))) draft.guards.set(id, guard);
    const weights = partOf(file, "weights");
    if (weights.value !== undefined) draft.weights.push(weights);
    const rules = partOf(file, "rules");
    for (const rule of itemsOf(rules)) {
      const id = partOf(rule, "id").value;
      if (typeof id !== "string" || !RULE_ID.test(id)) {
        const place = id === undefined ? rule.place([]) : rule.place(["id"]);
        draft.errors.push(standardError("rule-misnamed", { found: shown(id ?? "") }, place));
      } else if (once(id, partOf(rule, "id"), "rule-duplicate")) {
        applyRule(draft, id, without(rule, ["id"]), "item");
      }
    }
    if (!Array.isArray(rules.value)) applyRules(draft, rules, once);
  }
}

/** Changes of rules by id: `{ wording/vague-guess: off, response/service-level: { within: 30s } }`. */
export function applyRules(
  draft: Draft,
  rules: Sourced,
  once: (id: string, entry: Sourced, code: "rule-duplicate") => boolean = () => true,
): void {
  for (const [id, rule] of entriesOf(rules)) {
    if (!RULE_ID.test(id)) {
      draft.errors.push(standardError("rule-misnamed", { found: id }, rule.place([], "key")));
    } else if (once(id, rule, "rule-duplicate")) {
      applyRule(draft, id, rule, "key");
    }
  }
}

/** A rule with other settings, as a later standard would set them. Mistakes are pushed to `errors`. */
export function changedRule(id: string, base: Sourced, change: Sourced, errors: UserError[]): Sourced {
  const draft = { ...emptyDraft(), errors };
  return overlay(withoutReplaced(base, change), change, `rules.${id}`, draft);
}

function applyRule(draft: Draft, id: string, change: Sourced, written: "item" | "key"): void {
  const base = draft.rules.get(id);
  const setting: Setting = { name: `rules.${id}`, example: exampleOf(partOf(base ?? change, "check").value) };
  const result = validated(ruleChange, change, setting);
  if (!result.ok) {
    draft.errors.push(...result.errors);
    return;
  }
  const whole = typeof change.value === "string" ? mapOf([["severity", change]], change) : change;
  const severity = partOf(whole, "severity").value;
  const map = severity === "off" || severity === "on" ? without(whole, ["severity"]) : whole;
  if (base === undefined && partOf(map, "check").value === undefined) {
    draft.errors.push(noSuchRule(draft, id, change, written));
    return;
  }
  draft.rules.set(
    id,
    base === undefined ? map : overlay(withoutReplaced(base, map), map, `rules.${id}`, draft),
  );
  if (severity === "off") draft.off.add(id);
  else if (severity !== undefined) draft.off.delete(id);
}

function applyList(draft: Draft, id: string, change: Sourced): void {
  const base = draft.lists.get(id);
  const map =
    Array.isArray(change.value) || isAdjustment(change.value) ? mapOf([["phrases", change]], change) : change;
  const name = `lists.${id}`;
  if (base === undefined && isAdjustment(change.value)) {
    draft.errors.push(standardError("add-to-nothing", { key: name }, change.place([], "key")));
  } else if (!isRecord(map.value)) {
    draft.lists.set(id, map);
  } else {
    draft.lists.set(id, overlay(base ?? mapOf([], change), map, name, draft));
  }
}

/** The map with the keys of a later one laid over it. A list can be added to and taken from instead of replaced. */
function overlay(base: Sourced, change: Sourced, name: string, draft: Draft): Sourced {
  const keys = new Map(entriesOf(base));
  for (const [key, value] of entriesOf(change)) {
    const before = keys.get(key);
    const whole = isAdjustment(value.value) && before !== undefined && Array.isArray(before.value);
    keys.set(key, whole ? adjusted(before, value, `${name}.${key}`, draft) : value);
  }
  return mapOf(keys, base);
}

function adjusted(base: Sourced, change: Sourced, name: string, draft: Draft): Sourced {
  const removed = itemsOf(partOf(change, "remove"));
  const left = itemsOf(base).filter((item) => !removed.some(({ value }) => value === item.value));
  for (const item of removed) {
    if (itemsOf(base).some(({ value }) => value === item.value)) continue;
    const args = { key: `${name}.remove`, phrase: shown(item.value) };
    draft.errors.push(standardError("remove-missing", args, item.place([])));
  }
  const added = itemsOf(partOf(change, "add")).filter(
    ({ value }) => !left.some((item) => item.value === value),
  );
  return listOf([...left, ...added], base);
}

/** Options that the change makes pointless: alternatives of those it sets, and all of them where it changes the check. */
function withoutReplaced(base: Sourced, change: Sourced): Sourced {
  const set = entriesOf(change).map(([key]) => key);
  const before = partOf(base, "check").value;
  const after = partOf(change, "check").value ?? before;
  if (after !== before)
    return without(
      base,
      entriesOf(base)
        .map(([key]) => key)
        .filter((key) => !HEADER_KEYS.includes(key)),
    );
  const alternatives = CHECKS.find(({ kind }) => kind === before)?.alternatives ?? [];
  const replaced = alternatives.flatMap((groups) => {
    const touched = groups.filter((group) => group.some((key) => set.includes(key)));
    return touched.length === 0 ? [] : groups.filter((group) => !touched.includes(group)).flat();
  });
  return without(base, replaced);
}

function without(map: Sourced, keys: readonly string[]): Sourced {
  return mapOf(
    entriesOf(map).filter(([key]) => !keys.includes(key)),
    map,
  );
}

function isAdjustment(value: unknown): boolean {
  const keys = isRecord(value) ? Object.keys(value) : [];
  return keys.length > 0 && keys.every((key) => key === "add" || key === "remove");
}

function noSuchRule(draft: Draft, id: string, change: Sourced, written: "item" | "key"): UserError {
  const place = change.place([], written === "key" ? "key" : "value");
  const known = CHECKS.map(({ kind }) => kind).join(", ");
  if (written === "item")
    return standardError("rule-without-check", { rule: id, known, example: exampleOf(null) }, place);
  const near = nearest(id, [...draft.rules.keys()]);
  return near === null
    ? standardError("rule-unknown", { rule: id }, place)
    : standardError("rule-unknown-near", { rule: id, near }, place);
}

/** A valid rule of a kind of check; of some kind where that one is unknown. */
export function exampleOf(kind: unknown): string {
  return (CHECKS.find((check) => check.kind === kind) ?? CHECKS.find((check) => check.kind === "phrase"))!
    .example;
}
