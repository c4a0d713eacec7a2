import type { z } from "zod";
import type { WorkingCalendar } from "../calendar/working-time.js";
import type { Contact } from "../model/contact.js";
import type { FieldName, Kind } from "../model/fields.js";
import type { GroupBy, RuleGroup } from "../model/result.js";
import type { How } from "../model/turns.js";
import type { Waiver } from "../phrases/types.js";
import type { SpokenBy } from "./words.js";

/**
 * A kind of test that rules use. A check is code, a rule is a check plus options (data). One file a check, listed in
 * `checks/index.ts`; options are validated by its schema, and a mistake in them is answered with `example`.
 */
export interface Check<Options> {
  readonly kind: string;
  readonly options: z.ZodType<Options>;
  /** A complete, valid rule body in YAML, shown when the options are wrong. */
  readonly example: string;
  /**
   * Options that stand for one another, as groups of keys: where a later standard or the config sets a key of one
   * group, what the earlier one set under the other groups no longer counts. `within: 10s` replaces `rings: 3`.
   */
  readonly alternatives?: readonly (readonly (readonly string[])[])[];
  /** The phrase lists that a rule with these options looks for. */
  lists?(options: Options): CheckLists;
  compile(options: Options, context: CompileContext): CompiledCheck;
}

export interface CheckLists {
  /** Lists of the rule's own, by key. The one under `main` is known by the rule's id. */
  readonly own: Readonly<Record<string, OwnList>>;
  /** Ids of named lists that it asks for by `@id`. */
  readonly named: readonly string[];
}

export interface OwnList {
  readonly phrases: readonly string[];
  readonly regex?: readonly string[];
  readonly speaker: SpokenBy;
  readonly unless?: readonly Waiver[];
  /** Ids of shared guards; absent: those that the standard applies by default. */
  readonly guards?: readonly string[];
  readonly soundAlike?: boolean;
}

/** What a check may know besides the contact: the audit's settings, and the phrase lists by name. */
export interface CompileContext {
  readonly timezone: string;
  /** The desk's working hours and holidays; null where none are configured. */
  readonly calendar: WorkingCalendar | null;
  /** What counts working days: the desk's calendar, else Monday to Friday less public holidays. Made when first asked for. */
  workdays(): WorkingCalendar;
  /** The index under which `Turns.hits` knows a phrase list: `@id` a named one, else the rule's own under that key. */
  list(id: string): number;
}

export interface CompiledCheck {
  /**
   * - `fields`: decided by the contact's own row
   * - `turns`: by what was said, with its row where there is one
   * - `together`: when all contacts are known, with the others of its customer; what was said is gone by then
   */
  readonly stage: "fields" | "turns" | "together";
  readonly reads: readonly FieldName[];
  /** What it reads of a contact without turns, where that is less: such contacts are judged by groups then. */
  readonly readsWithoutTurns?: readonly FieldName[];
  /** The kinds of files whose rows it is about; absent: all but surveys. */
  readonly kinds?: readonly Kind[];
  /** The target in words that need no translation, or null. */
  readonly target: string | null;
  /** A verdict code (model/verdict.ts). Allocates nothing: it is called for every contact. Never throws for bad data. */
  judge(contact: Contact): number;
  /** Only after `judge` said PENDING: the instant (ms) after which it becomes FAIL because `overdue`. */
  due?(contact: Contact): number;
  /** Only after FAIL (or an overdue PENDING): what to show. At least one. Empty for level rules, which have no findings. */
  findings(contact: Contact): readonly FindingDraft[];
  /** A number reported over all contacts beside the verdicts. */
  readonly measure?: Measure;
  readonly level?: Level;
  /** Counts by groups of its own choosing (hours, agents, kinds of questions), reported beside the verdicts. */
  readonly grouping?: Grouping;
  /** What a complaint is about; null where the contact is none. Asked for every contact whose words or row are read. */
  classify?(contact: Contact): Classified | null;
  /** `together` only: looks at every contact before the first is judged. Called anew for every audit. */
  prepare?(all: AllContacts): void;
  /** `together` only: what to keep of the words of a contact, called where they are at hand. */
  collect?(contact: Contact): readonly Collected[];
  /** `together` only: the promises of a contact and what became of them. */
  promises?(contact: Contact): readonly JudgedPromise[];
}

/** What a complaint is about: as its record says, else as its words propose; null where neither does. */
export interface Classified {
  readonly type: { readonly label: string | null; readonly proposed: boolean };
  readonly cause: { readonly label: string | null; readonly proposed: boolean };
}

export interface AllContacts {
  readonly now: number;
  each(visit: (contact: Contact) => void): void;
}

/** A place in what was said, and numbers to remember with it: `contact.evidence` in the order of collection. */
export interface Collected {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly how: How;
  readonly values: readonly number[];
}

export interface JudgedPromise {
  /** Position in `contact.evidence`. */
  readonly evidence: number;
  readonly made: number;
  readonly due: number;
  readonly state: "kept" | "broken" | "undecided";
  /** The number of the contact that kept it; −1: none did. */
  readonly keptBy: number;
}

/** Whole numbers that add up in any order: what a contact adds to which groups. */
export interface Grouping {
  /** Called for every contact that passed or failed; `of` out of `n` in the group. Sums must be whole numbers. */
  add(contact: Contact, into: (by: GroupBy, id: string | number, of: number, n: number) => void): void;
  /** Groups as reports show them; default: as they were counted, with of / n as the value. */
  shape?(groups: readonly GroupCount[]): readonly RuleGroup[];
}

export interface GroupCount {
  readonly by: GroupBy;
  readonly id: string;
  readonly of: number;
  readonly n: number;
}

export interface FindingDraft {
  /** 0-based turn, or null where the finding is about the contact's row. */
  readonly turn: number | null;
  /** Bytes of the turn's text to quote, end exclusive; both 0 where nothing is quoted. */
  readonly from: number;
  readonly to: number;
  readonly how: How | null;
  /** The field whose cell the finding points at, where it is about a row. */
  readonly field: FieldName | null;
  /** Position in `contact.evidence` of the place it is about, where its words are gone. */
  readonly evidence?: number;
  /** Neutral text ("≤ 15 s"), or null: the rule's advice. */
  readonly expected: string | null;
  readonly found: string;
}

export interface Measure {
  /** `s`: values are milliseconds, shown as seconds. Anything else is shown as it is. */
  readonly unit: string;
  /** The limit that values are held to, in their own unit (ms for `s`), for charts; null or absent: none is the same for all. */
  readonly limit?: number | null;
  /** NaN where the contact has none. Called for every contact, whatever its verdict. */
  of(contact: Contact): number;
  /** The names of the sources, e.g. ["ring-seconds", "ringing-at → answered-at"]; `source` says which was used (-1: none). */
  readonly sources: readonly string[];
  source(contact: Contact): number;
}

export interface Level {
  /** The least share of good contacts, 0–1. */
  readonly share: number;
  readonly formula: string;
  /** From the counts of verdict codes of this rule (length VERDICT_CODES), and its groups, to the share and what it is made of. */
  summarise(
    codes: ArrayLike<number>,
    groups: readonly GroupCount[],
  ): {
    readonly numerator: number;
    readonly denominator: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly notes: readonly string[];
  };
}
