import type { z } from "zod";
import type { WorkingCalendar } from "../calendar/working-time.js";
import type { Contact } from "../model/contact.js";
import type { FieldName } from "../model/fields.js";
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
  /** The index under which `Turns.hits` knows a phrase list: `@id` a named one, else the rule's own under that key. */
  list(id: string): number;
}

export interface CompiledCheck {
  /** `fields`: decided by the contact's own row. `turns`: decided by what was said, with its row where there is one. */
  readonly stage: "fields" | "turns";
  readonly reads: readonly FieldName[];
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
  /** Neutral text ("≤ 15 s"), or null: the rule's advice. */
  readonly expected: string | null;
  readonly found: string;
}

interface Measure {
  /** `s`: values are milliseconds, shown as seconds. Anything else is shown as it is. */
  readonly unit: string;
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
  /** From the counts of verdict codes of this rule (length VERDICT_CODES) to the share and what it is made of. */
  summarise(codes: ArrayLike<number>): {
    readonly numerator: number;
    readonly denominator: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly notes: readonly string[];
  };
}
