import type { FieldName } from "../model/fields.js";

/** A config before it is written: what it says, and remarks for whoever reads the file. */
export interface ConfigDraft {
  readonly timezone: string;
  /** What a time zone alone does not say; left out where nobody said it. */
  readonly calendar?: CalendarDraft | undefined;
  /** Other keys that the user set, as they are. */
  readonly others?: Readonly<Record<string, unknown>> | undefined;
  readonly inputs: readonly InputDraft[];
  /** Changes of rules, with the title of each. */
  readonly rules?: readonly RuleDraft[] | undefined;
  readonly gates?: readonly GateDraft[] | undefined;
}

export interface CalendarDraft {
  readonly hours: string;
  /** Whose public holidays count; null: none are known. */
  readonly country: "CN" | null;
}

/** One entry of `inputs`. */
export interface InputDraft {
  readonly files: readonly string[];
  /** Keys with one value, in the order in which they are written. */
  readonly options: readonly (readonly [key: string, value: string | boolean | readonly string[]])[];
  /** The kind among them is a guess. */
  readonly guessed?: boolean | undefined;
  /** What the profile is called, where one is named. */
  readonly title?: string | undefined;
  readonly columns: readonly ColumnDraft[];
  readonly formats: readonly FormatDraft[];
  /** `values`, `missing` and `ignore`, as the user has told them. */
  readonly told: Readonly<Record<string, unknown>>;
  /** Words that nobody understood, by field: written as a comment, for the user to say what they mean. */
  readonly words: readonly { readonly field: FieldName; readonly word: string }[];
}

export interface ColumnDraft {
  readonly field: FieldName;
  /** null: nobody knows; written as a comment, to be filled in. */
  readonly headers: readonly string[] | null;
}

export interface FormatDraft {
  readonly field: FieldName;
  readonly format: string;
  /** The data leaves open whether day or month comes first: this is one of the two. */
  readonly open?: boolean | undefined;
}

export interface RuleDraft {
  readonly id: string;
  /** null: nothing needs to be said of it. */
  readonly title: string | null;
  /** `off`, a severity, or keys to change. */
  readonly options: unknown;
}

export interface GateDraft {
  readonly id: string;
  /** null: an example, written as a comment. */
  readonly limit: Readonly<Record<string, number>> | "off" | null;
  readonly example: string;
}
