import { plainWorkdays } from "../calendar/workdays.js";
import type { WorkingCalendar } from "../calendar/working-time.js";
import { zone } from "../calendar/zone.js";
import { withApplies } from "../checks/applies.js";
import type { CompiledCheck } from "../checks/check.js";
import { inLanguages } from "../checks/languages.js";
import { SPEAKER_LISTS, withSpeakers } from "../checks/speakers.js";
import { waivers } from "../checks/words.js";
import type { RuleInfo } from "../model/rule.js";
import { UserError } from "../model/user-error.js";
import { compilePhraseBook, type PhraseBook, PhraseError } from "../phrases/index.js";
import type { PhraseListSource, SharedPhrases } from "../phrases/types.js";
import type { EffectiveStandard, StandardRule } from "./effective.js";
import { together } from "./errors.js";
import { phraseMistakes } from "./phrase-mistakes.js";

export interface CompileSettings {
  /** The desk's IANA zone. */
  readonly timezone: string;
  /** Working hours and holidays; null where none are configured. */
  readonly calendar: WorkingCalendar | null;
  /**
   * Which lists the book matches: those that the enabled rules ask for, or all of them with every list that has a `/`
   * in its name. Default: the former.
   */
  readonly lists?: "asked-for" | "all";
}

/** What an audit judges by. */
interface CompiledRule {
  readonly info: RuleInfo;
  readonly check: CompiledCheck;
  readonly rule: StandardRule;
}

export interface CompiledStandard {
  readonly standard: EffectiveStandard;
  /** The enabled rules, by id. */
  readonly rules: readonly CompiledRule[];
  /**
   * One, or one for each of the standard's languages. Index of a list in the book of a contact's language = index in
   * `Turns.hits`.
   */
  readonly books: readonly PhraseBook[];
}

/**
 * Makes the enabled rules of a standard ready to judge.
 *
 * @throws UserError for mistakes in phrases (each with its place), and for `calendar-missing`
 */
export function compileStandard(standard: EffectiveStandard, settings: CompileSettings): CompiledStandard {
  if (standard.languages.length === 0) return compileOne(standard, settings);
  const [first, second] = standard.languages.map((one) => compileOne(one, settings));
  const rules = standard.rules.flatMap(({ id }): readonly CompiledRule[] => {
    const own = first!.rules.find(({ info }) => info.id === id) ?? null;
    const other = second!.rules.find(({ info }) => info.id === id) ?? null;
    const main = own ?? other;
    return main === null ? [] : [{ ...main, check: inLanguages(own?.check ?? null, other?.check ?? null) }];
  });
  return { standard, rules, books: [...first!.books, ...second!.books] };
}

function compileOne(standard: EffectiveStandard, settings: CompileSettings): CompiledStandard {
  const enabled = standard.rules.filter((rule) => rule.enabled);
  const { lists, shared } = phraseSources(standard, enabled);
  const asked = enabled.flatMap((rule) => [
    ...rule.lists.named,
    ...standard.lists.map(({ id }) => id).filter((id) => SPEAKER_LISTS.includes(id)),
    ...Object.keys(rule.lists.own).map((key) => ownListId(rule, key)),
  ]);
  const only = settings.lists === "all" ? lists.map(({ id }) => id) : [...new Set(asked)];
  const book = compiledBook(standard, lists, shared, only);
  const workdays = workdaysOf(settings);
  const rules = enabled.map((rule) => compileRule(rule, book, settings, workdays));
  return { standard, rules, books: [book] };
}

/** What the phrase engine needs of a standard: its lists and the rules' own, the helper lists, and the guards. */
function phraseSources(
  standard: EffectiveStandard,
  rules: readonly StandardRule[],
): { readonly lists: readonly PhraseListSource[]; readonly shared: SharedPhrases } {
  const usual = standard.guards.filter(({ byDefault }) => byDefault).map(({ waiver }) => waiver.id);
  const detected = standard.lists.filter(({ id }) => id.includes("/"));
  const helpers = standard.lists.filter(({ id }) => !id.includes("/"));
  const named = detected.map(({ id, options }): PhraseListSource => {
    const { phrases, regex, speaker, unless = [], guards = [] } = options;
    return {
      id,
      phrases,
      speaker,
      unless: waivers(unless),
      guards,
      soundAlike: options["sound-alike"],
      ...(regex === undefined ? {} : { regex }),
    };
  });
  const own = rules.flatMap((rule) =>
    Object.entries(rule.lists.own).map(
      ([key, list]): PhraseListSource => ({ guards: usual, ...list, id: ownListId(rule, key) }),
    ),
  );
  return {
    lists: [...named, ...own],
    shared: {
      named: Object.fromEntries(helpers.map(({ id, options }) => [id, options.phrases])),
      guards: standard.guards.map(({ waiver }) => waiver),
    },
  };
}

function compiledBook(
  standard: EffectiveStandard,
  lists: readonly PhraseListSource[],
  shared: SharedPhrases,
  only: readonly string[],
): PhraseBook {
  try {
    return compilePhraseBook(lists, shared, { only });
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    throw together(phraseMistakes(standard, lists, shared));
  }
}

function compileRule(
  rule: StandardRule,
  book: PhraseBook,
  settings: CompileSettings,
  workdays: () => WorkingCalendar,
): CompiledRule {
  const list = (id: string) => book.listIndex(id.startsWith("@") ? id.slice(1) : ownListId(rule, id));
  const compiled = atRule(rule, () =>
    withApplies(
      withSpeakers(rule.kind.compile(rule.options, { ...settings, list, workdays })),
      rule.applies,
      rule.except,
    ),
  );
  const { id, title, clause, source, dimension, severity, check, advice } = rule;
  const info = { id, title, clause, source, dimension, severity, check, target: compiled.target, advice };
  return { info, check: compiled, rule };
}

/** The desk's calendar, else plain working days: a table of a hundred years, made only where somebody asks. */
function workdaysOf({ calendar, timezone }: CompileSettings): () => WorkingCalendar {
  let made = calendar;
  return () => {
    made ??= plainWorkdays(zone(timezone));
    return made;
  };
}

/** The list under `main` goes by the rule's id; hits of it are hits of the rule. */
function ownListId({ id }: StandardRule, key: string): string {
  return key === "main" ? id : `${id}#${key}`;
}

/** A check does not know where its rule stands. */
function atRule<T>(rule: StandardRule, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError) || error.place !== null) throw error;
    const args = { rule: rule.id, example: CALENDAR_EXAMPLE, ...error.args };
    throw new UserError(error.code, args, rule.written.place([]));
  }
}

const CALENDAR_EXAMPLE = `calendar:
  hours: "Mon-Fri 09:00-12:00, 13:30-18:00"`;
