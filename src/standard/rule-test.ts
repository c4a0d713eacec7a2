import type { WorkingCalendar } from "../calendar/working-time.js";
import type { CompiledCheck } from "../checks/check.js";
import { COMPLAINT_LIST } from "../checks/complaint.js";
import { SPEAKER_LISTS } from "../checks/speakers.js";
import { type Place, UserError } from "../model/user-error.js";
import type { PhraseBook } from "../phrases/index.js";
import { compileStandard } from "./compile.js";
import type { EffectiveStandard, StandardRule } from "./effective.js";
import { together } from "./errors.js";
import { EXAMPLE_GROUPS, type Example, type ExampleGroup } from "./example-format.js";
import { type Outcome, outcomeOf } from "./example-outcome.js";
import type { ExampleEngine } from "./example-turns.js";
import { changedRule } from "./merge.js";
import { readRule } from "./rule.js";
import { partOf } from "./yaml-source.js";

/** What a rule made of one of its examples. */
export interface ExampleResult {
  readonly rule: string;
  readonly group: ExampleGroup;
  /** 0-based position in its group. */
  readonly index: number;
  readonly got: Outcome;
  readonly ok: boolean;
  readonly place: Place;
}

/** A rule that its own examples leave unproved: nothing shows that it ever fires, or that it ever passes. */
interface UnprovedRule {
  readonly rule: string;
  readonly lacks: "fails" | "passes";
  readonly place: Place;
}

export interface RuleTestReport {
  readonly rules: number;
  readonly results: readonly ExampleResult[];
  readonly unproved: readonly UnprovedRule[];
  /** Every example came out as it should, and every rule has one that makes it fire and one that it passes. */
  readonly ok: boolean;
}

export interface RuleTestSettings {
  readonly timezone: string;
  readonly calendar: WorkingCalendar | null;
  /** Ids of the rules to test; all enabled ones by default. */
  readonly only?: readonly string[];
}

/**
 * Runs the examples of a standard's rules through the real checks and the real phrase engine.
 *
 * @throws UserError for examples that cannot be read, with their places
 */
export function testRules(standard: EffectiveStandard, settings: RuleTestSettings): RuleTestReport {
  const reports = standard.languages.map((one) => testRules(one, settings));
  if (reports.length > 0) return added(reports);
  const compiled = compileStandard(standard, settings);
  const tested = compiled.rules.filter(({ info }) => settings.only?.includes(info.id) ?? true);
  const engine = engineOf(compiled.books[0]!, settings);
  const errors: UserError[] = [];
  const results = tested.flatMap(({ info: { id }, check, rule }) =>
    EXAMPLE_GROUPS.flatMap((group) =>
      rule.examples[group].flatMap((example, index): readonly ExampleResult[] => {
        const place = rule.written.place(["examples", group, index]);
        try {
          const own = isChanged(example) ? changed(standard, rule, [group, index], settings) : null;
          const got = outcomeOf(own?.check ?? check, rule.applies, example, own?.engine ?? engine);
          return [{ rule: id, group, index, got, ok: isExpected(group, got, rule.check), place }];
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          const key = `rules.${id}.examples.${group}[${index}]`;
          errors.push(...(error.place === null ? [atExample(error, key, place)] : [error, ...error.more]));
          return [];
        }
      }),
    ),
  );
  if (errors.length > 0) throw together(errors);
  const unproved = tested.flatMap(({ rule }) =>
    (["fails", "passes"] as const)
      .filter((group) => !results.some((one) => one.rule === rule.id && one.group === group && one.ok))
      .map((lacks) => ({ rule: rule.id, lacks, place: rule.written.place([]) })),
  );
  const ok = unproved.length === 0 && results.every((result) => result.ok);
  return { rules: tested.length, results, unproved, ok };
}

/** Each language's rules are tested by themselves. */
function added(reports: readonly RuleTestReport[]): RuleTestReport {
  return {
    rules: reports.reduce((sum, { rules }) => sum + rules, 0),
    results: reports.flatMap(({ results }) => results),
    unproved: reports.flatMap(({ unproved }) => unproved),
    ok: reports.every(({ ok }) => ok),
  };
}

function engineOf(book: PhraseBook, { timezone }: RuleTestSettings): ExampleEngine {
  return {
    scanner: book.scanner(),
    timezone,
    complaints: book.listIndex(COMPLAINT_LIST),
    speakers: SPEAKER_LISTS.map((id) => book.listIndex(id)),
  };
}

function isChanged(example: Example): boolean {
  return typeof example === "object" && "with" in example && example.with !== undefined;
}

/** The rule with the settings of one of its examples, and a phrase engine that knows its words. */
function changed(
  standard: EffectiveStandard,
  { id, written }: StandardRule,
  path: readonly [ExampleGroup, number],
  settings: RuleTestSettings,
): { readonly check: CompiledCheck; readonly engine: ExampleEngine } {
  const errors: UserError[] = [];
  const change = partOf(written, "examples", ...path, "with");
  const rules = readRule(id, changedRule(id, written, change, errors), true, errors);
  if (errors.length > 0) throw together(errors);
  const { rules: compiled, books } = compileStandard({ ...standard, rules }, settings);
  return { check: compiled[0]!.check, engine: engineOf(books[0]!, settings) };
}

const VERDICT_OF_GROUP = {
  fails: "fail",
  passes: "pass",
  "not-applicable": "not-applicable",
  "not-assessed": "not-assessed",
  pending: "pending",
} as const satisfies Record<ExampleGroup, Outcome["verdict"]>;

/** What the customer says passes a rule about the agent's words, although it is not even applicable to them. */
function isExpected(group: ExampleGroup, got: Outcome, check: string): boolean {
  if (got.verdict === VERDICT_OF_GROUP[group]) return true;
  return group === "passes" && check === "phrase" && got.verdict === "not-applicable";
}

/** An example does not know where it stands. */
function atExample(error: UserError, key: string, place: Place): UserError {
  return new UserError(error.code, { key, value: error.args.found ?? "", ...error.args }, place);
}
