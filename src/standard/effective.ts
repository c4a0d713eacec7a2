import type { Applies } from "../checks/applies.js";
import type { Check, CheckLists } from "../checks/check.js";
import { waiver } from "../checks/words.js";
import type { RuleInfo } from "../model/rule.js";
import type { Place, UserError } from "../model/user-error.js";
import type { Waiver } from "../phrases/types.js";
import { type Weights, weightsWith } from "../scoring/contact-score.js";
import { sha256Of } from "./canonical.js";
import { standardError, together } from "./errors.js";
import type { Examples } from "./example-format.js";
import { guardOptions, type ListOptions, listSchema, weightsSchema } from "./file-format.js";
import { validated } from "./issues.js";
import { byName, layersByLanguage, sideBySide, withoutRules } from "./languages.js";
import { type Layer, type Reference, readLayers, type StandardAccess } from "./layers.js";
import { applyLayer, applyRules, type Draft, emptyDraft } from "./merge.js";
import { readRule } from "./rule.js";
import { unknownNames } from "./unknown-names.js";
import type { Sourced } from "./yaml-source.js";

/** A standard after everything that it extends and every change of it: what an audit audits by. */
export interface EffectiveStandard {
  /** The names of the standards that it is made of: `service-handbook + our-rules`; so the version. */
  readonly name: string;
  readonly version: string;
  readonly language: "zh" | "en";
  /** Of what it says: its enabled rules, lists, guards and weights, whatever files they stand in and in which order. */
  readonly sha256: string;
  readonly weights: Weights;
  /** By id, in code-unit order. */
  readonly rules: readonly StandardRule[];
  readonly lists: readonly NamedList[];
  readonly guards: readonly Guard[];
  /**
   * Where standards of two languages were given: each by itself, the Chinese one first. A contact is judged by that of
   * its language; `rules` are those of both, a rule of both once, as the first has it. Empty: one standard for all.
   */
  readonly languages: readonly EffectiveStandard[];
}

/** A rule before it is compiled: its target depends on the audit's settings. */
export interface StandardRule extends Omit<RuleInfo, "target"> {
  readonly enabled: boolean;
  readonly applies: Applies;
  readonly except: Applies;
  readonly examples: Examples;
  readonly kind: Check<unknown>;
  readonly options: unknown;
  readonly lists: CheckLists;
  /** As it is written after all changes; each part knows its place. */
  readonly written: Sourced;
}

export interface NamedList {
  readonly id: string;
  readonly options: ListOptions;
  readonly written: Sourced;
}

export interface Guard {
  readonly waiver: Waiver;
  /** Whether it applies to rules that do not say which guards do. */
  readonly byDefault: boolean;
  readonly written: Sourced;
}

/**
 * Reads standards, each laid over those before it, then the changes of rules that a config makes. Standards of two
 * languages are not laid over each other, but stand side by side; one that names no language is laid over both.
 *
 * @throws UserError with every mistake found, each with file, line and column
 */
export function loadStandard(
  references: readonly Reference[],
  access: StandardAccess,
  changes: readonly Sourced[] = [],
): EffectiveStandard {
  const errors: UserError[] = [];
  const chains = readLayers(byName(references), access, errors);
  // A file that could not be read would make everything that builds on it look wrong as well.
  if (errors.length > 0) throw together(errors);
  const place = references[0]?.place ?? null;
  const parts = layersByLanguage(chains);
  if (parts.length === 1) return effective(draftOf(parts[0]!), parts[0]!, changes, place);
  const drafts = parts.map(draftOf);
  return sideBySide(
    drafts.map((draft, at) => {
      const other = drafts[1 - at]!;
      return effective(
        draft,
        parts[at]!,
        changes.map(withoutRules((id) => !draft.rules.has(id) && other.rules.has(id))),
        place,
      );
    }),
  );
}

function draftOf(layers: readonly Layer[]): Draft {
  const draft = emptyDraft();
  for (const layer of layers) applyLayer(draft, layer.files);
  return draft;
}

function effective(
  draft: Draft,
  layers: readonly Layer[],
  changes: readonly Sourced[],
  place: Place | null,
): EffectiveStandard {
  for (const change of changes) applyRules(draft, change);
  const { errors } = draft;
  const rules = sortedById(draft.rules).flatMap(([id, written]) =>
    readRule(id, written, !draft.off.has(id), errors),
  );
  const lists = sortedById(draft.lists).flatMap(([id, written]) => readList(id, written, errors));
  const guards = sortedById(draft.guards).flatMap(([id, written]) => readGuard(id, written, errors));
  const weights = readWeights(draft);
  if (errors.length === 0) errors.push(...unknownNames(rules, lists, guards));
  const name = layers.map((layer) => layer.name).join(" + ");
  if (draft.rules.size === 0 && errors.length === 0)
    errors.push(standardError("standard-no-rules", { name }, place));
  if (errors.length > 0) throw together(errors);
  const language = layers.findLast((layer) => layer.language !== null)?.language ?? "zh";
  return {
    name,
    version: layers.map(({ version }) => version).join(" + "),
    language,
    sha256: sha256Of(contentOf(language, weights, rules, lists, guards)),
    weights,
    rules,
    lists,
    guards,
    languages: [],
  };
}

function readList(id: string, written: Sourced, errors: UserError[]): readonly NamedList[] {
  const result = validated(listSchema, written, { name: `lists.${id}`, example: LIST_EXAMPLE });
  if (result.ok) return [{ id, options: result.value, written }];
  errors.push(...result.errors);
  return [];
}

function readGuard(id: string, written: Sourced, errors: UserError[]): readonly Guard[] {
  const result = validated(guardOptions, written, { name: `guards.${id}`, example: GUARD_EXAMPLE });
  if (result.ok)
    return [{ waiver: waiver(id, result.value), byDefault: result.value.default ?? false, written }];
  errors.push(...result.errors);
  return [];
}

function readWeights(draft: Draft): Weights {
  const results = draft.weights.map((written) =>
    validated(weightsSchema, written, { name: "weights", example: WEIGHTS_EXAMPLE }),
  );
  draft.errors.push(...results.flatMap((result) => (result.ok ? [] : result.errors)));
  return weightsWith(Object.assign({}, ...results.map((result) => (result.ok ? result.value : {}))));
}

/** What the hash is of. A rule that is switched off says nothing. */
function contentOf(
  language: string,
  weights: Weights,
  rules: readonly StandardRule[],
  lists: readonly NamedList[],
  guards: readonly Guard[],
): unknown {
  return {
    language,
    weights,
    rules: Object.fromEntries(
      rules.filter(({ enabled }) => enabled).map(({ id, written }) => [id, written.value]),
    ),
    lists: Object.fromEntries(lists.map(({ id, written }) => [id, written.value])),
    guards: Object.fromEntries(guards.map(({ waiver: { id }, written }) => [id, written.value])),
  };
}

function sortedById(entries: ReadonlyMap<string, Sourced>): readonly (readonly [string, Sourced])[] {
  return [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const LIST_EXAMPLE = `courtesy/greeting:
  - 您好
  - (早上|下午|晚上)好`;
const GUARD_EXAMPLE = "negation: { phrases: [不是, 并非], where: before, within: clause }";
const WEIGHTS_EXAMPLE = "weights: { critical: 10, major: 5, minor: 2 }";
