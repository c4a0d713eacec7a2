import type { Channel, FieldName, Kind } from "../model/fields.js";

/** What the user says of a group of input files; everything she leaves out is recognised from the file. */
export interface InputOptions {
  readonly kind?: Kind | undefined;
  /** The vendor (`five9`), an export's id, a profile of the user's own (`./our-export.yaml`), or `none`. */
  readonly profile?: string | undefined;
  /** Field → header, or several headers whose cells are joined: date and time, or the parts of a key. */
  readonly columns?: Readonly<Partial<Record<FieldName, string | readonly string[]>>> | undefined;
  /** Field → word of the export → what it means: `outcome: { AGENT: answered }`. */
  readonly values?: Readonly<Partial<Record<FieldName, Readonly<Record<string, string>>>>> | undefined;
  /** Cells that mean "did not happen", in every column or in some. */
  readonly missing?: readonly string[] | Readonly<Partial<Record<FieldName, readonly string[]>>> | undefined;
  /** Rows to leave out: header → cells. They are counted as ignored. */
  readonly ignore?: Readonly<Record<string, readonly string[]>> | undefined;
  /** A character, `\\t`, or a name: tab, semicolon … */
  readonly delimiter?: string | undefined;
  /** The names of the columns of files that have no header. */
  readonly header?: readonly string[] | undefined;
  readonly encoding?: string | undefined;
  readonly timezone?: string | undefined;
  /** Field → how its dates are written, where the data cannot decide: `DD/MM/YYYY`. */
  readonly formats?: Readonly<Partial<Record<FieldName, string>>> | undefined;
  /** The channel of every contact of these files. */
  readonly channel?: Exclude<Channel, "unknown"> | undefined;
  /** The moment that counts as now, ms, where the audit was told one: what lies behind it is remarked on. */
  readonly asOf?: number | undefined;
  /** Whether each transcript holds its conversation from its start: true, or false where they are known to be cut. */
  readonly complete?: boolean | undefined;
  /** The recording mixes both sides on one channel: who spoke at the same time as whom cannot be told. */
  readonly mono?: boolean | undefined;
}
