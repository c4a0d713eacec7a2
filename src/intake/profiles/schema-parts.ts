import { z } from "zod";
import { zone } from "../../calendar/zone.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  OUTCOMES,
  SPEAKERS,
} from "../../model/fields.js";
import { UserError } from "../../model/user-error.js";

/** Parts that the config's `inputs` and profiles of exports have in common. */
export const text = z.string().min(1);

/** An IANA zone or an offset. */
export const timezone = text.superRefine((name, issue) => {
  try {
    zone(name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    issue.addIssue({ code: "custom", message: "timezone-unknown" });
  }
});

/** The content of a cell. YAML reads 0 and true as no texts. */
export const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

export const fieldName = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);

/** One header, or several whose cells are joined: date and time, or the parts of a key. */
export const headers = z.union([text, z.array(text).nonempty()]);

/** What a word of the export can mean, for fields whose values are a fixed list. */
export function meaning(field: FieldName): z.ZodType<string> {
  return MEANINGS[FIELDS[field] as keyof typeof MEANINGS] ?? cell;
}

const MEANINGS: Readonly<Partial<Record<(typeof FIELDS)[FieldName], z.ZodType<string>>>> = {
  channel: z.enum(CHANNELS),
  direction: z.enum(DIRECTIONS),
  outcome: z.enum(OUTCOMES),
  speaker: z.enum(SPEAKERS),
  flag: z
    .union([z.boolean(), z.enum(["yes", "no"])])
    .transform((flag) => (flag === true || flag === "yes" ? "yes" : "no")),
};

export const values = z.strictObject(
  Object.fromEntries(FIELD_NAMES.map((field) => [field, z.record(z.string(), meaning(field)).optional()])),
);

/** Rows to leave out: header → cells. */
export const ignored = z.record(
  z.string(),
  z.union([cell.transform((one): readonly string[] => [one]), z.array(cell)]),
);

const [, ...known] = CHANNELS;
export const channel = z.enum(known);
