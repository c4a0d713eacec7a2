import type { FieldName, Kind } from "./fields.js";
import type { ColumnReading, LedgerFile } from "./ledger.js";
import type { Severity } from "./rule.js";

/** What `deskcheck inspect` finds out about files: the only input of its reports, and the shape of its JSON. */
export interface Inspection {
  readonly schemaVersion: "1.0";
  readonly tool: { readonly name: "deskcheck"; readonly version: string };
  readonly standard: { readonly name: string; readonly version: string };
  readonly timezone: string;
  readonly files: readonly InspectedFile[];
  /** What the rules of the standard can be assessed with, given these files together; in order of family, then rule. */
  readonly rules: readonly Ability[];
  /** What rules lack, worst first: the fields, where they could come from, and which rules wait for them. */
  readonly needs: readonly Need[];
  /** The text of a `deskcheck.config.yaml` that says everything that was recognised; empty where nothing was. */
  readonly config: string;
}

export interface InspectedFile {
  readonly file: string;
  /** null: it was not recognised. */
  readonly kind: Kind | null;
  readonly kindBy: KindBy | null;
  /** Why it cannot be audited: the code of an error, and what that error is about. */
  readonly error: { readonly code: string; readonly missing: string | null } | null;
  /** The vendor's export that it was recognised as. */
  readonly profile: { readonly id: string; readonly title: string } | null;
  /** How it is written; null where it could not be read as a table at all. */
  readonly text: TextForm | null;
  readonly columns: readonly InspectedColumn[];
  /** What no column says and the whole file stands for: the channel. */
  readonly assumed: readonly ColumnReading[];
  /** The first rows as the audit sees them: rows of one contact combined, zeros that mean "none" taken out. */
  readonly rows: readonly PreviewRow[];
  /** What became of its rows, and what was noticed. null where it was not audited. */
  readonly ledger: Omit<LedgerFile, "read" | "file" | "kind"> | null;
}

/** How the kind is known: from the config, from a vendor's profile, or from the header. */
export type KindBy = "config" | "profile" | "header";

export interface TextForm {
  readonly encoding: string;
  /** Who says so: the user, a byte order mark, the bytes (every one of them fits), or what the text looks like. */
  readonly encodingBy: "told" | "mark" | "bytes" | "guess";
  readonly delimiter: string;
  /** 0 where there is none. */
  readonly headerLine: number;
  /** Of the first rows, how many have as many cells as the header, and how many were looked at. */
  readonly fitting: number;
  readonly looked: number;
}

export interface InspectedColumn {
  /** Counted from 1. */
  readonly column: number;
  readonly header: string;
  /** Up to three different cells of the first rows, as they are written. */
  readonly samples: readonly string[];
  /** How many of the first rows have something in it. */
  readonly filled: number;
  readonly looked: number;
  /** The fields that are read from it. */
  readonly fields: readonly ColumnUse[];
  /** Why nothing is read from it; null where something is. */
  readonly unused: Unused | null;
}

export interface ColumnUse {
  readonly field: FieldName;
  readonly by: ColumnReading["by"];
  readonly format: string | null;
}

/**
 * - `no-such-name`: no field is called like it
 * - `read-elsewhere`: the field that its name means is read from another column
 * - `other-values`: its name means a field, but its cells do not look like that
 * - `misleading`: the vendor's profile knows that it is not what its name promises
 * - `may-be`: its name means a field, but the file was not recognised
 */
export interface Unused {
  readonly why: "no-such-name" | "read-elsewhere" | "other-values" | "misleading" | "may-be";
  readonly field: FieldName | null;
}

export interface PreviewRow {
  readonly line: number;
  /** Moments in ISO 8601, durations in seconds, codes by their names; null where the row says nothing. */
  readonly values: Readonly<Partial<Record<FieldName, PreviewValue>>>;
}

export type PreviewValue = string | number | boolean | null;

/**
 * - `assessed`: on every contact that it is about
 * - `partly`: on some of them
 * - `missing`: on none, for want of data
 * - `nothing`: no contact is one that it is about
 */
export const ABILITIES = ["assessed", "partly", "missing", "nothing"] as const;

/** Whether a rule can be assessed with the data that is there. */
export interface Ability {
  readonly id: string;
  readonly family: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly severity: Severity;
  readonly ability: (typeof ABILITIES)[number];
  readonly assessed: number;
  readonly notAssessed: number;
  /** The fields that were missing where it was not assessed. */
  readonly missing: readonly string[];
  /** The kinds of files whose rows it is about; null: any. */
  readonly kinds: readonly Kind[] | null;
  /** Where it had nothing to assess: why it did not apply to most contacts. */
  readonly reason: string | null;
}

export interface Need {
  /** Fields that rules lack together. */
  readonly fields: readonly string[];
  readonly rules: readonly string[];
  /** Kinds of files that carry them all, and that the rules are about; empty where no one kind does. */
  readonly kinds: readonly Kind[];
  /** Whether a file of such a kind is among those inspected, so that a column of it would do. */
  readonly have: boolean;
  /** Names that columns of these fields usually have, Chinese and English, by field. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}
