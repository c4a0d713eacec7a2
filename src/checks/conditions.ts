import { z } from "zod";
import type { Contact } from "../model/contact.js";
import {
  CHANNELS,
  DIRECTIONS,
  FIELD_INDEX,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  type FieldType,
  OUTCOMES,
  SPEAKERS,
} from "../model/fields.js";
import { read } from "./read.js";
import { duration } from "./values.js";

type Condition =
  | { readonly kind: "one-of"; readonly values: readonly string[]; readonly not: boolean }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "within"; readonly min: number; readonly max: number };

export type Conditions = Readonly<Partial<Record<string, Condition>>>;

export const NOT_MET = 0;
export const MET = 1;

/**
 * Conditions on the fields of a contact, all of which must hold: `outcome: answered`, `outcome: { not: [busy] }`,
 * `resolved: true`, `rating: { min: 4 }`, `hold-seconds: { max: 60s }`. Moments and spoken words cannot be asked for.
 */
export const conditionsSchema: z.ZodType<Conditions> = z.strictObject(
  Object.fromEntries(
    FIELD_NAMES.flatMap((field) => {
      const schema = schemaOf(field, FIELDS[field]);
      return schema === null ? [] : [[field, schema.optional()] as const];
    }),
  ),
);

/**
 * MET, NOT_MET, or −(index of the missing field) − 1 where none of the conditions is broken but one cannot be told.
 */
export function conditionsTest(conditions: Conditions): {
  readonly reads: readonly FieldName[];
  test(contact: Contact): number;
} {
  const reads = FIELD_NAMES.filter((field) => conditions[field] !== undefined);
  const tests = reads.map((field) => testOf(field, conditions[field]!));
  return {
    reads,
    test: (contact) => {
      let result = MET;
      for (const test of tests) {
        const one = test(contact);
        if (one === NOT_MET) return NOT_MET;
        if (one !== MET) result = one;
      }
      return result;
    },
  };
}

function schemaOf(field: FieldName, type: FieldType): z.ZodType<Condition> | null {
  switch (type) {
    case "channel":
      return oneOf(z.enum(CHANNELS.slice(1)));
    case "direction":
      return oneOf(z.enum(DIRECTIONS.slice(1)));
    case "outcome":
      return oneOf(z.enum(OUTCOMES.slice(1)));
    case "speaker":
      return field === "hangup-by" ? oneOf(z.enum(SPEAKERS.slice(1))) : null;
    case "text":
      return oneOf(z.string().min(1));
    case "flag":
      return z.boolean().transform((value) => ({ kind: "flag", value }) as const);
    case "number":
      return bounds(z.number());
    case "duration":
      return bounds(duration("时长 · A length of time, with its unit."));
    case "instant":
    case "prose":
      return null;
  }
}

function oneOf(name: z.ZodType<string>): z.ZodType<Condition> {
  const listed = z.union([name, z.array(name).nonempty()]);
  return z.union([listed, z.strictObject({ not: listed })]).transform((written) => {
    const not = typeof written === "object" && "not" in written;
    const values = not ? written.not : written;
    return { kind: "one-of", not, values: typeof values === "string" ? [values] : values } as const;
  });
}

function bounds(limit: z.ZodType<number>): z.ZodType<Condition> {
  return z
    .strictObject({ min: limit.optional(), max: limit.optional() })
    .transform(({ min = -Infinity, max = Infinity }) => ({ kind: "within", min, max }) as const);
}

function testOf(field: FieldName, condition: Condition): (contact: Contact) => number {
  const index = FIELD_INDEX[field];
  const unknown = -index - 1;
  const verdict = (holds: boolean) => (holds ? MET : NOT_MET);
  switch (condition.kind) {
    case "flag":
      return (contact) => {
        const value = read(contact, index);
        return Number.isNaN(value) ? unknown : verdict((value === 1) === condition.value);
      };
    case "within":
      return (contact) => {
        const value = read(contact, index);
        return Number.isNaN(value) ? unknown : verdict(value >= condition.min && value <= condition.max);
      };
    case "one-of": {
      if (FIELDS[field] === "text") {
        return (contact) => {
          const label = contact.label(index);
          return label === null ? unknown : verdict(condition.values.includes(label) !== condition.not);
        };
      }
      const listed = namesOf(field).map((name) => condition.values.includes(name));
      return (contact) => {
        const code = read(contact, index);
        return code > 0 ? verdict(listed[code] !== condition.not) : unknown;
      };
    }
  }
}

function namesOf(field: FieldName): readonly string[] {
  if (field === "channel") return CHANNELS;
  if (field === "direction") return DIRECTIONS;
  return field === "outcome" ? OUTCOMES : SPEAKERS;
}
